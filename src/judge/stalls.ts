// Owns when our own process stood still, and what that touches: nobody was there then to see an answer.
// Must not decide what follows for a verdict.
import { float64 } from './column.ts';
import type { Gap } from './gaps.ts';
import type { MarkRecord, OperationRecord } from './history.ts';
import type { Span } from './timeline.ts';

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

export class Stalls {
  readonly #stalls: MarkRecord[] = [];

  /** @param mark `stalled`, stamped at its end */
  add(mark: MarkRecord): void {
    this.#stalls.push(mark);
  }

  /** Microseconds of the gap in which we stood still. */
  within({ from, to }: Gap): number {
    return this.#stalls.reduce((sum, stall) => {
      const began = Math.max(from, stall.from ?? stall.at);
      return sum + Math.max(0, Math.min(to, stall.at) - began);
    }, 0);
  }

  /** How many of the operations lie in a stall or touch one. */
  touched({ from, to }: Spans): number {
    let count = 0;
    for (let i = 0; this.#stalls.length > 0 && i < from.length; i++) {
      const [begin, end] = [from.get(i), to.get(i)];
      if (this.#stalls.some((stall) => (stall.from ?? stall.at) <= end && begin <= stall.at)) count++;
    }
    return count;
  }

  /** The operations that ended at `from` or later. */
  since(from: number): readonly MarkRecord[] {
    return this.#stalls.filter(({ at }) => from <= at);
  }
}
