// Owns the proof that the way back is one answer from all that can shut it, and that nobody goes one that is not open.
// Must not repeat the truth table of the side (side.test.ts).
import { describe, expect, test } from 'vitest';
import type { EngineOutcome } from '../../../src/engine/options.ts';
import { recover } from '../../../src/engine/recover.ts';
import type { MemberEvidence, Side } from '../../../src/engine/side.ts';
import { type WayBack, wayBackOf } from '../../../src/engine/way-back.ts';
import type { Hop } from '../../../src/plan/steps.ts';
import type { World } from '../../support/simulated/world.ts';
import { makePlan } from '../../support/simulated-plans.ts';
import { Simulation } from '../../support/simulation.ts';

const [hop] = makePlan().upgrade.hops as [Hop];
type Downgrade = MemberEvidence['downgrade'];

function evidenceOf(...downgrades: readonly Downgrade[]): readonly MemberEvidence[] {
  return downgrades.map((downgrade, index) => ({
    name: `m${index + 1}`,
    runs: { release: '3.5.33' },
    clusterVersion: '3.5.0',
    isCurrent: true,
    downgrade,
  }));
}

describe('whether the way back is open', () => {
  const table: readonly (readonly [Side, readonly Downgrade[], string | null, WayBack['is'], string])[] = [
    ['before', ['none', 'none', 'none'], null, 'open', 'all proven'],
    ['before', ['none', 'not-seen', 'not-seen'], null, 'open', 'one that has read the log speaks for all'],
    ['before', ['unheard-of', 'unheard-of', 'none'], null, 'open', 'the new one knows of none'],
    ['before', ['unheard-of', 'unheard-of'], null, 'open', 'nobody could have begun one'],
    ['before', ['none', 'active', 'none'], null, 'shut', 'one that knows of a job is enough'],
    ['before', ['not-seen', 'not-seen'], null, 'unknown', 'nobody says'],
    ['before', ['unheard-of', 'not-seen'], null, 'unknown', 'the one that could know does not say'],
    ['before', [], null, 'unknown', 'nobody looked'],
    ['before', ['none', 'none', 'none'], 'm1 did not start', 'shut', 'it was tried'],
    ['after', ['none', 'none', 'none'], null, 'shut', 'the version has moved'],
    ['unknown', ['none', 'none', 'none'], null, 'unknown', 'the side is not known'],
    ['unknown', ['active', 'none', 'none'], null, 'shut', 'whatever the side is'],
  ];
  test.each(table)('%s, downgrade %j, broken %j: %s (%s)', (side, downgrades, brokenBack, is) => {
    const members = evidenceOf(...downgrades);
    expect(wayBackOf({ hop, side, members, lastSwitchIntended: false, brokenBack }).is).toBe(is);
  });
});

async function ended(work: Promise<EngineOutcome | 'dead'>): Promise<EngineOutcome> {
  const outcome = await work;
  if (outcome === 'dead') throw new Error('the engine died');
  return outcome;
}

/** A run that is killed when the first member was switched, and its world made otherwise. */
async function killedAfterFirstSwitch(happens: (world: World) => void): Promise<Simulation> {
  const simulation = new Simulation({ plan: { ...makePlan(), legs: [] } });
  simulation.decide = () => {
    const last = simulation.records.at(-1);
    const isSwitched = last?.type === 'step-finished' && simulation.releases().includes(hop.to);
    return isSwitched ? { kind: 'death-before' } : { kind: 'well' };
  };
  expect(await simulation.run()).toBe('dead');
  simulation.decide = () => ({ kind: 'well' });
  await simulation.idle(20_000);
  happens(simulation.world);
  return simulation;
}

describe('with a downgrade job', () => {
  const begin = (world: World): void => {
    world.downgradeEnabled = true;
  };

  test('a roll-back is refused before it stops a healthy member, and says why', async () => {
    const simulation = await killedAfterFirstSwitch(begin);
    const before = simulation.releases();
    await expect(simulation.rollBack()).rejects.toMatchObject({
      code: 'downgrade-in-progress',
      message: expect.stringMatching(
        /^The way back of hop 3\.5\.33 → 3\.6\.14 is shut: a downgrade job is active on m1, m2, m3.*\(K5\); so nothing was changed\.$/,
      ),
    });
    expect(simulation.releases()).toEqual(before);
  });

  test('nothing says that the way back is open', async () => {
    const simulation = await killedAfterFirstSwitch(begin);
    const outcome = await ended(simulation.resume());
    expect(outcome).toMatchObject({ outcome: 'held', code: 'downgrade-in-progress', wayBack: 'shut' });
    expect(outcome.clusterState).toMatch(/the way back to 3\.5\.33 is shut all the same: a downgrade job is active/);
  });

  test('a member that ends on the new release is not given the old one, which would die over the job', async () => {
    const simulation = new Simulation({ plan: { ...makePlan(), legs: [] } });
    for (const { startFaults } of simulation.world.members) {
      startFaults.push({ kind: 'exits', release: hop.to, code: 2, lines: ['panic: as scripted'] });
    }
    simulation.decide = (call) => {
      const last = simulation.records.at(-1);
      if (call === 'driver.switchTo' && last?.type === 'switch-intended' && last.to.release === hop.to) {
        simulation.world.downgradeEnabled = true;
      }
      return { kind: 'well' };
    };
    const outcome = await ended(simulation.run());
    expect(outcome).toMatchObject({ outcome: 'held', code: 'downgrade-in-progress' });
    expect(outcome.message).toMatch(/3\.5\.33 was not started on m\d: a downgrade job is active on/);
    const intents = simulation.records.filter((r) => r.type === 'switch-intended');
    expect(intents.at(-1)).toMatchObject({ to: { release: hop.to } });
  });
});

describe('a way back that was proven broken', () => {
  /** A rehearsal in which the old release does not start again on what the new one has written. */
  async function broken(): Promise<Simulation> {
    const simulation = new Simulation({ plan: makePlan({ depth: 'standard' }) });
    simulation.decide = (call) => {
      const last = simulation.records.at(-1);
      if (call !== 'driver.switchTo' || last?.type !== 'switch-intended') return { kind: 'well' };
      if (last.from?.release !== hop.to || last.to.release !== hop.from) return { kind: 'well' };
      const target = simulation.world.members.find(({ member }) => member.name === last.member);
      target?.startFaults.push({ kind: 'exits', release: hop.from, code: 2, lines: ['panic: unknown record'] });
      return { kind: 'well' };
    };
    return simulation;
  }

  test('has a code of its own, and is not offered again', async () => {
    const simulation = await broken();
    const outcome = await ended(simulation.run());
    expect(outcome).toMatchObject({ code: 'roll-back-broken', pointOfNoReturn: 'before', wayBack: 'shut' });
    expect(outcome.message).toMatch(/m\d did not start on 3\.5\.33/);
    expect(outcome.clusterState).toMatch(
      /the way back to 3\.5\.33 is shut all the same: m\d did not come back on 3\.5\.33/,
    );
    expect(outcome.evidence).toContain('panic: unknown record');
    expect(recover(structuredClone(simulation.records)).about.brokenBack).toMatch(/did not come back on 3\.5\.33/);
  });

  test('is refused by a roll-back before anything is touched', async () => {
    const simulation = await broken();
    await ended(simulation.run());
    const before = simulation.releases();
    await expect(simulation.rollBack()).rejects.toMatchObject({ code: 'roll-back-broken' });
    expect(simulation.releases()).toEqual(before);
  });
});
