// Owns the numbered transactions of a member on disk: making one, starting its host script, reading how far it came.
// Must not wait for anything nor know what a good end is (switching.ts).
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EtcdMigrateError } from '../../errors.ts';
import type { Deployment } from '../../plan/steps.ts';
import { writeFileAtomic } from '../../platform/files.ts';
import { isAlive, type ProcessIdentity } from '../../platform/process-identity.ts';
import { type MemberPaths, makePrivateDirectory, writingFailed } from './run-state.ts';

const CONFIG_FILE = 'etcd.yaml';

export interface TransactionRequest {
  readonly action: 'switch' | 'kill';
  readonly deployment: Deployment;
  readonly argv: readonly string[];
  /** Who made it: while that process lives, the script may still be about to start. */
  readonly creator: ProcessIdentity;
}

export interface Transaction {
  readonly number: number;
  readonly directory: string;
  readonly request: TransactionRequest;
}

/** What the host script has written down so far. Times are seconds on the host's own clock (`hostSeconds`). */
export interface TransactionProgress {
  readonly claimed: boolean;
  readonly host: ProcessIdentity | null;
  readonly begun: number | null;
  readonly failed: 'stop' | 'closing' | 'abandoned' | null;
  readonly stopped: { readonly at: number; readonly logBytes: number } | null;
  readonly process: ProcessIdentity | null;
  readonly started: number | null;
  /** As the shell has it: 128 + n for signal n. */
  readonly exit: number | null;
}

/** Oldest first. */
export async function listTransactions(paths: MemberPaths): Promise<readonly Transaction[]> {
  let names: string[];
  try {
    names = await readdir(paths.transactions);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const numbers = names
    .filter((name) => /^\d{4,}$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
  return Promise.all(
    numbers.map(async (number) => {
      const directory = directoryOf(paths, number);
      const request = JSON.parse(await readFile(join(directory, 'request.json'), 'utf8')) as TransactionRequest;
      return { number, directory, request };
    }),
  );
}

/**
 * Makes the transaction that follows number `after`. Null when somebody else made it in the same moment: look again.
 * It is written beside its place and renamed into it, so it is there whole or not at all, and of two callers exactly
 * one wins.
 */
export async function createTransaction(
  paths: MemberPaths,
  after: number,
  make: (directory: string) => { readonly request: TransactionRequest; readonly configFile?: string },
): Promise<Transaction | null> {
  const number = after + 1;
  const directory = directoryOf(paths, number);
  const { request, configFile } = make(directory);
  await makePrivateDirectory(paths.transactions);
  let draft: string | undefined;
  try {
    draft = await mkdtemp(join(paths.transactions, 'draft-'));
    if (configFile !== undefined) await writeFileAtomic(join(draft, CONFIG_FILE), configFile, 0o600);
    await writeFileAtomic(join(draft, 'request.json'), JSON.stringify(request), 0o600);
    await rename(draft, directory);
  } catch (error) {
    if (draft !== undefined) await rm(draft, { recursive: true, force: true });
    if (['EEXIST', 'ENOTEMPTY'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw writingFailed(directory, error);
  }
  return { number, directory, request };
}

export function configFileIn(directory: string): string {
  return join(directory, CONFIG_FILE);
}

export interface HostStart {
  readonly hostScript: string;
  readonly closing: string;
  readonly stopLimitMs: number;
  readonly old: ProcessIdentity | null;
  /** The whole environment of the script and of etcd: nothing of ours leaks in. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Starts the transaction's host script in a session of its own and lets go of it. */
export async function startHost(paths: MemberPaths, transaction: Transaction, start: HostStart): Promise<void> {
  const { request } = transaction;
  const log = await open(paths.hostLog, 'a', 0o600).catch((error: unknown) => {
    throw writingFailed(paths.hostLog, error);
  });
  try {
    const child = spawn(
      '/bin/sh',
      [
        start.hostScript,
        transaction.directory,
        start.closing,
        paths.log,
        request.action === 'kill' ? 'KILL' : 'TERM',
        String(start.stopLimitMs),
        String(start.old?.pid ?? 0),
        start.old?.startTime ?? '-',
        ...request.argv,
      ],
      {
        cwd: paths.directory,
        env: { ...start.environment },
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
      },
    );
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (error) =>
        reject(new EtcdMigrateError('tool-failed', `/bin/sh cannot be started: ${error.message}`, { cause: error })),
      );
    });
    child.unref();
  } finally {
    await log.close();
  }
}

/** Makes sure that the script of this transaction never runs, unless it already does. True when it never will. */
export async function abandon(transaction: Transaction): Promise<boolean> {
  try {
    await mkdir(join(transaction.directory, 'claim'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw writingFailed(transaction.directory, error);
  }
  await writeFile(join(transaction.directory, 'failed'), 'abandoned\n');
  return true;
}

export async function readProgress({ directory }: Transaction): Promise<TransactionProgress> {
  // Later files first: what is read last is then at least as new as what was read before it.
  const exit = await readText(join(directory, 'exit'));
  const started = await readText(join(directory, 'started'));
  const process = await readText(join(directory, 'process'));
  const stopped = await readText(join(directory, 'stopped'));
  const failed = await readText(join(directory, 'failed'));
  const begun = await readText(join(directory, 'begun'));
  const host = await readText(join(directory, 'host'));
  const [stoppedAt, logBytes] = stopped?.trim().split(/\s+/) ?? [];
  return {
    claimed: host !== null || (await exists(join(directory, 'claim'))),
    host: parseIdentity(host),
    begun: begun === null ? null : Number(begun),
    failed: failed === null ? null : (failed.trim() as 'stop' | 'closing' | 'abandoned'),
    stopped: stoppedAt === undefined ? null : { at: Number(stoppedAt), logBytes: Number(logBytes ?? 0) },
    process: parseIdentity(process),
    started: started === null ? null : Number(started),
    exit: exit === null ? null : Number(exit),
  };
}

/** From making a transaction to its script's first sign of life. */
export const HOST_START_LIMIT_MS = 10_000;

/**
 * Whether an onlooker must expect that something still happens. Unlike the transaction's own watcher he cannot abandon
 * it: a script that its dead creator started just before may not have given a sign of life yet.
 */
export async function mayStillChange(transaction: Transaction, wallMs: number): Promise<boolean> {
  const progress = await readProgress(transaction);
  if (await isUnderWay(transaction, progress)) return true;
  if (progress.process !== null || progress.failed !== null || progress.host !== null) return false;
  // A clock that was set back says nothing about the age, and then long silence is assumed.
  const ageMs = wallMs - (await stat(join(transaction.directory, 'request.json'))).mtimeMs;
  return ageMs >= 0 && ageMs < HOST_START_LIMIT_MS;
}

/** Whether the script may still do something about this transaction. */
export async function isUnderWay(transaction: Transaction, progress: TransactionProgress): Promise<boolean> {
  if (progress.process !== null || progress.failed !== null) return false;
  if (progress.host !== null) return isAlive(progress.host);
  return isAlive(transaction.request.creator);
}

/** The clock of the host script: /proc/uptime where there is one, otherwise whole seconds. */
export async function hostSeconds(wallMs: () => number): Promise<number> {
  const uptime = await readText('/proc/uptime');
  return uptime === null ? Math.floor(wallMs() / 1000) : Number(uptime.split(' ')[0]);
}

function directoryOf(paths: MemberPaths, number: number): string {
  return join(paths.transactions, String(number).padStart(4, '0'));
}

/** Of "<pid> <start time>" in a file; null where there is none. */
export async function readIdentity(path: string): Promise<ProcessIdentity | null> {
  return parseIdentity(await readText(path));
}

function parseIdentity(text: string | null): ProcessIdentity | null {
  const match = /^(\d+) (.*)$/.exec(text?.trim() ?? '');
  if (match) return { pid: Number(match[1]), startTime: match[2] ?? '' };
  // Ended before its start time could be read.
  return /^\d+$/.test(text?.trim() ?? '') ? { pid: Number(text?.trim()), startTime: '' } : null;
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
