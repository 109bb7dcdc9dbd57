// Owns what is planted for the judge of mutual exclusion: two holders, tokens that go back.
import type { HistoryRecord, HoldRecord } from '../../../src/judge/history.ts';
import { choose, insertedAfter, type Planting, replaced } from './planting.ts';

function holdsOf(records: readonly HistoryRecord[], kind: HoldRecord['kind']): HoldRecord[] {
  return records.filter((record) => record.k === 'hold').filter((record) => record.kind === kind);
}

function overlap(kind: HoldRecord['kind']): Planting['plant'] {
  return (records, random) => {
    const holds = holdsOf(records, kind);
    const pairs = holds.flatMap((released, index) => {
      if (released.event !== 'released') return [];
      const next = holds.slice(index + 1).find(({ event, name }) => event === 'acquired' && name === released.name);
      return next === undefined || next.holder === released.holder ? [] : [{ released, next }];
    });
    const pair = choose(random, pairs);
    if (pair === undefined) return undefined;
    const without = records.filter((record) => record !== pair.released);
    return insertedAfter(without, pair.next, { ...pair.released, at: pair.next.at + 1000 });
  };
}

export const mutualExclusionPlantings: readonly Planting[] = [
  { kind: 'two holders of one lock', judges: ['mutual-exclusion'], verdict: 'fail', plant: overlap('lock') },
  { kind: 'two leaders', judges: ['mutual-exclusion'], verdict: 'fail', plant: overlap('election') },
  {
    kind: 'a fencing revision that goes back',
    judges: ['mutual-exclusion'],
    verdict: 'fail',
    plant: (records, random) => {
      const acquired = records.filter((record) => record.k === 'hold').filter(({ event }) => event === 'acquired');
      const hold = choose(
        random,
        acquired.filter((each) => acquired.find(({ name }) => name === each.name) !== each),
      );
      return hold && replaced(records, hold, { ...hold, token: '1' });
    },
  },
];
