// Owns what is to be seen on a member's host: its process, its files, its disk.
// Must not ask etcd anything.
import { join } from 'node:path';
import type { FoundProcess, HostFacts } from '../../engine/ports.ts';
import type { EtcdSettings } from '../../plan/steps.ts';
import { sha256OfFile } from '../../platform/digest.ts';
import { identityLine } from '../../platform/process-identity.ts';
import type { Host, HostFiles, Running, Service } from '../host/ports.ts';
import { mayStillChange } from '../host/progress.ts';
import { listTransactions, type TransactionRequest } from '../host/transactions.ts';
import type { MemberPaths } from './run-state.ts';
import { runningSettings, settingsIn } from './running-settings.ts';

/** On this machine everything can be seen but for a process's settings, sometimes. */
type MayBeNull = 'process' | 'settings' | 'given';
type Inspected = { readonly [K in Exclude<keyof HostFacts, MayBeNull>]: NonNullable<HostFacts[K]> } & Pick<
  HostFacts,
  MayBeNull
>;

export async function inspectMember(host: Host, service: Service, paths: MemberPaths): Promise<Inspected> {
  // What is under way is read before the process: a change between the two reads is then told as still under way.
  const newest = (await listTransactions(host.files, paths)).at(-1);
  const changing = newest !== undefined && (await mayStillChange(host, paths, newest));
  const current = await service.identity();
  const transactions = await listTransactions(host.files, paths);
  // Pid and start time show that it is the process we started; its argv says less, since a wrapper may become something
  // else.
  const started = transactions.find(({ number }) => number === current?.transaction)?.request;
  const given = started ?? transactions.at(-1)?.request;
  return {
    running: current === null ? 'nothing' : (started?.deployment ?? (await foundProcess(current))),
    process: current && { pid: current.process.pid, identity: identityLine(current.process) },
    settings: current === null ? null : await runningSettings(current.process),
    given: given === undefined ? null : await givenSettings(given, paths.directory),
    changing,
    lastExit: (await service.lastExit()) ?? 'none',
    raftSnapshots: await raftSnapshotsIn(host.files, join(paths.data, 'member', 'snap')),
    databaseBytes: (await host.files.stat(paths.database))?.sizeBytes ?? 0,
    freeBytes: await host.files.freeBytes(paths.directory),
    walRoomBytes: await walRoomIn(host.files, join(paths.data, 'member', 'wal'), paths.data),
  };
}

async function foundProcess({ process }: Running): Promise<FoundProcess> {
  try {
    return { executable: await sha256OfFile(`/proc/${process.pid}/exe`) };
  } catch {
    // Gone by now, or another user's.
    return { executable: null };
  }
}

function givenSettings({ argv, environment }: TransactionRequest, directory: string): Promise<EtcdSettings | null> {
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  return settingsIn(argv, variables, directory);
}

/** Before its first start a member has no directory for its WAL; it will be made below its data directory. */
async function walRoomIn(files: HostFiles, wal: string, data: string): Promise<number> {
  const reserved = (await files.list(wal)).filter((name) => name.endsWith('.tmp'));
  const sizes = await Promise.all(reserved.map((name) => files.stat(join(wal, name))));
  const there = (await files.stat(wal)) === null ? data : wal;
  return (await files.freeBytes(there)) + sizes.reduce((sum, stat) => sum + (stat?.sizeBytes ?? 0), 0);
}

/**
 * The raft snapshots by their files' names, `<term>-<index>.snap`, both 16 hexadecimal digits; `*.snap.db` are
 * databases received from the leader.
 */
async function raftSnapshotsIn(files: HostFiles, directory: string): Promise<Inspected['raftSnapshots']> {
  return (await files.list(directory))
    .map((name) => /^([0-9a-f]{16})-([0-9a-f]{16})\.snap$/.exec(name))
    .filter((match) => match !== null)
    .map(([, term, index]) => ({ term: BigInt(`0x${term}`), index: BigInt(`0x${index}`) }))
    .sort((a, b) => (a.index === b.index ? 0 : a.index < b.index ? -1 : 1));
}
