// Owns short ways to write down records for the judges' tests.
// Must not know any judge.
import type { HistoryRecord, MarkRecord, OperationRecord } from '../../src/judge/history.ts';

/** Microseconds; operations take 10. */
const lasts = 10;
let ids = 0;

type Facts = Partial<OperationRecord>;

function operation(op: OperationRecord['op'], key: string, start: number, facts: Facts): OperationRecord {
  const end = facts.outcome === 'unknown' ? {} : { end: start + lasts };
  return { k: 'op', id: ids++, client: 'c0', op, key, due: start, start, outcome: 'ok', ...end, ...facts };
}

export const put = (key: string, val: string, rev: number, start: number, facts: Facts = {}): OperationRecord =>
  operation('put', key, start, { val, rev: String(rev), ...facts });

export const remove = (key: string, rev: number, start: number, facts: Facts = {}): OperationRecord =>
  operation('delete', key, start, { rev: String(rev), deleted: true, ...facts });

/** @param got value and mod revision, or null */
export const get = (
  key: string,
  got: readonly [string, number] | null,
  rev: number,
  start: number,
  facts: Facts = {},
): OperationRecord =>
  operation('get', key, start, { rev: String(rev), got: got && { val: got[0], mod: String(got[1]) }, ...facts });

/** No answer was seen: no revision either. */
export function inDoubt({ rev: _, end: __, deleted: ___, swapped: ____, ...record }: OperationRecord): OperationRecord {
  return { ...record, outcome: 'unknown' };
}

export const segment = (n = 1, at = 0, boot = 'one'): HistoryRecord => ({
  k: 'segment',
  n,
  at,
  wall: '2026-01-01T00:00:00.000Z',
  boot,
});

export const mark = (event: MarkRecord['event'], at: number, facts: Partial<MarkRecord> = {}): HistoryRecord => ({
  k: 'mark',
  at,
  event,
  ...facts,
});

/** Enough writes, strict and serializable reads for any judge, one after the other on keys of their own. */
export function ballast(from: number, revision = 1000, count = 60): OperationRecord[] {
  return Array.from({ length: count }, (_, i) => {
    const [key, val, rev, at] = [`ballast/${i % 7}`, `b${revision + i}`, revision + i, from + i * 1000];
    const seen = get(key, [val, rev], rev, at + 100);
    return [
      put(key, val, rev, at),
      seen,
      { ...get(key, [val, rev], rev, at + 200), op: 'get-serializable' as const, via: 'm1' },
    ];
  }).flat();
}
