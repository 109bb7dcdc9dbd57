// Owns what is to be seen on a member's host: its process, its files, its disk.
// Must not ask etcd anything.
import { readdir, readFile, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostFacts } from '../../engine/ports.ts';
import type { ProcessIdentity } from '../../platform/process-identity.ts';
import type { MemberPaths } from './run-state.ts';
import { currentProcess, exitOf } from './switching.ts';
import { listTransactions, readProgress, type Transaction } from './transactions.ts';

export async function inspectMember(paths: MemberPaths): Promise<HostFacts> {
  const transactions = await listTransactions(paths);
  const current = await currentProcess(transactions);
  const ours = current !== null && (await runsCommand(current.process, current.transaction.request.argv));
  const { bavail, bsize } = await statfs(paths.directory);
  return {
    running: ours ? current.transaction.request.deployment : null,
    pid: ours ? current.process.pid : null,
    lastExit: await lastExit(transactions, current?.transaction ?? null),
    raftSnapshots: await raftSnapshotsIn(join(paths.data, 'member', 'snap')),
    databaseBytes: await sizeOf(join(paths.data, 'member', 'snap', 'db')),
    freeBytes: bavail * bsize,
  };
}

/**
 * Whether the live process still is what we started. The program's own path is left out: a wrapper script shows as its
 * shell. Without /proc the start time alone has to do.
 */
async function runsCommand({ pid }: ProcessIdentity, argv: readonly string[]): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  try {
    const live = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0').slice(0, -1);
    const wanted = argv.slice(1);
    return wanted.every((argument, index) => live.at(index - wanted.length) === argument);
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

async function lastExit(
  transactions: readonly Transaction[],
  current: Transaction | null,
): Promise<HostFacts['lastExit']> {
  for (const transaction of transactions.toReversed()) {
    if (transaction.number === current?.number) continue;
    const { exit, process } = await readProgress(transaction);
    if (exit !== null) return exitOf(exit);
    // Its parent was killed too, so nobody saw how it ended.
    if (process !== null) return { code: null, signal: null };
  }
  return null;
}

/** `<term>-<index>.snap`, both 16 hexadecimal digits; `*.snap.db` are databases received from the leader. */
async function raftSnapshotsIn(directory: string): Promise<HostFacts['raftSnapshots']> {
  let names: string[];
  try {
    names = await readdir(directory);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
  return names
    .map((name) => /^([0-9a-f]{16})-([0-9a-f]{16})\.snap$/.exec(name))
    .filter((match) => match !== null)
    .map(([, term, index]) => ({ term: BigInt(`0x${term}`), index: BigInt(`0x${index}`) }))
    .sort((a, b) => (a.index === b.index ? 0 : a.index < b.index ? -1 : 1));
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return 0;
    throw error;
  }
}
