// What was looked at before the first member is looked at again in the last moment before each: what changed meanwhile
// stops nobody. Must not repeat what whole runs prove.
import { describe, expect, test } from 'vitest';
import type { EngineOutcome } from '../../../src/engine/options.ts';
import { recover } from '../../../src/engine/recover.ts';
import type { World } from '../../support/simulated/world.ts';
import { makePlan } from '../../support/simulated-plans.ts';
import { Simulation } from '../../support/simulation.ts';

async function ended(work: Promise<EngineOutcome | 'dead'>): Promise<EngineOutcome> {
  const outcome = await work;
  if (outcome === 'dead') throw new Error('the engine died');
  return outcome;
}

/** A run in which this happens to the world right after the first member was switched. */
function afterTheFirstSwitch(happens: (world: World) => void, voters = 3): Simulation {
  const simulation = new Simulation({ plan: { ...makePlan({ voters }), legs: [] } });
  let happened = false;
  simulation.decide = () => {
    if (!happened && switchedTo(simulation, '3.6.14') === 1 && isOver(simulation)) {
      happened = true;
      happens(simulation.world);
    }
    return { kind: 'well' };
  };
  return simulation;
}

/** The last record ends the step that had switched it, with all its gates open. */
function isOver({ records }: Simulation): boolean {
  const last = records.at(-1);
  return last?.type === 'step-finished' && records.some((r) => r.type === 'switch-ended' && r.step === last.step);
}

function switchedTo({ records }: Simulation, release: string): number {
  return new Set(records.flatMap((r) => (r.type === 'switch-intended' && r.to.release === release ? [r.member] : [])))
    .size;
}

const rows: readonly (readonly [string, (world: World) => void, string, RegExp])[] = [
  [
    'a voter that somebody added',
    ({ foreign }) => foreign.push({ id: 0xf4n, name: 'm4', peerUrls: ['http://sim/m4/peer'], isLearner: false }),
    'membership-changed',
    /m\d lists m4 \(f4\), which this run does not know.*would be up, which are no quorum/s,
  ],
  [
    'a learner that somebody added and never started',
    ({ foreign }) => foreign.push({ id: 0xf4n, name: '', peerUrls: ['http://sim/m4/peer'], isLearner: true }),
    'membership-changed',
    /lists f4, which this run does not know/,
  ],
  [
    'an alarm that was raised in the mixed state',
    (world) => {
      world.alarms = [{ memberId: 0xa1n, alarm: 'NOSPACE' }];
    },
    'alarm-raised',
    /alarm NOSPACE on a1/,
  ],
  [
    'a downgrade job that somebody began',
    (world) => {
      world.downgradeEnabled = true;
    },
    'downgrade-in-progress',
    /a downgrade job is active on m1, m2, m3/,
  ],
  [
    'a disk that was filled after staging',
    (world) => {
      for (const member of world.members) member.freeBytes = 10;
    },
    'no-space',
    /m\d has 10 bytes free for a database of 100000/,
  ],
  [
    'a disk of the WAL that was filled',
    (world) => {
      for (const member of world.members) member.walRoomBytes = 10;
    },
    'no-space',
    /m\d has room for 10 bytes of the next WAL segment, which takes 64000000/,
  ],
  [
    'a staged binary that was truncated',
    ({ members, replaced }) => {
      for (const { member } of members) replaced.set(`${member.name}/3.6.14`, 'half of it');
    },
    'binary-replaced',
    /the binary of 3\.6\.14 on m\d is not the one that was verified: its sha256 is half of it/,
  ],
  [
    'an old binary that was truncated, which would be the way back',
    ({ members, replaced }) => {
      for (const { member } of members) replaced.set(`${member.name}/3.5.33`, 'half of it');
    },
    'binary-replaced',
    /the binary of 3\.5\.33 on m\d is not the one that was verified/,
  ],
];

describe('after the first switch', () => {
  test.each(rows)('%s: no further member is stopped, and the run is held', async (_, happens, code, message) => {
    const simulation = afterTheFirstSwitch(happens);
    const outcome = await ended(simulation.run());
    expect(outcome).toMatchObject({ outcome: 'held', code, pointOfNoReturn: 'before' });
    expect(outcome.message).toMatch(/^m\d was not stopped: /);
    expect(outcome.message).toMatch(message);
    expect(switchedTo(simulation, '3.6.14')).toBe(1);
    expect(simulation.releases().filter((release) => release === 'none')).toEqual([]);
    expect(simulation.monitor.violations).toEqual([]);
  });

  test.each(rows.filter(([, , code]) => code !== 'membership-changed'))(
    '%s and put right: resume reaches the target',
    async (_, happens) => {
      const simulation = afterTheFirstSwitch(happens);
      await ended(simulation.run());
      const { world } = simulation;
      world.alarms = [];
      world.downgradeEnabled = false;
      world.replaced.clear();
      for (const member of world.members) Object.assign(member, { freeBytes: 1e9, walRoomBytes: 1e9 });
      expect(recover(structuredClone(simulation.records)).finished).toBe('held');
      expect(await ended(simulation.resume())).toMatchObject({ outcome: 'reached-target' });
    },
  );

  test('binaries that were taken away are put in place again before a member is stopped', async () => {
    const simulation = afterTheFirstSwitch(({ members, replaced }) => {
      for (const { member } of members)
        for (const each of ['3.5.33', '3.6.14']) replaced.set(`${member.name}/${each}`, null);
    });
    expect(await ended(simulation.run())).toMatchObject({ outcome: 'reached-target' });
  });

  test('a member that lags is waited for, and then the next one is switched', async () => {
    const simulation = afterTheFirstSwitch((world) => {
      const follower = world.members.find((each) => each !== world.leader);
      if (follower) follower.lagsUntilMs = world.clock.nowMs + 5_000;
      world.commit(2_000);
    });
    expect(await ended(simulation.run())).toMatchObject({ outcome: 'reached-target' });
  });
});

test.each([1, 2])('with %i voters no stop leaves a quorum, which the plan has announced', async (voters) => {
  const simulation = new Simulation({ plan: { ...makePlan({ voters }), legs: [] } });
  expect(await ended(simulation.run())).toMatchObject({ outcome: 'reached-target' });
});

test('with two voters the other one must be healthy', async () => {
  const simulation = afterTheFirstSwitch((world) => {
    const upgraded = world.members.find(({ process }) => process?.deployment.release === '3.6.14');
    if (upgraded) world.hang(upgraded);
  }, 2);
  expect(await ended(simulation.run())).toMatchObject({ code: 'gate-failed' });
  expect(switchedTo(simulation, '3.6.14')).toBe(1);
});

test('a member that fails in the middle of an alarm keeps what it runs: the alarm is not its doing', async () => {
  const simulation = new Simulation({ plan: { ...makePlan(), legs: [] } });
  simulation.decide = (call) => {
    if (call === 'driver.switchTo' && switchedTo(simulation, '3.6.14') === 1) {
      simulation.world.alarms = [{ memberId: 0xa1n, alarm: 'NOSPACE' }];
    }
    return { kind: 'well' };
  };
  const outcome = await ended(simulation.run());
  expect(outcome).toMatchObject({ outcome: 'held', code: 'alarm-raised' });
  expect(outcome.message).toMatch(/keeps 3\.6\.14: alarm NOSPACE on a1/);
  const tried = simulation.records.filter((r) => r.type === 'switch-intended' && r.to.release === '3.6.14');
  expect(tried).toHaveLength(1);
  expect(simulation.records.findLast(({ type }) => type === 'switch-intended')).toEqual(tried[0]);
});
