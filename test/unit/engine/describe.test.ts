// Owns the proof of what `status` says about a cluster, whole or not.
// Must not wait for anything: a description is one look.
import { expect, test } from 'vitest';
import { createSimulatedAccess } from '../../../src/drivers/simulated/access.ts';
import { createSimulatedDriver } from '../../../src/drivers/simulated/driver.ts';
import { describeCluster } from '../../../src/engine/describe.ts';
import { makePlan } from '../../support/simulated-plans.ts';
import { Simulation } from '../../support/simulation.ts';

test('a row per member and one sentence, in bounded time, whatever answers', async () => {
  const { world, clock } = new Simulation({ plan: makePlan() });
  const [first, second, third] = world.members;
  if (!first || !second || !third) throw new Error('three members expected');
  world.lead(third);
  world.end(first, { code: 2, signal: null });
  world.hang(second);
  const begin = clock.nowMs;
  const look = describeCluster(createSimulatedDriver(world), createSimulatedAccess(world), { clock, limitMs: 1_000 });
  const { members, sentence } = await clock.drive(look);
  expect(members.map(({ name, health }) => [name, health])).toEqual([
    ['m1', 'stopped'],
    ['m2', 'silent'],
    ['m3', 'no-leader'],
  ]);
  expect(members[1]?.error).toContain('has not answered for 1 s');
  expect(members[2]).toMatchObject({ version: '3.5.33', clusterVersion: '3.5.0' });
  expect(sentence).toBe(
    'm1 has no running process, m2 and m3 run 3.5.33; no agreed leader; 0 of 3 members up, without quorum.',
  );
  expect(clock.nowMs - begin).toBeLessThanOrEqual(3_000);
});
