// Owns the fifth link: how long a recovery by this backup takes, how old its data are, and whether policy allows both.
// Must not measure anything itself.
import type { FailureCode } from '../errors.ts';
import type { BackupPolicy } from '../manifest/resolve.ts';
import { duration } from '../report/format.ts';
import type { Link } from './links.ts';

/** When the data were as the backup has them. A snapshot itself does not say. */
export interface TakenAt {
  readonly wallMs: number;
  /**
   * Who says so. `recorded`: whoever took it; `file-time`: the file's own time, which a copy renews, so that data may
   * be older.
   */
  readonly by: 'recorded' | 'file-time';
}

/** How old the data are. */
export interface Rpo {
  readonly ageMs: number;
  readonly by: TakenAt['by'];
  readonly limitMs: number | null;
}

/** How long a recovery takes here, by stage. */
export interface Rto {
  /** Milliseconds of the manifest's own command, for all that it brought; null where the backup was here. */
  readonly fetchMs: number | null;
  /** Milliseconds of etcd's own tool, for all members one after the other. */
  readonly restoreMs: number;
  /** Milliseconds from there until every member serves. */
  readonly startMs: number;
  readonly totalMs: number;
  readonly limitMs: number | null;
}

export interface ProvenTime {
  readonly link: Link;
  readonly rpo: Rpo;
  readonly rto: Rto;
}

export function proveTime(
  {
    fetchMs = null,
    restoreMs,
    startMs,
  }: { readonly fetchMs?: number | null | undefined; readonly restoreMs: number; readonly startMs: number },
  taken: TakenAt,
  policy: BackupPolicy,
  nowMs: number,
): ProvenTime {
  const totalMs = (fetchMs ?? 0) + restoreMs + startMs;
  const rto = { fetchMs, restoreMs, startMs, totalMs, limitMs: policy.rtoMs ?? null };
  const fetched = fetchMs === null ? '' : `${duration(fetchMs)} to bring it here, `;
  const rpo = { ageMs: ageAt(nowMs, taken.wallMs), by: taken.by, limitMs: policy.rpoMs ?? null };
  const told = [
    `recovery takes ${duration(totalMs)}: ${fetched}${duration(restoreMs)} to restore, ${duration(startMs)} to start`,
    ageOf(rpo),
  ];
  const broken = tooOldOrSlow(rpo, rto);
  return {
    rpo,
    rto,
    link: {
      name: 'time',
      verdict: broken?.verdict ?? 'pass',
      evidence: [...(broken ? [broken.why] : []), ...told],
      failureReason: broken?.reason ?? null,
      durationMs: 0,
    },
  };
}

function tooOldOrSlow(
  rpo: Rpo,
  rto: Rto,
): { readonly verdict: 'fail' | 'inconclusive'; readonly reason: FailureCode; readonly why: string } | undefined {
  if (rpo.limitMs !== null && rpo.ageMs > rpo.limitMs) {
    const why = `its data are ${duration(rpo.ageMs)} old; policy allows ${duration(rpo.limitMs)}`;
    return { verdict: 'fail', reason: 'backup-stale', why };
  }
  if (rto.limitMs !== null && rto.totalMs > rto.limitMs) {
    const why = `a recovery takes ${duration(rto.totalMs)}; policy allows ${duration(rto.limitMs)}`;
    return { verdict: 'fail', reason: 'restore-too-slow', why };
  }
  if (rpo.ageMs < 0 || (rpo.limitMs !== null && rpo.by === 'file-time')) {
    const why =
      rpo.ageMs < 0
        ? `its time is ${duration(-rpo.ageMs)} in the future, so nobody can say how old its data are`
        : `only the file's own time says that its data are ${duration(rpo.ageMs)} old, and a copy renews that`;
    return { verdict: 'inconclusive', reason: 'backup-age-unknown', why };
  }
  return undefined;
}

/** Clocks of two machines are never quite the same. */
const clockToleranceMs = 60_000;

function ageAt(nowMs: number, takenMs: number): number {
  const ageMs = nowMs - takenMs;
  return ageMs < 0 && ageMs > -clockToleranceMs ? 0 : ageMs;
}

function ageOf({ ageMs, by }: Rpo): string {
  if (ageMs < 0) return 'its time is later than now';
  if (by === 'recorded') return `its data are ${duration(ageMs)} old`;
  return `its data are at least ${duration(ageMs)} old, by the time of the file`;
}
