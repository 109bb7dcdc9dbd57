// Owns what is planted for the availability judge: long times without an answer.
import type { HistoryRecord, OperationRecord } from '../../../src/judge/history.ts';
import type { Random } from '../../../src/platform/ports.ts';
import { isOperation, ok, type Planting } from './planting.ts';

export const availabilityPlantings: readonly Planting[] = [
  {
    kind: 'a long time without an acknowledged write',
    judges: ['availability'],
    verdict: 'fail',
    plant: (records, random) => withoutAnswers(records, random, ['put', 'cas', 'delete']),
  },
  {
    kind: 'a long time without an acknowledged read',
    judges: ['availability'],
    verdict: 'fail',
    plant: (records, random) => withoutAnswers(records, random, ['get', 'range']),
  },
];

/** Six seconds in which no such operation is answered: they fail, as they do when nobody leads. */
function withoutAnswers(
  records: readonly HistoryRecord[],
  random: Random,
  ops: readonly OperationRecord['op'][],
): HistoryRecord[] | undefined {
  const operations = records.filter(isOperation);
  const [first, last] = [operations[0]?.due ?? 0, operations.at(-1)?.due ?? 0];
  const longUs = 6_000_000;
  if (last - first < longUs * 1.5) return undefined;
  const from = first + random.int(Math.floor(last - first - longUs));
  return records.map((record) => {
    if (!isOperation(record) || !ops.includes(record.op) || !ok(record)) return record;
    if ((record.end ?? 0) < from || record.start > from + longUs) return record;
    const { end: _, rev: __, got: ___, kvs: ____, swapped: _____, deleted: ______, ...rest } = record;
    return { ...rest, outcome: 'unknown', error: 'deadline exceeded' };
  });
}
