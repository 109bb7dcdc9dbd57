// Owns telling one process from another that got the same pid later: pid, boot and start time.
// Must not signal anything.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { EtcdMigrateError } from '../errors.ts';
import { run } from './exec.ts';

/** The shape of an identity that is read back, wherever it was written down. */
export const processIdentity = z.object({
  pid: z.number().int().positive(),
  /** Start times count from the boot: after the next one, another process may have the same pid and start time. */
  bootId: z.string().min(1),
  /** Opaque; equal only for the same process of the same boot. Empty: it had ended before anybody could look. */
  startTime: z.string(),
});
export type ProcessIdentity = Readonly<z.infer<typeof processIdentity>>;

/**
 * The start time of the process that has this pid now, or null where none has. On Linux it is field 22 of
 * /proc/<pid>/stat, elsewhere what `ps -o lstart=` prints.
 */
async function startTimeOf(pid: number): Promise<string | null> {
  if (process.platform === 'linux') {
    try {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
      // The command name is in parentheses and may itself contain spaces and parentheses.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // A zombie has ended; it only waits for its parent to notice.
      return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'ENOENT' || code === 'ESRCH') return null;
      throw error;
    }
  }
  const { exitCode, stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)], { timeoutMs: 5_000 });
  // Words are kept one space apart, as a shell that reads the line back has them: "Nov  3" comes with two.
  return exitCode === 0 && stdout.trim() !== '' ? stdout.trim().replaceAll(/\s+/g, ' ') : null;
}

let thisBoot: Promise<string> | undefined;

/**
 * Names the time from one boot of this machine to the next: by the kernel's boot_id on Linux, by sysctl's elsewhere.
 */
export function bootId(): Promise<string> {
  thisBoot ??= readBootId();
  return thisBoot;
}

async function readBootId(): Promise<string> {
  if (process.platform === 'linux') return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
  // macOS knows the first of these names, FreeBSD the second.
  for (const name of ['kern.bootsessionuuid', 'kern.boot_id']) {
    const { exitCode, stdout } = await run('sysctl', ['-n', name], { timeoutMs: 5_000 });
    if (exitCode === 0 && stdout.trim() !== '') return stdout.trim();
  }
  throw new EtcdMigrateError('internal-error', 'This system does not tell one boot from the next.');
}

export async function identify(pid: number): Promise<ProcessIdentity | null> {
  const startTime = await startTimeOf(pid);
  return startTime === null ? null : { pid, bootId: await bootId(), startTime };
}

/** Whether exactly that process still runs. One of another boot has ended, whoever has its pid now. */
export async function isAlive(process: ProcessIdentity): Promise<boolean> {
  if (process.bootId !== (await bootId())) return false;
  return (await startTimeOf(process.pid)) === process.startTime;
}

export function sameProcess(left: ProcessIdentity, right: ProcessIdentity): boolean {
  return left.pid === right.pid && left.bootId === right.bootId && left.startTime === right.startTime;
}

/** One line, as shell scripts write and compare it: the start time is last, since `ps` puts spaces into it. */
export function identityLine({ pid, bootId, startTime }: ProcessIdentity): string {
  return `${pid} ${bootId} ${startTime}`;
}

/** Reads what `identityLine` wrote; null where the text is no such line. */
export function parseIdentityLine(text: string): ProcessIdentity | null {
  const match = /^(\d+) (\S+)(?: (.*))?$/.exec(text.trim());
  const parsed = processIdentity.safeParse({
    pid: Number(match?.[1]),
    bootId: match?.[2],
    startTime: match?.[3] ?? '',
  });
  return parsed.success ? parsed.data : null;
}
