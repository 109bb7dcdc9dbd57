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
