// Owns what is planted into histories of a process that was killed and resumed: its last moments excuse nothing that
// came long after.
import type { HistoryRecord } from '../../../src/judge/history.ts';
import {
  choose,
  doubtfulKeys,
  isEvent,
  isOperation,
  listedKeys,
  type Planting,
  readsOf,
  replaced,
  versionsOf,
  wrote,
} from './planting.ts';

/** When the last segment began, where an earlier one did not end in good order. */
function resumedAt(records: readonly HistoryRecord[]): number | undefined {
  const segments = records.filter((record) => record.k === 'segment');
  return segments.length > 1 ? segments.at(-1)?.at : undefined;
}

/** Past this, no request of a process that was killed can take effect any more: the deadline of an operation and a bit. */
const settledAfterUs = 5_300_000;

/** For histories of a process that was killed and resumed: its last moments excuse nothing that came long after. */
export const crashPlantings: readonly Planting[] = [
  {
    kind: 'a key missing at the end that was acknowledged after a resume',
    judges: ['durability'],
    verdict: 'fail',
    plant: (records, random) => {
      const settled = (resumedAt(records) ?? Infinity) + settledAfterUs;
      const doubtful = doubtfulKeys(records);
      const versions = versionsOf(records);
      const entry = choose(
        random,
        listedKeys(records).filter(({ key, mod }) => {
          const last = versions.get(key)?.at(-1);
          return !doubtful.has(key) && last?.rev === mod && last.by.start > settled;
        }),
      );
      if (entry === undefined) return undefined;
      const { final, key } = entry;
      return replaced(records, final, { ...final, kvs: final.kvs.filter(([name]) => name !== key) });
    },
  },
  {
    kind: 'a key read as missing that was acknowledged after a resume',
    judges: ['durability'],
    verdict: 'fail',
    plant: (records, random) => {
      const settled = (resumedAt(records) ?? Infinity) + settledAfterUs;
      const doubtful = doubtfulKeys(records);
      const starts = new Map(records.filter(isOperation).map(({ val, start }) => [val, start]));
      const read = choose(
        random,
        readsOf(records, 'get').filter(({ key, got }) => !doubtful.has(key) && (starts.get(got?.val) ?? 0) > settled),
      );
      return read && replaced(records, read, { ...read, got: null });
    },
  },
  {
    kind: 'a deletion seen after a resume that nobody made',
    judges: ['watch'],
    verdict: 'fail',
    plant: (records, random) => {
      const settled = (resumedAt(records) ?? Infinity) + settledAfterUs;
      const doubtful = doubtfulKeys(records);
      const late = new Map(
        records
          .filter(isOperation)
          .filter((record) => wrote(record) && record.start > settled)
          .map(({ rev, deleted }) => [rev, deleted]),
      );
      const event = choose(
        random,
        records
          .filter(isEvent)
          .filter(({ event: what, rev, key }) => what === 'put' && late.has(rev) && !doubtful.has(key ?? '')),
      );
      if (event === undefined) return undefined;
      const { val: _, ...rest } = event;
      return replaced(records, event, { ...rest, event: 'delete' });
    },
  },
];
