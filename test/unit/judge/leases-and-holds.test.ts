import { describe, expect, test } from 'vitest';
import type { HistoryRecord, HoldRecord, LeaseRecord } from '../../../src/judge/history.ts';
import { createLeaseJudge } from '../../../src/judge/lease.ts';
import { createMutualExclusionJudge } from '../../../src/judge/mutual-exclusion.ts';
import { Timeline } from '../../../src/judge/timeline.ts';
import type { Judge, JudgeVerdict } from '../../../src/judge/verdict.ts';
import { mark, segment } from '../../support/history-records.ts';

const second = 1_000_000;

function judge(judge: Judge, records: readonly HistoryRecord[]): JudgeVerdict {
  for (const record of records) judge.observe(record);
  return judge.verdict();
}

describe('lease', () => {
  const note = (
    lease: string,
    event: LeaseRecord['event'],
    at: number,
    facts: Partial<LeaseRecord> = {},
  ): LeaseRecord => ({
    k: 'lease',
    lease,
    client: 'c0',
    at,
    event,
    start: at - 100,
    ...facts,
  });
  const granted = (lease: string, at: number, ttlMs: number) => note(lease, 'granted', at, { ttlMs, key: lease });
  const seen = (lease: string, at: number) => note(lease, 'key-seen', at, { key: lease });
  const gone = (lease: string, at: number) => note(lease, 'key-gone', at, { key: lease });
  const kept = [
    granted('kept', second, 10_000),
    ...[4, 8, 12].flatMap((at) => [
      note('kept', 'renewed', at * second, { ttlMs: 10_000 }),
      seen('kept', (at + 1) * second),
    ]),
  ];
  const left = [granted('left', second, 2000), seen('left', 2 * second), gone('left', 4 * second)];
  const says = (records: readonly HistoryRecord[]): string => {
    const { verdict, violations } = judge(createLeaseJudge(new Timeline()), records);
    return `${verdict}: ${violations.map(({ message }) => message).join('; ')}`;
  };

  test('kept alive and let go, passes', () => expect(says([...kept, ...left])).toBe('pass: '));
  test('gone while a renewal holds', () => {
    expect(says([...kept, gone('kept', 15 * second), ...left])).toContain('was gone 7000 ms before');
  });
  test('may be gone once it was revoked', () => {
    expect(says([...kept, note('kept', 'revoked', 14 * second), gone('kept', 15 * second), ...left])).toBe('pass: ');
  });
  test('told to be lost while a renewal holds', () => {
    expect(says([...kept, note('kept', 'lost', 15 * second), ...left])).toContain(
      'although its renewal was acknowledged',
    );
  });
  test('lost because no renewal was answered any more is a doubt, however many were answered before', () => {
    const records = [
      ...kept,
      note('kept', 'renewal-failed', 15 * second),
      note('kept', 'lost', 23 * second, { error: 'no answer' }),
      ...left,
    ];
    const verdict = judge(createLeaseJudge(new Timeline()), records);
    expect(verdict).toMatchObject({ verdict: 'inconclusive', failureReason: 'history-incomplete' });
    expect(verdict.summary).toContain('Lease kept was lost while its client kept it alive (no answer)');
  });
  test('back after it was gone', () => {
    expect(says([...kept, ...left, seen('left', 5 * second)])).toContain('came back');
  });
  test('there long after its time', () => {
    expect(says([...kept, ...left.slice(0, 2), seen('left', 9 * second)])).toContain('still there');
  });
  test('starts anew with every change of leader, whoever made it, however long nobody could look', () => {
    const look = (term: string, at: number, since?: number): HistoryRecord => ({
      k: 'seen',
      at,
      member: 'm1',
      release: '3.6.14',
      term,
      leader: 'm1',
      ...(since === undefined ? {} : { since, termSince: since }),
    });
    const late = [...kept, ...left.slice(0, 2), seen('left', 12 * second), gone('left', 13 * second)];
    expect(says([look('2', second), ...late])).toContain('still there');
    // Seen at once, and seen only after nobody had answered for a while.
    expect(says([look('2', second), look('3', 2.5 * second, 2 * second), ...late])).toContain('still there');
    expect(says([look('2', second), look('3', 4 * second, 2 * second), ...late])).toContain('still there');
    expect(says([look('2', second), look('3', 7 * second, 2 * second), ...late])).toBe('pass: ');
    // Nobody looked for so long that any lateness would be excused: that is a doubt, where it is needed.
    const away = [look('2', second), look('3', 12 * second, 1.5 * second)];
    expect(says([...away, ...late])).toMatch(/^inconclusive: Key left of lease left was still there/);
    expect(says([...away, ...kept, ...left])).toBe('pass: ');
    // A single member is away while it is switched: nobody leads then, and it is not we who did not look.
    const outage = [mark('switch-start', 2 * second), mark('switch-end', 11 * second)];
    expect(says([...away, ...outage, ...late])).toBe('pass: ');
    // A process that goes on after another one knows of what lay between, and of no more.
    const resumed = [look('2', second), ...late, segment(2, 30 * second), look('3', 31 * second)];
    expect(says(resumed)).toContain('still there');
    const often = [2, 3, 4, 5, 6].map((at) => look(String(at * 9), at * second, (at - 1) * second));
    expect(says([look('2', second), ...often, ...late])).toBe('pass: ');
  });
  test('starts anew when the leader changes', () => {
    const moved = mark('leader-moved', 2 * second);
    expect(says([moved, ...kept, ...left.slice(0, 2), seen('left', 8 * second), gone('left', 9 * second)])).toBe(
      'pass: ',
    );
  });
  test('nothing that expired is too little', () => expect(says(kept)).toBe('inconclusive: '));
  test('no leases at all are too little', () => expect(says([])).toBe('inconclusive: '));
});

describe('mutual exclusion', () => {
  const note = (holder: string, event: HoldRecord['event'], at: number, token?: number): HoldRecord => ({
    k: 'hold',
    kind: 'lock',
    name: 'l',
    holder,
    at,
    event,
    ...(event === 'lost' && { validUntil: at }),
    ...(token !== undefined && { token: String(token) }),
  });
  const turn = (holder: string, from: number, token: number): HoldRecord[] => [
    note(holder, 'acquired', from, token),
    note(holder, 'released', from + 50, token),
  ];
  const turns = Array.from({ length: 6 }, (_, i) => turn(i % 2 === 0 ? 'a' : 'b', i * 100, 10 + i)).flat();
  const says = (records: readonly HistoryRecord[]): string => {
    const { verdict, summary } = judge(createMutualExclusionJudge(new Timeline()), records);
    return `${verdict}: ${summary}`;
  };

  test('one after the other passes', () => expect(says(turns)).toMatch(/^pass: 6 holds by 2 holders/));
  test('two at once', () => {
    expect(says([...turns, note('a', 'acquired', 1000, 30), ...turn('b', 1010, 31)])).toBe(
      'fail: lock l: a and b both held it for 0.1 ms',
    );
  });
  test('ends with its loss', () => {
    const lost = [note('a', 'acquired', 1000, 30), note('a', 'lost', 1020, 30)];
    expect(says([...turns, ...lost, ...turn('b', 1030, 31)])).toMatch(/^pass/);
    expect(says([...turns, ...lost, ...turn('b', 1010, 31)])).toMatch(/^fail/);
  });
  test('a hold lost long before its lease could end is a doubt', () => {
    const early = { ...note('a', 'lost', 1020, 30), validUntil: 4 * second, error: 'lease not found' };
    const records = [...turns, note('a', 'acquired', 1000, 30), early, ...turn('b', 1030, 31)];
    expect(says(records)).toBe('inconclusive: lock l: a lost it 3999 ms early (lease not found).');
    const { validUntil: _, ...untold } = early;
    expect(says([...turns, untold])).toMatch(/^inconclusive: .* at nobody knows what time/);
  });
  test.each(['not acquired within 20000 ms', 'not elected within 20000 ms'])(
    'contenders that wait in vain are a doubt, however often it went well before: %s',
    (error) => {
      const failed = { ...note('a', 'failed', 30 * second), error };
      expect(says([...turns, failed])).toBe(`inconclusive: lock l: a waited in vain (${error}).`);
      expect(says([...turns, { ...failed, error: 'the workload pauses' }])).toMatch(/^pass/);
    },
  );
  test('ends with the process that held', () => {
    const records = [...turns, note('a', 'acquired', 1000, 30), segment(2, 1005), ...turn('b', 1010, 31)];
    expect(says(records)).toMatch(/^pass/);
  });
  test('a fencing revision that was used before', () => {
    expect(says([...turns, ...turn('a', 1000, 15)])).toContain('fencing revision 15');
  });
  test('a release counts from when it was sent', () => {
    const records = [...turns, note('a', 'acquired', 1000, 30), ...turn('b', 1010, 31)];
    expect(says([...records, { ...note('a', 'released', 1020, 30), start: 1005 }])).toMatch(/^pass/);
  });
  test('one holder alone excludes nobody', () => {
    expect(says(Array.from({ length: 9 }, (_, i) => turn('a', i * 100, 10 + i)).flat())).toMatch(/^inconclusive/);
  });
});
