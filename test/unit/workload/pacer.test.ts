import { expect, test } from 'vitest';
import type { OperationRecord } from '../../../src/judge/history.ts';
import { readHistory } from '../../../src/judge/read-history.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { type PacerOptions, startPacer } from '../../../src/workload/pacer.ts';
import type { PlannedOperation } from '../../../src/workload/schedule.ts';

const clock = systemClock;

function* everyMs(
  intervalMs: number,
  startUs: number,
  op: 'put' | 'get' | 'cas' = 'put',
): Generator<PlannedOperation, never> {
  for (let id = 0; ; id += 1) {
    const dueUs = startUs + id * intervalMs * 1000;
    yield { id, dueUs, client: 0, op, key: 'k', ...(op !== 'get' && { value: { id: `v1.${id}`, sizeBytes: 8 } }) };
  }
}

function pacerWith(overrides: Partial<PacerOptions>) {
  const records: OperationRecord[] = [];
  const options: PacerOptions = {
    operations: everyMs(2, clock.monotonicUs()),
    maxInFlight: 1000,
    clock,
    run: async ({ id, dueUs, client, op, key }) => {
      const start = clock.monotonicUs();
      return { k: 'op', id, client: `c${client}`, op, key, due: dueUs, start, end: start, outcome: 'ok' };
    },
    clientName: (index) => `c${index}`,
    record: (record) => records.push(record),
    ready: async () => undefined,
    ...overrides,
  };
  return { pacer: startPacer(options), records };
}

test('every due operation has exactly one record', async () => {
  const { pacer, records } = pacerWith({});
  await clock.sleep(300);
  await pacer.stop(1000);
  expect(pacer.due()).toBeGreaterThan(50);
  expect(records.map(({ id }) => id).sort((a, b) => a - b)).toEqual(Array.from({ length: pacer.due() }, (_, id) => id));
});

test('a server that stalls does not thin out the load: due times go on, and latency counts from them', async () => {
  let stalled: Promise<void> | undefined;
  const { pacer, records } = pacerWith({
    maxInFlight: 4,
    run: async ({ id, dueUs, op, key }) => {
      stalled ??= clock.sleep(400);
      await stalled;
      const start = clock.monotonicUs();
      return { k: 'op', id, client: 'c0', op, key, due: dueUs, start, end: clock.monotonicUs(), outcome: 'ok' };
    },
  });
  await clock.sleep(600);
  await pacer.stop(2000);
  const stall = records.filter(({ due }) => due < (records[0]?.due ?? 0) + 300_000);
  expect(stall.length).toBeGreaterThanOrEqual(140);
  const late = stall.filter(({ end, due }) => (end ?? 0) - due > 90_000);
  expect(late.length / stall.length).toBeGreaterThan(0.9);
});

test('never more in flight than allowed', async () => {
  let now = 0;
  let most = 0;
  const { pacer } = pacerWith({
    maxInFlight: 3,
    run: async ({ id, dueUs, op, key }) => {
      now += 1;
      most = Math.max(most, now);
      await clock.sleep(10);
      now -= 1;
      return { k: 'op', id, client: 'c0', op, key, due: dueUs, start: dueUs, end: dueUs, outcome: 'ok' };
    },
  });
  await clock.sleep(200);
  await pacer.stop(5000);
  expect(most).toBe(3);
});

test('what never gets an answer is recorded at the end: a write as unknown without an end, a read as failed', async () => {
  for (const [op, outcome, hasEnd] of [
    ['put', 'unknown', false],
    ['get', 'failed', true],
  ] as const) {
    const { pacer, records } = pacerWith({
      operations: everyMs(10, clock.monotonicUs(), op),
      run: () => new Promise(() => undefined),
    });
    await clock.sleep(60);
    await pacer.stop(50);
    expect(records.length).toBe(pacer.due());
    expect(records.length).toBeGreaterThan(3);
    for (const record of records) {
      expect(record.outcome).toBe(outcome);
      expect(record.end !== undefined).toBe(hasEnd);
      expect(record.start).toBeGreaterThanOrEqual(record.due);
    }
  }
});

test('an answer that comes after the end was recorded does not make a second record', async () => {
  const { pacer, records } = pacerWith({
    operations: everyMs(1000, clock.monotonicUs()),
    run: async ({ id, dueUs, op, key }) => {
      await clock.sleep(150);
      return { k: 'op', id, client: 'c0', op, key, due: dueUs, start: dueUs, end: dueUs, outcome: 'ok' };
    },
  });
  await clock.sleep(20);
  await pacer.stop(20);
  await clock.sleep(200);
  expect(records.map(({ outcome }) => outcome)).toEqual(['unknown']);
});

test('a history that cannot be written ends the load and is told at once and at the end', async () => {
  const { pacer } = pacerWith({ ready: async () => Promise.reject(new Error('disk full')) });
  await expect(pacer.running).rejects.toThrow('disk full');
  await expect(pacer.stop(100)).rejects.toThrow('disk full');
});

test.each(['put', 'get', 'cas'] as const)(
  'a %s that was given up, sent or not, is a record that judges can read',
  async (op) => {
    const { pacer, records } = pacerWith({
      operations: everyMs(2, clock.monotonicUs(), op),
      maxInFlight: 3,
      run: () => new Promise(() => undefined),
    });
    await clock.sleep(100);
    await pacer.stop(0);
    expect(records.length).toBeGreaterThan(10);
    expect(new Set(records.map(({ tries }) => tries))).toEqual(new Set([0, 1]));
    const kinds: string[] = [];
    for await (const { k } of readHistory(records.map((record) => JSON.stringify(record)))) kinds.push(k);
    expect(kinds).toEqual(records.map(() => 'op'));
  },
);

test('an abandoned workload records nothing more: what it gave up is not the fault of who was asked', async () => {
  const { pacer, records } = pacerWith({
    maxInFlight: 3,
    run: async ({ id, dueUs, op, key }) => {
      await clock.sleep(50);
      return { k: 'op', id, client: 'c0', op, key, due: dueUs, start: dueUs, end: dueUs, outcome: 'ok' };
    },
  });
  await clock.sleep(200);
  pacer.abandon();
  const before = records.length;
  await clock.sleep(150);
  expect(records.length).toBe(before);
  expect(records.every(({ outcome }) => outcome === 'ok')).toBe(true);
  expect(pacer.due()).toBeGreaterThan(before);
});
