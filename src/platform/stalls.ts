// Owns noticing that this process itself was not scheduled: its own timers come far too late then; and whether it was kept
// from a core by others or stood still for itself.
// Must not know what anybody was waiting for meanwhile.
import { readFileSync } from 'node:fs';
import type { Clock } from './ports.ts';

const everyMs = 100;
/** Garbage collection and a busy moment make a timer late by tens of milliseconds. */
const lateMs = 500;

export interface Stall {
  /** Monotonic, microseconds. */
  readonly from: number;
  readonly to: number;
  /**
   * Microseconds of it in which others had the cores; null where that cannot be seen (Linux counts it). A process that is
   * stopped, or paused with its machine, waits for none.
   */
  readonly starved: number | null;
}

/** Tells each stall when it is over. Ends with the signal; never rejects. */
export async function watchStalls(
  clock: Clock,
  signal: AbortSignal,
  tell: (stall: Stall) => void,
  waited: () => number | null = waitedForCore,
): Promise<void> {
  while (!signal.aborted) {
    const due = clock.monotonicUs() + everyMs * 1000;
    const before = waited();
    await clock.sleep(everyMs, signal).catch(() => undefined);
    const at = clock.monotonicUs();
    if (at - due <= lateMs * 1000) continue;
    const after = waited();
    tell({ from: due, to: at, starved: before === null || after === null ? null : after - before });
  }
}

/** How long the main thread has waited for a core so far, microseconds: the second number, in nanoseconds. */
function waitedForCore(): number | null {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1000;
  } catch {
    return null;
  }
}
