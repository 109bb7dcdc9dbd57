import { expect, test } from 'vitest';
import type { WorkloadSettings } from '../../../src/manifest/resolve.ts';
import { createRandom } from '../../../src/platform/random.ts';
import { groupPrefix, keyName } from '../../../src/workload/keys.ts';
import { type PlannedOperation, planOperations } from '../../../src/workload/schedule.ts';

const settings: WorkloadSettings = {
  clients: 5,
  rate: 200,
  keys: 20,
  valueBytes: [10, 30],
  mix: { put: 40, get: 20, getSerializable: 15, range: 5, cas: 15, delete: 5 },
};

function take(count: number, seed = 1, segment = 1, startUs = 1_000): PlannedOperation[] {
  const plan = planOperations(settings, createRandom(seed), segment, startUs);
  return Array.from({ length: count }, () => plan.next().value);
}

test('the same seed plans the same operations, another one does not', () => {
  expect(take(500)).toEqual(take(500));
  expect(take(500)).not.toEqual(take(500, 2));
});

test('exactly one operation is due in each interval, in order', () => {
  const intervalUs = 1_000_000 / settings.rate;
  for (const [index, { dueUs }] of take(5_000).entries()) {
    expect(Math.floor((dueUs - 1_000) / intervalUs)).toBe(index);
  }
});

test('kinds come in the proportions of the mix, over all clients and keys', () => {
  const operations = take(20_000);
  const share = (op: string) => operations.filter((each) => each.op === op).length / operations.length;
  expect(share('put')).toBeCloseTo(0.4, 1);
  expect(share('get-serializable')).toBeCloseTo(0.15, 1);
  expect(share('range')).toBeCloseTo(0.05, 1);
  expect(new Set(operations.map(({ client }) => client)).size).toBe(5);
  const keys = new Set(operations.filter(({ op }) => op !== 'range').map(({ key }) => key));
  expect(keys).toEqual(new Set(Array.from({ length: 20 }, (_, index) => keyName(index))));
  const prefixes = new Set(operations.filter(({ op }) => op === 'range').map(({ key }) => key));
  expect(prefixes).toEqual(new Set([groupPrefix(0), groupPrefix(1), groupPrefix(2)]));
});

test('ids and values are unique over segments, and only writes have values of the wanted size', () => {
  const operations = [...take(3_000), ...take(3_000, 1, 2)];
  expect(new Set(operations.map(({ id }) => id)).size).toBe(6_000);
  const writes = operations.filter(({ op }) => op === 'put' || op === 'cas');
  expect(new Set(writes.map(({ value }) => value?.id)).size).toBe(writes.length);
  for (const { op, value } of operations) {
    expect(value !== undefined).toBe(op === 'put' || op === 'cas');
    if (value) expect(value.sizeBytes >= 10 && value.sizeBytes <= 30).toBe(true);
  }
});

test('a weight of zero leaves a kind out', () => {
  const plan = planOperations({ ...settings, mix: { ...settings.mix, delete: 0, range: 0 } }, createRandom(1), 1, 0);
  for (let index = 0; index < 2_000; index += 1) expect(['delete', 'range']).not.toContain(plan.next().value.op);
});

test('operations of one kind come in turns, so that even one client asks every member', () => {
  const turns = new Map<string, number>();
  const operations = planOperations({ ...settings, clients: 1 }, createRandom(1), 1, 0);
  for (let i = 0; i < 500; i += 1) {
    const { op, turn } = operations.next().value;
    expect(turn).toBe(turns.get(op) ?? 0);
    turns.set(op, (turns.get(op) ?? 0) + 1);
  }
});
