import { expect, test } from 'vitest';
import { requireEveryVoter } from '../../../../src/app/plan/live-cluster.ts';

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
