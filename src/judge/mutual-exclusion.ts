// Owns the judgement of locks and elections: never two holders at once, and fencing revisions that only grow.
// Must not know how a lock is made of keys and leases.
import type { HistoryRecord, HoldRecord, SegmentRecord } from './history.ts';
import { lostEarlyUs, minimumHolds } from './minimums.ts';
import type { Timeline } from './timeline.ts';
import type { Judge, JudgeVerdict } from './verdict.ts';
import { amount, duration, failed, passed, unsure, Violations } from './violations.ts';

const name = 'mutual-exclusion';

interface Hold {
  readonly acquired: HoldRecord;
  /** A hold that goes on ends at infinity. */
  until: number;
  ended: HoldRecord | SegmentRecord | undefined;
}

export function createMutualExclusionJudge(timeline: Timeline): Judge {
  /** By kind and name of what is held. */
  const contests = new Map<string, Hold[]>();
  const open = new Map<string, Hold>();
  const doubts = new Violations(timeline);
  return {
    name,
    observe: (record: HistoryRecord) => {
      timeline.observe(record);
      if (record.k === 'segment') {
        // The process that held is dead: nobody acts as holder any more.
        for (const hold of open.values()) end(hold, record.at, record);
        open.clear();
      } else if (record.k === 'hold') {
        doubt(record, doubts);
        take(record, contests, open);
      }
    },
    verdict: () => judge(contests, timeline, doubts),
  };
}

function take(record: HoldRecord, contests: Map<string, Hold[]>, open: Map<string, Hold>): void {
  const contest = `${record.kind} ${record.name}`;
  const holder = `${contest} ${record.holder}`;
  if (record.event === 'acquired') {
    const hold: Hold = { acquired: record, until: Number.POSITIVE_INFINITY, ended: undefined };
    const holds = contests.get(contest);
    if (holds) holds.push(hold);
    else contests.set(contest, [hold]);
    open.set(holder, hold);
  } else if (record.event === 'released' || record.event === 'lost') {
    const hold = open.get(holder);
    if (hold === undefined) return;
    end(hold, record.start ?? record.at, record);
    open.delete(holder);
  }
}

/** How long a contender may wait is the workload's own limit, which it names in its error. */
const waitedInVain = /^not (acquired|elected) within/;

/** What violates nothing and yet leaves open whether locks still work as they should. */
function doubt(record: HoldRecord, doubts: Violations): void {
  const what = `${record.kind} ${record.name}: ${record.holder}`;
  if (record.event === 'failed' && waitedInVain.test(record.error ?? '')) {
    doubts.add(`${what} waited in vain (${record.error})`, () => [record]);
  } else if (record.event === 'lost' && !(record.at >= (record.validUntil ?? Number.NaN) - lostEarlyUs)) {
    const { validUntil } = record;
    const early = validUntil === undefined ? 'at nobody knows what time' : `${duration(validUntil - record.at)} early`;
    doubts.add(`${what} lost it ${early} (${record.error ?? 'no reason is known'})`, () => [record]);
  }
}

function end(hold: Hold, at: number, record: HoldRecord | SegmentRecord): void {
  hold.until = at;
  hold.ended = record;
}

function judge(contests: ReadonlyMap<string, readonly Hold[]>, timeline: Timeline, doubts: Violations): JudgeVerdict {
  const violations = new Violations(timeline);
  let count = 0;
  const holders = new Set<string>();
  for (const [contest, holds] of contests) {
    count += holds.length;
    const inTime = [...holds].sort((a, b) => a.acquired.at - b.acquired.at);
    let longest: Hold | undefined;
    let highest: Hold | undefined;
    for (const hold of inTime) {
      holders.add(hold.acquired.holder);
      if (longest !== undefined && hold.acquired.at < longest.until) report(contest, longest, hold, violations);
      if (highest !== undefined && token(hold) <= token(highest)) {
        const before = highest;
        violations.add(
          `${contest}: ${hold.acquired.holder} got fencing revision ${token(hold)} after ${before.acquired.holder} had got ${token(before)}`,
          () => [before.acquired, hold.acquired],
          () => ({ during: { from: before.acquired.at, to: hold.acquired.at } }),
        );
      }
      if (longest === undefined || hold.until > longest.until) longest = hold;
      if (highest === undefined || token(hold) > token(highest)) highest = hold;
    }
  }
  if (violations.count > 0) return failed(name, count, violations, 'mutual-exclusion-violated');
  if (doubts.count > 0) return unsure(name, count, 'history-incomplete', `${doubts.headline()}.`, doubts);
  const figures = `${amount(count, 'hold')} by ${amount(holders.size, 'holder')}`;
  if (count < minimumHolds || holders.size < 2) {
    return unsure(name, count, 'too-few-operations', `Only ${figures}; ${minimumHolds} by 2 are needed.`);
  }
  return passed(name, count, `${figures} of ${contests.size} locks and leaderships, never two at once.`);
}

function report(contest: string, first: Hold, second: Hold, violations: Violations): void {
  const until = Math.min(first.until, second.until);
  const long = Number.isFinite(until) ? `for ${duration(until - second.acquired.at)}` : 'to the end';
  violations.add(
    `${contest}: ${first.acquired.holder} and ${second.acquired.holder} both held it ${long}`,
    () => {
      const records: HistoryRecord[] = [first.acquired, second.acquired];
      for (const { ended } of [first, second]) if (ended !== undefined) records.push(ended);
      return records;
    },
    () => ({ record: second.acquired, during: { from: first.acquired.at, to: second.acquired.at } }),
  );
}

function token(hold: Hold): bigint {
  return BigInt(hold.acquired.token ?? 0);
}
