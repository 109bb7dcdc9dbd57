// Owns plans of one hop with a single step, and what every such run must leave: a whole cluster.
// Must not know what goes wrong in it.
import { expect } from 'vitest';
import type { EngineOutcome } from '../../src/engine/options.ts';
import type { Plan, Step } from '../../src/plan/steps.ts';
import type { Fate } from './simulated/interposition.ts';
import { makePlan } from './simulated-plans.ts';
import type { Simulation } from './simulation.ts';

export const gates = [
  { name: 'members-healthy', timeoutMs: 20_000 } as const,
  { name: 'hash-equal', timeoutMs: 20_000 } as const,
];
export const target = { release: '3.6.14', overrides: {} };

/** Of `lead`, which needs members of two releases, lead.test.ts. */
export type Kind = Exclude<Step['kind'], 'lead'>;

export const steps: Readonly<Record<Kind, Step>> = {
  verify: { kind: 'verify', title: 'before', gates },
  stage: { kind: 'stage', release: '3.6.14' },
  'switch-member': { kind: 'switch-member', purpose: 'upgrade', ordinal: 1, to: target, gates },
  'renew-raft-snapshots': { kind: 'renew-raft-snapshots', reason: 'K21', snapshotCount: 100_000, timeoutMs: 400_000 },
  hold: { kind: 'hold', soakMs: 10_000, gates },
  'wait-cluster-version': { kind: 'wait-cluster-version', line: '3.6', timeoutMs: 20_000 },
  observe: {
    kind: 'observe',
    state: { phase: 'source', from: '3.5.33', to: '3.6.14', upgraded: 0, voters: 3 },
    dwellMs: 10_000,
  },
  'kill-member': { kind: 'kill-member', select: 'leader', gates },
};

/** A plan of one hop that stages the target and then does this one step. */
export function planOf(step: Step): Plan {
  const plan = makePlan();
  const [hop] = plan.upgrade.hops;
  if (!hop) throw new Error('the plan has no hop');
  const stage = { id: '1.1', step: steps.stage };
  const planned = { id: '1.2', step };
  return { ...plan, legs: [], upgrade: { ...plan.upgrade, hops: [{ ...hop, steps: [stage, planned] }] } };
}

/** The port call that carries each kind of step. */
export const portOf: Readonly<Record<Kind, string>> = {
  verify: 'access.hashKv',
  stage: 'driver.stage',
  'switch-member': 'driver.switchTo',
  'renew-raft-snapshots': 'access.churnLeases',
  hold: 'access.hashKv',
  'wait-cluster-version': 'access.versions',
  observe: 'observer',
  'kill-member': 'driver.killAndRestart',
};

export const kinds = Object.keys(steps) as Kind[];

export function always(port: string, fate: Fate): (call: string) => Fate {
  return (call) => (call === port ? fate : { kind: 'well' });
}

export function ended(outcome: EngineOutcome | 'dead'): EngineOutcome {
  if (outcome === 'dead') throw new Error('the engine died');
  return outcome;
}

/** Of the member that the journal says is being switched. */
export function nameOf(simulation: Simulation): string | undefined {
  const last = simulation.records.at(-1);
  return last?.type === 'switch-intended' ? last.member : undefined;
}

export function expectWhole(simulation: Simulation): void {
  expect(simulation.monitor.violations).toEqual([]);
  expect(simulation.world.lostWrites()).toEqual([]);
}
