// Owns what a snapshot holds beside its key space: the store's own record, members, leases, users and roles.
// Must not judge it (file-link.ts).
import { EtcdMigrateError } from '../errors.ts';
import { type Database, type Entry, lengthOf, openDatabase } from '../etcd/bbolt/database.ts';
import { type KeySpace, readKeySpace } from './key-space.ts';
import { parseRevision } from './key-value.ts';
import { type AuthFacts, roleOf, userOf } from './stored-auth.ts';
import { readFields } from './stored-fields.ts';

export interface SnapshotMember {
  /** Id in hexadecimal, as etcd prints it. */
  readonly id: string;
  readonly name: string;
  readonly peerUrls: readonly string[];
  readonly isLearner: boolean;
}

export interface SnapshotLease {
  /** Id in hexadecimal. */
  readonly id: string;
  /** Seconds that the lease has after a restore: all of its time, or what a checkpoint left of it. */
  readonly ttlSeconds: number;
}

export interface SnapshotFacts {
  /** Length of the database by its own account. */
  readonly databaseBytes: number;
  readonly pageSize: number;
  readonly damagedMetas: readonly number[];
  readonly keySpace: KeySpace;
  /** Revision up to which everything was compacted, or is about to be; 0 when the store was never compacted. */
  readonly compactRevision: number;
  /** Whether the store had removed what it had compacted. */
  readonly compactionDone: boolean;
  /** Version that the store itself says from 3.6 on, such as "3.6.0"; null before. */
  readonly storageVersion: string | null;
  /** The cluster's version when the snapshot was taken, such as "3.5.0"; null in a store that has none yet. */
  readonly clusterVersion: string | null;
  readonly members: readonly SnapshotMember[];
  readonly leases: readonly SnapshotLease[];
  readonly auth: AuthFacts;
  /** Number of raised alarms, of space or corruption. */
  readonly alarms: number;
}

/** What the first pages say, long before every key is read. */
export type EarlyFacts = Pick<SnapshotFacts, 'databaseBytes' | 'storageVersion' | 'clusterVersion' | 'auth'>;

/** Throws as `readSnapshot` does; what is not looked at here may be damaged still. */
export function readEarlyFacts(fd: number): EarlyFacts {
  const database = openWhole(fd);
  return factsOf(database, all(database, 'meta'));
}

/** Buckets that every etcd since 3.3 makes when it starts (server/storage/schema/bucket.go). */
const required = ['auth', 'authRoles', 'authUsers', 'cluster', 'key', 'lease', 'members', 'meta'];
/** Buckets that `factsOf` and the key space read. */
const read = new Set([...required, 'alarm']);

/**
 * Reads every page of the database. The file must stay open and unchanged. Throws `etcd-refused` of class `corrupt` or
 * `backup-corrupt` where it is damaged.
 */
export async function readSnapshot(fd: number, breathe: (entries: number) => Promise<void>): Promise<SnapshotFacts> {
  const database = openWhole(fd);
  const meta = all(database, 'meta');
  const compaction = compactionOf(meta);
  let isFirst = true;
  const entries = () => {
    // A database remembers what it has read, to find pages that hang in it twice.
    const each = (isFirst ? database : openDatabase(fd)).entries('key');
    isFirst = false;
    return each;
  };
  const keySpace = await readKeySpace(entries, compaction.compactRevision, breathe);
  const facts = { ...factsOf(database, meta), ...compaction, keySpace };
  const known = new Set(facts.leases.map(({ id }) => id));
  const strange = [...keySpace.leases].filter((id) => !known.has(id)).length;
  // etcd removes a lease and its keys in one transaction: such keys would stay for ever.
  if (strange > 0) throw corrupt(`its keys hang on ${strange} leases that it does not have`);
  for (const name of database.buckets) if (!read.has(name)) countOf(database, name);
  database.requireEveryPage();
  return facts;
}

function openWhole(fd: number): Database {
  const database = openDatabase(fd);
  const missing = required.filter((name) => !database.buckets.includes(name));
  if (missing.length > 0) throw corrupt(`it has no bucket ${missing.join(', ')}, so it is no etcd database`);
  return database;
}

/** A server that opens the store goes on with a compaction that was begun. */
function compactionOf(meta: Map<string, Buffer>): Pick<SnapshotFacts, 'compactRevision' | 'compactionDone'> {
  const revisionOf = (key: string): number => {
    const value = meta.get(key);
    return value === undefined ? 0 : parseRevision(value).main;
  };
  const [scheduled, finished] = [revisionOf('scheduledCompactRev'), revisionOf('finishedCompactRev')];
  return { compactRevision: Math.max(scheduled, finished), compactionDone: scheduled <= finished };
}

function factsOf(
  database: Database,
  meta: Map<string, Buffer>,
): Omit<SnapshotFacts, 'keySpace' | 'compactRevision' | 'compactionDone'> {
  const auth = all(database, 'auth');
  return {
    databaseBytes: lengthOf(database.meta),
    pageSize: database.meta.pageSize,
    damagedMetas: database.damagedMetas,
    storageVersion: meta.get('storageVersion')?.toString('latin1') ?? null,
    clusterVersion: all(database, 'cluster').get('clusterVersion')?.toString('latin1') ?? null,
    members: [...all(database, 'members')].map(([id, value]) => memberOf(id, value)),
    leases: Array.from(database.entries('lease'), leaseOf),
    auth: {
      enabled: auth.get('authEnabled')?.[0] === 1,
      users: Array.from(database.entries('authUsers'), userOf),
      roles: Array.from(database.entries('authRoles'), roleOf),
    },
    alarms: countOf(database, 'alarm'),
  };
}

function memberOf(id: string, value: Buffer): SnapshotMember {
  try {
    const { name, peerURLs, isLearner } = JSON.parse(value.toString()) as Record<string, unknown>;
    const peerUrls = Array.isArray(peerURLs) ? peerURLs.map(String) : [];
    return { id, name: typeof name === 'string' ? name : '', peerUrls, isLearner: isLearner === true };
  } catch {
    throw corrupt(`the record of member ${id} is no JSON`); // the message leaves the text out, which may be anything
  }
}

/** `leasepb.Lease` (server/lease/leasepb/lease.proto): id, time to live, and what a checkpoint says is left of it. */
function leaseOf({ key, value }: Entry): SnapshotLease {
  const id = key.toString('hex').replace(/^0+(?=.)/, '');
  let [ttl, remaining] = [0, 0];
  readFields(`lease ${id}`, value, (tag, reader) => {
    if (tag === 0x10) ttl = Number(reader.int64());
    else if (tag === 0x18) remaining = Number(reader.int64());
    else return false;
    return true;
  });
  return { id, ttlSeconds: remaining > 0 ? remaining : ttl };
}

function all(database: Database, bucket: string): Map<string, Buffer> {
  return new Map(
    Array.from(database.entries(bucket), ({ key, value }) => [key.toString('latin1'), Buffer.from(value)] as const),
  );
}

function countOf(database: Database, bucket: string): number {
  let entries = 0;
  for (const _ of database.entries(bucket)) entries++;
  return entries;
}

function corrupt(how: string): EtcdMigrateError {
  return new EtcdMigrateError('backup-corrupt', `The snapshot is damaged: ${how}.`, { details: { how } });
}
