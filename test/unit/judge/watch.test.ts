import { expect, test } from 'vitest';
import type { HistoryRecord, WatchRecord } from '../../../src/judge/history.ts';
import { createJudges } from '../../../src/judge/index.ts';
import type { JudgeVerdict } from '../../../src/judge/verdict.ts';
import { put, segment } from '../../support/history-records.ts';

const thresholds = { longestWriteGapMs: 5000, longestReadGapMs: 5000, failedOperations: 0, unknownOperations: 20 };
const second = 1_000_000;
const watch = (event: WatchRecord['event'], at: number, facts: Partial<WatchRecord> = {}): WatchRecord => ({
  k: 'watch',
  watcher: 'w',
  at,
  event,
  ...facts,
});
const writes = Array.from({ length: 60 }, (_, i) => put('app/k', `v1.${i}`, 10 + i, second + i * 1000));
const events = writes.map(({ key, val = '', rev = '', end = 0 }) => watch('put', end + 100, { key, val, rev }));
const opened = watch('opened', 100, { prefix: 'app/', rev: '10' });
const closed = watch('closed', 60 * second);

function judge(watched: readonly HistoryRecord[]): JudgeVerdict | undefined {
  const judges = createJudges({ thresholds });
  for (const record of [segment(), ...writes, ...watched]) for (const each of judges) each.observe(record);
  return judges.find(({ name }) => name === 'watch')?.verdict();
}

test('all events, once and in order, pass', () => {
  expect(judge([opened, ...events, closed])).toMatchObject({ verdict: 'pass', judged: 60 });
});

test('a watch that falls silent long before its end has missed what came after', () => {
  const verdict = judge([opened, ...events.slice(0, 55), closed]);
  expect(verdict).toMatchObject({ verdict: 'fail', violationCount: 5, failureReason: 'watch-violated' });
  expect(verdict?.violations[0]?.message).toBe('Watcher w never got revision 65 (app/k)');
});

test('events that were acknowledged a moment before the end are not owed yet', () => {
  expect(judge([opened, ...events.slice(0, 55), watch('closed', 2 * second)])?.verdict).toBe('pass');
});

test('a resume that begins too late leaves a hole', () => {
  const resumed = [watch('lost', 2 * second), watch('opened', 3 * second, { prefix: 'app/', rev: '42' })];
  const verdict = judge([opened, ...events.slice(0, 30), ...resumed, ...events.slice(32), closed]);
  expect(verdict).toMatchObject({ verdict: 'fail', violationCount: 2 });
});

test('what a raw watch had and the application did not is doubt, not a pass and not proof against etcd', () => {
  const seen = writes.map(({ rev = '' }) => rev);
  const raw = watch('rechecked', 4 * second, { rev: '10', upTo: '69', seen });
  const verdict = judge([opened, ...events.slice(0, 30), ...events.slice(31), raw, closed]);
  expect(verdict).toMatchObject({
    verdict: 'inconclusive',
    failureReason: 'client-library-anomaly',
    violationCount: 1,
  });
  expect(verdict?.summary).toContain('never got revision 40');
});

test('what a raw watch lacks as well is proven', () => {
  const seen = writes.map(({ rev = '' }) => rev).filter((rev) => rev !== '40');
  const raw = watch('rechecked', 4 * second, { rev: '10', upTo: '69', seen });
  expect(judge([opened, ...events.slice(0, 30), ...events.slice(31), raw, closed])?.verdict).toBe('fail');
});

test('a watch that never ends in the history proves nothing', () => {
  expect(judge([opened, ...events])).toMatchObject({ verdict: 'inconclusive', failureReason: 'history-incomplete' });
});

test('few events are too few', () => {
  const short = watch('closed', second);
  expect(judge([opened, ...events.slice(0, 5), short])).toMatchObject({ failureReason: 'too-few-operations' });
});

test('a watch that etcd ended leaves what nobody watched in doubt', () => {
  const ended = watch('closed', second + 30_000, { error: 'cancelled' });
  const next = { watcher: 'w2' };
  const again = [
    watch('opened', second + 40_000, { ...next, prefix: 'app/', rev: '50' }),
    ...events.slice(40).map((event) => ({ ...event, ...next })),
    { ...closed, ...next },
  ];
  const verdict = judge([opened, ...events.slice(0, 30), ended, ...again]);
  expect(verdict).toMatchObject({ verdict: 'inconclusive', failureReason: 'history-incomplete' });
  expect(verdict?.summary).toBe(
    'Watcher w was ended by etcd (cancelled) after revision 39, and nobody watched 10 writes that came then.',
  );
});

test('a watch that etcd ended and that goes on where it was lacks nothing', () => {
  const ended = watch('closed', second + 30_000, { error: 'auth token expired' });
  const next = { watcher: 'w2' };
  const again = [
    watch('opened', second + 40_000, { ...next, prefix: 'app/', rev: '40' }),
    ...events.slice(30).map((event) => ({ ...event, ...next })),
    { ...closed, ...next },
  ];
  expect(judge([opened, ...events.slice(0, 30), ended, ...again])?.verdict).toBe('pass');
});
