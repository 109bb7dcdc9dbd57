// Owns when our own process stood still, and what that touches: nobody was there then to see an answer.
// Must not decide what follows for a verdict.
import { float64 } from './column.ts';
import type { MarkRecord, OperationRecord } from './history.ts';
import type { Span, Timeline } from './timeline.ts';

/** Longest that a client works on an operation whose end nobody saw, microseconds. */
const unendedUs = 5_000_000;

/** When each of some operations was under way. */
export class Spans {
  readonly from = float64();
  readonly to = float64();

  add({ due, start, end = start + unendedUs }: OperationRecord): void {
    this.from.push(due);
    this.to.push(end);
  }

  /** From the beginning of the first to the end of the last. */
  all(): Span {
    let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = 0; i < this.from.length; i++) {
      from = Math.min(from, this.from.get(i));
      to = Math.max(to, this.to.get(i));
    }
    return { from, to };
  }
}

/**
 * A stall is calm where nobody kept the cores from us and the members kept their leader: then it is ours alone. Of any
 * other nothing is known: whoever had the cores may have been etcd.
 */
type Sort = 'calm' | 'unknown';

/** Of a stall, that is no starvation yet: who wakes up late waits a little for his turn. */
const starvedShare = 0.1;

export class Stalls {
  readonly #stalls: MarkRecord[] = [];
  readonly #timeline: Timeline;
  #sorted: Readonly<Record<Sort, readonly Span[]>> | undefined;

  /** @param timeline may learn more until the first question */
  constructor(timeline: Timeline) {
    this.#timeline = timeline;
  }

  /** @param mark `stalled`, stamped at its end */
  add(mark: MarkRecord): void {
    this.#stalls.push(mark);
    this.#sorted = undefined;
  }

  /** Microseconds of the span in which we stood still. */
  within(span: Span, sort: Sort): number {
    return this.#of(sort).reduce((sum, { from, to }) => {
      return sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
    }, 0);
  }

  /** How many of the operations lie in a stall or touch one; with `only`, in a calm one and in no other. */
  touched({ from, to }: Spans, only?: 'calm'): number {
    const [calm, unknown] = [this.#of('calm'), this.#of('unknown')];
    let count = 0;
    for (let i = 0; this.#stalls.length > 0 && i < from.length; i++) {
      const [begin, end] = [from.get(i), to.get(i)];
      const meets = (stall: Span): boolean => stall.from <= end && begin <= stall.to;
      if (only === undefined ? [...calm, ...unknown].some(meets) : calm.some(meets) && !unknown.some(meets)) count++;
    }
    return count;
  }

  /** The stalls that ended at `from` or later. */
  since(from: number): readonly MarkRecord[] {
    return this.#stalls.filter(({ at }) => from <= at);
  }

  #of(sort: Sort): readonly Span[] {
    if (this.#sorted === undefined) {
      const isCalm = (span: Span, starved: number | undefined): boolean =>
        starved !== undefined && starved <= (span.to - span.from) * starvedShare && this.#timeline.keptItsLeader(span);
      const sorted: Record<Sort, Span[]> = { calm: [], unknown: [] };
      for (const { from, at, starved } of this.#stalls) {
        const span = { from: from ?? at, to: at };
        sorted[isCalm(span, starved) ? 'calm' : 'unknown'].push(span);
      }
      this.#sorted = sorted;
    }
    return this.#sorted[sort];
  }
}
