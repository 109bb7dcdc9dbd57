// Owns the proof of what is concluded from a journal, and of what a resumed step keeps.
// Must not kill at every point (test/property/engine-crash.test.ts does).
import { describe, expect, test } from 'vitest';
import type { EngineOutcome, StepOutcome } from '../../../src/engine/options.ts';
import { recallOutcome } from '../../../src/engine/recall.ts';
import { recover } from '../../../src/engine/recover.ts';
import type { Step } from '../../../src/plan/steps.ts';
import { makePlan } from '../../support/simulated-plans.ts';
import { Simulation } from '../../support/simulation.ts';

describe('recover', () => {
  test('a journal without a beginning is nothing to resume', () => {
    expect(() => recover([])).toThrow(expect.objectContaining({ code: 'nothing-to-resume' }));
  });

  test('a finished run: all steps, the side, the outcome', async () => {
    const simulation = new Simulation({ plan: makePlan() });
    await simulation.run();
    const recovery = recover(simulation.records);
    expect(recovery).toMatchObject({ runId: 'simulated', side: 'after', finished: 'reached-target' });
    expect(recovery.inFlight).toBeUndefined();
  });

  test('a switch without an end is in flight', async () => {
    let switches = 0;
    const simulation = new Simulation({
      plan: makePlan({ from: '3.6.14', to: '3.7.1' }),
      decide: (call) => (call === 'driver.switchTo' && ++switches === 2 ? { kind: 'death-before' } : { kind: 'well' }),
    });
    expect(await simulation.run()).toBe('dead');
    const recovery = recover(simulation.records);
    // The journal alone is never a proof that the way back is open.
    expect(recovery.side).toBe('unknown');
    expect(recovery.inFlight).toMatchObject({ to: { release: '3.7.1' } });
  });
});

test('a resumed renewal of raft snapshots keeps the goal of its first beginning', async () => {
  const simulation = new Simulation({
    plan: makePlan({ from: '3.6.14', to: '3.7.1' }),
    decide: (call) => (call === 'access.churnLeases' ? { kind: 'death-after' } : { kind: 'well' }),
  });
  expect(await simulation.run()).toBe('dead');
  simulation.decide = () => ({ kind: 'well' });
  await simulation.idle(3_000);
  expect(await simulation.resume()).toMatchObject({ outcome: 'reached-target' });
  const goals = simulation.records.flatMap((r) => (r.type === 'step-started' && r.facts ? [r.facts.goal] : []));
  expect(goals).toHaveLength(2);
  expect(new Set(goals).size).toBe(1);
});

describe('a run that was killed after its engine had ended, before anybody judged it', () => {
  async function recalled(simulation: Simulation): Promise<EngineOutcome> {
    const { completed } = recover(simulation.records);
    const options = simulation.optionsFor(simulation.newLife(), new AbortController().signal, completed);
    return await simulation.clock.drive(recallOutcome(options));
  }

  test.each(['the target', 'a failure'])('comes to the same end when it is recalled: %s', async (end) => {
    const simulation = new Simulation({ plan: makePlan() });
    for (const { startFaults } of end === 'a failure' ? simulation.world.members : []) {
      startFaults.push({ kind: 'exits', release: '3.6.14', code: 2, lines: ['panic: as scripted'] });
    }
    const { timings: _, steps, ...outcome } = (await simulation.run()) as EngineOutcome;
    expect(outcome.outcome).toBe(end === 'a failure' ? 'failed' : 'reached-target');
    const calls = simulation.calls.filter((call) => /^journal\.append|^driver\.(stage|switch)/.test(call)).length;
    const again = await recalled(simulation);
    expect(again).toMatchObject(outcome);
    const bare = (of: readonly StepOutcome[]) => of.map(({ id, status }) => ({ id, status }));
    expect(bare(again.steps)).toEqual(bare(steps));
    const after = simulation.calls.filter((call) => /^journal\.append|^driver\.(stage|switch)/.test(call)).length;
    expect(after, 'nothing is done again').toBe(calls);
  });

  test('is not over until it is reported, and a failure is not forgotten because somebody took it up', async () => {
    const simulation = new Simulation({ plan: makePlan() });
    for (const { startFaults } of simulation.world.members) {
      startFaults.push({ kind: 'exits', release: '3.6.14', code: 2, lines: ['panic: as scripted'] });
    }
    await simulation.run();
    simulation.append({ type: 'run-resumed', purpose: 'resume', owner: { pid: 2, bootId: 'none', startTime: '0' } });
    expect(recover(simulation.records)).toMatchObject({ finished: 'failed', isAnswered: true });
    expect(recover(simulation.records).reported).toBeUndefined();
    simulation.append({ type: 'run-reported', verdict: 'fail' });
    expect(recover(simulation.records)).toMatchObject({ finished: 'failed', reported: 'fail' });
  });

  test('a gate that stayed shut is no answer, and is tried again where nobody has judged it', async () => {
    const simulation = new Simulation({ plan: makePlan() });
    simulation.hides = ['settings'];
    expect(await simulation.run()).toMatchObject({ outcome: 'failed', code: 'gate-failed' });
    expect(recover(simulation.records)).toMatchObject({ finished: 'failed', isAnswered: false });
    simulation.hides = [];
    expect(await simulation.resume()).toMatchObject({ outcome: 'reached-target' });
    expect(recover(simulation.records)).toMatchObject({ finished: 'reached-target', isAnswered: true });
  });

  test('the tool and a member are killed at the hold, and the run goes on from there', async () => {
    const simulation = new Simulation({ plan: { ...makePlan(), legs: [] } });
    const { world } = simulation;
    const hold = simulation.plan.upgrade.hops[0]?.steps.find(({ step }) => step.kind === 'hold')?.id;
    simulation.decide = () => {
      const last = simulation.records.at(-1);
      return last?.type === 'step-started' && last.step === hold ? { kind: 'death-before' } : { kind: 'well' };
    };
    expect(await simulation.run()).toBe('dead');
    simulation.decide = () => ({ kind: 'well' });
    for (const member of world.members.slice(0, 2)) world.end(member, { code: null, signal: 'SIGKILL' });
    await simulation.idle(60_000);
    expect(await simulation.resume()).toMatchObject({ outcome: 'reached-target' });
    expect(simulation.monitor.violations).toEqual([]);
    expect(world.lostWrites()).toEqual([]);
  });

  test('cannot be recalled where the journal has no end', async () => {
    await expect(recalled(new Simulation({ plan: makePlan() }))).rejects.toMatchObject({ code: 'nothing-to-resume' });
  });
});

describe('after a killed roll-back', () => {
  /** Dies right after a step of that kind, then while the roll-back switches its n-th member (0: before the first). */
  async function brokenBack(kind: Step['kind'], switchesBack: number): Promise<Simulation> {
    const simulation = new Simulation({ plan: makePlan() });
    const step = simulation.plan.upgrade.hops[0]?.steps.find((planned) => planned.step.kind === kind)?.id ?? '';
    simulation.decide = () => {
      const last = simulation.records.at(-1);
      return last?.type === 'step-finished' && last.step === step ? { kind: 'death-before' } : { kind: 'well' };
    };
    expect(await simulation.run()).toBe('dead');
    let switches = 0;
    simulation.decide = (call) => {
      const isIt = call === 'driver.switchTo' && ++switches === switchesBack;
      return isIt || (switchesBack === 0 && call === 'driver.stage') ? { kind: 'death-after' } : { kind: 'well' };
    };
    expect(await simulation.rollBack()).toBe('dead');
    simulation.decide = () => ({ kind: 'well' });
    await simulation.idle(20_000);
    return simulation;
  }

  test('the steps that it undoes are to be done again, those that only looked are not', async () => {
    const simulation = await brokenBack('hold', 1);
    expect([...recover(simulation.records).completed]).toEqual(['1.1', '1.1.a1', '1.2']);
  });

  test('that switched nothing yet, nothing is undone', async () => {
    const simulation = await brokenBack('hold', 0);
    expect(recover(simulation.records).completed).toContain('1.10');
  });

  test('a preparation is proven anew and not by what was read before the members were restarted', async () => {
    const simulation = await brokenBack('renew-raft-snapshots', 2);
    expect(await simulation.resume()).toMatchObject({ outcome: 'reached-target' });
    const goals = simulation.records.flatMap((r) =>
      r.type === 'step-started' && r.facts ? [Number(r.facts.goal)] : [],
    );
    expect(goals).toHaveLength(2);
    expect(goals[1]).toBeGreaterThan(goals[0] as number);
    expect(simulation.monitor.violations).toEqual([]);
  });
});

test('a member that somebody put back behind our back is upgraded again, and the last one held for once more', async () => {
  const simulation = new Simulation({ plan: makePlan() });
  const hold = simulation.plan.upgrade.hops[0]?.steps.find(({ step }) => step.kind === 'hold')?.id;
  const holdEnds = () => simulation.records.filter((r) => r.type === 'step-finished' && r.step === hold).length;
  simulation.decide = () =>
    simulation.records.at(-1)?.type === 'step-started' && holdEnds() === 1
      ? { kind: 'death-before' }
      : { kind: 'well' };
  expect(await simulation.run()).toBe('dead');
  simulation.decide = () => ({ kind: 'well' });
  const upgraded = simulation.world.members.find(
    (m) => m.process?.deployment.release === '3.6.14' && m !== simulation.world.leader,
  );
  if (!upgraded) throw new Error('no member was upgraded');
  simulation.world.end(upgraded, { code: 0, signal: null });
  void simulation.world.start(upgraded, { release: '3.5.33', overrides: {} }, 0);
  await simulation.idle(20_000);
  expect(await simulation.resume()).toMatchObject({ outcome: 'reached-target' });
  expect(holdEnds()).toBe(2);
  expect(simulation.monitor.violations).toEqual([]);
});

test('a roll-back of the second hop says that the first is not undone', async () => {
  let switches = 0;
  const plan = makePlan({ to: '3.7.1' });
  const before = plan.upgrade.hops[0]?.steps.filter(({ step }) => step.kind === 'switch-member').length ?? 0;
  const simulation = new Simulation({
    plan,
    decide: (call) =>
      call === 'driver.switchTo' && ++switches === before + 2 ? { kind: 'death-after' } : { kind: 'well' },
  });
  expect(await simulation.run()).toBe('dead');
  simulation.decide = () => ({ kind: 'well' });
  const outcome = await simulation.rollBack();
  expect(outcome).toMatchObject({ outcome: 'rolled-back', pointOfNoReturn: 'before' });
  if (outcome === 'dead') throw new Error('the engine died');
  expect(outcome.message).toContain('Not undone, because finished: 3.5.33 → 3.6.14');
  expect(simulation.releases()).toEqual(['3.6.14', '3.6.14', '3.6.14']);
  expect(simulation.monitor.violations).toEqual([]);
});

describe('a roll-back before its first step', () => {
  /** A run that died with its first member switched. */
  async function broken(): Promise<Simulation> {
    const simulation = new Simulation({ plan: makePlan(), tellsChanges: false });
    let switches = 0;
    simulation.decide = (call) =>
      call === 'driver.switchTo' && ++switches === 5 ? { kind: 'death-after' } : { kind: 'well' };
    expect(await simulation.run()).toBe('dead');
    simulation.decide = () => ({ kind: 'well' });
    return simulation;
  }

  test.each([
    ['at once', 0],
    ['while it waits for a switch under way', 2_000],
  ])('that is interrupted %s has that as its outcome, and changes nothing', async (_name, afterMs) => {
    const simulation = await broken();
    const releases = simulation.releases();
    const abort = new AbortController();
    if (afterMs === 0) abort.abort();
    else {
      simulation.clock.after(afterMs, () => abort.abort());
      // The wait would be over at once if the host were seen to be on the new release.
      simulation.decide = (call) => (call === 'driver.inspect' ? { kind: 'late', ms: 6_000 } : { kind: 'well' });
    }
    const outcome = await simulation.rollBack(abort.signal);
    expect(outcome).toMatchObject({ outcome: 'interrupted', code: 'interrupted' });
    expect(simulation.records.at(-1)).toMatchObject({ type: 'run-interrupted' });
    if (afterMs === 0 && outcome !== 'dead') expect(outcome.clusterState).toContain('of 3 members up');
    expect(simulation.calls.filter((call) => call === 'driver.switchTo')).toHaveLength(5);
    await simulation.idle(30_000);
    expect(simulation.releases().filter((release) => !releases.includes(release))).toEqual([]);
    expect(simulation.monitor.violations).toEqual([]);
  });

  test('whose inventory never answers ends within a limit', async () => {
    const simulation = await broken();
    simulation.decide = (call) => (call === 'driver.inventory' ? { kind: 'never' } : { kind: 'well' });
    await expect(simulation.rollBack()).rejects.toMatchObject({
      code: 'member-lost',
      message: 'The inventory of the cluster has not answered for 10 s; nothing was changed.',
    });
  });
});
