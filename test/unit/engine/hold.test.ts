// The hold before the last old member lasts as long as it says, in time that somebody has watched.
import { expect, test } from 'vitest';
import { makePlan } from '../../support/simulated-plans.ts';
import { Simulation } from '../../support/simulation.ts';

const plan = makePlan();
const hold = plan.upgrade.hops[0]?.steps.find(({ step }) => step.kind === 'hold');
const soakMs = hold?.step.kind === 'hold' ? hold.step.soakMs : 0;

/** Milliseconds that the hold took, of which the tool was frozen for `frozenMs`, at its first pause. */
async function lengthOf(frozenMs: number): Promise<number> {
  const simulation = new Simulation({ plan });
  const { clock } = simulation;
  const sleep = clock.sleep.bind(clock);
  let left = frozenMs;
  clock.sleep = (ms, signal) => {
    const last = simulation.records.at(-1);
    const isHolding = last?.type === 'step-started' && last.step === hold?.id && ms > 500;
    const extra = isHolding ? left : 0;
    left -= extra;
    return sleep(ms + extra, signal);
  };
  expect(await simulation.run()).toMatchObject({ outcome: 'reached-target' });
  expect(left).toBe(0);
  const record = simulation.records.find((each) => each.type === 'step-finished' && each.step === hold?.id);
  return record?.type === 'step-finished' ? record.durationMs : 0;
}

test('it lasts as long as its soak', async () => {
  expect(soakMs).toBeGreaterThan(2_000);
  expect(await lengthOf(0)).toBeGreaterThanOrEqual(soakMs);
});

test('a tool that was frozen for an hour holds after it as it would have before', async () => {
  const hour = 3_600_000;
  expect(await lengthOf(hour)).toBeGreaterThanOrEqual(hour + soakMs - 1_000);
});
