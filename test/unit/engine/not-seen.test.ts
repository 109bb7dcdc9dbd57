// What cannot be seen of a host is an answer of its own: never "enough room", "nothing runs", "another process".
import { describe, expect, test } from 'vitest';
import { describeCluster } from '../../../src/engine/describe.ts';
import type { EngineOutcome } from '../../../src/engine/options.ts';
import type { HostFacts } from '../../../src/engine/ports.ts';
import { EtcdMigrateError } from '../../../src/errors.ts';
import type { Step } from '../../../src/plan/steps.ts';
import { createSimulatedAccess } from '../../support/simulated/access.ts';
import { createSimulatedDriver } from '../../support/simulated/driver.ts';
import { makePlan } from '../../support/simulated-plans.ts';
import { Simulation, type SimulationOptions } from '../../support/simulation.ts';

/** A run of this one step, or of the whole plan, while something cannot be seen. */
function simulate(
  hides: readonly (keyof HostFacts)[],
  step?: Step,
  options: Pick<SimulationOptions, 'sees'> = {},
): Simulation {
  const plan = makePlan();
  const [hop] = plan.upgrade.hops;
  if (!hop) throw new Error('the plan has no hop');
  const hops = step ? [{ ...hop, steps: [{ id: '1.1', step }] }] : plan.upgrade.hops;
  const simulation = new Simulation({ ...options, plan: { ...plan, legs: [], upgrade: { ...plan.upgrade, hops } } });
  simulation.hides = hides;
  return simulation;
}

async function outcomeOf(simulation: Simulation): Promise<EngineOutcome> {
  const outcome = await simulation.run();
  if (outcome === 'dead') throw new Error('the engine died');
  return outcome;
}

const lost = new EtcdMigrateError('member-lost', 'no route to host');
const switchCalls = ({ calls }: Simulation) => calls.filter((call) => /switchTo|killAndRestart/.test(call));

test.each(['freeBytes', 'databaseBytes', 'walRoomBytes'] as const)(
  'room whose %s cannot be seen is not room enough',
  async (field) => {
    const gate = { kind: 'verify', title: 'room', gates: [{ name: 'disk-space', timeoutMs: 5_000 }] } as const;
    const outcome = await outcomeOf(simulate([field], gate));
    expect(outcome).toMatchObject({ outcome: 'failed', code: 'gate-failed' });
    expect(outcome.message).toContain('the room on m1, m2, m3 cannot be seen from here');
    expect(await outcomeOf(simulate([], gate))).toMatchObject({ outcome: 'reached-target' });
  },
);

test('raft snapshots that cannot be seen are not renewed in vain, and never count as renewed', async () => {
  const renew: Step = { kind: 'renew-raft-snapshots', reason: 'K21', snapshotCount: 1_000, timeoutMs: 60_000 };
  const simulation = simulate(['raftSnapshots'], renew);
  const outcome = await outcomeOf(simulation);
  expect(outcome).toMatchObject({ outcome: 'failed', code: 'gate-failed' });
  expect(outcome.message).toContain('cannot be seen from here');
  expect(simulation.calls).not.toContain('access.churnLeases');
});

test('where nobody sees what runs, no member is chosen and the run is held', async () => {
  const simulation = simulate(['running']);
  const outcome = await outcomeOf(simulation);
  expect(outcome).toMatchObject({ outcome: 'held', code: 'member-lost' });
  expect(outcome.message).toContain('what runs there cannot be seen from here');
  expect(switchCalls(simulation)).toEqual([]);
});

test('a switch whose answer is lost is not taken for a member that is down when its host shows nothing', async () => {
  const simulation = simulate([]);
  simulation.decide = (call) => {
    if (call !== 'driver.switchTo') return { kind: 'well' };
    simulation.hides = ['running', 'changing', 'process'];
    return { kind: 'lost-after', error: lost };
  };
  expect(await outcomeOf(simulation)).toMatchObject({ outcome: 'held', code: 'member-lost' });
  expect(switchCalls(simulation)).toHaveLength(1);
  expect(simulation.records.findLast(({ type }) => type === 'switch-ended')).toMatchObject({ outcome: 'unknown' });
});

test('a kill whose answer is lost is neither done nor undone where the process cannot be told from another', async () => {
  const gates = [{ name: 'members-healthy', timeoutMs: 20_000 }] as const;
  const simulation = simulate(['process'], { kind: 'kill-member', select: 'follower', gates });
  simulation.decide = (call) =>
    call === 'driver.killAndRestart' ? { kind: 'lost-after', error: lost } : { kind: 'well' };
  const outcome = await outcomeOf(simulation);
  expect(outcome).toMatchObject({ outcome: 'held', code: 'member-lost' });
  expect(outcome.message).toMatch(/Whether m\d was killed is unknown/);
});

test('a host that does not show what runs there is not described as stopped, and proves no side', async () => {
  const { world, clock, plan } = simulate([]);
  const view = createSimulatedAccess(world);
  const about = { hop: plan.upgrade.hops[0], lastSwitchIntended: false, brokenBack: null };
  const describe = (hides: readonly (keyof HostFacts)[]) =>
    clock.drive(describeCluster(createSimulatedDriver(world, { hides: () => hides }), view, about, { clock }));
  expect((await describe([])).side).toBe('before');
  for (const member of world.members) world.hang(member);
  const seen = await describe([]);
  expect(seen.members.map(({ health }) => health)).toEqual(['silent', 'silent', 'silent']);
  const unseen = await describe(['running', 'freeBytes', 'databaseBytes']);
  expect(unseen.members.map(({ health, running, freeBytes }) => [health, running, freeBytes])).toEqual(
    Array(3).fill(['unreachable', null, null]),
  );
  expect(unseen.sentence).toContain('m1, m2 and m3 cannot be reached');
  expect([seen.side, unseen.side]).toEqual(['unknown', 'unknown']);
});

describe('what a process runs with', () => {
  const to = { release: '3.5.33', overrides: { 'snapshot-count': '700' } };
  const gates = [{ name: 'member-running', timeoutMs: 5_000 }] as const;
  const step = { kind: 'switch-member', purpose: 'prepare', ordinal: 1, to, gates } as const;
  const allMembers: Step = { kind: 'verify', title: 'all', gates: [{ name: 'settings-as-planned', timeoutMs: 5_000 }] };
  const opened = (simulation: Simulation) =>
    simulation.events.flatMap((event) => (event.type === 'gate-opened' ? [event.observation] : [])).join();

  test('the settings of the plan and the overrides of the step open the gate', async () => {
    const whole = simulate([], step);
    expect(await outcomeOf(whole)).toMatchObject({ outcome: 'reached-target' });
    expect(opened(whole)).toContain(
      "reports 3.5.33 and runs with the plan's settings, laid over by snapshot-count 700",
    );
  });

  test('a process that lost its overrides does not pass for the one that was wanted', async () => {
    const simulation = simulate([], step);
    simulation.world.dropsOverrides = true;
    const outcome = await outcomeOf(simulation);
    expect(outcome).toMatchObject({ outcome: 'failed', code: 'gate-failed' });
    expect(outcome.message).toContain('snapshot-count is not set, planned 700');
  });

  test.each([
    ['the release that a member is switched to', step],
    ['the release that all members run before the hop', allMembers],
  ])(
    'a setting that a wrapper adds to %s keeps the gate shut, and so does one that is in no plan',
    async (_, asked) => {
      const added = {
        'max-request-bytes': ['2000', 'max-request-bytes is 2000, planned not set'],
        'client-cert-auth': ['false', 'client-cert-auth is false, planned true'],
        'data-dir': ['/elsewhere', 'data-dir is /elsewhere, planned not set'],
      } as const;
      for (const [flag, [value, said]] of Object.entries(added)) {
        const simulation = simulate([], asked);
        simulation.world.wrapped = { '3.5.33': { [flag]: value } };
        const outcome = await outcomeOf(simulation);
        expect(outcome).toMatchObject({ outcome: 'failed', code: 'gate-failed' });
        expect(outcome.message).toMatch(new RegExp(`runs with other settings: ${said}($|[^,])`));
      }
    },
  );

  test.each(Object.entries({ 'of a member': step, 'of all members': allMembers }))(
    'settings %s that cannot be seen keep the gate shut, unless the driver never sees any, which the planner tells',
    async (_, asked) => {
      const unseen = await outcomeOf(simulate(['settings'], asked));
      expect(unseen).toMatchObject({ outcome: 'failed', code: 'gate-failed' });
      expect(unseen.message).toContain('does not show its settings');
      const blind = simulate(['settings'], asked, { sees: false });
      expect(await outcomeOf(blind)).toMatchObject({ outcome: 'reached-target' });
      expect(opened(blind)).toContain('does not show its settings');
    },
  );
});
