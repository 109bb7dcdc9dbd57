// Owns what is planted for the judge of serializable reads: backwards through one member, or from the future.
import type { HistoryRecord, OperationRecord } from '../../../src/judge/history.ts';
import { choose, isOperation, ok, type Planting, pick, readsOf, replaced, wrote } from './planting.ts';

export const serializableReadPlantings: readonly Planting[] = [
  {
    kind: 'a serializable read that goes back',
    judges: ['serializable-reads'],
    verdict: 'fail',
    plant: (records, random) => {
      const reads = records.filter(isOperation).filter((record) => record.op === 'get-serializable' && ok(record));
      const restarts = restartsOf(records);
      const quiet = (member: string | undefined, from: number, to: number): boolean =>
        !restarts.some((span) => span.member === member && span.from <= to && from <= span.to);
      const read = choose(
        random,
        reads.filter((each) => {
          const previous = reads.findLast(({ via, end = 0 }) => via === each.via && end < each.start);
          return (
            previous !== undefined &&
            quiet(each.via, previous.start, each.end ?? each.start) &&
            sourceFor(each, previous)
          );
        }),
      );
      const previous = read && reads.findLast(({ via, end = 0 }) => via === read.via && end < read.start);
      const source = read && previous && sourceFor(read, previous);
      return read && source && replaced(records, read, { ...read, ...pick(source) });
      /** An older answer about the same key, from before a revision that this member had already shown. */
      function sourceFor(each: OperationRecord, before: OperationRecord): OperationRecord | undefined {
        return reads.find(({ key, rev }) => key === each.key && Number(rev) < Number(before.rev));
      }
    },
  },
  {
    kind: 'a serializable read of the future',
    judges: ['serializable-reads'],
    verdict: 'fail',
    plant: (records, random) => {
      const starts = new Map(
        records
          .filter(isOperation)
          .filter(wrote)
          .map(({ val, start }) => [val, start]),
      );
      const reads = readsOf(records, 'get-serializable');
      const pairs = reads.slice(0, Math.floor(reads.length / 2)).flatMap((early) => {
        const late = reads.find(({ key, got }) => key === early.key && (starts.get(got?.val) ?? 0) > (early.end ?? 0));
        return late === undefined ? [] : [{ early, late }];
      });
      const pair = choose(random, pairs);
      return pair && replaced(records, pair.early, { ...pair.early, ...pick(pair.late) });
    },
  },
  {
    kind: 'a serializable read of a wrong version',
    judges: ['serializable-reads'],
    verdict: 'fail',
    plant: (records, random) => {
      const read = choose(random, readsOf(records, 'get-serializable'));
      if (!read?.got) return undefined;
      return replaced(records, read, { ...read, got: { ...read.got, mod: String(Number(read.got.mod) - 1) } });
    },
  },
];

/** When each member was being restarted. */
function restartsOf(records: readonly HistoryRecord[]): { member: string | undefined; from: number; to: number }[] {
  const marks = records.filter((record) => record.k === 'mark');
  return marks
    .filter(({ event }) => event === 'switch-start')
    .map(({ member, at: from }) => {
      const end = marks.find((mark) => mark.event === 'switch-end' && mark.member === member && mark.at >= from);
      return { member, from, to: end?.at ?? Number.POSITIVE_INFINITY };
    });
}
