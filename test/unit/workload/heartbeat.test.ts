import { expect, test } from 'vitest';
import type { HistoryRecord } from '../../../src/judge/history.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import type { Clock } from '../../../src/platform/ports.ts';
import { watchStalls } from '../../../src/platform/stalls.ts';
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
  expect(await beat(100, 2100, 100)).toMatchObject([{ k: 'mark', event: 'stalled', from: 1_200_000, at: 3_200_000 }]);
});

test('a stall says for how long others had the cores, where that can be seen', async () => {
  const starvedOf = async (waits: readonly (number | null)[]): Promise<readonly (number | null)[]> => {
    const ending = new AbortController();
    const told: (number | null)[] = [];
    const left = [...waits];
    let nowUs = 0;
    const clock: Clock = {
      wallMs: () => 0,
      monotonicUs: () => nowUs,
      sleep: async () => {
        nowUs += 2_000_000;
        ending.abort();
      },
    };
    await watchStalls(
      clock,
      ending.signal,
      ({ starved }) => told.push(starved),
      () => left.shift() ?? null,
    );
    return told;
  };
  expect(await starvedOf([5, 1_700_005])).toEqual([1_700_000]);
  expect(await starvedOf([null, null])).toEqual([null]);
});

test('a process that stands still waits for no core', async () => {
  const records = async (stand: (ms: number) => void): Promise<HistoryRecord[]> => {
    const ending = new AbortController();
    const seen: HistoryRecord[] = [];
    const beats = runHeartbeat(systemClock, { record: (record) => seen.push(record) }, ending.signal);
    await systemClock.sleep(150);
    stand(1_000);
    await systemClock.sleep(150);
    ending.abort();
    await beats;
    return seen;
  };
  const [stopped] = await records((ms) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms));
  if (process.platform !== 'linux') return;
  expect(stopped?.k === 'mark' && (stopped.starved ?? Number.NaN)).toBeLessThan(100_000);
});
