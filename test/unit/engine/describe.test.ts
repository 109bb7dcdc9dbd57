// Owns the proof of what `status` says about a cluster, whole or not.
// Must not wait for anything: a description is one look.
import { describe, expect, test } from 'vitest';
import { describeCluster } from '../../../src/engine/describe.ts';
import type { ClusterDriver } from '../../../src/engine/ports.ts';
import { recover } from '../../../src/engine/recover.ts';
import type { Side } from '../../../src/engine/side.ts';
import { createSimulatedAccess } from '../../support/simulated/access.ts';
import { createSimulatedDriver } from '../../support/simulated/driver.ts';
import { makePlan } from '../../support/simulated-plans.ts';
import { Simulation } from '../../support/simulation.ts';

const about = { hop: makePlan().upgrade.hops[0], lastSwitchIntended: false, brokenBack: null };

test('a row per member and one sentence, in bounded time, whatever answers', async () => {
  const { world, clock } = new Simulation({ plan: makePlan() });
  const [first, second, third] = world.members;
  if (!first || !second || !third) throw new Error('three members expected');
  world.lead(third);
  world.end(first, { code: 2, signal: null });
  world.hang(second);
  const begin = clock.nowMs;
  const look = describeCluster(createSimulatedDriver(world), createSimulatedAccess(world), about, {
    clock,
    limitMs: 1_000,
  });
  const { members, sentence } = await clock.drive(look);
  expect(members.map(({ name, health }) => [name, health])).toEqual([
    ['m1', 'stopped'],
    ['m2', 'silent'],
    ['m3', 'no-leader'],
  ]);
  expect(members[1]?.error).toContain('has not answered for 1 s');
  expect(members[2]).toMatchObject({ version: '3.5.33', clusterVersion: '3.5.0' });
  expect(sentence).toBe(
    'm1 has no running process, m2 and m3 run 3.5.33; no leader is known; 0 of 3 members up, 1 does not answer, without quorum.',
  );
  expect(clock.nowMs - begin).toBeLessThanOrEqual(3_000);
});

test('where nobody answers, neither a leader nor the loss of the quorum is claimed', async () => {
  const { world, clock } = new Simulation({ plan: makePlan() });
  const silence = () => Promise.reject(new Error('no route to host'));
  const access = { ...createSimulatedAccess(world), status: silence };
  for (const driver of [createSimulatedDriver(world), { ...createSimulatedDriver(world), inspect: silence }]) {
    const { sentence } = await clock.drive(describeCluster(driver, access, about, { clock }));
    expect(sentence).toMatch(
      /; no leader is known; 0 of 3 members up, 3 do not answer, whether there is a quorum is not known\.$/,
    );
  }
});

test('where all members are stopped, there is no quorum', async () => {
  const { world, clock } = new Simulation({ plan: makePlan() });
  for (const member of world.members) world.end(member, { code: 2, signal: null });
  const look = describeCluster(createSimulatedDriver(world), createSimulatedAccess(world), about, { clock });
  expect((await clock.drive(look)).sentence).toBe(
    'm1, m2 and m3 have no running process; no agreed leader; 0 of 3 members up, without quorum.',
  );
});

test('where hosts cannot be looked at, etcd says what runs', async () => {
  const { world, clock } = new Simulation({ plan: makePlan() });
  const driver = createSimulatedDriver(world);
  const blind: ClusterDriver = { ...driver, inspect: () => Promise.reject(new Error('no way to the host')) };
  const { members, sentence } = await clock.drive(
    describeCluster(blind, createSimulatedAccess(world), about, { clock }),
  );
  expect(sentence).toMatch(/^m1, m2 and m3 run 3\.5\.33; m\d leads; 3 of 3 members up\.$/);
  expect(members.map(({ running, error }) => [running, error])).toEqual(
    Array(3).fill([null, expect.stringContaining('no way to the host')]),
  );
});

describe('the side of the point of no return after a kill at the last switch', () => {
  /** Dies in the call that replaces the last old member, before or after it takes effect. */
  async function killed(when: 'death-before' | 'death-after'): Promise<Simulation> {
    const simulation = new Simulation({ plan: makePlan() });
    const last = simulation.plan.upgrade.hops[0]?.steps.findLast(({ step }) => step.kind === 'switch-member')?.id;
    simulation.decide = (call) => {
      const record = simulation.records.at(-1);
      const isLast = record?.type === 'switch-intended' && record.step === last && call === 'driver.switchTo';
      return isLast ? { kind: when } : { kind: 'well' };
    };
    expect(await simulation.run()).toBe('dead');
    simulation.decide = () => ({ kind: 'well' });
    await simulation.idle(30_000);
    return simulation;
  }

  async function sideOf(simulation: Simulation): Promise<Side> {
    const { world, clock, records } = simulation;
    const { about } = recover(records);
    const [driver, access] = [createSimulatedDriver(world), createSimulatedAccess(world)];
    return (await clock.drive(describeCluster(driver, access, about, { clock }))).side;
  }

  test('whose switch never began, roll-back is not hidden: it works', async () => {
    const simulation = await killed('death-before');
    expect(recover(simulation.records).side, 'as far as the journal knows').toBe('after');
    expect(await sideOf(simulation)).toBe('before');
    expect(await simulation.rollBack()).toMatchObject({ outcome: 'rolled-back' });
  });

  test('whose switch went on alone, it is past, and roll-back refuses', async () => {
    const simulation = await killed('death-after');
    expect(await sideOf(simulation)).toBe('after');
    await expect(simulation.rollBack()).rejects.toMatchObject({ code: 'past-point-of-no-return' });
  });
});
