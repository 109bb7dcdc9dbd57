// Owns what is planted for the hash judge.
import { choose, type Planting, replaced } from './planting.ts';

export const hashPlantings: readonly Planting[] = [
  {
    kind: 'a member with other data',
    judges: ['hash'],
    verdict: 'fail',
    plant: (records, random) => {
      const hash = choose(
        random,
        records.filter((record) => record.k === 'hash'),
      );
      const member = hash && choose(random, Object.keys(hash.hashes));
      if (hash === undefined || member === undefined) return undefined;
      return replaced(records, hash, { ...hash, hashes: { ...hash.hashes, [member]: (hash.hashes[member] ?? 0) ^ 1 } });
    },
  },
  {
    kind: 'no hashes',
    judges: ['hash'],
    verdict: 'inconclusive',
    plant: (records) => records.filter(({ k }) => k !== 'hash'),
  },
];
