// What somebody else has started on a member (a supervisor after a reboot, a person) is found, and taken over only where
// it is what we would have started: otherwise nothing is done until a person has looked at it.
import { describe, expect, test } from 'vitest';
import type { EngineOutcome } from '../../../src/engine/options.ts';
import type { Hop } from '../../../src/plan/steps.ts';
import { simulatedDigest } from '../../support/simulated/driver.ts';
import type { SimulatedMember } from '../../support/simulated/member.ts';
import { makePlan } from '../../support/simulated-plans.ts';
import { Simulation } from '../../support/simulation.ts';

const plan = { ...makePlan(), legs: [] };
const [hop] = plan.upgrade.hops as [Hop];
const hold = hop.steps.find(({ step }) => step.kind === 'hold')?.id;

interface Found {
  readonly simulation: Simulation;
  readonly target: SimulatedMember;
  readonly release: string;
}

/** The tool dies at the hold; then a member ends, and somebody else starts this there. */
async function foundAfterDeath(
  change: { readonly release?: string; readonly executable?: string; readonly flags?: Record<string, string> } = {},
  which: string = hop.to,
): Promise<Found> {
  const simulation = new Simulation({ plan });
  const { world } = simulation;
  let isArmed = true;
  simulation.decide = () => {
    const last = simulation.records.findLast((r) => r.type === 'step-started');
    if (!isArmed || last?.type !== 'step-started' || last.step !== hold) return { kind: 'well' };
    isArmed = false;
    return { kind: 'death-before' };
  };
  expect(await simulation.run()).toBe('dead');
  const target = world.members.find(({ process }) => process?.deployment.release === which);
  if (target === undefined) throw new Error(`no member runs ${which}`);
  world.end(target, { code: null, signal: 'SIGKILL' });
  const release = change.release ?? which;
  const foreign = { executable: simulatedDigest(release), flags: {}, isAdopted: false, ...change };
  const started = world.start(target, { release, overrides: {} }, 0, foreign);
  await simulation.idle(5_000);
  expect(await started).toBeNull();
  return { simulation, target, release };
}

async function ended(work: Promise<EngineOutcome | 'dead'>): Promise<EngineOutcome> {
  const outcome = await work;
  if (outcome === 'dead') throw new Error('the engine died');
  return outcome;
}

const adoptions = ({ records }: Simulation) => records.filter(({ type }) => type === 'process-adopted');

describe('a process that is what we would have started', () => {
  test.each([hop.from, hop.to])('is taken over on %s, and the run goes on', async (release) => {
    const { simulation, target } = await foundAfterDeath({}, release);
    const pid = target.process?.pid;
    const calls = simulation.calls.length;
    const outcome = await ended(simulation.resume());
    expect(outcome).toMatchObject({ outcome: 'reached-target' });
    expect(adoptions(simulation)).toMatchObject([{ member: target.member.name, deployment: { release } }]);
    expect(simulation.monitor.violations).toEqual([]);
    // Nothing was started on its data before it was taken over, and it is the same process.
    const since = simulation.calls.slice(calls);
    expect(since.slice(0, since.indexOf('driver.adopt'))).not.toContain('driver.switchTo');
    if (release === hop.to) expect(target.process?.pid).toBe(pid);
    // That it ended is told all the same, and judged.
    expect(simulation.events).toContainEqual(
      expect.objectContaining({ type: 'member-changed', member: target.member.name, code: 'member-killed' }),
    );
    expect(simulation.events).toContainEqual(expect.objectContaining({ type: 'member-adopted' }));
  });

  test('going back takes it over as well', async () => {
    const { simulation, target } = await foundAfterDeath();
    expect(await ended(simulation.rollBack())).toMatchObject({ outcome: 'rolled-back' });
    expect(adoptions(simulation)).toHaveLength(1);
    expect(target.deployed.release).toBe(hop.from);
  });
});

describe('a process that is something else', () => {
  const others = {
    'another executable': [{ executable: 'another' }, 'its executable is not the one that was verified'],
    'other settings': [{ flags: { 'max-txn-ops': '7' } }, 'max-txn-ops is 7, planned not set'],
  } as const;

  test.each(Object.entries(others))(
    '%s: nothing is done, the run stays as it was, and a person can accept it',
    async (_, [change, words]) => {
      const { simulation, target, release } = await foundAfterDeath(change);
      const { name } = target.member;
      const before = simulation.releases();
      await expect(simulation.resume()).rejects.toMatchObject({
        code: 'member-not-ours',
        message: expect.stringContaining(
          `On ${name} runs what this run has not started: it runs ${release}, but ${words}`,
        ),
      });
      await expect(simulation.rollBack()).rejects.toMatchObject({ code: 'member-not-ours' });
      await expect(simulation.resume({ [name]: hop.from })).rejects.toMatchObject({ code: 'member-not-ours' });
      expect(simulation.releases()).toEqual(before);
      expect(adoptions(simulation)).toEqual([]);
      const outcome = await ended(simulation.resume({ [name]: release }));
      expect(adoptions(simulation)).toMatchObject([{ what: expect.stringContaining(`accepted although`) }]);
      // With its own settings it does not pass for what was planned, whoever has accepted it.
      const isSettings = words.startsWith('max-txn-ops');
      expect(outcome).toMatchObject(
        isSettings ? { code: 'gate-failed', message: expect.stringContaining(words) } : { outcome: 'reached-target' },
      );
    },
  );

  test('another release than the ends of the hop, or another member, is never taken over', async () => {
    const other = await foundAfterDeath({ release: '3.5.20' }, hop.from);
    await expect(other.simulation.resume({ [other.target.member.name]: '3.5.20' })).rejects.toMatchObject({
      code: 'member-not-ours',
      message: expect.stringContaining('it runs 3.5.20, which is neither end of the hop'),
    });
    const stranger = await foundAfterDeath();
    Object.assign(stranger.target, { id: 0xffn });
    await expect(stranger.simulation.resume({ [stranger.target.member.name]: stranger.release })).rejects.toMatchObject(
      {
        code: 'member-not-ours',
        message: expect.stringContaining('it calls itself member ff'),
      },
    );
  });

  test('one that does not say what it is stays alone', async () => {
    const { simulation, target } = await foundAfterDeath();
    simulation.world.hang(target);
    await expect(simulation.resume()).rejects.toMatchObject({
      code: 'member-not-ours',
      message: expect.stringContaining('it does not say what it is'),
    });
    expect(target.process?.state).toBe('hung');
  });
});

test('what somebody starts while the run goes on ends the step, and is neither stopped nor taken for ours', async () => {
  const simulation = new Simulation({ plan });
  const { world } = simulation;
  let pid: number | undefined;
  simulation.decide = () => {
    const last = simulation.records.findLast((r) => r.type === 'step-started');
    if (pid === undefined && last?.type === 'step-started' && last.step === hold) {
      const target = world.members.find(({ process }) => process?.deployment.release === hop.from);
      if (target !== undefined) {
        world.end(target, { code: null, signal: 'SIGKILL' });
        const foreign = { executable: 'another', flags: {}, isAdopted: false };
        void world.start(target, { release: hop.from, overrides: {} }, 0, foreign);
        pid = target.process?.pid;
      }
    }
    return { kind: 'well' };
  };
  const outcome = await ended(simulation.run());
  expect(outcome).toMatchObject({ outcome: 'held', code: 'member-killed', step: hold });
  expect(outcome.message).toContain('something that this run has not started runs there');
  expect(outcome.clusterState).toContain(`${hop.from} (not started by this run)`);
  expect(world.members.map(({ process }) => process?.pid)).toContain(pid);
});
