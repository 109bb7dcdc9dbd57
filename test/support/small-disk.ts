// Owns file systems of their own for tests: small enough to be full, or sealed.
// Must not know what is written there.
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';

const UNMOUNT_TRIES = 50;

/**
 * A tmpfs at `path`, or null where we may not mount one. With CI=true that is an error instead: there a test that is
 * not run would go unnoticed.
 */
export function mountDisk(path: string, options: string): Disposable | null {
  mkdirSync(path, { recursive: true });
  const command = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const run = (...args: readonly string[]): void => {
    const [program = '', ...rest] = [...command, ...args];
    execFileSync(program, rest, { stdio: 'pipe' });
  };
  try {
    run('mount', '-t', 'tmpfs', '-o', `${options},uid=${process.getuid?.()}`, 'tmpfs', path);
  } catch (error) {
    if (process.env['CI'] === 'true') throw error;
    return null;
  }
  return {
    [Symbol.dispose]: () => {
      for (let attempt = 1; ; attempt++) {
        try {
          return run('umount', path);
        } catch (error) {
          if (attempt === UNMOUNT_TRIES) throw error;
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
        }
      }
    },
  };
}

/** Takes all the room that is left. Others write all the while, so what is free cannot be known beforehand. */
export function fillUp(file: string): void {
  const block = Buffer.alloc(2 ** 20);
  try {
    for (;;) appendFileSync(file, block);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
