// What all judges have in common: nothing to judge is never a pass, and a broken history spoils every verdict.
import { describe, expect, test } from 'vitest';
import { createHashJudge } from '../../../src/judge/hash.ts';
import type { HashRecord, HistoryRecord } from '../../../src/judge/history.ts';
import { createJudges } from '../../../src/judge/index.ts';
import { judgeHistory } from '../../../src/judge/run.ts';
import { Timeline } from '../../../src/judge/timeline.ts';
import { generateHistory } from '../../support/history-generator.ts';

const thresholds = { longestWriteGapMs: 5000, longestReadGapMs: 5000, failedOperations: 0, unknownOperations: 100 };
const names = [
  ...['assumptions', 'durability', 'linearizability', 'serializable-reads', 'watch'],
  ...['lease', 'mutual-exclusion', 'hash', 'processes', 'availability', 'coverage'],
];
const history = generateHistory({ seed: 1, operations: 1500 });
const judge = (records: readonly HistoryRecord[]) => judgeHistory(records, createJudges({ thresholds }));

test('every judge speaks, assumptions first', async () => {
  expect((await judge(history)).map((verdict) => verdict.judge)).toEqual(names);
});

test('an empty history is inconclusive everywhere', async () => {
  const verdicts = await judge([]);
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(names.map(() => 'inconclusive'));
  expect(verdicts.every(({ failureReason }) => failureReason !== undefined)).toBe(true);
});

test('of a history cut short nobody says more than is known', async () => {
  const verdicts = await judge(history.slice(0, 40));
  expect(verdicts.filter(({ verdict }) => verdict === 'pass').map((verdict) => verdict.judge)).toEqual(['assumptions']);
  expect(verdicts.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
});

test('the same records give the same verdicts', async () => {
  expect(await judge(history)).toEqual(await judge(history));
});

test('a line that is no record fails the assumptions, and then nobody may judge', async () => {
  const broken: HistoryRecord = { k: 'unreadable', line: 7, reason: 'bad', torn: false };
  const [assumptions, ...others] = await judge([...history, broken]);
  expect(assumptions).toMatchObject({ verdict: 'fail', failureReason: 'history-invalid' });
  expect(others.map(({ verdict }) => verdict)).toEqual(others.map(() => 'inconclusive'));
  expect(others[0]?.summary).toContain('May not judge: Line 7 is no record: bad');
});

test('a torn line is only counted', async () => {
  const torn: HistoryRecord = { k: 'unreadable', line: 7, reason: 'bad', torn: true };
  const [assumptions] = await judge([...history, torn]);
  expect(assumptions).toMatchObject({ verdict: 'pass' });
  expect(assumptions?.summary).toContain('1 line cut off');
});

test('after a reboot, what compares times may not judge; what compares data may', async () => {
  const rebooted = generateHistory({ seed: 3, operations: 1500, crash: true }).map((record) =>
    record.k === 'segment' && record.n === 2 ? { ...record, boot: 'two' } : record,
  );
  const verdicts = new Map((await judge(rebooted)).map((verdict) => [verdict.judge, verdict.verdict]));
  expect(verdicts.get('linearizability')).toBe('inconclusive');
  expect(verdicts.get('durability')).toBe('pass');
});

describe('hash', () => {
  const hash = (hashes: HashRecord['hashes']): HashRecord => ({ k: 'hash', at: 1, rev: '5', hashes });
  const says = (expected: string[] | undefined, ...records: HashRecord[]) => {
    const each = createHashJudge(new Timeline(), expected);
    for (const record of records) each.observe(record);
    return each.verdict();
  };
  test('equal passes', () => expect(says(['a', 'b'], hash({ a: 1, b: 1 })).verdict).toBe('pass'));
  test('different fails and names the members', () => {
    expect(says(undefined, hash({ a: 1, b: 1 }), hash({ a: 1, b: 2 })).summary).toContain(
      'a and b differ from each other',
    );
  });
  test('one member alone compares nothing', () => expect(says(undefined, hash({ a: 1 })).verdict).toBe('inconclusive'));
  test('the last comparison must have everybody', () => {
    expect(says(['a', 'b', 'c'], hash({ a: 1, b: 1 }))).toMatchObject({ failureReason: 'history-incomplete' });
  });
});
