// Owns where a run keeps its cluster on disk, and `cluster.json`: all that is needed to take the members over.
// Must not start, stop or look at processes.
import { chmod, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Credentials, Member } from '../../engine/ports.ts';
import { EtcdMigrateError } from '../../errors.ts';
import type { EtcdSettings } from '../../plan/steps.ts';
import { writeFileAtomic } from '../../platform/files.ts';
import type { ProcessIdentity } from '../../platform/process-identity.ts';

export interface RunState {
  readonly schemaVersion: 1;
  readonly runId: string;
  readonly createdAt: string;
  /** The process that made the cluster. Who works on it later holds the lock of the output directory. */
  readonly owner: ProcessIdentity;
  readonly members: readonly Member[];
  readonly settings: EtcdSettings;
  /** Made for this run only; the file is readable by its owner alone. */
  readonly credentials: Credentials;
  /** False until every member has answered once. */
  readonly provisioned: boolean;
}

export interface RunPaths {
  readonly directory: string;
  readonly state: string;
  readonly hostScript: string;
  /** While it exists no transaction starts a process. */
  readonly closing: string;
  readonly releases: string;
  readonly tls: string;
  readonly members: string;
}

export interface MemberPaths {
  readonly directory: string;
  readonly data: string;
  readonly log: string;
  readonly hostLog: string;
  readonly transactions: string;
}

const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** Names become directories: anything else than letters, digits, dots, dashes and underscores is a bug upstream. */
export function requireSafeName(name: string, what: string): string {
  if (!SAFE_NAME.test(name)) throw new EtcdMigrateError('internal-error', `"${name}" cannot be the name of a ${what}.`);
  return name;
}

export function runsDirectory(stateDir: string): string {
  return join(stateDir, 'runs');
}

export function runPaths(stateDir: string, runId: string): RunPaths {
  const directory = join(runsDirectory(stateDir), requireSafeName(runId, 'run'));
  return {
    directory,
    state: join(directory, 'cluster.json'),
    hostScript: join(directory, 'host.sh'),
    closing: join(directory, 'closing'),
    releases: join(directory, 'releases'),
    tls: join(directory, 'tls'),
    members: join(directory, 'members'),
  };
}

export function memberPaths(run: RunPaths, name: string): MemberPaths {
  const directory = join(run.members, requireSafeName(name, 'member'));
  return {
    directory,
    data: join(directory, 'data'),
    log: join(directory, 'etcd.log'),
    hostLog: join(directory, 'host.log'),
    transactions: join(directory, 'transactions'),
  };
}

/** Makes a directory for our eyes only; file errors become ours. A file in the way counts as "cannot be written". */
export async function makePrivateDirectory(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await chmod(path, 0o700);
  } catch (error) {
    throw writingFailed(path, await realCause(path, error));
  }
}

/** On a read-only file system Node's recursive mkdir says "no such file": make the first missing one by itself. */
async function realCause(path: string, error: unknown): Promise<unknown> {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return error;
  const parent = dirname(path);
  try {
    await mkdir(path, { mode: 0o700 });
    return error;
  } catch (plain) {
    if ((plain as NodeJS.ErrnoException).code === 'ENOENT' && parent !== path) return realCause(parent, plain);
    return plain;
  }
}

/** Errors of writing below `path`, named after their cause. */
export function writingFailed(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (error instanceof EtcdMigrateError) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new EtcdMigrateError('no-space', `${path} cannot be written: the disk is full.`, { cause: error });
  }
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) {
    return new EtcdMigrateError('no-permission', `${path} cannot be written: ${(error as Error).message}.`, {
      cause: error,
    });
  }
  return error;
}

export async function writeRunState(paths: RunPaths, state: RunState): Promise<void> {
  try {
    await writeFileAtomic(paths.state, `${JSON.stringify(state, null, 2)}\n`, 0o600);
  } catch (error) {
    throw writingFailed(paths.state, error);
  }
}

/** Null when the run does not exist or was broken off before its first line. */
export async function readRunState(paths: RunPaths): Promise<RunState | null> {
  let text: string;
  try {
    text = await readFile(paths.state, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
  try {
    const state = JSON.parse(text) as RunState;
    if (state.schemaVersion === 1) return state;
  } catch (error) {
    throw new EtcdMigrateError('journal-damaged', `${paths.state} is not readable JSON.`, { cause: error });
  }
  throw new EtcdMigrateError('journal-damaged', `${paths.state} was written by another version of etcd-migrate.`);
}

/** Directory names below `runs/`; empty when there are none. */
export async function runIdsIn(stateDir: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(runsDirectory(stateDir), { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory() && SAFE_NAME.test(entry.name)).map((entry) => entry.name);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}
