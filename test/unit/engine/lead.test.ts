// At every mixed state of a standard rehearsal the new release leads once, while members of the old one run.
import { describe, expect, test } from 'vitest';
import type { EngineOutcome } from '../../../src/engine/options.ts';
import { EtcdMigrateError } from '../../../src/errors.ts';
import type { Hop } from '../../../src/plan/steps.ts';
import type { Fate } from '../../support/simulated/interposition.ts';
import type { SimulatedMember } from '../../support/simulated/member.ts';
import { makePlan } from '../../support/simulated-plans.ts';
import { Simulation } from '../../support/simulation.ts';

const plan = makePlan({ depth: 'standard' });
const [hop] = plan.upgrade.hops as [Hop];

async function ended(work: Promise<EngineOutcome | 'dead'>): Promise<EngineOutcome> {
  const outcome = await work;
  if (outcome === 'dead') throw new Error('the engine died');
  return outcome;
}

const leaderOf = ({ world }: Simulation): string | undefined => world.leader?.process?.deployment.release;

test('it leads from the beginning of such an observation to its end, and hands back before anything else is done', async () => {
  const simulation = new Simulation({ plan });
  const seen: (readonly [string | undefined, string | undefined, string | undefined])[] = [];
  simulation.observer = {
    observe: async ({ state, dwellMs }, _members, signal) => {
      const before = leaderOf(simulation);
      await simulation.clock.sleep(dwellMs, signal);
      if (state.leads !== undefined) seen.push([state.leads, before, leaderOf(simulation)]);
    },
  };
  expect(await ended(simulation.run())).toMatchObject({ outcome: 'reached-target' });
  expect(seen).toEqual(Array(2).fill([hop.to, hop.to, hop.to]));
  const led = simulation.events.flatMap((event) => (event.type === 'led' ? [event.release] : []));
  expect(led).toEqual(Array(2).fill(hop.to));
  expect(simulation.monitor.violations).toEqual([]);
});

test('where etcd elects another one meanwhile, the state is observed again', async () => {
  const simulation = new Simulation({ plan });
  let looks = 0;
  simulation.observer = {
    observe: async ({ state, dwellMs }, _members, signal) => {
      await simulation.clock.sleep(dwellMs, signal);
      if (state.leads === undefined || ++looks > 1) return;
      const isOld = ({ process }: SimulatedMember) => process?.deployment.release === hop.from;
      expect(simulation.world.members.filter(isOld).some((each) => simulation.world.lead(each))).toBe(true);
      // Everybody hears of it.
      await simulation.clock.sleep(1_000, signal);
    },
  };
  expect(await ended(simulation.run())).toMatchObject({ outcome: 'reached-target' });
  expect(looks).toBe(3);
  const led = simulation.events.flatMap((event) => (event.type === 'led' ? [event.release] : []));
  expect(led).toEqual([hop.from, hop.to, hop.to]);
});

describe('a leadership that does not move', () => {
  const error = new EtcdMigrateError('member-lost', 'no route to host');
  test.each<[string, Fate]>([
    ['because the call fails', { kind: 'lost-before', error }],
    ['because nobody answers', { kind: 'never' }],
  ])('%s fails the step, and no member is touched for it', async (_, fate) => {
    const simulation = new Simulation({ plan });
    simulation.decide = (call) => {
      const last = simulation.records.findLast((r) => r.type === 'step-started');
      const isLead = plan.legs.some(({ steps }) =>
        steps.some(({ id, step }) => step.kind === 'lead' && last?.type === 'step-started' && id === last.step),
      );
      return isLead && call === 'access.moveLeader' ? fate : { kind: 'well' };
    };
    const outcome = await ended(simulation.run());
    expect(outcome).toMatchObject({ outcome: 'failed', code: 'gate-failed' });
    expect(outcome.message).toContain(`No member on ${hop.to} came to lead`);
    expect(simulation.releases().filter((release) => release === 'none')).toEqual([]);
  });
});
