// Owns the longest time without an answer within the windows in which clients were at work.
// Must not know what counts as a read or a write.
import { float64 } from './column.ts';

export interface Gap {
  /** Microseconds: the last answer before, and the next one (or the window's edge). */
  readonly from: number;
  readonly to: number;
}

/** Answers of one kind in one window. The window runs from its first due operation to its last one. */
export class Answers {
  readonly #times = float64();

  add(at: number): void {
    this.#times.push(at);
  }

  get count(): number {
    return this.#times.length;
  }

  /** Every stretch between two answers, the edges of the window included. */
  eachGap(from: number, to: number, gap: (from: number, to: number) => void): void {
    const times = Float64Array.from({ length: this.#times.length }, (_, i) => this.#times.get(i)).sort();
    let last = from;
    for (const time of times) {
      if (time > last) gap(last, time);
      last = Math.max(last, time);
    }
    // Operations are due all the time; none is after the window, so a later answer ends no gap.
    if (to > last) gap(last, to);
  }
}

export function longer(a: Gap | undefined, b: Gap | undefined): Gap | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.to - b.from > a.to - a.from ? b : a;
}
