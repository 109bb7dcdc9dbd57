// Owns temporary directories for downloads and builds, and removing those whose owner died.
// Must not know what is put into them.
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { EtcdMigrateError } from '../errors.ts';
import { fileError } from '../platform/files.ts';
import type { Clock } from '../platform/ports.ts';

/** Nothing that we do to obtain a release lasts that long, so an older directory is nobody's. */
const OLDEST_MS = 24 * 3_600_000;
const NAME = /^(?<host>.+)\.(?<pid>\d+)\.[0-9a-f]{8}$/;

export interface Workspace extends AsyncDisposable {
  readonly directory: string;
}

/** A new directory under `parent`, named after this process so that a later one can tell whether it is still wanted. */
export async function createWorkspace(parent: string): Promise<Workspace> {
  const directory = join(parent, `${hostname()}.${process.pid}.${randomBytes(4).toString('hex')}`);
  await makeDirectory(directory);
  return { directory, [Symbol.asyncDispose]: () => removeTree(directory) };
}

/** Makes a directory and its parents. Throws `no-permission` or `no-space`, also where a file is in the way. */
export async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR' || code === 'EEXIST') {
      throw new EtcdMigrateError('no-permission', `${directory} cannot be made: a file is in its place or above it.`, {
        hint: 'Choose another directory with --cache, or move the file away.',
        cause: error,
      });
    }
    throw fileError(error, 'Making the directory', directory);
  }
}

/** Removes the workspaces of dead processes. A directory of another machine (shared cache) goes after a day only. */
export async function sweepWorkspaces(parent: string, clock: Clock): Promise<readonly string[]> {
  let names: readonly string[];
  try {
    names = await readdir(parent);
  } catch (error) {
    // A file in the way is reported by whoever makes the first directory there.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw fileError(error, 'Reading the directory', parent);
  }
  const removed: string[] = [];
  for (const name of names) {
    // Whatever else stands here is not ours: with `--cache .` this is somebody's own `tmp`.
    const owner = NAME.exec(name)?.groups;
    if (owner === undefined) continue;
    const directory = join(parent, name);
    const abandoned = owner['host'] === hostname() && !isAlive(Number(owner['pid']));
    if (abandoned || (await isOld(directory, clock))) {
      await removeTree(directory);
      removed.push(directory);
    }
  }
  return removed;
}

async function isOld(directory: string, clock: Clock): Promise<boolean> {
  try {
    return clock.wallMs() - (await stat(directory)).mtimeMs > OLDEST_MS;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw fileError(error, 'Looking at', directory);
  }
}

async function removeTree(directory: string): Promise<void> {
  try {
    // A killed build's last children may still write for a moment.
    await rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch (error) {
    throw fileError(error, 'Removing', directory);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there is such a process, it is just not ours.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
