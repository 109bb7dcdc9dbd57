// Owns the first link: the file is whole, it is an etcd database, and it is the one that was meant.
// Must not start anything nor open the file for writing.

import type { FileHandle } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { EtcdMigrateError, type FailureCode } from '../errors.ts';
import { damageIn } from '../etcd/bbolt/damaged.ts';
import { lengthOf, openDatabase } from '../etcd/bbolt/database.ts';
import type { Clock } from '../platform/ports.ts';
import { present } from '../present.ts';
import { digestFile, type FileDigest, type Integrity } from './file-digest.ts';
import { type FileIdentity, openForReading, requireUnchanged } from './file-identity.ts';
import { headBytes, tellFormat } from './foreign-formats.ts';
import type { Link } from './links.ts';
import { compareWithLive, type LiveCluster, type LiveComparison } from './live-cluster.ts';
import { type EarlyFacts, readEarlyFacts, readSnapshot, type SnapshotFacts } from './snapshot.ts';

/** What whoever took the backup, or whoever asks, says of it. Everything is optional: a bare file has none. */
export interface Expected {
  /** Where it is said, for messages: a sidecar's path, or the manifest. */
  readonly source: string;
  readonly sha256?: string;
  readonly revision?: number;
  /** HashKV at that revision. */
  readonly hash?: number;
  /** Id in hexadecimal. */
  readonly clusterId?: string;
  /** Ids of the cluster's members, hexadecimal: a snapshot names no cluster, but its members. */
  readonly memberIds?: readonly string[];
}

export interface ProvenFile {
  readonly link: Link;
  readonly bytes: number;
  /** Identity of the file that all this was said of. */
  readonly identity: FileIdentity;
  /** The file's own time. */
  readonly modifiedMs: number;
  /** Whether etcd's own hash fits; null when the file was no database. */
  readonly integrity: Integrity | null;
  /** SHA-256 of the whole file; null when it was no database, and so was not read to its end. */
  readonly sha256: string | null;
  /** What the database holds; null where the file was not whole. */
  readonly facts: SnapshotFacts | null;
}

export interface FileLinkOptions {
  readonly clock: Clock;
  readonly expected?: Expected | undefined;
  /** Hexadecimal id of the cluster that the backup must be of, whatever stands beside it. */
  readonly clusterId?: string | undefined;
  /** Asks the cluster that the backup should be of; a text says why that could not be asked. */
  readonly live?: (() => Promise<LiveCluster | string>) | undefined;
  /** Number of revisions by which the live cluster may be ahead. */
  readonly rpoRevisions?: number | undefined;
  /**
   * Called once the hash behind the database fits: reading every key of it begins, and something else may begin beside
   * that.
   */
  readonly hashFits?: (early: EarlyFacts) => void;
  readonly progress: (doing: string) => void;
  readonly signal?: AbortSignal | undefined;
}

interface Broken {
  readonly verdict: 'fail' | 'inconclusive';
  readonly reason: FailureCode;
  readonly why: string;
}

/** Throws for a file that cannot be read at all, and `backup-changed` for one that changes meanwhile. */
export async function proveFile(path: string, options: FileLinkOptions): Promise<ProvenFile> {
  const startUs = options.clock.monotonicUs();
  await using file = await openForReading(path);
  const before = await file.stat();
  const bytes = before.size;
  let seen: Seen;
  try {
    seen = await look(file, bytes, options);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    // The trouble is of the disk or the network behind it; errors of our own have no such code.
    if (cause instanceof EtcdMigrateError || typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) throw cause;
    throw new EtcdMigrateError('backup-unreadable', `${path} cannot be read: ${message}.`, { cause });
  }
  await requireUnchanged(path, before);
  const own = brokenBy(seen, options.expected);
  const beside = await besideLive(seen, options);
  // What certainly fails weighs more than what nobody can tell.
  const origin = own?.verdict === 'fail' ? undefined : originOf(options);
  const all = [own, origin, beside.broken].filter((each) => each !== undefined);
  const broken = all.find(({ verdict }) => verdict === 'fail') ?? all[0];
  return {
    bytes,
    identity: before,
    modifiedMs: before.mtimeMs,
    integrity: seen.digest?.integrity ?? null,
    sha256: seen.digest?.sha256 ?? null,
    facts: seen.facts ?? null,
    link: {
      name: 'file',
      verdict: broken?.verdict ?? 'pass',
      evidence: [
        ...(broken ? [broken.why] : []),
        ...tell(bytes, seen.digest, seen.facts),
        ...toldBy(options.expected, own),
        ...beside.seen,
      ],
      failureReason: broken?.reason ?? null,
      durationMs: (options.clock.monotonicUs() - startUs) / 1000,
    },
  };
}

/**
 * A file without a hash of its own is still proven by that of its keys, as the cluster that it is of gave it. By a
 * digest it is not: that may have been made of a copy that was damaged already.
 */
function brokenBy({ broken, digest, facts }: Seen, expected: Expected | undefined): Broken | undefined {
  if (broken !== undefined) return broken;
  if (digest === undefined || facts === undefined) return undefined;
  const strange = unexpected(digest, facts, expected);
  if (strange !== undefined || digest.integrity !== 'absent') return strange;
  if (expected?.hash !== undefined && expected.revision !== undefined) return undefined;
  const why =
    'No hash stands behind the database, as in a copied member/snap/db: its structure is whole, but nothing in the file tells a changed value, nor does a digest that was made of the copy';
  return { verdict: 'inconclusive', reason: 'no-integrity-hash', why };
}

/** A snapshot names its members, but not its cluster: only what stands beside it says of which it is. */
function originOf({ clusterId, expected }: FileLinkOptions): Broken | undefined {
  if (clusterId === undefined || clusterId === expected?.clusterId) return undefined;
  if (expected?.clusterId === undefined) {
    const why = `Nothing beside it says of which cluster it is; it must be of ${clusterId}`;
    return { verdict: 'inconclusive', reason: 'backup-origin-unknown', why };
  }
  const why = `It is of cluster ${expected.clusterId}, by what ${expected.source} says; it must be of ${clusterId}`;
  return { verdict: 'fail', reason: 'backup-foreign', why };
}

async function besideLive(
  { broken, facts }: Seen,
  { live, expected, rpoRevisions }: FileLinkOptions,
): Promise<LiveComparison> {
  if (broken !== undefined || facts === undefined) return { seen: [] };
  if (live === undefined && rpoRevisions === undefined) return { seen: [] };
  const { clusterId } = expected ?? {};
  return compareWithLive(facts, (await live?.()) ?? 'no `connection` names it', {
    ...present({ clusterId, rpoRevisions }),
  });
}

function toldBy(expected: Expected | undefined, broken: Broken | undefined): string[] {
  if (broken !== undefined) return [];
  if (expected !== undefined) return [`all of it as ${expected.source} says`];
  return [
    'it has no sidecar and no checksum: nothing says whether it is the file, of the cluster and the moment, that is meant',
  ];
}

interface Seen {
  readonly digest?: FileDigest;
  readonly facts?: SnapshotFacts;
  readonly broken?: Broken;
}

async function look(file: FileHandle, bytes: number, options: FileLinkOptions): Promise<Seen> {
  if (bytes === 0) return { broken: corrupt('The file is empty') };
  let databaseBytes: number;
  try {
    databaseBytes = lengthOf(openDatabase(file.fd).meta);
  } catch (error) {
    const damage = damageOf(error);
    const format = tellFormat((await file.read(Buffer.alloc(Math.min(headBytes, bytes)), 0, undefined, 0)).buffer);
    const is = format && `The file is ${format.name}, not a database: ${format.advice}`;
    return { broken: corrupt(is ?? `The file is no whole database: ${damage}`) };
  }
  const digest = await digestFile(
    file,
    { bytes, databaseBytes },
    (read) => options.progress(`reading ${percent(read, bytes)} of ${bytes} bytes`),
    options.signal,
  );
  const torn = tornBy(digest, databaseBytes);
  if (torn !== undefined) return { digest, broken: torn };
  let facts: SnapshotFacts;
  try {
    if (digest.integrity === 'matches') options.hashFits?.(readEarlyFacts(file.fd));
    facts = await readSnapshot(file.fd, async (entries) => {
      options.signal?.throwIfAborted();
      options.progress(`${entries} revisions read`);
      await setImmediate();
    });
  } catch (error) {
    return { digest, broken: corrupt(`The database is damaged: ${damageOf(error)}`) };
  }
  const [page] = facts.damagedMetas;
  if (page !== undefined)
    return { digest, facts, broken: corrupt(`Page ${page}, one of the two that say where everything is, is damaged`) };
  return { digest, facts };
}

function tornBy({ integrity, bytes }: FileDigest, databaseBytes: number): Broken | undefined {
  const more = bytes - databaseBytes;
  switch (integrity) {
    case 'differs':
      return corrupt('The hash behind the database is not that of the database');
    case 'followed-by-more':
      return corrupt(`${more - 32} bytes follow the snapshot, which was whole without them`);
    case 'impossible-size':
      return corrupt(`${more} bytes follow the database, which are neither its hash (32) nor room that it has to grow`);
    default:
      return undefined;
  }
}

/** A right hash says that the file is what its writer wrote; only these say that it is the one that is meant. */
function unexpected(digest: FileDigest, facts: SnapshotFacts, expected: Expected | undefined): Broken | undefined {
  if (expected === undefined) return undefined;
  const { source, sha256, revision, hash, memberIds } = expected;
  const foreign = (why: string): Broken => ({ verdict: 'fail', reason: 'backup-foreign', why });
  const ids = facts.members.map(({ id }) => id).sort();
  if (memberIds !== undefined && ids.join() !== [...memberIds].sort().join()) {
    return foreign(`It is of the cluster of members ${ids.join(', ')}; ${source} says ${memberIds.join(', ')}`);
  }
  if (sha256 !== undefined && sha256.toLowerCase() !== digest.sha256) {
    return foreign(`Its SHA-256 is ${digest.sha256}; ${source} says ${sha256}`);
  }
  if (revision !== undefined && revision !== facts.keySpace.revision) {
    return foreign(`It is of revision ${facts.keySpace.revision}; ${source} says ${revision}`);
  }
  if (hash !== undefined && hash !== facts.keySpace.hash) {
    return foreign(`The hash of its keys is ${facts.keySpace.hash}; ${source} says ${hash}`);
  }
  return undefined;
}

function tell(bytes: number, digest: FileDigest | undefined, facts: SnapshotFacts | undefined): string[] {
  const lines = [digest === undefined ? `${bytes} bytes` : `${bytes} bytes, sha256 ${digest.sha256}`];
  if (digest?.integrity === 'matches') lines.push("etcd's own hash behind the database fits");
  if (digest?.integrity === 'absent') lines.push('no hash stands behind the database');
  if (facts === undefined) return lines;
  const { keySpace, members, leases, auth } = facts;
  const line = facts.storageVersion ?? facts.clusterVersion;
  lines.push(
    `${line === null ? 'a store without a version' : `a store of etcd ${line}`} at revision ${keySpace.revision}, compacted up to ${facts.compactRevision}`,
    `${keySpace.keys} keys in ${keySpace.entries} revisions, HashKV ${keySpace.hash}`,
    `${members.length} members, ${leases.length} leases, authentication ${auth.enabled ? 'on' : 'off'} with ${auth.users.length} users and ${auth.roles.length} roles`,
  );
  if (facts.alarms > 0) lines.push(`${facts.alarms} alarms raised: a restored cluster starts with them`);
  return lines;
}

function damageOf(error: unknown): string {
  const damage = damageIn(error);
  if (damage !== undefined) return damage;
  if (error instanceof EtcdMigrateError && error.code === 'backup-corrupt') return String(error.details['how']);
  throw error;
}

function corrupt(why: string): Broken {
  return { verdict: 'fail', reason: 'backup-corrupt', why };
}

function percent(part: number, whole: number): string {
  return `${Math.floor((part / whole) * 100)} %`;
}
