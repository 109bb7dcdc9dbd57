// Owns the lock of an output directory: at most one live process works in it.
// Must not know what the run is. A lock whose owner is known to be dead is taken over; of one nobody knows of, not.
import { randomBytes } from 'node:crypto';
import { link, mkdir, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { EtcdMigrateError } from '../errors.ts';
import { pathError, syncDirectory, writeFileAtomic } from './files.ts';
import { isListening, openLockSocket } from './lock-socket.ts';
import { bootId, isAlive, processIdentity } from './process-identity.ts';
import { identifySelf } from './self.ts';

const LOCK_DIRECTORY = 'run.lock';
const ATTEMPTS = 20;

const ownerSchema = z.object({
  ...processIdentity.shape,
  purpose: z.string(),
  host: z.string(),
  /** Name of the socket that it listens on beside this record; null where the file system makes none. */
  socket: z.string().nullable(),
  /** Names what a pid counts in; null where there is no such thing. */
  pidNamespace: z.string().nullable(),
});
export type LockOwner = Readonly<z.infer<typeof ownerSchema>>;

export interface LockOptions {
  /**
   * A person has said that an owner who cannot be seen from here works no more. Called before the lock is taken from
   * such a one; throws where that is not so.
   */
  readonly prove?: () => Promise<void>;
}

/**
 * Takes the lock. Throws `run-in-progress` while a live process holds it, or one that cannot be seen from here.
 *
 * `run.lock` has a numbered claim for each owner, made once by `link`, which of several succeeds for one. The newest
 * counts: the next number is free once that one is released, or its owner is dead, which his socket tells. What counts is
 * never removed, so that nobody can take away what another has claimed meanwhile.
 */
export async function lockDirectory(
  directory: string,
  purpose: string,
  { prove }: LockOptions = {},
): Promise<AsyncDisposable> {
  const place = join(directory, LOCK_DIRECTORY);
  await mkdir(place, { recursive: true }).catch((error: unknown) => {
    throw pathError(error, 'Making', place);
  });
  const token = randomBytes(6).toString('hex');
  const socket = await openLockSocket(place, `${token}.sock`);
  const draft = join(place, `${token}.draft`);
  try {
    const self: LockOwner = {
      ...(await identifySelf()),
      purpose,
      host: hostname(),
      socket: socket?.name ?? null,
      pidNamespace: await pidNamespace(),
    };
    await writeFileAtomic(draft, JSON.stringify(self));
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const newest = await newestClaim(place);
      const state = await stateOf(place, newest);
      if (state.is === 'held' || (state.is === 'not-seen' && prove === undefined)) throw inProgress(directory, state);
      if (state.is === 'not-seen') await prove?.();
      const own = join(place, nameOf(newest + 1));
      if (!(await claim(draft, own))) continue;
      // A number that was used, and whose claim is removed by now, can be made again: there is a later one then.
      if ((await newestClaim(place)) > newest + 1) {
        await rm(own, { force: true });
        continue;
      }
      await syncDirectory(place);
      await removeBelow(place, newest + 1);
      return {
        [Symbol.asyncDispose]: async () => {
          // Said before the socket goes: another host has nothing else to tell a release from a death.
          await writeFileAtomic(`${own}.released`, '').catch(() => {});
          await socket?.[Symbol.asyncDispose]();
        },
      };
    }
    throw new EtcdMigrateError('run-in-progress', `${directory} belongs to runs that begin again and again.`);
  } catch (error) {
    await socket?.[Symbol.asyncDispose]();
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * `not-seen`: its owner was of another host or boot, or in another container of a file system without sockets, so whether
 * he still works is not known.
 */
export type LockState = { readonly is: 'free' } | { readonly is: 'held' | 'not-seen'; readonly owner: LockOwner };

/** Looks at the lock without touching it. Throws `run-in-progress` for one that cannot be read. */
export async function lookAtLock(directory: string): Promise<LockState> {
  const place = join(directory, LOCK_DIRECTORY);
  return await stateOf(place, await newestClaim(place));
}

async function stateOf(place: string, number: number): Promise<LockState> {
  const owner = number === 0 ? null : await readOwner(join(place, nameOf(number)));
  if (owner === null || (await isReleased(place, number))) return { is: 'free' };
  if (owner.bootId !== (await bootId())) return { is: 'not-seen', owner };
  if (owner.socket !== null) return (await isListening(place, owner.socket)) ? { is: 'held', owner } : { is: 'free' };
  if (owner.pidNamespace !== (await pidNamespace())) return { is: 'not-seen', owner };
  return (await isAlive(owner)) ? { is: 'held', owner } : { is: 'free' };
}

/** "preflight, process 4242 on ci-7". */
export function ownerInWords({ purpose, pid, host }: LockOwner): string {
  return `${purpose}, process ${pid} on ${host}`;
}

function inProgress(directory: string, { is, owner }: Exclude<LockState, { is: 'free' }>): EtcdMigrateError {
  const who = ownerInWords(owner);
  if (is === 'held') {
    return new EtcdMigrateError('run-in-progress', `${directory} belongs to a run that is still going on: ${who}.`);
  }
  return new EtcdMigrateError(
    'run-in-progress',
    `${directory} belongs to ${who}, of another host or from before a reboot: whether it still works cannot be seen from here.`,
    {
      hint: 'If you know that it has ended, say so: `etcd-migrate resume` (or `rollback`, `cleanup`) with `--take-over RUN`; `etcd-migrate status` prints the run.',
    },
  );
}

const nameOf = (number: number): string => String(number).padStart(4, '0');

/** 0 where there is none. */
async function newestClaim(place: string): Promise<number> {
  const numbers = (await namesIn(place)).filter((name) => /^\d{4,}$/.test(name)).map(Number);
  return Math.max(0, ...numbers);
}

async function namesIn(place: string): Promise<readonly string[]> {
  try {
    return await readdir(place);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw pathError(error, 'Reading', place);
  }
}

async function isReleased(place: string, number: number): Promise<boolean> {
  return (await namesIn(place)).includes(`${nameOf(number)}.released`);
}

/** link() fails where the name exists: of many at once exactly one succeeds. */
async function claim(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw pathError(error, 'Writing', path);
  }
}

/** What earlier owners have left, once a later number is claimed. */
async function removeBelow(place: string, number: number): Promise<void> {
  for (const name of await readdir(place)) {
    const [digits] = /^\d{4,}/.exec(name) ?? [];
    if (digits === undefined || Number(digits) >= number) continue;
    const owner = /^\d+$/.test(name) ? await readOwner(join(place, name)) : null;
    if (owner?.socket) await rm(join(place, owner.socket), { force: true });
    await rm(join(place, name), { force: true });
  }
}

/** Names the namespace that this process's pids count in. */
async function pidNamespace(): Promise<string | null> {
  return await readlink('/proc/self/ns/pid').catch(() => null);
}

/**
 * Whose claim this is; null where it is gone. Throws `run-in-progress` for one that is not of our shape: whether its
 * owner lives cannot be told, and unknown is not dead.
 */
async function readOwner(path: string): Promise<LockOwner | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw pathError(error, 'Reading', path);
  }
  const parsed = ownerSchema.safeParse(fromJson(text));
  if (parsed.success) return parsed.data;
  throw new EtcdMigrateError(
    'run-in-progress',
    `${path} is a lock that this version of etcd-migrate cannot read, so whether its owner still works here is not known.`,
    { hint: `Make sure that no run is going on in this directory, then remove ${path}.` },
  );
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
