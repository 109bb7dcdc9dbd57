// Owns the second link: etcd's own tool restores the file, and the release starts on what it restored; and so do the
// other releases that were asked for, where etcd can.
// Must not look at the data (content-link.ts).
import { EtcdMigrateError, type FailureCode } from '../errors.ts';
import type { Clock } from '../platform/ports.ts';
import { duration } from '../report/format.ts';
import type { Link } from './links.ts';
import type { KnownRefusal, Restore, RestoredCluster, RestoreRequest } from './ports.ts';

export interface ProvenRestore {
  readonly link: Link;
  /** Cluster of the first request. Null where it did not come up; otherwise the caller's to dispose. */
  readonly cluster: RestoredCluster | null;
}

export interface RestoreOptions {
  readonly restore: Restore;
  readonly clock: Clock;
  /** `clock.monotonicUs()` when the first restore began. */
  readonly startedUs: number;
  /** Exact release that wrote the backup, where somebody says so. */
  readonly madeBy?: string | undefined;
  /** Releases that restore the backup too, one after the other, beside the request's own. */
  readonly others: readonly string[];
  readonly refusalOf: (release: string) => KnownRefusal | undefined;
  /** Compares what a cluster serves with the file, and gives what is wrong, in sentences. */
  readonly compare: (cluster: RestoredCluster, startedUs: number) => Promise<readonly string[]>;
  readonly progress: (doing: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Failures that the backup, and not this machine, is to blame for. */
const ofTheBackup: ReadonlySet<FailureCode> = new Set(['restore-failed', 'member-start-failed']);

/** What came of one restore; an error is one that the backup is to blame for. */
export type RestoreOutcome = RestoredCluster | EtcdMigrateError;

/** Throws what is this machine's trouble: no room, no permission, no port. */
export async function attemptRestore(
  request: RestoreRequest,
  restore: Restore,
  signal: AbortSignal | undefined,
): Promise<RestoreOutcome> {
  try {
    return await restore(request, signal);
  } catch (error) {
    if (error instanceof EtcdMigrateError && ofTheBackup.has(error.code)) return error;
    throw error;
  }
}

/** Judges the restore that the request asked for, and makes and judges those by the other releases. */
export async function proveRestore(
  request: RestoreRequest,
  outcome: RestoreOutcome,
  options: RestoreOptions,
): Promise<ProvenRestore> {
  const { clock, startedUs, refusalOf, progress } = options;
  const linkOf = (verdict: Link['verdict'], evidence: readonly string[], failureReason: FailureCode | null): Link => ({
    name: 'restore',
    verdict,
    evidence,
    failureReason,
    durationMs: (clock.monotonicUs() - startedUs) / 1000,
  });
  if (outcome instanceof EtcdMigrateError) {
    const known = refusalOf(request.release);
    const evidence = [outcome.message, ...(known === undefined ? [] : [`${known.knownAs}: ${known.remedy}`])];
    return { cluster: null, link: linkOf('fail', evidence, outcome.code) };
  }
  const { madeBy } = options;
  const seen = [
    inWords(request, outcome),
    ...(madeBy === undefined || madeBy === request.release ? [] : [`etcd ${madeBy} had written it`]),
  ];
  try {
    for (const release of options.others) {
      progress(`restoring it with etcd ${release}`);
      const other = await tryOther({ ...request, release, atOnce: 1 }, options);
      if (other.wrong !== undefined) {
        await outcome[Symbol.asyncDispose]();
        return { cluster: null, link: linkOf('fail', [other.wrong.why, ...seen], other.wrong.code) };
      }
      seen.push(other.seen);
    }
  } catch (error) {
    await outcome[Symbol.asyncDispose]();
    throw error;
  }
  return { cluster: outcome, link: linkOf('pass', seen, null) };
}

async function tryOther(
  request: RestoreRequest,
  { clock, restore, refusalOf, compare, signal }: RestoreOptions,
): Promise<
  | { readonly wrong: { readonly why: string; readonly code: FailureCode } }
  | { readonly seen: string; readonly wrong?: undefined }
> {
  const startedUs = clock.monotonicUs();
  const outcome = await attemptRestore(request, restore, signal);
  const known = refusalOf(request.release);
  if (outcome instanceof EtcdMigrateError) {
    // Only a refusal that the catalog knows, in the words that it gives, is as it should be: any other failure counts.
    if (known !== undefined && new RegExp(known.pattern).test(outcome.message)) {
      return { seen: `etcd ${request.release} refuses it, as expected (${known.knownAs}): ${known.remedy}` };
    }
    return { wrong: { why: outcome.message, code: outcome.code } };
  }
  await using cluster = outcome;
  const [why] = await compare(cluster, startedUs);
  if (why !== undefined)
    return { wrong: { why: `with etcd ${request.release}: ${why}`, code: 'backup-content-differs' } };
  const surprise = known === undefined ? '' : `, although ${known.knownAs} says that it cannot`;
  return { seen: `${inWords(request, cluster)}, with the same content${surprise}` };
}

function inWords({ voters, release }: RestoreRequest, { restoreMs, startMs }: RestoredCluster): string {
  const members = voters === 1 ? 'one member' : `${voters} members`;
  return `restored for ${members} by the tool of ${release} in ${duration(restoreMs)}, served by etcd ${release} after ${duration(startMs)} more`;
}
