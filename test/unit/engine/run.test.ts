// Owns the proof that the loop carries a whole plan out, and what it says when it cannot.
// Must not look into the engine: ports in, outcome and journal out.
import { describe, expect, test } from 'vitest';
import { makePlan } from '../../support/simulated-plans.ts';
import { Simulation } from '../../support/simulation.ts';

describe('a whole plan', () => {
  test.each(['quick', 'standard', 'deep'] as const)('%s: 3.5 → 3.6 → 3.7 reaches the target', async (depth) => {
    const simulation = new Simulation({ plan: makePlan({ to: '3.7.1', depth }) });
    const outcome = await simulation.run();
    expect(outcome).toMatchObject({ outcome: 'reached-target', pointOfNoReturn: 'after' });
    expect(simulation.releases()).toEqual(['3.7.1', '3.7.1', '3.7.1']);
    expect(simulation.monitor.violations).toEqual([]);
    expect(simulation.world.lostWrites()).toEqual([]);
    expect(simulation.records.at(-1)).toMatchObject({ type: 'run-finished', outcome: 'reached-target' });
  });
});
