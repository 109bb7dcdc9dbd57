// Owns the members that do not do what their step wants of them: what they get back, and what is said of it.
// Must not use random faults (test/property does), nor know ports that fail (step-failures.test.ts).
import { describe, expect, test } from 'vitest';
import type { ClusterDriver } from '../../../src/engine/ports.ts';
import { runPlan } from '../../../src/engine/run.ts';
import { EtcdMigrateError } from '../../../src/errors.ts';
import type { Step } from '../../../src/plan/steps.ts';
import { always, ended, expectWhole, gates, nameOf, planOf, steps, target } from '../../support/one-step-plans.ts';
import { makePlan } from '../../support/simulated-plans.ts';
import { Simulation } from '../../support/simulation.ts';

describe('a member that does not take the new release', () => {
  const first = steps['switch-member'];
  const old = ['3.5.33', '3.5.33', '3.5.33'];

  test('exits: its old binary comes back, the message quotes etcd and says that the hop is undone', async () => {
    const simulation = new Simulation({ plan: planOf(first) });
    for (const member of simulation.world.members) {
      member.startFaults.push({
        kind: 'exits',
        release: '3.6.14',
        code: 2,
        lines: ['flag provided but not defined: -enable-v2'],
      });
    }
    const outcome = ended(await simulation.run());
    expect(outcome).toMatchObject({
      outcome: 'failed',
      code: 'member-start-failed',
      step: '1.2',
      pointOfNoReturn: 'before',
    });
    expect(outcome.evidence).toContain('flag provided but not defined: -enable-v2');
    expect(outcome.message).toContain('with code 2');
    expect(outcome.message).toContain('no member runs 3.6.14 any more');
    expect(simulation.releases()).toEqual(old);
    expectWhole(simulation);
  });

  test('hangs: its gate stays shut, its old binary comes back', async () => {
    const simulation = new Simulation({ plan: planOf(first) });
    for (const member of simulation.world.members) member.startFaults.push({ kind: 'hangs', release: '3.6.14' });
    const outcome = ended(await simulation.run());
    expect(outcome).toMatchObject({ outcome: 'failed', code: 'gate-failed' });
    expect(outcome.message).toContain('members-healthy');
    expect(simulation.releases()).toEqual(old);
    expectWhole(simulation);
  });

  test('and its old binary neither: the message says plainly that it is down', async () => {
    const simulation = new Simulation({ plan: planOf(first) });
    for (const member of simulation.world.members) {
      member.startFaults.push(
        { kind: 'exits', code: 2, lines: ['new says no'] },
        { kind: 'exits', code: 1, lines: ['old says no'] },
      );
    }
    const outcome = ended(await simulation.run());
    expect(outcome).toMatchObject({ outcome: 'held', code: 'member-start-failed' });
    expect(outcome.message).toMatch(/m\d is down; its data is untouched\. 2 of 3 members are up and have quorum/);
    expect(outcome.evidence).toEqual(['new says no', 'old says no']);
    expectWhole(simulation);
  });

  test.each([
    ['port-taken', 'listen tcp 127.0.0.1:2380: bind: address already in use', 'another process holds one of its ports'],
    ['no-space', 'write /data/member/wal: no space left on device', 'its disk is full'],
    ['no-permission', 'cannot access data directory', 'it may not use its files'],
  ] as const)('because of its host: %s is the code, not a failure of the release', async (hostTrouble, line, words) => {
    const simulation = new Simulation({ plan: planOf(first) });
    for (const member of simulation.world.members) {
      member.startFaults.push({ kind: 'exits', release: '3.6.14', code: 1, lines: [line], hostTrouble });
    }
    const outcome = ended(await simulation.run());
    expect(outcome).toMatchObject({ outcome: 'failed', code: hostTrouble, pointOfNoReturn: 'before' });
    expect(outcome.message).toContain(`${words}, which says nothing about the release`);
    expect(outcome.message).toMatch(/m\d is back on 3\.5\.33 and healthy/);
    expect(outcome.evidence).toContain(line);
    expect(simulation.releases()).toEqual(old);
    expectWhole(simulation);
  });

  test('ended by itself just before, so that its host refused: held, and no word against the release', async () => {
    const simulation = new Simulation({ plan: planOf(first) });
    const { world } = simulation;
    simulation.decide = (call) => {
      if (call !== 'driver.switchTo') return { kind: 'well' };
      const name = nameOf(simulation);
      const member = world.members.find((each) => each.member.name === name);
      if (member) world.end(member, { code: null, signal: 'SIGKILL' });
      const error = new EtcdMigrateError('switch-refused', 'process 7 was to run there, but nothing runs');
      return { kind: 'lost-before', error };
    };
    const outcome = ended(await simulation.run());
    expect(outcome).toMatchObject({ outcome: 'held', code: 'member-lost', pointOfNoReturn: 'before' });
    expect(outcome.message).toMatch(/^m\d has ended, not by our hand: process 7 was to run there, but nothing runs/);
    expect(outcome.clusterState).toContain('2 of 3 members up');
    expect(simulation.world.lostWrites()).toEqual([]);
  });

  test('and was started again by somebody while another went down: it is not stopped to get its old binary', async () => {
    const simulation = new Simulation({ plan: planOf(first) });
    const { world } = simulation;
    let [isOver, inspections] = [false, 0];
    simulation.decide = (call) => {
      const upgraded = world.members.find((each) => each.process?.deployment.release === target.release);
      // Its gates never open: it dies before its data are compared.
      if (call === 'access.hashKv' && !isOver && upgraded) {
        isOver = true;
        world.end(upgraded, { code: 2, signal: null });
      }
      if (!isOver || call !== 'driver.inspect') return { kind: 'well' };
      // The first look finds it ended; before the second it is back, and another member has gone.
      if (++inspections === world.members.length + 1) {
        const ended = world.members.find((each) => each.process === null);
        const other = world.members.find((each) => each !== ended && world.leader !== each);
        if (ended) void world.start(ended, target, 0);
        if (other) world.end(other, { code: null, signal: 'SIGKILL' });
      }
      return { kind: 'well' };
    };
    const outcome = ended(await simulation.run());
    expect(outcome.outcome).toBe('held');
    expect(outcome.message).toMatch(/m\d keeps 3\.6\.14: m\d is down .*, so no other member may be stopped/);
    expect(simulation.records.filter(({ type }) => type === 'switch-intended')).toHaveLength(1);
    expect(simulation.monitor.violations).toEqual([]);
  });

  test('because of its host, and the old binary neither: both are said plainly', async () => {
    const simulation = new Simulation({ plan: planOf(first) });
    // The disk fills up after the switch was chosen, and stays full.
    simulation.decide = (call) => {
      if (call === 'driver.switchTo') for (const member of simulation.world.members) member.freeBytes = 0;
      return { kind: 'well' };
    };
    const outcome = ended(await simulation.run());
    expect(outcome).toMatchObject({ outcome: 'held', code: 'no-space' });
    expect(outcome.message).toMatch(
      /did not start on 3\.6\.14: .*disk is full.*Putting 3\.5\.33 back failed as well: .*disk is full.*m\d is down; its data is untouched/,
    );
    expectWhole(simulation);
  });

  test('because the driver itself could not write on a full disk', async () => {
    const simulation = new Simulation({ plan: planOf(first) });
    const error = new EtcdMigrateError('no-space', '/run/m1 cannot be written: the disk is full.');
    simulation.decide = (call) => {
      if (call !== 'driver.switchTo') return { kind: 'well' };
      simulation.decide = () => ({ kind: 'well' });
      // The old process was stopped by then.
      const member = simulation.world.members.find((m) => m.member.name === nameOf(simulation));
      if (member) simulation.world.end(member, { code: 0, signal: null });
      return { kind: 'lost-before', error };
    };
    const outcome = ended(await simulation.run());
    expect(outcome).toMatchObject({ outcome: 'failed', code: 'no-space' });
    expect(simulation.releases()).toEqual(old);
  });

  test('without the raft snapshots that 3.7 needs: K21 is named, the cluster stays whole on 3.6', async () => {
    const plan = makePlan({ to: '3.7.1' });
    const hops = plan.upgrade.hops.map((hop) => ({
      ...hop,
      // K22's preparation of the first hop renews the snapshots as well, so that has to go too.
      steps: hop.steps.filter(
        ({ step }) =>
          step.kind !== 'renew-raft-snapshots' && !(step.kind === 'switch-member' && step.purpose === 'prepare'),
      ),
    }));
    const simulation = new Simulation({ plan: { ...plan, legs: [], upgrade: { ...plan.upgrade, hops } } });
    const outcome = ended(await simulation.run());
    expect(outcome).toMatchObject({ outcome: 'failed', code: 'member-start-failed', pointOfNoReturn: 'before' });
    expect(outcome.message).toContain('K21');
    expect(outcome.evidence.join('\n')).toContain('unmarshal should never fail');
    expect(simulation.releases()).toEqual(['3.6.14', '3.6.14', '3.6.14']);
    expectWhole(simulation);
  });
});

describe('a member that was down already, and does not start when it is prepared or rolled back', () => {
  const prepared = { release: '3.5.33', overrides: { 'snapshot-count': '1000' } };
  const prepare: Step = { kind: 'switch-member', purpose: 'prepare', ordinal: 3, to: prepared, gates };

  test.each([
    ['prepared', (simulation: Simulation) => simulation.run()],
    ['rolled back', (simulation: Simulation) => simulation.rollBack()],
  ] as const)('%s: it gets what it ran before, never a release that it has not run', async (_, act) => {
    const simulation = new Simulation({ plan: planOf(prepare) });
    const [member] = simulation.world.members;
    if (!member) throw new Error('no member');
    simulation.world.end(member, { code: null, signal: 'SIGKILL' });
    member.startFaults.push({ kind: 'hangs' });
    const outcome = ended(await act(simulation));
    expect(outcome.outcome).not.toBe('reached-target');
    expect(simulation.releases()).toEqual(['3.5.33', '3.5.33', '3.5.33']);
    const intents = simulation.records.filter((r) => r.type === 'switch-intended' && r.member === member.member.name);
    expect(intents.map((r) => r.type === 'switch-intended' && r.to.release)).toEqual(['3.5.33', '3.5.33']);
    expectWhole(simulation);
  });
});

describe('a member that does not stop in its time', () => {
  const slow = new EtcdMigrateError('member-stop-failed', 'm did not end within 30 s after SIGTERM.');

  /** A run whose first switch is not made, and whose member ends so much later by itself. */
  function stopsLate(endsAfterMs: number): Simulation {
    const simulation = new Simulation({ plan: planOf(steps['switch-member']) });
    let isFirst = true;
    simulation.decide = (call) => {
      const last = simulation.records.at(-1);
      if (call !== 'driver.switchTo' || last?.type !== 'switch-intended' || !isFirst) return { kind: 'well' };
      isFirst = false;
      const member = simulation.world.members.find((each) => each.member.name === last.member);
      simulation.clock.after(endsAfterMs, () => member && simulation.world.end(member, { code: 0, signal: null }));
      return { kind: 'lost-before', error: slow };
    };
    return simulation;
  }

  test('and ends later gets back what ran there', async () => {
    const simulation = stopsLate(12_000);
    const outcome = ended(await simulation.run());
    expect(outcome).toMatchObject({ outcome: 'held', code: 'member-stop-failed' });
    expect(outcome.message).toContain('It ended later, and runs 3.5.33 again.');
    expect(simulation.releases()).toEqual(['3.5.33', '3.5.33', '3.5.33']);
    expectWhole(simulation);
  });

  test('and ends after the run is held is not taken for killed by somebody else, and resume goes on with it', async () => {
    const simulation = stopsLate(120_000);
    const outcome = ended(await simulation.run());
    expect(outcome).toMatchObject({ outcome: 'held', code: 'member-stop-failed' });
    expect(outcome.message).toContain('it still runs, and may end at any moment');
    await simulation.idle(120_000);
    expect(ended(await simulation.resume())).toMatchObject({ outcome: 'reached-target' });
    expect(simulation.records.filter(({ type }) => type === 'process-changed')).toEqual([]);
    expectWhole(simulation);
  });
});

describe('a member without a process that somebody starts again just before we do', () => {
  test('is not stopped for its old binary: what runs there now is left, and the run held', async () => {
    const simulation = new Simulation({ plan: planOf(steps['switch-member']) });
    for (const { startFaults } of simulation.world.members) {
      startFaults.push({ kind: 'exits', release: '3.6.14', code: 2, lines: ['panic: as scripted'] });
    }
    simulation.decide = (call) => {
      const last = simulation.records.at(-1);
      if (call === 'driver.switchTo' && last?.type === 'switch-intended' && last.to.release === '3.5.33') {
        const member = simulation.world.members.find((each) => each.member.name === last.member);
        if (member) void simulation.world.start(member, { release: '3.6.14', overrides: {} }, 0);
      }
      return { kind: 'well' };
    };
    const outcome = ended(await simulation.run());
    expect(outcome).toMatchObject({ outcome: 'held', code: 'member-start-failed' });
    expect(outcome.message).toMatch(/m\d could not be put back on 3\.5\.33 .* and still runs 3\.6\.14/);
    expect(simulation.releases().filter((release) => release === '3.6.14')).toHaveLength(1);
    expect(simulation.monitor.violations).toEqual([]);
  });

  test('is looked at anew, and not stopped while another one is down', async () => {
    const simulation = new Simulation({ plan: planOf(steps['switch-member']) });
    const [first, second] = simulation.world.members;
    if (!first || !second) throw new Error('no members');
    simulation.world.end(first, { code: null, signal: 'SIGKILL' });
    simulation.decide = (call) => {
      if (call === 'driver.switchTo' && first.process === null) {
        void simulation.world.start(first, { release: '3.5.33', overrides: {} }, 0);
        simulation.world.end(second, { code: null, signal: 'SIGKILL' });
        return { kind: 'late', ms: 3_000 };
      }
      return { kind: 'well' };
    };
    await simulation.run();
    expect(first).toMatchObject({ process: { deployment: { release: '3.5.33' } }, lastExit: { signal: 'SIGKILL' } });
    expect(simulation.monitor.violations).toEqual([]);
  });
});

test('a member that somebody else puts on the release just before it is chosen is told, and its gates are passed by whoever goes on', async () => {
  const single = makePlan({ voters: 1 });
  const [hop] = single.upgrade.hops;
  if (!hop) throw new Error('the plan has no hop');
  const planned = { id: '1.1', step: steps['switch-member'] };
  const plan = { ...single, legs: [], upgrade: { ...single.upgrade, hops: [{ ...hop, steps: [planned] }] } };
  const simulation = new Simulation({ plan });
  const [member] = simulation.world.members;
  if (!member) throw new Error('no member');
  let inspections = 0;
  simulation.decide = (call) => {
    // Two looks say that it has to be switched; before the third, somebody does it.
    if (call === 'driver.inspect' && ++inspections === 3) {
      simulation.world.end(member, { code: 0, signal: null });
      void simulation.world.start(member, target, 0);
    }
    return { kind: 'well' };
  };
  const told = 'm1 ended by another hand, with exit code 0, while it ran 3.5.33, and was started again by another hand';
  expect(ended(await simulation.run())).toMatchObject({
    outcome: 'held',
    code: 'member-killed',
    message: expect.stringContaining(`${told} as 3.6.14`),
  });
  expect(ended(await simulation.resume())).toMatchObject({ outcome: 'reached-target' });
  expect(simulation.records.filter(({ type }) => type === 'switch-intended')).toEqual([]);
  expect(simulation.releases()).toEqual(['3.6.14']);
});

test('a switch without a known end, of a member that is not there any more, is nothing to go on after', async () => {
  const simulation = new Simulation({ plan: planOf(steps['switch-member']) });
  const to = { release: '3.6.14', overrides: {} };
  simulation.append({ type: 'step-started', step: '1.2' });
  simulation.append({ type: 'switch-intended', step: '1.2', member: 'gone', from: null, to });
  const outcome = ended(await simulation.run());
  expect(outcome).toMatchObject({ outcome: 'held', code: 'member-lost' });
  expect(outcome.message).toContain(
    'the switch of gone to 3.6.14 ended is unknown, and it is not among the members (m1, m2, m3)',
  );
  expect(simulation.calls.filter((call) => call === 'driver.switchTo')).toEqual([]);
});

describe('a killed member', () => {
  const plan = planOf(steps['kill-member']);

  test('whose driver lost its answer and knows no process id is not taken for killed', async () => {
    const simulation = new Simulation({
      plan,
      decide: always('driver.killAndRestart', {
        kind: 'lost-before',
        error: new EtcdMigrateError('member-lost', 'no answer'),
      }),
    });
    const options = simulation.optionsFor(simulation.newLife(), new AbortController().signal);
    const driver: ClusterDriver = {
      ...options.driver,
      // Its host tells the process id only after the kill.
      inspect: async (member, signal) => {
        const facts = await options.driver.inspect(member, signal);
        return simulation.calls.includes('driver.killAndRestart') ? facts : { ...facts, process: null };
      },
    };
    const outcome = await simulation.clock.drive(runPlan({ ...options, driver }));
    expect(outcome).toMatchObject({ outcome: 'held', code: 'member-lost' });
    expect(outcome.message).toMatch(/Whether m\d was killed is unknown/);
  });

  test('that does not start at first, and does when started again, fails the step all the same', async () => {
    const simulation = new Simulation({ plan });
    for (const { startFaults } of simulation.world.members) {
      startFaults.push({ kind: 'exits', code: 2, lines: ['panic: wal: crc mismatch'] });
    }
    const outcome = ended(await simulation.run());
    expect(outcome).toMatchObject({ outcome: 'failed', code: 'member-start-failed', step: '1.2' });
    expect(outcome.message).toMatch(
      /did not come back on 3\.5\.33 after it was killed: .*with code 2.*Started once more/,
    );
    expect(outcome.evidence).toContain('panic: wal: crc mismatch');
    expect(outcome.clusterState).toContain('3 of 3 members up');
    expectWhole(simulation);
  });

  test('whose host kept it from starting at first is started again: that says nothing about the release', async () => {
    const simulation = new Simulation({ plan });
    for (const { startFaults } of simulation.world.members) {
      startFaults.push({ kind: 'exits', code: 1, lines: ['address already in use'], hostTrouble: 'port-taken' });
    }
    expect(ended(await simulation.run())).toMatchObject({ outcome: 'reached-target' });
    expectWhole(simulation);
  });
});
