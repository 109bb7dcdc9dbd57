// Owns the end of a process whose work has not come to its own end.
// Must not know what the work is.
import { exitCodeOf, failures } from '../errors.ts';

const code = 'internal-error';

/**
 * From here on the process fails, in words, where it ends before the work does. Node ends where nothing is waited for any
 * more, whatever still waits, and libraries that listen to its end make a 0 of its exit code.
 * @returns takes the work's own exit code, once there is one
 */
export function failUntilDone(): (exitCode: number) => void {
  process.exitCode = exitCodeOf(code);
  const unfinished = (): void => {
    process.stderr.write(
      `\netcd-migrate: ${code}\nThe process has nothing left to wait for, and its work is not done.\nNext: ${failures[code].hint}\n`,
    );
    process.exit(exitCodeOf(code));
  };
  process.once('beforeExit', unfinished);
  return (exitCode) => {
    process.off('beforeExit', unfinished);
    process.exitCode = exitCode;
  };
}
