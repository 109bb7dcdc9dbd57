// Which tests exist, how long each kind may take, and how many of its files run at once; `scripts/test.ts` runs them all.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { againWhereOverloaded } from './test/support/overloaded.ts';

/** Files that measure time themselves, each with what others beside it would do to it. They run one by one, at the end. */
const alone: Readonly<Record<string, string>> = {
  'test/contract/test-command.test.ts': 'a terminal is never silent for 2 s',
};
const files = Object.keys(alone);

interface Kind {
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
  readonly testTimeout: number;
  readonly maxWorkers: number;
  /** Kinds of one order run together. */
  readonly order: number;
  readonly setupFiles?: readonly string[];
  /** Whether each file loads the sources anew. */
  readonly isolate?: boolean;
  readonly retry?: typeof againWhereOverloaded;
}

const project = (name: string, { include, exclude = files, isolate = true, retry, testTimeout, maxWorkers, order, setupFiles = [] }: Kind) => ({
  test: {
    name,
    include: [...include],
    exclude: [...exclude],
    setupFiles: [...setupFiles],
    isolate,
    testTimeout,
    hookTimeout: testTimeout,
    maxWorkers,
    ...(retry && { retry }),
    sequence: { groupOrder: order },
  },
});

const unit = ['test/unit/**/*.test.ts', 'test/golden/**/*.test.ts', 'test/contract/**/*.test.ts'];
const cores = availableParallelism();
/** More than a hundred files that load the same sources, which keep nothing: loading them once saves a third of the time. */
const computing = { maxWorkers: Math.max(1, cores - 1), isolate: false, order: 0 };
/**
 * Files that mostly wait for members. Clients keep their rate however long a rehearsal takes, so more of them at once make
 * each longer and dearer, and members late.
 */
const waiting = { maxWorkers: cores + 1, order: 1, retry: againWhereOverloaded };

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    projects: [
      project('unit', { include: unit, testTimeout: 60_000, ...computing }),
      project('property', {
        include: ['test/property/**/*.test.ts'],
        testTimeout: 300_000,
        setupFiles: ['test/support/property-seed.ts'],
        ...computing,
      }),
      project('integration', { include: ['test/integration/**/*.test.ts'], testTimeout: 600_000, ...waiting }),
      project('e2e', { include: ['test/e2e/**/*.test.ts'], testTimeout: 1_200_000, ...waiting }),
      project('alone', { include: files, exclude: [], testTimeout: 1_200_000, maxWorkers: 1, order: 2 }),
    ],
  },
});
