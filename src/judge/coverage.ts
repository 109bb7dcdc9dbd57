// Owns the judgement whether every observed state was seen at work: each kind of request through each member, and more.
// Must not judge what was seen: too little anywhere is a doubt, however much there was elsewhere.
import type { HistoryRecord, LeaseRecord, MarkRecord, OperationRecord } from './history.ts';
import { grantAgainWithinUs, longestWithoutAbandonedUs } from './minimums.ts';
import type { Judge, JudgeVerdict } from './verdict.ts';
import { amount, duration, passed, unsure, Violations } from './violations.ts';

const name = 'coverage';

const requests = ['acknowledged write', 'linearizable read', 'serializable read'] as const;
type Request = (typeof requests)[number];

/** What a state must have seen besides requests through each member. */
const others = ['lock that was taken and released', 'leadership that was taken and released'] as const;
const streams = ['lease renewed or its key seen', 'event of a watch'] as const;
type Other = (typeof others)[number] | (typeof streams)[number];

/** What clients did between two changes of the cluster. It becomes a state's when the engine observes one in it. */
interface Stretch {
  state: MarkRecord | undefined;
  readonly through: Record<Request, Set<string>>;
  readonly others: Set<Other>;
  writes: number;
  /** The release that led at the end of the observation. */
  led: string | undefined;
  /** A lease that was not granted, and none was since. */
  notGranted: LeaseRecord | undefined;
  readonly from: number;
  to: number;
}

const newStretch = (from: number): Stretch => ({
  state: undefined,
  through: { 'acknowledged write': new Set(), 'linearizable read': new Set(), 'serializable read': new Set() },
  others: new Set(),
  writes: 0,
  led: undefined,
  notGranted: undefined,
  from,
  to: Number.NEGATIVE_INFINITY,
});

/**
 * A state lasts from one change of the cluster (or the state before) to the next: the observation and the rest around
 * it, in which nothing but clients is at work and every member is up. Requests take the members in turn, so even a few
 * hundred milliseconds of the default workload reach each of five members with each kind.
 *
 * @param expectedMembers without it, members that answered anywhere
 */
export function createCoverageJudge(expectedMembers: readonly string[] | undefined): Judge {
  return new Coverage(expectedMembers);
}

class Coverage implements Judge {
  readonly name = name;
  readonly #expected: readonly string[] | undefined;
  readonly #members = new Set<string>();
  /** Kinds of request that came due at all: a mix may leave some out, which the judges of their answers doubt. */
  readonly #due = new Set<Request>();
  /** By step id: a state that a resumed run observed again counts as it was seen last. */
  readonly #states = new Map<string, Stretch>();
  readonly #holding = new Set<string>();
  #stretch = newStretch(Number.NEGATIVE_INFINITY);
  /** All of them, in order of time; the last one goes on. */
  readonly #stretches = [this.#stretch];
  #isObserving = false;
  #seen = 0;
  #abandonedAt: number | undefined;
  #longestWithout = 0;

  constructor(expectedMembers: readonly string[] | undefined) {
    this.#expected = expectedMembers;
  }

  observe(record: HistoryRecord): void {
    switch (record.k) {
      case 'segment':
        this.#abandonedAt = undefined;
        this.#holding.clear();
        this.#change(record.at);
        return;
      case 'mark':
        this.#mark(record);
        return;
      case 'op':
        this.#operation(record);
        return;
      case 'watch':
        if (record.event === 'put' || record.event === 'delete') this.#at(record.at).others.add('event of a watch');
        return;
      case 'lease':
        if (record.event === 'grant-failed') this.#at(record.at).notGranted = record;
        else if (record.event === 'granted') this.#at(record.at).notGranted = undefined;
        if (record.event === 'abandoned') this.#abandoned(record.at);
        else if (record.event === 'renewed' || record.event === 'key-seen') {
          this.#at(record.at).others.add('lease renewed or its key seen');
        }
        return;
      case 'hold': {
        const hold = `${record.kind} ${record.name} ${record.holder}`;
        if (record.event === 'acquired') this.#holding.add(hold);
        else if (this.#holding.delete(hold) && record.event === 'released') {
          this.#at(record.at).others.add(
            record.kind === 'lock' ? 'lock that was taken and released' : 'leadership that was taken and released',
          );
        }
        return;
      }
    }
  }

  verdict(): JudgeVerdict {
    const members = this.#expected ?? [...this.#members].sort();
    const missing = new Violations();
    for (const stretch of this.#states.values()) this.#judge(stretch, members, missing);
    if (this.#longestWithout > longestWithoutAbandonedUs) {
      missing.add(`No lease was left to expire for ${duration(this.#longestWithout)}`, () => []);
    }
    if (this.#states.size === 0) return unsure(name, this.#seen, 'too-few-operations', 'No state was observed.');
    if (missing.count > 0) {
      return unsure(name, this.#seen, 'too-few-operations', `${missing.headline()}.`, missing);
    }
    const states = amount(this.#states.size, 'observed state');
    return passed(name, this.#seen, `${states}, each with clients at work through ${members.join(', ')}.`);
  }

  #judge(
    { state, through, others: seen, writes, led, notGranted, to }: Stretch,
    members: readonly string[],
    missing: Violations,
  ): void {
    const where = `In the state ${state?.state} (step ${state?.step})`;
    const evidence = (): HistoryRecord[] => (state === undefined ? [] : [state]);
    for (const request of requests) {
      if (!this.#due.has(request)) continue;
      const without = members.filter((member) => !through[request].has(member));
      if (without.length > 0) missing.add(`${where} there was no ${request} through ${without.join(', ')}`, evidence);
    }
    for (const other of [...others, ...streams]) {
      if (!seen.has(other)) missing.add(`${where} there was no ${other}`, evidence);
    }
    if (state?.writes !== undefined && writes < state.writes) {
      missing.add(`${where} there were ${writes} acknowledged writes of ${state.writes}`, evidence);
    }
    if (state?.leads !== undefined && led !== state.leads) {
      missing.add(`${where} ${led ?? 'nobody that was seen'} led at the end, and not ${state.leads}`, evidence);
    }
    if (notGranted !== undefined && notGranted.at < to - grantAgainWithinUs) {
      missing.add(`${where} a lease was refused and none granted since (${notGranted.error})`, () => [
        ...evidence(),
        notGranted,
      ]);
    }
  }

  #mark(record: MarkRecord): void {
    switch (record.event) {
      case 'step-start':
        if (record.state === undefined || record.step === undefined) return;
        if (this.#stretch.state !== undefined) this.#change(record.at);
        this.#isObserving = true;
        this.#stretch.state = record;
        this.#states.set(record.step, this.#stretch);
        return;
      case 'led':
        this.#stretch.led = record.leads;
        return;
      case 'step-end':
        this.#isObserving = false;
        return;
      case 'leader-moved':
        // The observation was of another leader than it is about, and is made again.
        if (this.#isObserving) this.#beginAgain(record.at);
        return;
      case 'switch-start':
      case 'switch-end':
        this.#change(record.at);
        return;
      case 'workload-end':
        // One more lease is let go after the operations have ended.
        if (this.#abandonedAt !== undefined) this.#abandoned(record.at);
        this.#abandonedAt = undefined;
        this.#change(record.at);
        return;
      case 'workload-start':
        this.#abandoned(record.at);
        return;
    }
  }

  #operation(record: OperationRecord): void {
    const request: Request =
      record.op === 'get-serializable'
        ? 'serializable read'
        : record.op === 'get' || record.op === 'range'
          ? 'linearizable read'
          : 'acknowledged write';
    this.#due.add(request);
    if (record.outcome !== 'ok' || record.via === undefined || record.end === undefined) return;
    this.#seen++;
    this.#members.add(record.via);
    const stretch = this.#at(record.end);
    // One that was sent before the change was perhaps served before it.
    if (record.start < stretch.from) return;
    stretch.through[request].add(record.via);
    if (request === 'acknowledged write') stretch.writes++;
  }

  #beginAgain(at: number): void {
    const { state } = this.#stretch;
    this.#change(at);
    this.#stretch.state = state;
    if (state?.step !== undefined) this.#states.set(state.step, this.#stretch);
  }

  #change(at: number): void {
    this.#stretch.to = at;
    this.#stretch = newStretch(at);
    this.#stretches.push(this.#stretch);
  }

  /**
   * The stretch of that time: what clients saw may be written down later than a change that came after it, as they have a
   * process of their own.
   */
  #at(time: number): Stretch {
    return this.#stretches.findLast(({ from }) => from <= time) ?? this.#stretch;
  }

  #abandoned(at: number): void {
    if (this.#abandonedAt !== undefined) this.#longestWithout = Math.max(this.#longestWithout, at - this.#abandonedAt);
    this.#abandonedAt = at;
  }
}
