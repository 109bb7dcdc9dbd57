// Owns the soak of the engine on the simulated cluster: many times the seeds of `npm test`.
// Must not know what the property tests check.
import type { Part, Size } from './part.ts';
import { runTestFile } from './vitest-case.ts';

const seeds: Record<Size, { readonly all: number; readonly atOnce: number }> = {
  full: { all: 20_000, atOnce: 4_000 },
  tiny: { all: 400, atOnce: 200 },
};

export const simulation: Part = {
  // Its clock is its own, so load only makes it slower.
  lanes: 2,
  *cases(size) {
    const { all, atOnce } = seeds[size];
    for (let first = 1; first <= all; first += atOnce) {
      yield {
        name: `storms of faults, seeds ${first} to ${first + atOnce - 1}`,
        run: () =>
          runTestFile(size, 'property', 'property/engine-faults', {
            ETCD_MIGRATE_SIMULATION_FIRST: String(first),
            ETCD_MIGRATE_SIMULATION_RUNS: String(atOnce),
          }),
      };
    }
    yield { name: 'killed at any port call', run: () => runTestFile(size, 'property', 'property/engine-crash') };
  },
};
