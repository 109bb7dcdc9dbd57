import { describe, expect, test } from 'vitest';
import { availabilityReport, createAvailabilityJudge } from '../../../src/judge/availability.ts';
import type { HistoryRecord } from '../../../src/judge/history.ts';
import { Timeline } from '../../../src/judge/timeline.ts';
import type { Thresholds } from '../../../src/manifest/resolve.ts';
import { get, mark, put, segment } from '../../support/history-records.ts';

const thresholds: Thresholds = {
  longestWriteGapMs: 500,
  longestReadGapMs: 500,
  failedOperations: 0,
  unknownOperations: 1,
};
const ms = 1000;

/** A write every 10 ms and a read 5 ms later, each of 2 ms, from 0 s to 2 s; step "1" is the second second. */
function steady(change: (record: HistoryRecord) => HistoryRecord | undefined = (record) => record): HistoryRecord[] {
  const operations = Array.from({ length: 200 }, (_, i) => {
    const at = i * 10 * ms;
    return [put('k', `v${i}`, i + 1, at, { end: at + 2 * ms }), get('k', null, 1, at + 5 * ms, { end: at + 7 * ms })];
  }).flat();
  const changed = operations.map(change).filter((record) => record !== undefined);
  const step = [mark('step-start', 1000 * ms, { step: '1' }), mark('step-end', 2000 * ms, { step: '1' })];
  const [before, after] = [changed.slice(0, 200), changed.slice(200)];
  const all = [segment(), mark('workload-start', 0), ...before, ...step.slice(0, 1), ...after, ...step.slice(1)];
  return [...all, mark('workload-end', 9000 * ms)];
}

function judge(records: readonly HistoryRecord[], limits: Thresholds = thresholds) {
  const judge = createAvailabilityJudge(new Timeline(), limits);
  for (const record of records) judge.observe(record);
  return { ...judge.verdict(), report: availabilityReport([judge]) };
}

/** Turns what ends in a stretch into what nobody answered. */
const unanswered =
  (fromMs: number, toMs: number) =>
  (record: HistoryRecord): HistoryRecord | undefined => {
    if (record.k !== 'op' || record.start < fromMs * ms || record.start > toMs * ms) return record;
    const { end: _, rev: __, ...rest } = record;
    return { ...rest, outcome: 'unknown' };
  };

test('steady clients pass, and the wait for watchers after the last operation is no gap', () => {
  const { verdict, report } = judge(steady());
  expect(verdict).toBe('pass');
  expect(report.totals).toMatchObject({ operations: 400, ok: 400, longestWriteGapMs: 10, longestReadGapMs: 10 });
  expect(report.steps.get('1')).toMatchObject({ operations: 200, failed: 0, unknown: 0, longestWriteGapMs: 10 });
  expect(report.steps.get('1')?.p50Ms).toBeCloseTo(2, 1);
});

test('a gap is judged against its threshold and belongs to the step in which it began', () => {
  const limits = { ...thresholds, unknownOperations: 1000 };
  const { verdict, summary, report } = judge(steady(unanswered(1100, 1700)), limits);
  expect(verdict).toBe('fail');
  expect(summary).toContain('beginning in step 1');
  expect(report.totals.longestWriteGapMs).toBe(620);
  expect(report.totals.longestWriteGapStep).toBe('1');
});

describe('a gap while this machine itself stood still', () => {
  const limits = { ...thresholds, unknownOperations: 1000 };
  const stalled = (fromMs: number, toMs: number): HistoryRecord => mark('stalled', toMs * ms, { from: fromMs * ms });
  const withStall = (...stalls: HistoryRecord[]) => [...steady(unanswered(1100, 1700)).slice(0, -1), ...stalls];
  const ended = mark('workload-end', 9000 * ms);
  test('is a doubt where the rest of it is within the threshold', () => {
    const judged = judge([...withStall(stalled(1200, 1400)), ended], limits);
    expect(judged).toMatchObject({ verdict: 'inconclusive', failureReason: 'machine-overloaded' });
    expect(judged.summary).toContain('No write was acknowledged for 620 ms, but this machine stood still for 200 ms');
  });
  test('is a violation where the rest of it is too long all the same', () => {
    expect(judge([...withStall(stalled(1200, 1250)), ended], limits).verdict).toBe('fail');
  });
  test('is a violation where the machine stood still at another time', () => {
    expect(judge([...withStall(stalled(300, 900), stalled(1800, 1990)), ended], limits).verdict).toBe('fail');
  });
  test.each(['failed', 'unknown'] as const)(
    'operations that are %s meanwhile are a doubt, others are not',
    (outcome) => {
      const records = steady((record) =>
        record.k === 'op' && record.op === 'put' && record.due >= 500 * ms && record.due < 520 * ms
          ? { ...record, outcome }
          : record,
      ).slice(0, -1);
      expect(judge([...records, stalled(450, 600), ended])).toMatchObject({ failureReason: 'machine-overloaded' });
      expect(judge([...records, stalled(1450, 1600), ended]).verdict).toBe('fail');
    },
  );
  test('does not hide a shorter gap of its own', () => {
    const both = steady((record) => {
      const once = unanswered(100, 900)(record);
      return once && unanswered(1100, 1700)(once);
    });
    expect(judge([...both.slice(0, -1), stalled(150, 850), ended], limits)).toMatchObject({ verdict: 'fail' });
  });
});

test('a gap that lasts to the end counts', () => {
  const { report } = judge(steady(unanswered(1300, 2000)));
  expect(report.totals.longestWriteGapMs).toBeGreaterThan(600);
});

test('latency counts from when the operation was due', () => {
  const late = steady((record) => (record.k === 'op' ? { ...record, due: record.start - 40 * ms } : record));
  expect(judge(late).report.steps.get('1')?.p50Ms).toBeCloseTo(42, 0);
});

test.each(['failed', 'unknown'] as const)('too many %s operations fail', (outcome) => {
  let left = 2;
  const records = steady((record) =>
    record.k === 'op' && record.op === 'put' && left-- > 0 ? { ...record, outcome } : record,
  );
  expect(judge(records).verdict).toBe('fail');
});

test('p99 is judged only where a threshold is set', () => {
  const slow = steady((record) => (record.k === 'op' ? { ...record, end: record.start + 60 * ms } : record));
  expect(judge(slow).verdict).toBe('pass');
  expect(judge(slow, { ...thresholds, p99Ms: 50 })).toMatchObject({ verdict: 'fail', violationCount: 1 });
});

describe('at best inconclusive', () => {
  test('clients that worked in two pieces', () => {
    const records = [
      ...steady(),
      segment(2, 10_000 * ms),
      put('k', 'x', 999, 10_001 * ms),
      mark('workload-end', 11_000 * ms),
    ];
    expect(judge(records)).toMatchObject({ verdict: 'inconclusive', failureReason: 'client-gap' });
    expect(judge(records).report.totals.longestWriteGapMs).toBeLessThan(500);
  });
  test('a history that stops before the clients did', () => {
    expect(judge(steady().slice(0, -1))).toMatchObject({
      verdict: 'inconclusive',
      failureReason: 'history-incomplete',
    });
  });
  test('a handful of operations', () => {
    expect(judge(steady().slice(0, 20))).toMatchObject({ failureReason: 'too-few-operations' });
  });
});
