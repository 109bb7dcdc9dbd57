// Owns noticing that this process itself was not scheduled: whatever clients felt then is not etcd's doing.
// Must not judge how long is too long for clients (judge/availability.ts).
import type { Clock } from '../platform/ports.ts';
import type { Recorder } from './recorder.ts';

const everyMs = 100;
/** Garbage collection and a busy moment make a timer late by tens of milliseconds. */
const lateMs = 500;

/** Records a stall whenever its own timer comes far too late. Ends with the signal; never rejects. */
export async function runHeartbeat(
  clock: Clock,
  recorder: Pick<Recorder, 'record'>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const due = clock.monotonicUs() + everyMs * 1000;
    await clock.sleep(everyMs, signal).catch(() => undefined);
    const at = clock.monotonicUs();
    if (at - due > lateMs * 1000) recorder.record({ k: 'mark', at, event: 'stalled', from: due });
  }
}
