// Owns the proof that a run killed at any moment can be resumed, or rolled back before the point of no return.
// Must not know where the engine calls its ports: every call of a whole run is a crash point.
import { describe, expect, test } from 'vitest';
import type { EngineOutcome } from '../../src/engine/options.ts';
import { EtcdMigrateError } from '../../src/errors.ts';
import { sampleOfKinds } from '../support/sample.ts';
import type { Fate } from '../support/simulated/interposition.ts';
import { makePlan } from '../support/simulated-plans.ts';
import { Simulation } from '../support/simulation.ts';

const plan = makePlan({ depth: 'standard' });
const mutating =
  /^(journal\.append|driver\.(stage|switchTo|killAndRestart)|access\.(moveLeader|churnLeases|probeWrite))$/;

/** Dies at the n-th call (from 1), before or after it takes effect; everything else goes well. */
function dieAt(n: number, when: 'death-before' | 'death-after'): (call: string) => Fate {
  let count = 0;
  return () => (++count === n ? { kind: when } : { kind: 'well' });
}

async function callsOfWholeRun(): Promise<readonly string[]> {
  const simulation = new Simulation({ plan });
  expect(await simulation.run()).toMatchObject({ outcome: 'reached-target' });
  return simulation.calls;
}

function expectSafe(simulation: Simulation): void {
  expect(simulation.monitor.violations).toEqual([]);
  expect(simulation.world.lostWrites()).toEqual([]);
}

async function crashed(n: number, when: 'death-before' | 'death-after'): Promise<Simulation> {
  const simulation = new Simulation({ plan, decide: dieAt(n, when), tellsChanges: n % 2 === 0 });
  expect(await simulation.run()).toBe('dead');
  simulation.decide = () => ({ kind: 'well' });
  // What was begun on a host goes on while nobody looks.
  await simulation.idle(n % 3 === 0 ? 0 : (n % 7) * 1_500);
  return simulation;
}

describe('a run killed at any port call', () => {
  test('resumes to the target', async () => {
    const calls = await callsOfWholeRun();
    const deaths = calls.flatMap((call, index) => {
      const when = ['death-before', 'death-after'] as const;
      // A death in a mere look is the same before and after; sampled, because there are so many.
      if (mutating.test(call)) return when.map((w) => ({ n: index + 1, when: w }));
      return index % 9 === 0 ? [{ n: index + 1, when: when[0] }] : [];
    });
    expect(deaths.length).toBeGreaterThan(150);
    const tried = sampleOfKinds('deaths', deaths, ({ n, when }) => `${calls[n - 1]}, ${when}`, 4);
    for (const { n, when } of tried) {
      const simulation = await crashed(n, when);
      const outcome = await simulation.resume();
      const name = `crash point ${n} (${calls[n - 1]}, ${when})`;
      expect(outcome, name).toMatchObject({ outcome: 'reached-target' });
      expect(simulation.releases(), name).toEqual(['3.6.14', '3.6.14', '3.6.14']);
      expectSafe(simulation);
    }
  });

  test('rolls back to the source before the point of no return, and refuses after it', async () => {
    const calls = await callsOfWholeRun();
    let undone = 0;
    let refused = 0;
    for (const [index, call] of calls.entries()) {
      if (!mutating.test(call) && index % 9 !== 0) continue;
      const name = `crash point ${index + 1} (${call})`;
      const simulation = await crashed(index + 1, 'death-after');
      let outcome: EngineOutcome | 'dead' | undefined;
      try {
        outcome = await simulation.rollBack();
      } catch (error) {
        expect(error, name).toBeInstanceOf(EtcdMigrateError);
        expect((error as EtcdMigrateError).code, name).toBe('past-point-of-no-return');
      }
      if (outcome === undefined || (outcome !== 'dead' && outcome.code === 'past-point-of-no-return')) {
        refused += 1;
        await simulation.idle(60_000);
        // Refused for a reason: the cluster did flip.
        expect(simulation.world.clusterLine, name).toBe('3.6');
        expect(await simulation.resume(), name).toMatchObject({ outcome: 'reached-target' });
      } else {
        undone += 1;
        expect(outcome, name).toMatchObject({ outcome: 'rolled-back', pointOfNoReturn: 'before' });
        expect(simulation.releases(), name).toEqual(['3.5.33', '3.5.33', '3.5.33']);
        expect(simulation.world.clusterLine, name).toBe('3.5');
      }
      expectSafe(simulation);
    }
    expect(undone).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(3);
  });

  test('survives being killed again and again', async () => {
    for (let seed = 1; seed <= 8; seed++) {
      const simulation = new Simulation({ plan, seed, decide: dieAt(20 + seed * 7, 'death-after') });
      let outcome = await simulation.run();
      for (let life = 0; outcome === 'dead' && life < 30; life++) {
        simulation.decide = dieAt(40 + ((seed * 31 + life * 17) % 60), life % 2 === 0 ? 'death-before' : 'death-after');
        await simulation.idle((seed * life * 97) % 5_000);
        outcome = await simulation.resume();
      }
      if (outcome === 'dead') {
        simulation.decide = () => ({ kind: 'well' });
        outcome = await simulation.resume();
      }
      expect(outcome, `seed ${seed}`).toMatchObject({ outcome: 'reached-target' });
      expectSafe(simulation);
    }
  });

  describe('and killed again while it is rolled back', () => {
    /** A run that died when all but its last member were new and held, with its roll-back killed at that call. */
    async function brokenTwice(n: number, when: 'death-before' | 'death-after'): Promise<Simulation | undefined> {
      const simulation = new Simulation({ plan, tellsChanges: n % 2 === 0 });
      const hop = plan.upgrade.hops[0];
      const hold = hop?.steps.find(({ step }) => step.kind === 'hold')?.id;
      // Dies with the hold and its legs behind it, before the last member is touched; earlier for every third.
      const lastBefore = n % 3 === 0 ? hold : plan.legs.findLast((leg) => leg.after === hold)?.steps.at(-1)?.id;
      simulation.decide = () => {
        const last = simulation.records.at(-1);
        const isThere = last?.type === 'step-finished' && last.step === lastBefore;
        return isThere ? { kind: 'death-before' } : { kind: 'well' };
      };
      expect(await simulation.run()).toBe('dead');
      simulation.decide = dieAt(n, when);
      const outcome = await simulation.rollBack();
      if (outcome !== 'dead') return undefined; // it came to its end before that call
      simulation.decide = () => ({ kind: 'well' });
      await simulation.idle((n % 5) * 2_500);
      return simulation;
    }

    test.each(['resumes to the target, held again', 'is rolled back all the same'])('%s', async (what) => {
      const isResume = what.startsWith('resumes');
      let tried = 0;
      for (let n = 1; ; n += n % 4 === 0 ? 3 : 1) {
        const when = n % 2 === 0 ? 'death-before' : 'death-after';
        const simulation = await brokenTwice(n, when);
        if (simulation === undefined) break;
        tried += 1;
        const outcome = isResume ? await simulation.resume() : await simulation.rollBack();
        const name = `roll-back killed at call ${n} (${when})`;
        expect(outcome, name).toMatchObject({ outcome: isResume ? 'reached-target' : 'rolled-back' });
        expect(new Set(simulation.releases()), name).toEqual(new Set([isResume ? '3.6.14' : '3.5.33']));
        expect(simulation.monitor.violations, name).toEqual([]);
        expectSafe(simulation);
      }
      expect(tried).toBeGreaterThan(40);
    });
  });
});
