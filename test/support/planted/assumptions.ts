// Owns what is planted for the judge of assumptions: histories that were not recorded whole.
import type { HistoryRecord } from '../../../src/judge/history.ts';
import { choose, isOperation, type Planting, replaced } from './planting.ts';

export const assumptionPlantings: readonly Planting[] = [
  {
    kind: 'an id twice',
    judges: ['assumptions'],
    verdict: 'fail',
    plant: (records, random) => {
      const [first, second] = [
        choose(random, records.filter(isOperation)),
        choose(random, records.filter(isOperation)),
      ];
      return first && second && first !== second ? replaced(records, second, { ...second, id: first.id }) : undefined;
    },
  },
  {
    kind: 'a value written twice',
    judges: ['assumptions'],
    verdict: 'fail',
    plant: (records, random) => {
      const puts = records.filter(isOperation).filter(({ val }) => val !== undefined);
      const [first, second] = [choose(random, puts), choose(random, puts)];
      if (first?.val === undefined || second === undefined || first === second) return undefined;
      return replaced(records, second, { ...second, val: first.val });
    },
  },
  {
    kind: 'the record of an operation lost',
    judges: ['assumptions'],
    verdict: 'fail',
    plant: (records, random) => {
      const lost = choose(random, records.filter(isOperation));
      return records.filter((record) => record !== lost);
    },
  },
  {
    kind: 'half of the reads lost',
    judges: ['assumptions'],
    verdict: 'fail',
    plant: (records, random) =>
      records.filter((record) => !isOperation(record) || record.val !== undefined || random.next() < 0.5),
  },
  {
    kind: 'the last operations lost',
    judges: ['assumptions'],
    verdict: 'fail',
    plant: (records, random) => {
      const last = new Set<HistoryRecord>(records.filter(isOperation).slice(-1 - random.int(100)));
      return records.filter((record) => !last.has(record));
    },
  },
  {
    kind: 'no word of how many operations there were',
    judges: ['assumptions'],
    verdict: 'inconclusive',
    plant: (records) =>
      records.map((record) => {
        if (record.k !== 'mark') return record;
        const { operations: _, ...rest } = record;
        return rest;
      }),
  },
  {
    kind: 'an operation that ends before it starts',
    judges: ['assumptions'],
    verdict: 'fail',
    plant: (records, random) => {
      const operation = choose(
        random,
        records.filter(isOperation).filter(({ end }) => end !== undefined),
      );
      return operation && replaced(records, operation, { ...operation, end: operation.start - 1 });
    },
  },
];
