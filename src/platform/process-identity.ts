// Owns telling one process from another that got the same pid later: pid plus start time.
// Must not signal anything.
import { readFile } from 'node:fs/promises';
import { EtcdMigrateError } from '../errors.ts';
import { run } from './exec.ts';

export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque; equal only for the same process of the same boot. */
  readonly startTime: string;
}

/** Null when no process has this pid now. Linux: field 22 of /proc/<pid>/stat; elsewhere `ps -o lstart=`. */
export async function startTimeOf(pid: number): Promise<string | null> {
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
  return exitCode === 0 && stdout.trim() !== '' ? stdout.trim() : null;
}

export async function identify(pid: number): Promise<ProcessIdentity | null> {
  const startTime = await startTimeOf(pid);
  return startTime === null ? null : { pid, startTime };
}

/** This process; it always finds itself, or the platform is one that we do not know. */
export async function identifySelf(): Promise<ProcessIdentity> {
  const self = await identify(process.pid);
  if (self === null) throw new EtcdMigrateError('internal-error', 'This process cannot find its own start time.');
  return self;
}

/** Whether exactly that process still runs. */
export async function isAlive(process: ProcessIdentity): Promise<boolean> {
  return (await startTimeOf(process.pid)) === process.startTime;
}
