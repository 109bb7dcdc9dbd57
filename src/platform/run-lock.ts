// Owns the lock of an output directory: at most one live process works in it.
// Must not know what the run is. A lock whose owner is dead is taken over.
import { randomBytes } from 'node:crypto';
import { link, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { EtcdMigrateError } from '../errors.ts';
import { writeFileAtomic } from './files.ts';
import { isAlive, processIdentity } from './process-identity.ts';
import { identifySelf } from './self.ts';

const LOCK_FILE = 'run.lock';
/** Whoever holds it may remove a dead lock. Without it, two that find one could each remove the other's fresh one. */
const TAKEOVER_FILE = 'run.lock.takeover';
const ATTEMPTS = 20;

const ownerSchema = processIdentity.extend({ purpose: z.string() });
type Owner = Readonly<z.infer<typeof ownerSchema>>;

/** Takes the lock. Throws `run-in-progress` while a live process holds it. */
export async function lockDirectory(directory: string, purpose: string): Promise<AsyncDisposable> {
  const path = join(directory, LOCK_FILE);
  const own = join(directory, `${LOCK_FILE}.${randomBytes(6).toString('hex')}`);
  const self: Owner = { ...(await identifySelf()), purpose };
  await writeFileAtomic(own, JSON.stringify(self));
  try {
    for (let attempt = 1; !(await claim(own, path)); attempt++) {
      const owner = await readOwner(path);
      if ((owner !== null && (await isAlive(owner))) || attempt === ATTEMPTS) {
        const who = owner === null ? 'somebody' : `${owner.purpose}, process ${owner.pid}`;
        throw new EtcdMigrateError('run-in-progress', `${directory} belongs to a run that is still going on: ${who}.`);
      }
      await removeDeadLock(own, path, join(directory, TAKEOVER_FILE));
    }
  } finally {
    await rm(own, { force: true });
  }
  return { [Symbol.asyncDispose]: () => rm(path, { force: true }) };
}

/** link() fails where the name exists: of many at once exactly one succeeds. */
async function claim(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function removeDeadLock(own: string, path: string, takeover: string): Promise<void> {
  if (!(await claim(own, takeover))) {
    // The holder of the takeover needs a millisecond; one that died in that millisecond must not keep everybody out.
    const holder = await readOwner(takeover);
    if (holder === null || !(await isAlive(holder))) await rm(takeover, { force: true });
    return;
  }
  try {
    // Nobody can replace a lock that exists, so what is found dead here is still the one that is removed.
    const owner = await readOwner(path);
    if (owner === null || !(await isAlive(owner))) await rm(path, { force: true });
  } finally {
    await rm(takeover, { force: true });
  }
}

/**
 * Who holds the lock. Null where there is no lock, or one that a crash tore. Throws `run-in-progress` for a whole one
 * that is not of our shape: whether its owner lives cannot be told, and unknown is not dead.
 */
async function readOwner(path: string): Promise<Owner | null> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
  const parsed = ownerSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new EtcdMigrateError(
    'run-in-progress',
    `${path} is a lock that this version of etcd-migrate cannot read, so whether its owner still works here is not known.`,
    { hint: `Make sure that no run is going on in this directory, then remove ${path}.` },
  );
}
