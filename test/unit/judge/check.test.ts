// What a state lacks is named: a state that was seen in part is none.
import { expect, test } from 'vitest';
import { type CheckResult, lackOfObservation } from '../../../src/judge/check.ts';

const state = { from: '3.6.14', to: '3.7.1', phase: 'mixed', upgraded: 1, voters: 3 } as const;
const result = (member: string, check: string, release = member === 'm1' ? '3.7.1' : '3.6.14'): CheckResult => ({
  check,
  state: '3.6.14 → 3.7.1 mixed 1/3',
  member,
  release,
  expected: 'stored',
  seen: 'stored',
  ok: true,
  durationMs: 1,
});
const all = ['m1', 'm2', 'm3'].flatMap((member) => [result(member, 'put'), result(member, 'get')]);
const lack = (results: readonly CheckResult[]) => lackOfObservation(state, ['put', 'get'], results);

test('nothing', () => expect(lack(all)).toBeNull());
test('every check', () => expect(lack([])).toBe('no check'));
test('a member', () => expect(lack(all.slice(0, 4))).toBe('checks through 2 members of 3'));
test('a release', () => {
  const old = all.map((each) => ({ ...each, release: '3.6.14' }));
  expect(lack(old)).toBe('0 members on 3.7.1 instead of 1');
});
test('a check through one member', () => {
  expect(lack(all.slice(1))).toBe('no undisturbed answer to the check put through m1');
  expect(lack([...all.slice(1, 4), ...all.slice(5)])).toBe(
    'no undisturbed answer to the check put through m1 (and 1 more)',
  );
});
