// Owns what is to be seen on a member's host: its process, its files, its disk.
// Must not ask etcd anything.
import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostFacts } from '../../engine/ports.ts';
import type { MemberPaths } from './run-state.ts';
import { currentProcess, exitOf } from './switching.ts';
import { listTransactions, mayStillChange, readProgress, type Transaction } from './transactions.ts';

/** On this machine everything can be seen. */
export type Inspected = { readonly [K in Exclude<keyof HostFacts, 'pid'>]: NonNullable<HostFacts[K]> } & Pick<
  HostFacts,
  'pid'
>;

export async function inspectMember(paths: MemberPaths, wallMs: number): Promise<Inspected> {
  // Before the process: what changes in between was then still under way.
  const changing = await isChanging(paths, wallMs);
  const transactions = await listTransactions(paths);
  const current = await currentProcess(transactions);
  const { bavail, bsize } = await statfs(paths.directory);
  return {
    // Pid and start time are the process we started; its argv says less, since a wrapper may become something else.
    running: current?.transaction.request.deployment ?? 'nothing',
    pid: current?.process.pid ?? null,
    changing,
    lastExit: await lastExit(transactions, current?.transaction ?? null),
    raftSnapshots: await raftSnapshotsIn(join(paths.data, 'member', 'snap')),
    databaseBytes: await sizeOf(join(paths.data, 'member', 'snap', 'db')),
    freeBytes: bavail * bsize,
  };
}

async function isChanging(paths: MemberPaths, wallMs: number): Promise<boolean> {
  const newest = (await listTransactions(paths)).at(-1);
  return newest !== undefined && (await mayStillChange(newest, wallMs));
}

async function lastExit(
  transactions: readonly Transaction[],
  current: Transaction | null,
): Promise<NonNullable<HostFacts['lastExit']>> {
  for (const transaction of transactions.toReversed()) {
    if (transaction.number === current?.number) continue;
    const { exit, process } = await readProgress(transaction);
    if (exit !== null) return exitOf(exit);
    // Its parent was killed too, so nobody saw how it ended.
    if (process !== null) return { code: null, signal: null };
  }
  return 'none';
}

/** `<term>-<index>.snap`, both 16 hexadecimal digits; `*.snap.db` are databases received from the leader. */
async function raftSnapshotsIn(directory: string): Promise<Inspected['raftSnapshots']> {
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
