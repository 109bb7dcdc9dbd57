// Owns what is planted for the linearizability judge: answers that were not the newest when they were given.
import type { HistoryRecord, OperationRecord } from '../../../src/judge/history.ts';
import {
  choose,
  doubtfulKeys,
  isOperation,
  type Known,
  ok,
  type Planting,
  pick,
  readsOf,
  replaced,
  versionsOf,
  wrote,
} from './planting.ts';

export const linearizabilityPlantings: readonly Planting[] = [
  {
    kind: 'a read of an older version',
    judges: ['linearizability'],
    verdict: 'fail',
    plant: (records, random) => {
      const versions = versionsOf(records);
      const older = (read: OperationRecord): Known[] =>
        (versions.get(read.key) ?? []).filter(({ rev, val }) => val !== null && rev < Number(read.got?.mod));
      const read = choose(
        random,
        readsOf(records, 'get').filter((each) => older(each).length > 0),
      );
      const version = read && choose(random, older(read));
      if (read === undefined || version?.val == null) return undefined;
      return replaced(records, read, { ...read, got: { val: version.val, mod: String(version.rev) } });
    },
  },
  {
    kind: 'a stale read that admits its revision',
    judges: ['linearizability'],
    verdict: 'fail',
    plant: (records, random) => {
      const gets = readsOf(records, 'get');
      const read = choose(random, gets);
      if (read === undefined) return undefined;
      const earlier = gets.filter(
        (each) => each.key === read.key && Number(each.rev) < Number(read.rev) && endedBefore(records, each, read),
      );
      const source = choose(random, earlier);
      return source && replaced(records, read, { ...read, ...pick(source) });
    },
  },
  {
    kind: 'a read of a value that nobody wrote',
    judges: ['linearizability'],
    verdict: 'fail',
    plant: (records, random) => {
      const read = choose(random, readsOf(records, 'get'));
      if (!read?.got) return undefined;
      return replaced(records, read, { ...read, got: { ...read.got, val: 'v77.1' } });
    },
  },
  {
    kind: 'a damaged value in a range',
    judges: ['linearizability'],
    verdict: 'fail',
    plant: (records, random) => {
      const ranges = records.filter(isOperation).filter(({ kvs }) => (kvs?.length ?? 0) > 0);
      const range = choose(random, ranges);
      const entry = range && choose(random, range.kvs ?? []);
      if (range === undefined || entry === undefined) return undefined;
      const kvs = (range.kvs ?? []).map((each) =>
        each === entry ? ([each[0], 'damaged:0123', each[2]] as const) : each,
      );
      return replaced(records, range, { ...range, kvs });
    },
  },
  {
    kind: 'a key missing in a range',
    judges: ['linearizability'],
    verdict: 'fail',
    plant: (records, random) => {
      const doubtful = doubtfulKeys(records);
      const ranges = records.filter(isOperation).filter(({ kvs }) => kvs?.some(([key]) => !doubtful.has(key)));
      const range = choose(random, ranges);
      const entry =
        range &&
        choose(
          random,
          (range.kvs ?? []).filter(([key]) => !doubtful.has(key)),
        );
      if (range === undefined || entry === undefined) return undefined;
      return replaced(records, range, { ...range, kvs: (range.kvs ?? []).filter((each) => each !== entry) });
    },
  },
  {
    kind: 'a deleted key read again',
    judges: ['linearizability'],
    verdict: 'fail',
    plant: (records, random) => {
      const versions = versionsOf(records);
      const before = (read: OperationRecord): Known | undefined => {
        const known = (versions.get(read.key) ?? []).filter(({ rev }) => rev <= Number(read.rev));
        return known.at(-1)?.val === null ? known.findLast(({ val }) => val !== null) : undefined;
      };
      const gets = records
        .filter(isOperation)
        .filter((record) => record.op === 'get' && ok(record) && record.got === null);
      const read = choose(
        random,
        gets.filter((each) => before(each) !== undefined),
      );
      const version = read && before(read);
      if (read === undefined || version?.val == null) return undefined;
      return replaced(records, read, { ...read, got: { val: version.val, mod: String(version.rev) } });
    },
  },
  {
    kind: 'two cas that both replaced one revision',
    judges: ['linearizability'],
    verdict: 'fail',
    plant: (records, random) => {
      const swaps = records.filter(isOperation).filter(({ swapped, expect }) => swapped === true && expect !== '0');
      const refused = records.filter(isOperation).filter(({ swapped }) => swapped === false);
      const pairs = refused.flatMap((second) => {
        const first = swaps.find(({ key, rev }) => key === second.key && Number(rev) < Number(second.rev));
        return first === undefined ? [] : [{ first, second }];
      });
      const pair = choose(random, pairs);
      if (pair?.first.expect === undefined) return undefined;
      const { got: _, ...rest } = pair.second;
      return replaced(records, pair.second, { ...rest, swapped: true, expect: pair.first.expect });
    },
  },
];

/** Whether somebody had an answer newer than `older`'s before `read` began, so that repeating it is provably stale. */
function endedBefore(records: readonly HistoryRecord[], older: OperationRecord, read: OperationRecord): boolean {
  return records
    .filter(isOperation)
    .some((each) => wrote(each) && Number(each.rev) > Number(older.rev) && (each.end ?? Infinity) < read.start);
}
