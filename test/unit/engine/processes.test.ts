// What changes by itself, between two of the engine's own acts, is seen when it happens, told by its cause, and judged:
// what ran is brought back, and nothing new is started over it.
import { describe, expect, test } from 'vitest';
import type { EngineOutcome } from '../../../src/engine/options.ts';
import type { ProcessEnd } from '../../../src/engine/ports.ts';
import { codeOfEnd } from '../../../src/engine/processes.ts';
import { failures } from '../../../src/errors.ts';
import type { Hop } from '../../../src/plan/steps.ts';
import type { SimulatedMember } from '../../support/simulated/member.ts';
import { makePlan } from '../../support/simulated-plans.ts';
import { Simulation } from '../../support/simulation.ts';

const plan = { ...makePlan(), legs: [] };
const [hop] = plan.upgrade.hops as [Hop];
const hold = hop.steps.find(({ step }) => step.kind === 'hold')?.id;

async function ended(work: Promise<EngineOutcome | 'dead'>): Promise<EngineOutcome> {
  const outcome = await work;
  if (outcome === 'dead') throw new Error('the engine died');
  return outcome;
}

describe('the cause of an end that nobody asked for', () => {
  const table: readonly (readonly [string, ProcessEnd | null, readonly string[], string])[] = [
    ['an exit code', { code: 2, signal: null }, [], 'member-crashed'],
    ['a segmentation fault', { code: null, signal: 'SIGSEGV' }, [], 'member-crashed'],
    ['an abort', { code: null, signal: 'SIGABRT' }, [], 'member-crashed'],
    ['a panic whose end nobody saw', { code: null, signal: null }, ['panic: runtime error'], 'member-crashed'],
    ['a fatal line', { code: null, signal: 'SIGKILL' }, ['{"level":"fatal","msg":"no"}'], 'member-crashed'],
    ['a kill', { code: null, signal: 'SIGKILL' }, ['{"level":"info","msg":"ready"}'], 'member-killed'],
    ['a stop', { code: null, signal: 'SIGTERM' }, [], 'member-killed'],
    ['an orderly end', { code: 0, signal: null }, [], 'member-killed'],
    ['an end that nobody saw', { code: null, signal: null }, [], 'member-ended'],
    ['one of which nothing is known', null, [], 'member-ended'],
    ['a full disk', { code: 1, signal: null, hostTrouble: 'no-space' }, ['panic: no space'], 'no-space'],
  ];
  test.each(table)('%s', (_, end, lines, code) => expect(codeOfEnd(end, lines)).toBe(code));

  test('only its own doing is a fail, and nothing of it is a pass', () => {
    expect(failures['member-crashed'].exitCode).toBe(1);
    expect(failures['member-killed'].exitCode).toBe(4);
    expect(failures['member-ended'].exitCode).toBe(4);
    expect(failures['no-space'].exitCode).toBe(3);
  });
});

/** A run in which a member ends like this while such a step is under way, so many milliseconds into it. */
function endingWhile(
  step: string | undefined,
  which: (simulation: Simulation) => SimulatedMember | undefined,
  exit: { readonly code: number | null; readonly signal: string | null },
  line?: string,
): Simulation {
  const simulation = new Simulation({ plan });
  const { world, clock } = simulation;
  let isArmed = true;
  simulation.decide = () => {
    const last = simulation.records.findLast((r) => r.type === 'step-started');
    if (isArmed && last?.type === 'step-started' && last.step === step) {
      isArmed = false;
      clock.after(300, () => {
        const member = which(simulation);
        if (!member) return;
        if (line !== undefined) member.log.push({ atMs: clock.wallMs(), line });
        world.end(member, exit);
      });
    }
    return { kind: 'well' };
  };
  return simulation;
}

const running = (release: string) => (simulation: Simulation) =>
  simulation.world.members.find(({ process }) => process?.deployment.release === release);

describe('while the run is held before the point of no return', () => {
  test('the last old member crashes: it gets its old binary back, and nobody takes it across', async () => {
    const simulation = endingWhile(hold, running(hop.from), { code: 2, signal: null }, 'panic: from the new leader');
    const outcome = await ended(simulation.run());
    expect(outcome).toMatchObject({ outcome: 'held', code: 'member-crashed', step: hold, pointOfNoReturn: 'before' });
    expect(outcome.message).toMatch(
      /^m\d ended by itself, with exit code 2, while it ran 3\.5\.33.*\. What ran there, 3\.5\.33.*, was started again\.$/,
    );
    expect(outcome.evidence).toContain('panic: from the new leader');
    expect([...simulation.releases()].sort()).toEqual([hop.from, hop.to, hop.to]);
    expect(simulation.monitor.violations).toEqual([]);
    expect(simulation.records.filter(({ type }) => type === 'process-changed')).toHaveLength(1);
  });

  test('an upgraded member is killed by somebody: it runs the same again, and the run is no pass', async () => {
    const simulation = endingWhile(hold, running(hop.to), { code: null, signal: 'SIGKILL' });
    const outcome = await ended(simulation.run());
    expect(outcome).toMatchObject({ outcome: 'held', code: 'member-killed' });
    expect(outcome.message).toMatch(/ended by another hand, by SIGKILL, while it ran 3\.6\.14/);
    expect([...simulation.releases()].sort()).toEqual([hop.from, hop.to, hop.to]);
    // Somebody looked into it, and the run goes on to its end.
    simulation.decide = () => ({ kind: 'well' });
    expect(await ended(simulation.resume())).toMatchObject({ outcome: 'reached-target' });
  });
});

test('an old member that ends while another one is switched: that switch is brought to its end, then what ran is back', async () => {
  const first = hop.steps.find(({ step }) => step.kind === 'switch-member' && step.purpose === 'upgrade')?.id;
  const untouched = (simulation: Simulation) => {
    const intent = simulation.records.findLast((r) => r.type === 'switch-intended');
    return simulation.world.members.find(
      ({ member }) => intent?.type !== 'switch-intended' || member.name !== intent.member,
    );
  };
  const simulation = new Simulation({ plan });
  let isArmed = true;
  simulation.decide = (call) => {
    const last = simulation.records.at(-1);
    if (isArmed && call === 'driver.switchTo' && last?.type === 'switch-intended' && last.step === first) {
      isArmed = false;
      const victim = untouched(simulation);
      if (victim) simulation.world.end(victim, { code: null, signal: 'SIGKILL' });
    }
    return { kind: 'well' };
  };
  const outcome = await ended(simulation.run());
  expect(outcome).toMatchObject({ outcome: 'held', code: 'member-killed', step: first });
  expect([...simulation.releases()].sort()).toEqual([hop.from, hop.from, hop.to]);
  expect(outcome.clusterState).toContain('3 of 3 members up');
});

test('a target that starts, and crashes in the middle of its gates, is undone at once, and its own words are told', async () => {
  const simulation = new Simulation({ plan });
  for (const { startFaults } of simulation.world.members) {
    startFaults.push({ kind: 'crashes-later', release: hop.to, afterMs: 50 });
  }
  const begun = simulation.clock.nowMs;
  const outcome = await ended(simulation.run());
  expect(outcome).toMatchObject({ outcome: 'failed' });
  expect(['member-crashed', 'member-start-failed']).toContain(outcome.code);
  expect(outcome.evidence.join('\n')).toContain('panic: simulated crash after the start');
  expect(simulation.releases()).toEqual([hop.from, hop.from, hop.from]);
  expect(simulation.clock.nowMs - begun).toBeLessThan(120_000);
});

describe('when a run goes on after members died with it', () => {
  async function died(at: string | undefined, victims: (simulation: Simulation) => readonly SimulatedMember[]) {
    const simulation = new Simulation({ plan });
    simulation.decide = () => {
      const last = simulation.records.at(-1);
      return last?.type === 'step-finished' && last.step === at ? { kind: 'death-before' } : { kind: 'well' };
    };
    expect(await simulation.run()).toBe('dead');
    simulation.decide = () => ({ kind: 'well' });
    for (const victim of victims(simulation)) simulation.world.end(victim, { code: null, signal: 'SIGKILL' });
    await simulation.idle(5_000);
    return simulation;
  }

  test('a dead member is not started on the new release as the next one: it gets back what it ran', async () => {
    const first = hop.steps.find(({ step }) => step.kind === 'switch-member' && step.purpose === 'upgrade')?.id;
    const simulation = await died(first, (each) =>
      each.world.members.filter((m) => m.process?.deployment.release === hop.from).slice(0, 1),
    );
    expect(await ended(simulation.resume())).toMatchObject({ outcome: 'reached-target' });
    const changed = simulation.records.find(({ type }) => type === 'process-changed');
    const restart = simulation.records.find((r) => r.type === 'switch-intended' && r.seq > (changed?.seq ?? 0));
    expect(restart).toMatchObject({ from: null, to: { release: hop.from } });
    expect(simulation.monitor.violations).toEqual([]);
  });

  test.each([
    ['two of three', 2],
    ['all of them, as after a reboot', 3],
  ])('%s are started before anyone waits for health, each on what it ran', async (_, count) => {
    const simulation = await died(hold, ({ world }) => world.members.slice(0, count));
    const before = simulation.world.members.map(({ deployed }) => deployed.release);
    const seen: (readonly string[])[] = [];
    simulation.decide = () => {
      seen.push(simulation.releases());
      return { kind: 'well' };
    };
    expect(await ended(simulation.resume())).toMatchObject({ outcome: 'reached-target' });
    expect(seen.map(String)).toContain(String(before));
    expect(simulation.world.lostWrites()).toEqual([]);
  });

  test('and rolls back from there, too', async () => {
    const simulation = await died(hold, ({ world }) => world.members.slice(0, 2));
    expect(await ended(simulation.rollBack())).toMatchObject({ outcome: 'rolled-back' });
    expect(simulation.releases()).toEqual([hop.from, hop.from, hop.from]);
  });
});

test('a change is journaled once, and told by whoever looks: an earlier one may have died before anybody heard', async () => {
  const simulation = new Simulation({ plan });
  const [member] = simulation.world.members;
  if (member === undefined) throw new Error('no member');
  expect(await ended(simulation.run())).toMatchObject({ outcome: 'reached-target' });
  simulation.world.end(member, { code: 2, signal: null });
  const { name } = member.member;
  expect(await simulation.lookAfterwards()).toEqual([name]);
  expect(await simulation.lookAfterwards()).toEqual([name]);
  const told = simulation.events.flatMap((event) => (event.type === 'member-changed' ? [event.message] : []));
  expect(told).toHaveLength(2);
  expect(new Set(told).size).toBe(1);
  expect(simulation.records.filter(({ type }) => type === 'process-changed')).toHaveLength(1);
});
