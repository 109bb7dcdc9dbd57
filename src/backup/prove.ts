// Owns the proof of one backup: its links in order, up to the first that breaks.
// Must not know where the file came from, nor how a report shows it.
import type { BackupPolicy } from '../manifest/resolve.ts';
import type { Clock } from '../platform/ports.ts';
import { proveContent } from './content-link.ts';
import type { Expectations } from './expectations.ts';
import { requireUnchanged } from './file-identity.ts';
import { type Expected, type ProvenFile, proveFile } from './file-link.ts';
import { type ChainVerdict, type Link, verdictOfChain } from './links.ts';
import type { LiveCluster } from './live-cluster.ts';
import type { KnownRefusal, ReleaseFor, Restore, RestoredCluster, TryUse } from './ports.ts';
import { lineThatWrote, type RestoringAhead, restoringAhead } from './restore-ahead.ts';
import { proveRestore } from './restore-link.ts';
import type { SnapshotFacts } from './snapshot.ts';
import { proveTime, type Rpo, type Rto, type TakenAt } from './time-link.ts';
import { proveUse } from './use-link.ts';

export interface ProofRequest {
  readonly path: string;
  readonly voters: number;
  /** Exact release that restores it; undefined: the one that wrote it, or else the newest of its line. */
  readonly release?: string;
  /** Exact releases that must be able to restore it too, unless the catalog says that they cannot. */
  readonly otherReleases: readonly string[];
  /** Exact release that wrote the backup; undefined: only the file's own word for its line is known. */
  readonly madeBy?: string;
  readonly expected?: Expected;
  /** Hexadecimal id of the cluster that the backup must be of. */
  readonly clusterId?: string;
  /** Asks the cluster that the backup should be of, or says why that cannot be asked; undefined: nobody named one. */
  readonly live?: () => Promise<LiveCluster | string>;
  readonly policy: BackupPolicy;
  readonly expect: Expectations;
  /** Milliseconds that bringing the backup here took, with whatever came with it; undefined: it was here. */
  readonly fetchMs?: number | undefined;
  /** When the data were as the backup has them; undefined: the file's own time counts. */
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
  /** Called when a link has ended. */
  readonly ended: (link: Link) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface BackupProof extends ChainVerdict {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string | null;
  readonly facts: SnapshotFacts | null;
  /** Release that restored the backup and served it; null where the chain did not come so far. */
  readonly release: string | null;
  readonly links: readonly Link[];
  readonly rpo: Rpo | null;
  readonly rto: Rto | null;
  /** Wall milliseconds of when the backup was taken; null where nobody recorded it. */
  readonly takenAt: number | null;
  /** Id of the cluster by what stands beside the backup; null where nothing does. */
  readonly clusterId: string | null;
}

/**
 * Throws what is this machine's trouble, or the command line's, never what the backup is to blame for; `backup-changed`
 * where another file stands there at the end.
 */
export async function proveBackup(request: ProofRequest, tools: ProofTools): Promise<BackupProof> {
  const { clock, signal } = tools;
  await using ahead = restoringAhead(request, tools);
  const file = await proveFile(request.path, {
    clock,
    expected: request.expected,
    progress: tools.progress,
    signal,
    clusterId: request.clusterId,
    live: request.live,
    rpoRevisions: request.policy.rpoRevisions,
    hashFits: (early) => ahead.begin(early, false),
  });
  tools.ended(file.link);
  const chain: Chain = { links: [file.link], release: null, rpo: null, rto: null };
  if (file.link.verdict !== 'fail' && file.facts !== null) {
    try {
      await proveFurther(chain, { file, facts: file.facts }, ahead, request, tools);
    } catch (error) {
      signal?.throwIfAborted();
      await requireUnchanged(request.path, file.identity);
      throw error;
    }
    // Each restore opens the backup by its name: what another file made of one is nothing of this one's.
    await requireUnchanged(request.path, file.identity);
  }
  const { path, takenAt, expected } = request;
  const { bytes, sha256, facts } = file;
  return {
    path,
    bytes,
    sha256,
    facts,
    clusterId: expected?.clusterId ?? null,
    takenAt: takenAt?.by === 'recorded' ? takenAt.wallMs : null,
    ...chain,
    ...verdictOfChain(chain.links),
  };
}

/** What has been proven so far. */
interface Chain extends Pick<BackupProof, 'release' | 'rpo' | 'rto'> {
  readonly links: Link[];
  release: string | null;
  rpo: Rpo | null;
  rto: Rto | null;
}

/** Proves the links behind that of the file, up to the first that fails. */
async function proveFurther(
  chain: Chain,
  { file, facts }: { readonly file: ProvenFile; readonly facts: SnapshotFacts },
  ahead: RestoringAhead,
  request: ProofRequest,
  tools: ProofTools,
): Promise<void> {
  const { clock, signal } = tools;
  const add = (link: Link): boolean => {
    chain.links.push(link);
    tools.ended(link);
    return link.verdict !== 'fail';
  };
  ahead.begin(facts, true);
  tools.progress('restoring it');
  const { restoring, startedUs, outcome } = await ahead.end();
  const { release } = restoring;
  chain.release = release;
  const content = (cluster: RestoredCluster, since: number, expect: Expectations) =>
    proveContent(facts, cluster, { clock, startedUs: since, expect, signal });
  const line = lineThatWrote(facts);
  const restored = await proveRestore(restoring, outcome, {
    ...tools,
    startedUs,
    madeBy: request.madeBy,
    others: request.otherReleases.filter((other) => other !== release),
    refusalOf: (by) => (line === undefined ? undefined : tools.refusalOf(line, by)),
    compare: async (cluster, since) => {
      const { verdict, evidence } = await content(cluster, since, { keys: [] });
      return verdict === 'pass' ? [] : evidence;
    },
  });
  if (!add(restored.link) || restored.cluster === null) return;
  await using cluster = restored.cluster;
  const { restoreMs, startMs } = cluster;

  tools.progress('comparing what it serves with the file');
  if (!add(await content(cluster, startedUs, request.expect))) return;
  const watchSafe = tools.restoresWatchSafe(release);
  if (!add(await proveUse(facts, restoring, cluster, { ...tools, watchSafe }))) return;
  const taken = request.takenAt ?? { wallMs: file.modifiedMs, by: 'file-time' };
  const { fetchMs } = request;
  const { link, rpo, rto } = proveTime({ fetchMs, restoreMs, startMs }, taken, request.policy, clock.wallMs());
  add(link);
  chain.rpo = rpo;
  chain.rto = rto;
}
