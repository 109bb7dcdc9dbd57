// Owns time that passes only when nobody has anything left to do: hours of waiting cost milliseconds.
// Must not know who waits for what.
import { EtcdMigrateError } from '../../../src/errors.ts';
import type { WorldClock } from './world-clock.ts';

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly fire: () => void;
  isCancelled: boolean;
}

export class VirtualClock implements WorldClock {
  #nowMs = 0;
  #order = 0;
  readonly #epochMs: number;
  readonly #heap: Timer[] = [];

  constructor(epochMs = 1_700_000_000_000) {
    this.#epochMs = epochMs;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  wallMs(): number {
    return this.#epochMs + Math.floor(this.#nowMs);
  }

  monotonicUs(): number {
    return Math.round(this.#nowMs * 1000);
  }

  /** Time passes, and nobody's timer comes to its turn: as for a process that is frozen. All that are due come after it. */
  jump(ms: number): void {
    this.#nowMs += ms;
  }

  /** Calls `fire` after `ms`; the answer cancels it. */
  after(ms: number, fire: () => void): () => void {
    const timer: Timer = { at: this.#nowMs + Math.max(0, ms), order: this.#order++, fire, isCancelled: false };
    this.#push(timer);
    return () => {
      timer.isCancelled = true;
    };
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const onAbort = (): void => {
        cancel();
        reject(signal?.reason);
      };
      const cancel = this.after(ms, () => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      });
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  /** Lets time pass until `work` settles, at most `limitMs` of virtual time. Throws where nothing could ever settle it. */
  async drive<T>(work: Promise<T>, limitMs = 6 * 3_600_000): Promise<T> {
    let settled = false;
    const onSettled = (): void => {
      settled = true;
    };
    work.then(onSettled, onSettled);
    const endMs = this.#nowMs + limitMs;
    for (;;) {
      // All promise work of this instant is done when the next macrotask runs.
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (settled) return await work;
      const timer = this.#pop();
      if (!timer)
        throw new EtcdMigrateError(
          'internal-error',
          'The simulation waits for something that nothing will bring about.',
        );
      this.#nowMs = Math.max(this.#nowMs, timer.at);
      if (this.#nowMs > endMs)
        throw new EtcdMigrateError('internal-error', `The simulation did not end within ${limitMs} ms.`);
      timer.fire();
      for (let next = this.#heap[0]; next && next.at === timer.at && timer.at === this.#nowMs; next = this.#heap[0])
        this.#pop()?.fire();
    }
  }

  #push(timer: Timer): void {
    const heap = this.#heap;
    let index = heap.push(timer) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (!above || !isEarlier(timer, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = timer;
  }

  #pop(): Timer | undefined {
    const heap = this.#heap;
    for (;;) {
      const top = heap[0];
      const last = heap.pop();
      if (!top || !last) return undefined;
      if (top !== last) this.#sink(last);
      if (!top.isCancelled) return top;
    }
  }

  #sink(timer: Timer): void {
    const heap = this.#heap;
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const right = left + 1;
      const a = heap[left];
      const b = heap[right];
      const child = b && a && isEarlier(b, a) ? right : left;
      const below = heap[child];
      if (!below || !isEarlier(below, timer)) break;
      heap[index] = below;
      index = child;
    }
    heap[index] = timer;
  }
}

function isEarlier(left: Timer, right: Timer): boolean {
  return left.at < right.at || (left.at === right.at && left.order < right.order);
}
