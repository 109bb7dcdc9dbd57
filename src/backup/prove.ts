// Owns the proof of one backup: its links in order, up to the first that breaks.
// Must not know where the file came from, nor how a report shows it.
import { lineOf } from '../catalog/version.ts';
import { EtcdMigrateError } from '../errors.ts';
import type { BackupPolicy } from '../manifest/resolve.ts';
import type { Clock } from '../platform/ports.ts';
import { proveContent } from './content-link.ts';
import type { Expectations } from './expectations.ts';
import { type Expected, proveFile } from './file-link.ts';
import { type ChainVerdict, type Link, verdictOfChain } from './links.ts';
import type { LiveCluster } from './live-cluster.ts';
import type { KnownRefusal, ReleaseFor, Restore, RestoredCluster, RestoreRequest, TryUse } from './ports.ts';
import { attemptRestore, proveRestore, type RestoreOutcome } from './restore-link.ts';
import type { EarlyFacts, SnapshotFacts } from './snapshot.ts';
import { proveTime, type Rpo, type Rto, type TakenAt } from './time-link.ts';
import { proveUse } from './use-link.ts';

export interface ProofRequest {
  readonly path: string;
  readonly voters: number;
  /** Exact release that restores it; undefined: the newest of the line that wrote it. */
  readonly release?: string;
  /** Exact releases that must be able to restore it too, unless the catalog says that they cannot. */
  readonly otherReleases: readonly string[];
  readonly expected?: Expected;
  /** That it must be of, hexadecimal. */
  readonly clusterId?: string;
  /** Asks the cluster that it should be of, or says why that cannot be asked; undefined: nobody named one. */
  readonly live?: () => Promise<LiveCluster | string>;
  readonly policy: BackupPolicy;
  readonly expect: Expectations;
  /** Undefined: the file's own time. */
  readonly takenAt?: TakenAt;
}

export interface ProofTools {
  readonly clock: Clock;
  readonly restore: Restore;
  readonly tryUse: TryUse;
  readonly releaseFor: ReleaseFor;
  readonly restoresWatchSafe: (release: string) => boolean;
  /** Why members of a release must refuse a snapshot that a line wrote; undefined where they must take it. */
  readonly refusalOf: (made: string, release: string) => KnownRefusal | undefined;
  readonly progress: (doing: string) => void;
  /** A link has ended. */
  readonly ended: (link: Link) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface BackupProof extends ChainVerdict {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string | null;
  readonly facts: SnapshotFacts | null;
  /** That restored it and served it; null where the chain did not come so far. */
  readonly release: string | null;
  readonly links: readonly Link[];
  readonly rpo: Rpo | null;
  readonly rto: Rto | null;
  /** Wall time, milliseconds; null where nobody recorded it. */
  readonly takenAt: number | null;
  /** By what stands beside it; null where nothing does. */
  readonly clusterId: string | null;
}

/** Throws what is this machine's trouble, or the command line's; never what the backup is to blame for. */
export async function proveBackup(request: ProofRequest, tools: ProofTools): Promise<BackupProof> {
  const { clock, signal } = tools;
  const links: Link[] = [];
  const add = (link: Link): boolean => {
    links.push(link);
    tools.ended(link);
    return link.verdict !== 'fail';
  };
  await using ahead = restoringAhead(request, tools);
  const file = await proveFile(request.path, {
    ...{ clock, expected: request.expected, progress: tools.progress, signal },
    ...{ clusterId: request.clusterId, live: request.live, rpoRevisions: request.policy.rpoRevisions },
    hashFits: (early) => ahead.begin(early, false),
  });
  const ended = (release: string | null, times: Pick<BackupProof, 'rpo' | 'rto'>): BackupProof => {
    const { bytes, sha256, facts } = file;
    const takenAt = request.takenAt?.by === 'recorded' ? request.takenAt.wallMs : null;
    const clusterId = request.expected?.clusterId ?? null;
    const { path } = request;
    return { path, bytes, sha256, facts, takenAt, clusterId, release, links, ...times, ...verdictOfChain(links) };
  };
  const broken = (release: string | null) => ended(release, { rpo: null, rto: null });
  const { facts } = file;
  if (!add(file.link) || facts === null) return broken(null);

  ahead.begin(facts, true);
  tools.progress('restoring it');
  const { restoring, startedUs, outcome } = await ahead.end();
  const { release } = restoring;
  const content = (cluster: RestoredCluster, since: number, expect: Expectations) =>
    proveContent(facts, cluster, { clock, startedUs: since, expect, signal });
  const line = lineThatWrote(facts);
  const restored = await proveRestore(restoring, outcome, {
    ...tools,
    startedUs,
    others: request.otherReleases.filter((other) => other !== release),
    refusalOf: (by) => (line === undefined ? undefined : tools.refusalOf(line, by)),
    compare: async (cluster, since) => {
      const { verdict, evidence } = await content(cluster, since, { keys: [] });
      return verdict === 'pass' ? [] : evidence;
    },
  });
  if (!add(restored.link) || restored.cluster === null) return broken(release);
  await using cluster = restored.cluster;
  const { restoreMs, startMs } = cluster;

  tools.progress('comparing what it serves with the file');
  if (!add(await content(cluster, startedUs, request.expect))) return broken(release);
  const watchSafe = tools.restoresWatchSafe(release);
  if (!add(await proveUse(facts, restoring, cluster, { ...tools, watchSafe }))) return broken(release);
  const taken = request.takenAt ?? { wallMs: file.modifiedMs, by: 'file-time' };
  const { link, ...times } = proveTime({ restoreMs, startMs }, taken, request.policy, clock.wallMs());
  add(link);
  return ended(release, times);
}

interface Ahead {
  readonly restoring: RestoreRequest;
  /** `clock.monotonicUs()` when it began. */
  readonly startedUs: number;
  readonly outcome: RestoreOutcome;
}

/**
 * A restore that begins as soon as the hash behind the database fits: reading every key takes as long as etcd's tool
 * does. Disposing it before its end stops it and removes what it made.
 */
function restoringAhead(request: ProofRequest, tools: ProofTools) {
  const stop = new AbortController();
  const signal = tools.signal === undefined ? stop.signal : AbortSignal.any([stop.signal, tools.signal]);
  let work: Promise<Ahead> | undefined;
  let taken = false;
  const restore = async (early: EarlyFacts, skipHashCheck: boolean): Promise<Ahead> => {
    const line = lineThatWrote(early);
    const release = request.release ?? (await tools.releaseFor(requireLine(line, request.path), signal));
    const restoring: RestoreRequest = {
      ...{ snapshot: request.path, release, voters: request.voters, skipHashCheck },
      ...{ auth: early.auth.enabled, databaseBytes: early.databaseBytes },
    };
    const startedUs = tools.clock.monotonicUs();
    return { restoring, startedUs, outcome: await attemptRestore(restoring, tools.restore, signal) };
  };
  return {
    /** Does nothing where it has begun. */
    begin: (early: EarlyFacts, skipHashCheck: boolean): void => {
      work ??= restore(early, skipHashCheck);
      work.catch(() => undefined); // told by `end`
    },
    /** What came of it; a cluster is the caller's then. */
    end: async (): Promise<Ahead> => {
      if (work === undefined)
        throw new EtcdMigrateError('internal-error', 'A restore was waited for that never began.');
      const done = await work;
      taken = true;
      return done;
    },
    [Symbol.asyncDispose]: async (): Promise<void> => {
      if (taken) return;
      stop.abort(new EtcdMigrateError('interrupted', 'The restore is not needed any more.'));
      const done = await work?.catch(() => undefined); // it leaves nothing, whatever ended it
      if (done !== undefined && !(done.outcome instanceof EtcdMigrateError)) await done.outcome[Symbol.asyncDispose]();
    },
  };
}

/** From 3.6 on the store says it itself; before, the cluster's version does, once it had one. */
function lineThatWrote({ storageVersion, clusterVersion }: EarlyFacts): string | undefined {
  const version = storageVersion ?? clusterVersion;
  return version === null ? undefined : lineOf(version);
}

function requireLine(line: string | undefined, path: string): string {
  if (line !== undefined) return line;
  throw new EtcdMigrateError('usage', `${path} does not say which etcd wrote it: the store has no version yet.`, {
    hint: 'Name the release with --release.',
  });
}
