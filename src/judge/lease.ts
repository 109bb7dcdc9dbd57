// Owns the judgement of leases: keys live while their lease is kept alive, and are gone in time once it is not.
// Must not know how clients keep leases alive.
import type { HistoryRecord, LeaseRecord } from './history.ts';
import { leaseSlackUs, minimumExpiries, minimumLeaseSightings, minimumRenewals } from './minimums.ts';
import type { Span, Timeline } from './timeline.ts';
import type { Judge, JudgeVerdict } from './verdict.ts';
import { amount, duration, failed, passed, unsure, Violations } from './violations.ts';

const name = 'lease';
/** An election between two looks of which the tool was away for longer says too little of when it was. */
const longestBetweenLooksUs = 5_000_000;

interface Renewal {
  readonly record: LeaseRecord;
  /** The lease lives at least until then: its time counts from when the request was sent. */
  readonly aliveUntil: number;
  /** The lease is gone then at the latest, were there no change of leader: its time counts from the answer. */
  readonly goneBy: number;
  readonly ttlUs: number;
}

interface Lease {
  readonly id: string;
  /** The first one is the grant. */
  readonly renewals: Renewal[];
  readonly sightings: LeaseRecord[];
  readonly losses: LeaseRecord[];
  revoked: LeaseRecord | undefined;
}

export function createLeaseJudge(timeline: Timeline): Judge {
  const leases = new Map<string, Lease>();
  /** When the run itself may have changed the leader, or somebody was seen to by an earlier version of this program. */
  const own: Span[] = [];
  const switches: { readonly from: number; to: number }[] = [];
  const unknown = new Violations(timeline);
  return {
    name,
    observe: (record: HistoryRecord) => {
      timeline.observe(record);
      // Which lease it would have been nobody knows; that none was granted is for coverage.ts.
      if (record.k === 'lease' && record.event === 'grant-failed') return;
      if (record.k === 'lease') take(record, leases, unknown);
      else if (record.k === 'mark' && (record.event.startsWith('leader-') || record.event.startsWith('switch-'))) {
        own.push({ from: record.at, to: record.at });
        if (record.event === 'switch-start') switches.push({ from: record.at, to: Number.POSITIVE_INFINITY });
        const open = switches.at(-1);
        if (record.event === 'switch-end' && open !== undefined) open.to = Math.min(open.to, record.at);
      }
    },
    // Each change of leader, whoever made it, starts every lease's time to live anew.
    verdict: () => judge([...leases.values()], [...own, ...timeline.elections], switches, timeline, unknown),
  };
}

function take(record: LeaseRecord, leases: Map<string, Lease>, unknown: Violations): void {
  let lease = leases.get(record.lease);
  if (record.event === 'granted') {
    lease ??= { id: record.lease, renewals: [], sightings: [], losses: [], revoked: undefined };
    leases.set(record.lease, lease);
  }
  if (lease === undefined) {
    unknown.add(`Lease ${record.lease} has a record "${record.event}" before it was granted`, () => [record]);
    return;
  }
  switch (record.event) {
    case 'granted':
    case 'renewed': {
      const ttlUs = record.ttlMs === undefined ? (lease.renewals.at(-1)?.ttlUs ?? 0) : record.ttlMs * 1000;
      const aliveUntil = (record.start ?? record.at) + ttlUs;
      lease.renewals.push({ record, aliveUntil, goneBy: record.at + ttlUs, ttlUs });
      return;
    }
    case 'key-seen':
    case 'key-gone':
      lease.sightings.push(record);
      return;
    case 'revoked':
      lease.revoked ??= record;
      return;
    case 'lost':
      lease.losses.push(record);
      return;
  }
}

function judge(
  leases: readonly Lease[],
  leaders: readonly Span[],
  switches: readonly Span[],
  timeline: Timeline,
  violations: Violations,
): JudgeVerdict {
  const changes = leaders.toSorted((a, b) => a.from - b.from);
  // While a member was switched nobody may have led, and it was not we who were away.
  const dated = changes.filter(
    ({ from, to }) => to - from <= longestBetweenLooksUs || switches.some((each) => each.from < to && from < each.to),
  );
  const undated = new Violations(timeline);
  let renewals = 0;
  let sightings = 0;
  let expiries = 0;
  for (const lease of leases) {
    renewals += lease.renewals.length - 1;
    sightings += lease.sightings.filter(({ event }) => event === 'key-seen').length;
    const latest = latestEnd(lease, changes);
    judgeEarly(lease, violations);
    judgeLate(lease, latest, violations);
    judgeLate(lease, latestEnd(lease, dated), undated);
    const last = lease.sightings.at(-1);
    if (lease.revoked === undefined && last !== undefined && (last.event === 'key-gone' || sentAt(last) > latest))
      expiries++;
  }
  const judged = renewals + leases.reduce((sum, lease) => sum + lease.sightings.length, 0);
  if (violations.count > 0) return failed(name, judged, violations, 'lease-violated');
  const lapsed = lapsedLeases(leases, timeline);
  if (lapsed.count > 0) return unsure(name, judged, 'history-incomplete', `${lapsed.headline()}.`, lapsed);
  if (undated.count > 0) {
    const why = 'only an election would excuse that, of which nobody saw when it was';
    return unsure(name, judged, 'history-incomplete', `${undated.headline()}; ${why}.`, undated);
  }
  const figures = `${amount(leases.length, 'lease')} with ${amount(renewals, 'renewal')}, ${amount(sightings, 'look')} at living keys, ${amount(expiries, 'expired key')}`;
  if (renewals < minimumRenewals || sightings < minimumLeaseSightings || expiries < minimumExpiries) {
    return unsure(
      name,
      judged,
      'too-few-operations',
      `Only ${figures}; ${minimumRenewals}, ${minimumLeaseSightings} and ${minimumExpiries} are needed.`,
    );
  }
  return passed(name, judged, `${figures}: none ended early, none lived too long.`);
}

/** A key was gone, or its client was told so, while an acknowledged renewal still held. */
function judgeEarly(lease: Lease, violations: Violations): void {
  for (const gone of lease.sightings) {
    if (gone.event !== 'key-gone' || (lease.revoked !== undefined && lease.revoked.at <= gone.at)) continue;
    const holding = lease.renewals.findLast(({ aliveUntil }) => gone.at < aliveUntil);
    if (holding === undefined) continue;
    violations.add(
      `Key ${gone.key} of lease ${lease.id} was gone ${duration(holding.aliveUntil - gone.at)} before the lease could end`,
      () => [holding.record, gone],
      () => ({ during: { from: holding.record.at, to: gone.at } }),
    );
  }
  for (const lost of lease.losses) {
    if (lease.revoked !== undefined && lease.revoked.at <= lost.at) continue;
    // A renewal that is answered after the client gave up does not make the giving up wrong.
    const holding = lease.renewals.findLast(({ record, aliveUntil }) => record.at <= lost.at && lost.at < aliveUntil);
    if (holding === undefined) continue;
    violations.add(
      `Lease ${lease.id} was lost ${duration(holding.aliveUntil - lost.at)} before it could end, although its renewal was acknowledged`,
      () => [holding.record, lost],
      () => ({ during: { from: holding.record.at, to: lost.at } }),
    );
  }
}

/**
 * Leases that clients kept alive in vain. Their end was in time, so it violates nothing; but whether etcd still renews
 * leases, or only our own process came too late, nobody can say then.
 */
function lapsedLeases(leases: readonly Lease[], timeline: Timeline): Violations {
  const lapsed = new Violations(timeline);
  for (const { id, losses, revoked, renewals } of leases) {
    const lost = losses.find(({ at }) => revoked === undefined || at < revoked.at);
    if (lost === undefined) continue;
    const renewed = renewals.findLast(({ record }) => record.at <= lost.at)?.record.at ?? lost.at;
    lapsed.add(
      `Lease ${id} was lost while its client kept it alive (${lost.error ?? 'no reason is known'})`,
      () => [lost],
      () => ({ during: { from: renewed, to: lost.at } }),
    );
  }
  return lapsed;
}

/** A key was there after its lease had to be over, or came back. */
function judgeLate(lease: Lease, latest: number, violations: Violations): void {
  const gone = new Map<string, LeaseRecord>();
  for (const sighting of lease.sightings) {
    const key = sighting.key ?? '';
    if (sighting.event === 'key-gone') {
      if (!gone.has(key)) gone.set(key, sighting);
      continue;
    }
    const before = gone.get(key);
    if (before !== undefined && sentAt(sighting) > before.at) {
      violations.add(`Key ${key} of lease ${lease.id} came back after it was gone`, () => [before, sighting]);
    } else if (sentAt(sighting) > latest + leaseSlackUs) {
      const late = sentAt(sighting) - latest;
      violations.add(
        `Key ${key} of lease ${lease.id} was still there ${duration(late)} after the lease had to end`,
        () => [...lease.renewals.slice(-1).map(({ record }) => record), sighting],
        () => ({ during: { from: lease.renewals.at(-1)?.record.at ?? latest, to: sighting.at } }),
      );
    }
  }
}

/** When the lease must be over: its last renewal plus TTL, started anew by each change of leader that may have happened. */
function latestEnd(lease: Lease, changes: readonly Span[]): number {
  let latest = 0;
  let ttlUs = 0;
  for (const renewal of lease.renewals) {
    latest = Math.max(latest, renewal.goneBy);
    ttlUs = Math.max(ttlUs, renewal.ttlUs);
  }
  // Where a change lies between two looks, it may have come at the end of that time as well as at its beginning.
  for (const { from, to } of changes) if (from <= latest + leaseSlackUs) latest = Math.max(latest, to + ttlUs);
  return latest;
}

function sentAt(record: LeaseRecord): number {
  return record.start ?? record.at;
}
