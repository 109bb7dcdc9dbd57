// Owns what a simulated world needs of time, and real time for worlds that outlive the tool.
// Must not know who waits for what.
import { systemClock } from '../../../src/platform/clock.ts';
import type { Clock } from '../../../src/platform/ports.ts';

export interface WorldClock extends Clock {
  readonly nowMs: number;
  /** Calls `fire` after `ms`; the answer cancels it. */
  after(ms: number, fire: () => void): () => void;
}

/** Nothing happens any more in a world whose clock is disposed of. */
export class RealClock implements WorldClock, Disposable {
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #beganUs = systemClock.monotonicUs();

  get nowMs(): number {
    return (systemClock.monotonicUs() - this.#beganUs) / 1000;
  }

  wallMs(): number {
    return systemClock.wallMs();
  }

  monotonicUs(): number {
    return systemClock.monotonicUs();
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return systemClock.sleep(ms, signal);
  }

  after(ms: number, fire: () => void): () => void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      fire();
    }, ms);
    this.#timers.add(timer);
    return () => {
      clearTimeout(timer);
      this.#timers.delete(timer);
    };
  }

  [Symbol.dispose](): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
