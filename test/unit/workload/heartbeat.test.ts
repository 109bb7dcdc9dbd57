import { expect, test } from 'vitest';
import type { HistoryRecord } from '../../../src/judge/history.ts';
import type { Clock } from '../../../src/platform/ports.ts';
import { runHeartbeat } from '../../../src/workload/heartbeat.ts';

/** Each sleep takes as long as the next of these says, milliseconds; after the last the signal aborts. */
async function beat(...sleepsMs: number[]): Promise<HistoryRecord[]> {
  const ending = new AbortController();
  let nowUs = 1_000_000;
  const clock: Clock = {
    wallMs: () => 0,
    monotonicUs: () => nowUs,
    sleep: async () => {
      nowUs += (sleepsMs.shift() ?? 0) * 1000;
      if (sleepsMs.length === 0) ending.abort();
    },
  };
  const records: HistoryRecord[] = [];
  await runHeartbeat(clock, { record: (record) => records.push(record) }, ending.signal);
  return records;
}

test('a timer that is a little late is no stall', async () => {
  expect(await beat(100, 140, 600, 100)).toEqual([]);
});

test('a timer that is far too late is a stall from when it was due', async () => {
  expect(await beat(100, 2100, 100)).toEqual([{ k: 'mark', event: 'stalled', from: 1_200_000, at: 3_200_000 }]);
});
