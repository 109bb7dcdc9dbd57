// Owns the proof of what is concluded from a journal, and of what a resumed step keeps.
// Must not kill at every point (test/property/engine-crash.test.ts does).
import { describe, expect, test } from 'vitest';
import { recover } from '../../../src/engine/recover.ts';
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
    expect(recovery.side).toBe('before');
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
      message: 'The inventory of the cluster has not answered for 10 s.',
    });
  });
});
