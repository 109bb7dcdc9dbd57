// A tool that stood still (SIGSTOP, a closed lid, a machine without a core for it): what it waits for counts the time in which
// it could look, and what it saw before is looked at again.
import { expect, test } from 'vitest';
import { EtcdMigrateError } from '../../../src/errors.ts';
import { planOf, steps } from '../../support/one-step-plans.ts';
import { makePlan } from '../../support/simulated-plans.ts';
import { Simulation } from '../../support/simulation.ts';

const plan = makePlan();
const hold = plan.upgrade.hops[0]?.steps.find(({ step }) => step.kind === 'hold');
const soakMs = hold?.step.kind === 'hold' ? hold.step.soakMs : 0;

/** The tool is frozen for so long as soon as that port is called for the first time, and then gets this answer. */
function frozenAt(simulation: Simulation, port: string, ms: number, error?: EtcdMigrateError): void {
  let isOver = false;
  simulation.decide = (call) => {
    if (call !== port || isOver) return { kind: 'well' };
    isOver = true;
    simulation.clock.jump(ms);
    return error === undefined ? { kind: 'well' } : { kind: 'lost-before', error };
  };
}

/** Milliseconds that the hold took, of which the tool was frozen for `frozenMs`, when it told of it first. */
async function lengthOf(frozenMs: number): Promise<number> {
  const simulation = new Simulation({ plan });
  let isOver = frozenMs === 0;
  const push = simulation.events.push.bind(simulation.events);
  simulation.events.push = (event) => {
    if (!isOver && event.type === 'progress' && event.message.startsWith('holding')) {
      isOver = true;
      simulation.clock.jump(frozenMs);
    }
    return push(event);
  };
  expect(await simulation.run()).toMatchObject({ outcome: 'reached-target' });
  expect(isOver).toBe(true);
  const record = simulation.records.find((each) => each.type === 'step-finished' && each.step === hold?.id);
  return record?.type === 'step-finished' ? record.durationMs : 0;
}

test('the hold lasts as long as its soak', async () => {
  expect(soakMs).toBeGreaterThan(2_000);
  expect(await lengthOf(0)).toBeGreaterThanOrEqual(soakMs);
});

test('a tool that was frozen for an hour in the hold holds after it as it would have before', async () => {
  const hour = 3_600_000;
  expect(await lengthOf(hour)).toBeGreaterThanOrEqual(hour + soakMs - 1_000);
});

test('a gate whose time passed while the tool was frozen is looked at once more before it is said to be shut', async () => {
  const simulation = new Simulation({ plan: planOf(steps.verify) });
  frozenAt(simulation, 'access.hashKv', 600_000, new EtcdMigrateError('member-lost', 'no answer within 5 s'));
  expect(await simulation.run()).toMatchObject({ outcome: 'reached-target' });
});

test('what was seen before a stop is looked at again where the look took long', async () => {
  const simulation = new Simulation({ plan: planOf(steps['switch-member']) });
  frozenAt(simulation, 'driver.digestOf', 60_000);
  expect(await simulation.run()).toMatchObject({ outcome: 'reached-target' });
  const said = simulation.events.flatMap((event) => (event.type === 'progress' ? [event.message] : []));
  expect(said.join('\n')).toContain('the look before the stop took 60 s');
  expect(simulation.calls.filter((call) => call === 'access.alarms').length).toBeGreaterThan(3);
});

test('a member is not killed on what was seen before the tool stood still either, nor is that held against the release', async () => {
  const simulation = new Simulation({ plan: planOf(steps['kill-member']) });
  frozenAt(simulation, 'driver.digestOf', 60_000);
  expect(await simulation.run()).toMatchObject({ outcome: 'reached-target' });
});

test('where every look takes too long nothing is stopped, and it is the machine that is told', async () => {
  const simulation = new Simulation({ plan: planOf(steps['kill-member']) });
  simulation.decide = (call) => {
    if (call === 'driver.digestOf') simulation.clock.jump(60_000);
    return { kind: 'well' };
  };
  expect(await simulation.run()).toMatchObject({ outcome: 'held', code: 'machine-overloaded' });
  expect(simulation.calls).not.toContain('driver.killAndRestart');
});
