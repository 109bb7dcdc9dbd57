// Owns the judgement of what clients felt: the longest gaps, errors and latencies, per step and in all.
// Must not judge data.
import type { z } from 'zod';
import type { Thresholds } from '../manifest/resolve.ts';
import type { ReportAvailability, ReportStep } from '../report/parts.ts';
import { Answers, type Gap, longer } from './gaps.ts';
import type { HistoryRecord, MarkRecord, OperationRecord } from './history.ts';
import { Latencies } from './latency.ts';
import { minimumReads, minimumWrites } from './minimums.ts';
import { Spans, Stalls } from './stalls.ts';
import type { Timeline } from './timeline.ts';
import type { Judge, JudgeVerdict } from './verdict.ts';
import { amount, duration, failed, passed, unsure, Violations } from './violations.ts';

const availabilityName = 'availability';

export type StepClients = NonNullable<ReportStep['clients']>;

export interface AvailabilityReport {
  readonly totals: z.infer<typeof ReportAvailability>;
  /** By step id, in order of time. */
  readonly steps: ReadonlyMap<string, StepClients>;
}

export interface AvailabilityJudge extends Judge {
  report(): AvailabilityReport;
}

type Kind = 'write' | 'read';

interface Window {
  firstDue: number;
  lastDue: number;
  readonly writes: Answers;
  readonly reads: Answers;
  readonly staleReads: Answers;
}

interface Step {
  readonly id: string;
  readonly from: number;
  to: number;
}

interface StepStatistics {
  readonly latencies: Latencies;
  write?: Gap;
  read?: Gap;
}

interface LongestGaps {
  readonly write: LongestGap;
  readonly read: LongestGap;
}

interface LongestGap {
  readonly longest: Gap | undefined;
  /** The longest one that is too long even without the time in which our own process stood still. */
  readonly felt: Gap | undefined;
  /** The longest one that is too long only with that time. */
  readonly stalled: Gap | undefined;
}

const noGap: LongestGap = { longest: undefined, felt: undefined, stalled: undefined };

const kept = 6;

export function createAvailabilityJudge(timeline: Timeline, thresholds: Thresholds): AvailabilityJudge {
  return new Availability(timeline, thresholds);
}

/** Totals and per-step statistics of the availability judge among `judges`. */
export function availabilityReport(judges: readonly Judge[]): AvailabilityReport {
  const judge = judges.find((each): each is Availability => each instanceof Availability);
  if (judge === undefined) throw new RangeError('no availability judge is among these judges');
  return judge.report();
}

class Availability implements AvailabilityJudge {
  readonly name = availabilityName;
  readonly #timeline: Timeline;
  readonly #thresholds: Thresholds;
  readonly #all = new Latencies();
  readonly #windows: Window[] = [];
  readonly #steps: Step[] = [];
  readonly #statistics = new Map<string, StepStatistics>();
  readonly #failures: OperationRecord[] = [];
  readonly #unknowns: OperationRecord[] = [];
  /** When each operation was under way that failed, or whose outcome is unknown. */
  readonly #failedSpans = new Spans();
  readonly #unknownSpans = new Spans();
  readonly #stalls = new Stalls();
  #window: Window | undefined;
  #segments = 0;
  #ended = false;
  #strictReadsDue = 0;
  #readsDue = 0;
  #writesDue = 0;
  #gaps: LongestGaps | undefined;

  constructor(timeline: Timeline, thresholds: Thresholds) {
    this.#timeline = timeline;
    this.#thresholds = thresholds;
  }

  observe(record: HistoryRecord): void {
    this.#timeline.observe(record);
    if (record.k === 'op') this.#operation(record);
    else if (record.k === 'segment') {
      this.#segments++;
      this.#window = undefined;
      this.#ended = false;
      this.#closeSteps(record.at);
    } else if (record.k === 'mark') this.#mark(record);
  }

  verdict(): JudgeVerdict {
    const { operations } = this.#all;
    const gaps = this.#longest();
    const violations = this.#violations(gaps);
    if (violations.count > 0) return failed(availabilityName, operations, violations, 'availability-violated');
    const stalled = this.#stalled(gaps);
    if (stalled.count > 0) {
      return unsure(availabilityName, operations, 'machine-overloaded', `${stalled.headline()}.`, stalled);
    }
    const [write, read] = [gaps.write.longest, gaps.read.longest];
    if (this.#segments > 1 || this.#windows.length > 1) {
      const pieces = Math.max(this.#segments, this.#windows.length);
      return unsure(
        availabilityName,
        operations,
        'client-gap',
        `Clients worked in ${pieces} pieces; nobody looked in between.`,
      );
    }
    const [writes, reads] = [this.#answers('write'), this.#answers('read')];
    if (writes < minimumWrites || reads < minimumReads) {
      return unsure(
        availabilityName,
        operations,
        'too-few-operations',
        `Only ${amount(writes, 'write')} and ${amount(reads, 'read')} were acknowledged; ${minimumWrites} and ${minimumReads} are needed.`,
      );
    }
    if (!this.#ended) {
      return unsure(availabilityName, operations, 'history-incomplete', 'The history ends before the clients did.');
    }
    const { failed: errors, unknown } = this.#all;
    return passed(
      availabilityName,
      operations,
      `Longest gap ${lengthOf(write)} in writes, ${lengthOf(read)} in reads; ${errors} failed, ${unknown} unknown of ${amount(operations, 'operation')}.`,
    );
  }

  report(): AvailabilityReport {
    const gaps = this.#longest();
    const [write, read] = [gaps.write.longest, gaps.read.longest];
    const { operations, ok, failed: errors, unknown, retried } = this.#all;
    const steps = new Map<string, StepClients>();
    for (const [id, { latencies, write: writeGap, read: readGap }] of this.#statistics) {
      steps.set(id, {
        operations: latencies.operations,
        failed: latencies.failed,
        unknown: latencies.unknown,
        longestWriteGapMs: milliseconds(writeGap),
        longestReadGapMs: milliseconds(readGap),
        ...latencies.percentiles(),
      });
    }
    return {
      totals: {
        longestWriteGapMs: milliseconds(write),
        longestReadGapMs: milliseconds(read),
        longestWriteGapStep: write === undefined ? null : (this.#stepAt(write.from)?.id ?? null),
        operations,
        ok,
        failed: errors,
        unknown,
        retried,
      },
      steps,
    };
  }

  #operation(record: OperationRecord): void {
    this.#gaps = undefined;
    this.#all.add(record);
    const step = this.#stepAt(record.due);
    if (step !== undefined) this.#statistics.get(step.id)?.latencies.add(record);
    if (record.outcome === 'failed') this.#failedSpans.add(record);
    if (record.outcome === 'unknown') this.#unknownSpans.add(record);
    if (record.outcome === 'failed' && this.#failures.length < kept) this.#failures.push(record);
    if (record.outcome === 'unknown' && this.#unknowns.length < kept) this.#unknowns.push(record);

    if (this.#window === undefined) {
      this.#window = {
        firstDue: record.due,
        lastDue: record.due,
        writes: new Answers(),
        reads: new Answers(),
        staleReads: new Answers(),
      };
      this.#windows.push(this.#window);
    }
    const window = this.#window;
    window.firstDue = Math.min(window.firstDue, record.due);
    window.lastDue = Math.max(window.lastDue, record.due);
    const strict = record.op === 'get' || record.op === 'range';
    const stale = record.op === 'get-serializable';
    if (strict) this.#strictReadsDue++;
    if (strict || stale) this.#readsDue++;
    else this.#writesDue++;
    if (record.outcome !== 'ok' || record.end === undefined) return;
    (strict ? window.reads : stale ? window.staleReads : window.writes).add(record.end);
  }

  #mark(record: MarkRecord): void {
    this.#gaps = undefined;
    switch (record.event) {
      case 'workload-start':
        // Operations may be due a moment before the mark: only a mark after an end begins another window.
        if (this.#ended) this.#window = undefined;
        this.#ended = false;
        return;
      case 'workload-end':
        this.#ended = true;
        return;
      case 'step-start':
        this.#closeSteps(record.at);
        if (record.step === undefined) return;
        this.#steps.push({ id: record.step, from: record.at, to: Number.POSITIVE_INFINITY });
        if (!this.#statistics.has(record.step)) this.#statistics.set(record.step, { latencies: new Latencies() });
        return;
      case 'step-end':
        this.#closeSteps(record.at);
        return;
      case 'stalled':
        this.#stalls.add(record);
        return;
    }
  }

  #closeSteps(at: number): void {
    const last = this.#steps.at(-1);
    if (last !== undefined && last.to > at) last.to = at;
  }

  #stepAt(time: number): Step | undefined {
    for (let i = this.#steps.length - 1; i >= 0; i--) {
      const step = this.#steps[i] as Step;
      if (step.from <= time) return time < step.to ? step : undefined;
    }
    return undefined;
  }

  /** Stale reads are answered without a quorum and would hide a gap; they count only where clients make no others. */
  #answersIn(window: Window, kind: Kind): Answers {
    if (kind === 'write') return window.writes;
    return this.#strictReadsDue > 0 ? window.reads : window.staleReads;
  }

  #answers(kind: Kind): number {
    return this.#windows.reduce((sum, window) => sum + this.#answersIn(window, kind).count, 0);
  }

  #longest(): LongestGaps {
    this.#gaps ??= { write: this.#longestOf('write'), read: this.#longestOf('read') };
    return this.#gaps;
  }

  /** Also notes each step's longest gap: a gap belongs to the step in which it began. */
  #longestOf(kind: Kind): LongestGap {
    if ((kind === 'write' ? this.#writesDue : this.#readsDue) === 0) return noGap;
    const { longestWriteGapMs, longestReadGapMs } = this.#thresholds;
    const limitUs = (kind === 'write' ? longestWriteGapMs : longestReadGapMs) * 1000;
    for (const statistics of this.#statistics.values()) delete statistics[kind];
    let longest: Gap | undefined;
    let felt: Gap | undefined;
    let stalled: Gap | undefined;
    for (const window of this.#windows) {
      let step = 0;
      this.#answersIn(window, kind).eachGap(window.firstDue, window.lastDue, (from, to) => {
        const gap = { from, to };
        longest = longer(longest, gap);
        if (to - from > limitUs) {
          if (to - from - this.#stalls.within(gap) > limitUs) felt = longer(felt, gap);
          else stalled = longer(stalled, gap);
        }
        while (step < this.#steps.length && (this.#steps[step] as Step).to <= from) step++;
        const here = this.#steps[step];
        if (here === undefined || here.from > from) return;
        const statistics = this.#statistics.get(here.id);
        if (statistics === undefined) return;
        const own = longer(statistics[kind], gap);
        if (own !== undefined) statistics[kind] = own;
      });
    }
    return { longest, felt, stalled };
  }

  /** Gaps that are too long only because nobody here was there to see an answer: neither right nor wrong. */
  #stalled({ write, read }: LongestGaps): Violations {
    const doubts = new Violations(this.#timeline);
    for (const [what, { stalled }] of [['write', write] as const, ['read', read] as const]) {
      if (stalled === undefined) continue;
      const stoodStill = duration(this.#stalls.within(stalled));
      doubts.add(
        `No ${what} was acknowledged for ${lengthOf(stalled)}, but this machine stood still for ${stoodStill}`,
        () => this.#stalls.since(stalled.from),
        () => ({ record: null }),
      );
    }
    const { failed: errors, unknown } = this.#all;
    if (errors > this.#thresholds.failedOperations) {
      doubts.add(
        `${amount(errors, 'operation')} failed, but this machine stood still meanwhile`,
        () => this.#failures,
        () => ({ record: null }),
      );
    }
    if (unknown > this.#thresholds.unknownOperations) {
      doubts.add(
        `The outcome of ${amount(unknown, 'operation')} is unknown, but this machine stood still meanwhile`,
        () => this.#unknowns,
        () => ({ record: null }),
      );
    }
    return doubts;
  }

  #violations({ write, read }: LongestGaps): Violations {
    const violations = new Violations(this.#timeline);
    const limits = this.#thresholds;
    const gaps = [
      { what: 'write', gap: write.felt, limitMs: limits.longestWriteGapMs },
      { what: 'read', gap: read.felt, limitMs: limits.longestReadGapMs },
    ];
    for (const { what, gap, limitMs } of gaps) {
      if (gap === undefined) continue;
      const step = this.#stepAt(gap.from);
      const where = step === undefined ? '' : `, beginning in step ${step.id}`;
      violations.add(
        `No ${what} was acknowledged for ${lengthOf(gap)}${where}; ${limitMs} ms are allowed`,
        () => [...this.#failures, ...this.#unknowns].filter(({ start }) => gap.from <= start && start <= gap.to),
        () => ({ record: null, during: gap }),
      );
    }
    const { failed: errors, unknown } = this.#all;
    if (errors - this.#stalls.touched(this.#failedSpans) > limits.failedOperations) {
      violations.add(
        `${amount(errors, 'operation')} failed; ${limits.failedOperations} may`,
        () => this.#failures,
        () => ({ record: null, during: this.#failedSpans.all() }),
      );
    }
    if (unknown - this.#stalls.touched(this.#unknownSpans) > limits.unknownOperations) {
      violations.add(
        `The outcome of ${amount(unknown, 'operation')} is unknown; that of ${limits.unknownOperations} may be`,
        () => this.#unknowns,
        () => ({ record: null, during: this.#unknownSpans.all() }),
      );
    }
    const { p99Ms: limit } = limits;
    if (limit === undefined) return violations;
    for (const [id, { latencies }] of this.#statistics) {
      const { p99Ms } = latencies.percentiles();
      if (p99Ms !== null && p99Ms > limit) {
        violations.add(`p99 in step ${id} was ${p99Ms.toFixed(1)} ms; ${limit} ms are allowed`, () => []);
      }
    }
    return violations;
  }
}

function milliseconds(gap: Gap | undefined): number | null {
  return gap === undefined ? null : (gap.to - gap.from) / 1000;
}

function lengthOf(gap: Gap | undefined): string {
  return gap === undefined ? 'none' : duration(gap.to - gap.from);
}
