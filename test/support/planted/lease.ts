// Owns what is planted for the lease judge: keys that live too long or end too early.
import type { HistoryRecord, LeaseRecord } from '../../../src/judge/history.ts';
import { choose, insertedAfter, type Planting, replaced } from './planting.ts';

const leasesOf = (records: readonly HistoryRecord[]): LeaseRecord[] => records.filter((record) => record.k === 'lease');

export const leasePlantings: readonly Planting[] = [
  {
    kind: 'the key of an ended lease back',
    judges: ['lease'],
    verdict: 'fail',
    plant: (records, random) => {
      const gone = choose(
        random,
        leasesOf(records).filter(({ event }) => event === 'key-gone'),
      );
      return (
        gone && insertedAfter(records, gone, { ...gone, event: 'key-seen', start: gone.at + 1000, at: gone.at + 2000 })
      );
    },
  },
  {
    kind: 'the key of an abandoned lease alive for ever',
    judges: ['lease'],
    verdict: 'fail',
    plant: (records, random) => {
      const left = new Set(
        leasesOf(records)
          .filter(({ event }) => event === 'abandoned')
          .map(({ lease }) => lease),
      );
      const gone = choose(
        random,
        leasesOf(records).filter(({ event, lease }) => event === 'key-gone' && left.has(lease)),
      );
      if (gone === undefined) return undefined;
      const late = gone.at + 600_000_000;
      return replaced(records, gone, { ...gone, event: 'key-seen', start: late, at: late + 1000 });
    },
  },
  {
    kind: 'the key of a kept lease gone',
    judges: ['lease'],
    verdict: 'fail',
    plant: (records, random) => {
      const left = new Set(
        leasesOf(records)
          .filter(({ event }) => event === 'abandoned')
          .map(({ lease }) => lease),
      );
      const seen = choose(
        random,
        leasesOf(records).filter(({ event, lease }) => event === 'key-seen' && !left.has(lease)),
      );
      return seen && replaced(records, seen, { ...seen, event: 'key-gone' });
    },
  },
  {
    kind: 'a lease lost although it was renewed',
    judges: ['lease'],
    verdict: 'fail',
    plant: (records, random) => {
      const renewed = choose(
        random,
        leasesOf(records).filter(({ event }) => event === 'renewed'),
      );
      if (renewed === undefined) return undefined;
      const { k, lease, client } = renewed;
      return insertedAfter(records, renewed, { k, lease, client, event: 'lost', at: renewed.at + 1000 });
    },
  },
];
