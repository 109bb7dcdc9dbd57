// Owns writes that failed and took effect all the same: whichever judge of data met them first may say so.
import {
  choose,
  doubtfulKeys,
  isOperation,
  listedKeys,
  ok,
  type Planting,
  readsOf,
  replaced,
  versionsOf,
} from './planting.ts';

const judgesOfData = ['linearizability', 'durability', 'serializable-reads'];

export const failedWritePlantings: readonly Planting[] = [
  {
    kind: 'a failed write that took effect',
    judges: judgesOfData,
    verdict: 'fail',
    plant: (records, random) => {
      const seen = new Set([
        ...readsOf(records, 'get').map(({ got }) => got?.val),
        ...listedKeys(records).map(({ val }) => val),
      ]);
      const write = choose(
        random,
        records.filter(isOperation).filter((record) => record.op === 'put' && ok(record) && seen.has(record.val)),
      );
      if (write === undefined) return undefined;
      const { rev: _, ...rest } = write;
      return replaced(records, write, { ...rest, outcome: 'failed' });
    },
  },
  {
    kind: 'a failed delete that took effect',
    judges: [...judgesOfData, 'watch'],
    verdict: 'fail',
    plant: (records, random) => {
      const doubtful = doubtfulKeys(records);
      const lookedAt = new Set(
        records
          .filter(isOperation)
          .filter(({ got }) => got === null)
          .map(({ key, rev }) => `${key}@${rev}`),
      );
      const versions = versionsOf(records);
      const deletion = choose(
        random,
        records.filter(isOperation).filter((record) => {
          if (record.deleted !== true || doubtful.has(record.key)) return false;
          const known = versions.get(record.key) ?? [];
          const next = known[known.findIndex(({ by }) => by === record) + 1];
          return next === undefined || next.by.op === 'cas' || lookedAt.has(`${record.key}@${record.rev}`);
        }),
      );
      if (deletion === undefined) return undefined;
      const { rev: _, deleted: __, ...rest } = deletion;
      return replaced(records, deletion, { ...rest, outcome: 'failed' });
    },
  },
];
