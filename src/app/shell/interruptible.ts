// Owns waiting for something only as long as nobody interrupts: a person or a runner that asked gives us 5 s in all.
// Must not decide what an interrupt means for the run.
import type { Clock } from '../../platform/ports.ts';

/** What `untilInterrupted` answers when the interrupt came first. */
export const interruptedFirst: unique symbol = Symbol('interrupted first');

/**
 * The work's end, or `interruptedFirst` once the signal has been aborted for `graceMs` while the work still goes on.
 * Nobody waits for the work any more then; how it ends is dropped.
 */
export async function untilInterrupted<T>(
  work: Promise<T>,
  signal: AbortSignal,
  clock: Clock,
  graceMs = 0,
): Promise<T | typeof interruptedFirst> {
  const done = new AbortController();
  const asked = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true, signal: done.signal });
  });
  const given = asked.then(async (): Promise<typeof interruptedFirst> => {
    if (graceMs > 0) await clock.sleep(graceMs, done.signal).catch(() => undefined);
    return interruptedFirst;
  });
  try {
    return await Promise.race([work, given]);
  } finally {
    done.abort();
    work.catch(() => undefined);
  }
}

/** The work's end; rejects with the signal's reason when the interrupt comes first. */
export async function orInterrupted<T>(work: Promise<T>, signal: AbortSignal, clock: Clock): Promise<T> {
  const ended = await untilInterrupted(work, signal, clock);
  if (ended === interruptedFirst) throw signal.reason;
  return ended;
}
