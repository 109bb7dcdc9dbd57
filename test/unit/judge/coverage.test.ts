// What one observed state lacks is a doubt, whatever the others have; and leases are let go all along.
import { expect, test } from 'vitest';
import { createCoverageJudge } from '../../../src/judge/coverage.ts';
import type { HistoryRecord, LeaseRecord, MarkRecord } from '../../../src/judge/history.ts';
import type { JudgeVerdict } from '../../../src/judge/verdict.ts';
import { generateHistory } from '../../support/history-generator.ts';
import { late } from '../../support/late-history.ts';

function judge(records: readonly HistoryRecord[], members = ['m1', 'm2', 'm3']): JudgeVerdict {
  const each = createCoverageJudge(members);
  for (const record of records) each.observe(record);
  return each.verdict();
}

const history = generateHistory({ seed: 1, operations: 9000, restarts: 2 });

test('every state with everything passes', () => {
  expect(judge(history)).toMatchObject({ verdict: 'pass', summary: expect.stringContaining('3 observed states') });
});

test('what is missing is named with its state and member', () => {
  const blind = history.filter(
    (record) => record.k !== 'op' || record.via !== 'm2' || record.op !== 'get-serializable',
  );
  const verdict = judge(blind);
  expect(verdict).toMatchObject({ verdict: 'inconclusive', failureReason: 'too-few-operations', violationCount: 3 });
  expect(verdict.summary).toContain(
    'In the state state 1.0.a1 (step 1.0.a1) there was no serializable read through m2',
  );
});

test('what was seen in the state before, and was written down late, is not seen in this one', () => {
  const marks = history.filter((record): record is MarkRecord => record.k === 'mark');
  const index = marks.findLastIndex(({ state }) => state !== undefined);
  const from = marks.slice(0, index).findLast(({ event }) => event === 'switch-end')?.at ?? 0;
  const to = marks.slice(index).find(({ event }) => event === 'workload-end')?.at ?? 0;
  const quiet = history.filter(
    (record) => !(record.k === 'op' && record.via === 'm2' && from <= (record.end ?? 0) && (record.end ?? 0) <= to),
  );
  for (const lagMs of [0, 5_000]) {
    const { verdict, summary } = judge(late(quiet, lagMs));
    expect([verdict, summary]).toEqual([
      'inconclusive',
      expect.stringContaining(`${marks[index]?.step}) there was no`),
    ]);
    expect(summary).toContain('through m2');
  }
});

test('a member that never answered anybody is missed', () => {
  expect(judge(history, ['m1', 'm2', 'm3', 'm4']).summary).toContain('no acknowledged write through m4');
});

test('locks that nobody ever released again are none', () => {
  const lost = history.map((record) =>
    record.k === 'hold' && record.event === 'released' ? { ...record, event: 'lost' as const } : record,
  );
  expect(judge(lost)).toMatchObject({ verdict: 'inconclusive', failureReason: 'too-few-operations' });
});

test('leases that are left to expire only in the beginning are a doubt', () => {
  const begin = history.find(({ k }) => k === 'op') as { readonly start?: number };
  const until = (begin.start ?? 0) + 20_000_000;
  const late = new Set(
    history.flatMap((record) =>
      record.k === 'lease' && record.event === 'abandoned' && record.at > until ? [record.lease] : [],
    ),
  );
  const verdict = judge(history.filter((record) => record.k !== 'lease' || !late.has(record.lease)));
  expect(verdict.verdict).toBe('inconclusive');
  expect(verdict.summary).toMatch(/No lease was left to expire for/);
});

test('a lease that is not granted is a doubt unless one is granted in the same state later', () => {
  const failed: LeaseRecord = { k: 'lease', lease: '', client: 'c0', at: 0, event: 'grant-failed', error: 'no space' };
  const at = (place: number): HistoryRecord[] => {
    const before = history[place] as { readonly at?: number; readonly end?: number };
    return history.toSpliced(place + 1, 0, { ...failed, at: before.at ?? before.end ?? 0 });
  };
  const grants = history.flatMap((record, index) =>
    record.k === 'lease' && record.event === 'granted' ? [index] : [],
  );
  expect(judge(at((grants.at(-1) ?? 0) - 1)).verdict).toBe('pass');
  const verdict = judge(at(grants.at(-1) ?? 0));
  expect(verdict.verdict).toBe('inconclusive');
  expect(verdict.summary).toContain('a lease was refused and none granted since (no space)');
});

test('a mix without serializable reads is not asked for them', () => {
  const without = history.filter((record) => record.k !== 'op' || record.op !== 'get-serializable');
  expect(judge(without).verdict).toBe('pass');
});

/** The history with these facts on the first state that was observed, and with who led in it. */
function aboutFirstState(facts: Partial<MarkRecord>, led?: string): HistoryRecord[] {
  const first = history.find((record) => record.k === 'mark' && record.event === 'step-start' && record.state);
  if (first?.k !== 'mark') throw new Error('no state was observed');
  const told: HistoryRecord[] = led === undefined ? [] : [{ k: 'mark', at: first.at, event: 'led', leads: led }];
  return history.flatMap((record) => (record === first ? [{ ...first, ...facts }, ...told] : [record]));
}

test('a state that is about its leader is none under another one, or under one that nobody saw', () => {
  expect(judge(aboutFirstState({ leads: '3.6.14' }, '3.6.14')).verdict).toBe('pass');
  expect(judge(aboutFirstState({ leads: '3.6.14' }, '3.5.33')).summary).toContain(
    '3.5.33 led at the end, and not 3.6.14',
  );
  const unseen = judge(aboutFirstState({ leads: '3.6.14' }));
  expect(unseen).toMatchObject({
    verdict: 'inconclusive',
    summary: expect.stringContaining('nobody that was seen led'),
  });
});

test('a state that must see so many writes is none with fewer', () => {
  expect(judge(aboutFirstState({ writes: 10 })).verdict).toBe('pass');
  const few = judge(aboutFirstState({ writes: 100_000 }));
  expect(few.verdict).toBe('inconclusive');
  expect(few.summary).toMatch(/there were \d+ acknowledged writes of 100000/);
});
