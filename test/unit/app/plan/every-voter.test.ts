import { expect, test } from 'vitest';
import { downgradeJobBy, requireEveryVoter } from '../../../../src/app/plan/every-voter.ts';

const listed = [1n, 2n, 3n].map((id) => ({ id, name: `m${id}`, peerUrls: [], isLearner: false }));

test('a cluster of which every member was asked is known', () => {
  expect(() => requireEveryVoter(listed, [3n, 1n, 2n])).not.toThrow();
});

test('one endpoint of three members does not tell what the others run', () => {
  expect(() => requireEveryVoter(listed, [2n])).toThrow(
    expect.objectContaining({
      code: 'connection-failed',
      message: "`connection.endpoints` reach 1 of the live cluster's 3 voting members: what m1, m3 run is unknown.",
    }),
  );
});

test.each([
  [[false, false, false], false],
  [[false, true, 'no answer'], true],
  [[false, false, 'no answer'], undefined],
  // From 3.5 on every member has that endpoint; one that says it has none has not said that no job is active.
  [[false, false, null], undefined],
  [[false, false], undefined],
] as const)('whether a downgrade job is active, where the three members say %j: %s', (said, expected) => {
  const answers = said.map(
    (value): PromiseSettledResult<boolean | null> =>
      value === 'no answer' ? { status: 'rejected', reason: new Error(value) } : { status: 'fulfilled', value },
  );
  expect(downgradeJobBy(answers, 3)).toBe(expected);
});
