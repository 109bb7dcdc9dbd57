// Owns the proof that the simulated cluster's monitor sees each broken safety rule: the property tests lean on it.
// Must not use the engine, which does not break them.
import { describe, expect, test } from 'vitest';
import type { EngineOptions } from '../../../src/engine/options.ts';
import type { Member } from '../../../src/engine/ports.ts';
import { makePlan } from '../../support/simulated-plans.ts';
import { Simulation } from '../../support/simulation.ts';

const to = { release: '3.6.14', overrides: {} };
const from = { release: '3.5.33', overrides: {} };

async function begin(): Promise<{ simulation: Simulation; ports: EngineOptions; followers: Member[]; leader: Member }> {
  const simulation = new Simulation({ plan: makePlan() });
  const ports = simulation.optionsFor(simulation.newLife(), new AbortController().signal);
  await simulation.idle(1_000);
  await Promise.all(simulation.world.members.map(({ member }) => ports.view.status(member)));
  const followers = simulation.world.members.filter((m) => m !== simulation.world.leader).map((m) => m.member);
  const { leader } = simulation.world;
  if (!leader) throw new Error('no leader');
  return { simulation, ports, followers, leader: leader.member };
}

const intend = (simulation: Simulation, member: Member): void =>
  simulation.append({ type: 'switch-intended', step: '1.1', member: member.name, from, to });

describe('the monitor', () => {
  test('is silent about a journaled switch of a follower', async () => {
    const { simulation, ports, followers } = await begin();
    const [first] = followers as [Member];
    intend(simulation, first);
    await simulation.clock.drive(ports.driver.switchTo(first, to));
    expect(simulation.monitor.violations).toEqual([]);
  });

  test('sees a switch that was not journaled', async () => {
    const { simulation, ports, followers } = await begin();
    const [first] = followers as [Member];
    await simulation.clock.drive(ports.driver.switchTo(first, to));
    expect(simulation.monitor.violations.join()).toContain('without a journaled intent');
  });

  test('sees two members changed at once', async () => {
    const { simulation, ports, followers } = await begin();
    for (const member of followers) intend(simulation, member);
    await simulation.clock.drive(Promise.all(followers.map((member) => ports.driver.switchTo(member, to))));
    expect(simulation.monitor.violations.join()).toContain('while');
  });

  test('sees a second member stopped while one is known to be down', async () => {
    const { simulation, ports, followers } = await begin();
    const [first, second] = followers as [Member, Member];
    simulation.world.end(simulation.world.find(first), { code: 1, signal: null });
    await expect(ports.view.status(first)).rejects.toThrow('connection refused');
    intend(simulation, second);
    await simulation.clock.drive(ports.driver.switchTo(second, to));
    expect(simulation.monitor.violations.join()).toContain('known to be down');
  });

  test('sees a leader stopped without a move', async () => {
    const { simulation, ports, leader } = await begin();
    intend(simulation, leader);
    await simulation.clock.drive(ports.driver.switchTo(leader, to));
    expect(simulation.monitor.violations.join()).toContain('without moving leadership');
  });

  test('sees the last old member replaced without a hold, and after a hold that a change has made worthless', async () => {
    const { simulation, ports, followers } = await begin();
    const hold = simulation.plan.upgrade.hops[0]?.steps.find(({ step }) => step.kind === 'hold')?.id ?? '';
    const held = (): void => simulation.append({ type: 'step-finished', step: hold, durationMs: 1 });
    const put = async (member: Member, deployment: typeof to): Promise<void> => {
      simulation.append({ type: 'switch-intended', step: '1.1', member: member.name, from, to: deployment });
      await simulation.clock.drive(ports.driver.switchTo(member, deployment));
      await simulation.idle(3_000);
      await Promise.all(simulation.world.members.map((each) => ports.view.status(each.member)));
    };
    const [first, second] = followers as [Member, Member];
    await put(first, to);
    held();
    await put(second, to);
    expect(simulation.monitor.violations).toEqual([]);
    const last = simulation.world.leader?.member as Member;
    simulation.world.lead(simulation.world.find(first));
    await put(last, to);
    expect(simulation.monitor.violations.join()).toContain('without a hold after the last change');
  });

  test('is silent about the last old member when nothing was changed since the hold', async () => {
    const { simulation, ports, followers } = await begin();
    const hold = simulation.plan.upgrade.hops[0]?.steps.find(({ step }) => step.kind === 'hold')?.id ?? '';
    const last = simulation.world.leader?.member as Member;
    for (const member of [...followers, last]) {
      if (member === last) {
        simulation.append({ type: 'step-finished', step: hold, durationMs: 1 });
        simulation.world.lead(simulation.world.find(followers[0] as Member));
      }
      intend(simulation, member);
      await simulation.clock.drive(ports.driver.switchTo(member, to));
      await simulation.idle(3_000);
      await Promise.all(simulation.world.members.map((each) => ports.view.status(each.member)));
    }
    expect(simulation.monitor.violations).toEqual([]);
  });

  test('sees a release that a member never ran come to it by a roll-back, and not one that it ran', async () => {
    const { simulation, ports, followers } = await begin();
    const [first, second] = followers as [Member, Member];
    const put = async (member: Member, step: string, deployment: typeof to): Promise<void> => {
      simulation.append({ type: 'switch-intended', step, member: member.name, from, to: deployment });
      await simulation.clock.drive(ports.driver.switchTo(member, deployment));
      await simulation.idle(3_000);
      await Promise.all(simulation.world.members.map((each) => ports.view.status(each.member)));
    };
    await put(first, '1.1', to);
    await put(first, 'rollback.1.0.2', from);
    await put(first, 'rollback.1.0.2', to);
    expect(simulation.monitor.violations).toEqual([]);
    await put(second, 'rollback.1.0.2', to);
    expect(simulation.monitor.violations.join()).toContain(
      `${second.name} was put on ${to.release}, which it never ran`,
    );
  });

  test('sees a mutation outside every journaled step', async () => {
    const { simulation, ports, leader } = await begin();
    await ports.control.probeWrite(leader);
    expect(simulation.monitor.violations.join()).toContain('without a journaled step');
  });

  test('sees an acknowledged write that is gone when data are taken away from a majority', async () => {
    const { simulation } = await begin();
    await simulation.idle(5_000);
    expect(simulation.world.acknowledged.length).toBeGreaterThan(0);
    for (const member of simulation.world.members) {
      simulation.world.end(member, { code: 1, signal: null });
      member.logIndex = 10;
      member.applied = 10;
    }
    for (const member of simulation.world.members) void simulation.world.start(member, from, 0);
    await simulation.idle(10_000);
    expect(simulation.world.lostWrites().length).toBeGreaterThan(0);
  });
});
