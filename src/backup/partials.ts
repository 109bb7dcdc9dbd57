// Owns the files that backups are written to until they are whole, and removing those of dead processes.
// Must not touch any other file.
import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** A partial file names its host: on a shared disk another host's process cannot be looked for. */
const host = hostname().replace(/[^A-Za-z0-9]/g, '');
const ours = /\.partial-([A-Za-z0-9]*)-(\d+)-[0-9a-f]{8}$/;

/** A partial file stands beside the place of the whole one, so that it can be linked there. */
export function partialPathOf(path: string): string {
  const name = `${basename(path)}.partial-${host}-${process.pid}-${randomBytes(4).toString('hex')}`;
  return join(dirname(path), name);
}

/** Whether a name is one of a partial file, whoever writes it. */
export function isPartial(name: string): boolean {
  return ours.test(name);
}

/** Removes what dead processes of this host left in the directory, and gives the names. */
export async function removeDeadPartials(directory: string): Promise<readonly string[]> {
  const dead = (await readdir(directory)).filter((name) => {
    const [, of, pid] = ours.exec(name) ?? [];
    return of === host && !isAlive(Number(pid));
  });
  for (const name of dead) await rm(join(directory, name), { force: true });
  return dead;
}

/** A pid that was given to another process meanwhile counts as alive: the file goes at a later time. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
