// Owns noticing that this process itself was not scheduled: its own timers come far too late then.
// Must not know what anybody was waiting for meanwhile.
import type { Clock } from './ports.ts';

const everyMs = 100;
/** Garbage collection and a busy moment make a timer late by tens of milliseconds. */
export const lateMs = 500;

export interface Stall {
  /** Monotonic, microseconds. */
  readonly from: number;
  readonly to: number;
}

/** Tells each stall when it is over. Ends with the signal; never rejects. */
export async function watchStalls(clock: Clock, signal: AbortSignal, tell: (stall: Stall) => void): Promise<void> {
  while (!signal.aborted) {
    const due = clock.monotonicUs() + everyMs * 1000;
    await clock.sleep(everyMs, signal).catch(() => undefined);
    const at = clock.monotonicUs();
    if (at - due > lateMs * 1000) tell({ from: due, to: at });
  }
}
