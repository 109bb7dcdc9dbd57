// Owns the lock of an output directory: at most one live process works in it.
// Must not know what the run is. A lock whose owner is dead is taken over.
import { link, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EtcdMigrateError } from '../errors.ts';
import { writeFileAtomic } from './files.ts';
import { identify, isAlive, type ProcessIdentity } from './process-identity.ts';

const LOCK_FILE = 'run.lock';

/** Throws `run-in-progress` while a live process holds the lock. */
export async function lockDirectory(directory: string, purpose: string): Promise<AsyncDisposable> {
  const path = join(directory, LOCK_FILE);
  const self = await identify(process.pid);
  if (self === null) throw new EtcdMigrateError('internal-error', 'This process cannot find its own start time.');
  const own = `${path}.${self.pid}`;
  await writeFileAtomic(own, JSON.stringify({ ...self, purpose }));
  try {
    // link() fails when the lock exists: of two processes at once exactly one wins.
    for (let attempt = 0; ; attempt++) {
      try {
        await link(own, path);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt === 3) throw error;
        await removeDeadLock(path, directory);
      }
    }
  } finally {
    await rm(own, { force: true });
  }
  return {
    [Symbol.asyncDispose]: () => rm(path, { force: true }),
  };
}

async function removeDeadLock(path: string, directory: string): Promise<void> {
  const owner = await readOwner(path);
  if (owner && (await isAlive(owner))) {
    throw new EtcdMigrateError(
      'run-in-progress',
      `${directory} belongs to a run that is still going on: ${owner.purpose}, process ${owner.pid}.`,
    );
  }
  // Moved aside first: if two processes find the dead lock, each removes only what it moved.
  const aside = `${path}.dead.${process.pid}`;
  try {
    await rename(path, aside);
    const moved = await readOwner(aside);
    // Somebody was quicker and this is already their lock: give it back.
    if (moved && (await isAlive(moved))) await link(aside, path);
    await rm(aside, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

async function readOwner(path: string): Promise<(ProcessIdentity & { purpose: string }) | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as ProcessIdentity & { purpose: string };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
