// The hold before the last old member: how long its soak lasts, and from when it counts.
import { describe, expect, test } from 'vitest';
import type { Step } from '../../../src/plan/steps.ts';
import { makePlan } from '../../support/simulated-plans.ts';
import { Simulation } from '../../support/simulation.ts';

const plan = makePlan();
const soakMs = 3_000;

function idOf(matches: (step: Step) => boolean): string {
  const id = plan.upgrade.hops[0]?.steps.find(({ step }) => matches(step))?.id;
  if (id === undefined) throw new Error('the plan has no such step');
  return id;
}
const hold = idOf(({ kind }) => kind === 'hold');
const switchBefore = idOf((step) => step.kind === 'switch-member' && step.purpose === 'upgrade' && step.ordinal === 2);

/** Milliseconds that the step took, as journaled when it ended last. */
function durationOf({ records }: Simulation, step: string): number {
  const record = records.findLast((each) => each.type === 'step-finished' && each.step === step);
  if (record?.type !== 'step-finished') throw new Error(`${step} did not end`);
  return record.durationMs;
}

/** Milliseconds from the end of one step to that of another. */
function between({ records }: Simulation, from: string, to: string): number {
  const [begin = '', end = ''] = [from, to].map(
    (step) => records.findLast((each) => each.type === 'step-finished' && each.step === step)?.at,
  );
  return Date.parse(end) - Date.parse(begin);
}

describe('the soak of the hold', () => {
  test('is a part of what was seen since the switch before it, as nothing has changed meanwhile', async () => {
    const simulation = new Simulation({ plan });
    expect(await simulation.run()).toMatchObject({ outcome: 'reached-target' });
    expect(durationOf(simulation, hold)).toBeLessThan(soakMs / 2);
    expect(between(simulation, switchBefore, hold)).toBeGreaterThanOrEqual(soakMs);
  });

  test('is waited for where nobody looks in between', async () => {
    const simulation = new Simulation({ plan: { ...plan, legs: [] } });
    expect(await simulation.run()).toMatchObject({ outcome: 'reached-target' });
    expect(between(simulation, switchBefore, hold)).toBeGreaterThanOrEqual(soakMs);
  });

  test('begins anew in another process, which has not seen the switch', async () => {
    const simulation = new Simulation({ plan });
    simulation.decide = () => {
      const last = simulation.records.at(-1);
      return last?.type === 'step-started' && last.step === hold ? { kind: 'death-before' } : { kind: 'well' };
    };
    expect(await simulation.run()).toBe('dead');
    simulation.decide = () => ({ kind: 'well' });
    expect(await simulation.resume()).toMatchObject({ outcome: 'reached-target' });
    expect(durationOf(simulation, hold)).toBeGreaterThanOrEqual(soakMs);
  });

  test('begins anew after a member was killed', async () => {
    const [killed] = makePlan({ depth: 'deep' }).legs.filter(({ title }) => title.startsWith('kill'));
    if (killed === undefined) throw new Error('no member is killed');
    const legs = [...plan.legs, { ...killed, after: switchBefore }];
    const simulation = new Simulation({ plan: { ...plan, legs } });
    expect(await simulation.run()).toMatchObject({ outcome: 'reached-target' });
    expect(durationOf(simulation, hold)).toBeGreaterThanOrEqual(soakMs);
  });
});
