// Owns the proof of the gates that are easy to get wrong: hashes under compaction, last observations, heartbeats.
// Must not repeat what whole runs prove.
import { describe, expect, test } from 'vitest';
import type { EngineOutcome } from '../../../src/engine/options.ts';
import type { ClusterView } from '../../../src/engine/ports.ts';
import { runPlan } from '../../../src/engine/run.ts';
import { EtcdMigrateError } from '../../../src/errors.ts';
import type { GateSpec, Plan, Step } from '../../../src/plan/steps.ts';
import { makePlan } from '../../support/simulated-plans.ts';
import { Simulation, type SimulationOptions } from '../../support/simulation.ts';

function planOf(step: Step): Plan {
  const plan = makePlan();
  const [hop] = plan.upgrade.hops;
  if (!hop) throw new Error('the plan has no hop');
  return { ...plan, legs: [], upgrade: { ...plan.upgrade, hops: [{ ...hop, steps: [{ id: '1.1', step }] }] } };
}

function simulate(gate: GateSpec, options: Partial<SimulationOptions> = {}): Simulation {
  return new Simulation({ plan: planOf({ kind: 'verify', title: 'test', gates: [gate] }), ...options });
}

async function outcomeOf(simulation: Simulation): Promise<EngineOutcome> {
  const outcome = await simulation.run();
  if (outcome === 'dead') throw new Error('the engine died');
  return outcome;
}

describe('hash-equal', () => {
  const gate: GateSpec = { name: 'hash-equal', timeoutMs: 60_000 };

  test('opens under writes and compactions, at a revision above every compact revision', async () => {
    const simulation = simulate(gate, { writeEveryMs: 20, compactEveryMs: 60 });
    await simulation.idle(5_000);
    expect(await outcomeOf(simulation)).toMatchObject({ outcome: 'reached-target' });
    const compared = simulation.events.find((event) => event.type === 'hash-compared');
    if (compared?.type !== 'hash-compared') throw new Error('nothing was compared');
    expect(new Set(Object.values(compared.hashes)).size).toBe(1);
    expect(Object.keys(compared.hashes)).toHaveLength(3);
  });

  test('an error is never a pass', async () => {
    const error = new EtcdMigrateError('etcd-refused', 'mvcc: required revision has been compacted');
    const simulation = simulate(gate, {
      decide: (call) => (call === 'access.hashKv' ? { kind: 'lost-before', error } : { kind: 'well' }),
    });
    const outcome = await outcomeOf(simulation);
    expect(outcome).toMatchObject({ outcome: 'failed', code: 'gate-failed' });
    expect(outcome.message).toContain('required revision has been compacted');
  });

  test('a member that lags is waited for, not compared', async () => {
    const simulation = simulate(gate, { writeEveryMs: 100 });
    await simulation.idle(1_000);
    const follower = simulation.world.members.find((m) => m !== simulation.world.leader);
    if (!follower) throw new Error('no follower');
    follower.lagsUntilMs = simulation.clock.nowMs + 7_000;
    await simulation.idle(1_000);
    expect(await outcomeOf(simulation)).toMatchObject({ outcome: 'reached-target' });
    const observations = simulation.events.flatMap((e) => (e.type === 'gate-waiting' ? [e.observation] : []));
    expect(observations.join('\n')).toMatch(/waiting for revision \d+: m\d at \d+/);
  });

  test('unequal data at one revision is held, after a second look', async () => {
    const simulation = simulate(gate);
    const [first] = simulation.world.members;
    if (!first) throw new Error('no member');
    first.isCorrupt = true;
    const outcome = await outcomeOf(simulation);
    expect(outcome).toMatchObject({ outcome: 'held', code: 'hash-mismatch' });
    expect(simulation.calls.filter((call) => call === 'access.hashKv')).toHaveLength(6);
  });

  test('unequal data never pass while compactions run', async () => {
    const simulation = simulate(gate, { writeEveryMs: 20, compactEveryMs: 60 });
    const [first] = simulation.world.members;
    if (!first) throw new Error('no member');
    first.isCorrupt = true;
    expect(await outcomeOf(simulation)).toMatchObject({ outcome: 'held', code: 'hash-mismatch' });
  });
});

describe('members-bucket-clean', () => {
  const gate: GateSpec = { name: 'members-bucket-clean', timeoutMs: 2_000 };

  test('K29: a live member stored as removed keeps it shut, one that really left does not', async () => {
    const simulation = simulate(gate);
    const [first, second] = simulation.world.members;
    if (!first || !second) throw new Error('no members');
    second.removedIds = [0xdeadn];
    expect(await outcomeOf(simulation)).toMatchObject({ outcome: 'reached-target' });
    const buried = simulate(gate);
    const [, also] = buried.world.members;
    if (!also) throw new Error('no members');
    also.removedIds = [0xdeadn, first.id];
    const outcome = await outcomeOf(buried);
    expect(outcome).toMatchObject({ outcome: 'failed', code: 'members-bucket-stale' });
    expect(outcome.message).toContain('m2 stores live members as removed: m1');
  });
});

describe('stored members that differ from the listed ones', () => {
  const gate: GateSpec = { name: 'members-bucket-clean', timeoutMs: 2_000 };
  type Stored = readonly { readonly id: bigint; readonly isLearner: boolean }[];

  test.each<[string, (whole: Stored) => Stored, string]>([
    [
      'K6: a promoted member still stored as learner',
      (whole) => whole.map((each, index) => ({ ...each, isLearner: index === 0 })),
      'm2 still stores as learner: ',
    ],
    [
      'K7: a member that the cluster no longer lists',
      (whole) => [...whole, { id: 0xdeadn, isLearner: false }],
      'm2 stores members that the cluster no longer lists: dead',
    ],
    ['a listed member that is not stored', ([, ...rest]) => rest, 'm2 does not store the members m1'],
    ['an empty store', () => [], 'm2 does not store the members m1, m2, m3'],
  ])('%s keeps the gate shut', async (_, damage, complaint) => {
    const simulation = simulate(gate);
    const [, second] = simulation.world.members;
    if (second === undefined) throw new Error('no members');
    second.stored = damage(simulation.world.members.map(({ id }) => ({ id, isLearner: false })));
    const outcome = await outcomeOf(simulation);
    expect(outcome).toMatchObject({ outcome: 'failed', code: 'members-bucket-stale' });
    expect(outcome.message).toContain(complaint);
  });
});

describe('members-write', () => {
  const gate: GateSpec = { name: 'members-write', timeoutMs: 12_000 };

  test('writes once through each member, again only where it failed', async () => {
    let calls = 0;
    const error = new EtcdMigrateError('member-lost', 'the second write timed out');
    const simulation = simulate(gate, {
      decide: (call) =>
        call === 'access.probeWrite' && ++calls === 2 ? { kind: 'lost-before', error } : { kind: 'well' },
    });
    expect(await outcomeOf(simulation)).toMatchObject({ outcome: 'reached-target' });
    expect(calls).toBe(4);
  });

  test('stays shut while one member takes none', async () => {
    const simulation = simulate(gate);
    const follower = simulation.world.members.find((m) => m !== simulation.world.leader);
    if (!follower) throw new Error('no follower');
    simulation.world.hang(follower);
    const outcome = await outcomeOf(simulation);
    expect(outcome).toMatchObject({ code: 'gate-failed' });
    expect(outcome.message).toContain(follower.member.name);
  });
});

describe('a gate that stays shut', () => {
  test('says which, for how long, and what was last seen', async () => {
    const simulation = simulate({ name: 'versions-uniform', timeoutMs: 12_000 });
    const [first] = simulation.world.members;
    if (!first) throw new Error('no member');
    first.process = { deployment: { release: '3.5.30', overrides: {} }, pid: 1, state: 'ready', foreign: null };
    const outcome = await outcomeOf(simulation);
    expect(outcome.message).toBe(
      'Gate versions-uniform did not open within 12 s, in step 1.1 with 2 of 3 on 3.5.33: m1 runs 3.5.30, wanted 3.5.33',
    );
  });

  test('tells of itself at least each second, also while a look takes long', async () => {
    const times: number[] = [];
    const simulation = simulate({ name: 'members-healthy', timeoutMs: 12_000 });
    const [first] = simulation.world.members;
    if (!first) throw new Error('no member');
    simulation.world.hang(first);
    simulation.events.push = (...events) => {
      for (const event of events) if (event.type === 'gate-waiting') times.push(simulation.clock.nowMs);
      return 0;
    };
    await outcomeOf(simulation);
    expect(times.length).toBeGreaterThan(10);
    const gaps = times.map((at, index) => at - (times[index - 1] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(1_000);
  });

  test('quorum below its margin is a hold', async () => {
    const simulation = simulate({ name: 'quorum-margin', timeoutMs: 12_000 });
    const [first] = simulation.world.members;
    if (!first) throw new Error('no member');
    simulation.world.end(first, { code: 1, signal: null });
    const outcome = await outcomeOf(simulation);
    expect(outcome).toMatchObject({ outcome: 'held', code: 'gate-failed' });
    expect(outcome.message).toContain('2 of 3 members up; not m1 (m1: connection refused)');
  });

  test.each([
    ['a host that does not answer is a lost contact, held, and nothing that the release is blamed for', 'never'],
    ['so is one to which the way is lost', 'lost-before'],
  ] as const)('%s', async (_, kind) => {
    const error = new EtcdMigrateError('member-lost', 'The host of m1 cannot be reached.');
    const simulation = simulate({ name: 'settings-as-planned', timeoutMs: 15_000 });
    simulation.decide = (call) => {
      const isAsked = call === 'driver.inspect' && simulation.records.at(-1)?.type === 'step-started';
      return isAsked ? { kind, error } : { kind: 'well' };
    };
    const outcome = await outcomeOf(simulation);
    expect(outcome).toMatchObject({ outcome: 'held', code: 'member-lost' });
    expect(outcome.message).toMatch(/Gate settings-as-planned .*did not open.*The host of m\d/);
  });
  test('a full disk has its own code', async () => {
    const simulation = simulate({ name: 'disk-space', timeoutMs: 12_000 });
    const [first] = simulation.world.members;
    if (!first) throw new Error('no member');
    first.freeBytes = 10;
    expect(await outcomeOf(simulation)).toMatchObject({ outcome: 'failed', code: 'no-space' });
  });
});

test('a member that reports no storage version has not said that it is there: the wait for the flip goes on', async () => {
  const plan = makePlan();
  const [hop] = plan.upgrade.hops;
  if (!hop) throw new Error('the plan has no hop');
  const steps = hop.steps.map((planned) =>
    planned.step.kind === 'wait-cluster-version'
      ? { ...planned, step: { ...planned.step, timeoutMs: 10_000 } }
      : planned,
  );
  const simulation = new Simulation({ plan: { ...plan, upgrade: { ...plan.upgrade, hops: [{ ...hop, steps }] } } });
  const options = simulation.optionsFor(simulation.newLife(), new AbortController().signal);
  const versions: ClusterView['versions'] = async (member, signal) => {
    const { server, cluster } = await options.view.versions(member, signal);
    return { server, cluster };
  };
  const outcome = await simulation.clock.drive(runPlan({ ...options, view: { ...options.view, versions } }));
  expect(outcome).toMatchObject({ outcome: 'failed', code: 'gate-failed' });
  expect(outcome.message).toContain('m1 reports cluster 3.6.0, no storage version');
});

test('an empty member list does not say that there is no learner', async () => {
  const simulation = simulate({ name: 'no-learner', timeoutMs: 5_000 });
  const options = simulation.optionsFor(simulation.newLife(), new AbortController().signal);
  const view: ClusterView = { ...options.view, memberList: async () => [] };
  const outcome = await simulation.clock.drive(runPlan({ ...options, view }));
  expect(outcome).toMatchObject({ outcome: 'failed', code: 'gate-failed' });
  expect(outcome.message).toContain('m1 lists 0 members of 3');
});
