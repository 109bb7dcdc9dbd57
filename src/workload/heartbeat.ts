// Owns recording that this process itself was not scheduled: whatever clients felt then is not etcd's doing.
// Must not judge how long is too long for clients (judge/availability.ts).
import type { Clock } from '../platform/ports.ts';
import { watchStalls } from '../platform/stalls.ts';
import type { HistoryWriter } from './history-writer.ts';

/** Records each stall. Ends with the signal; never rejects. */
export async function runHeartbeat(
  clock: Clock,
  recorder: Pick<HistoryWriter, 'record'>,
  signal: AbortSignal,
): Promise<void> {
  await watchStalls(clock, signal, ({ from, to }) => recorder.record({ k: 'mark', at: to, event: 'stalled', from }));
}
