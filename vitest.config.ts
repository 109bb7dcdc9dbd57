// Which tests exist and how long each kind may take; `scripts/test.ts` runs them all.
import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], testTimeout: number, serial: boolean) => ({
  test: { name, include, testTimeout, hookTimeout: testTimeout, fileParallelism: !serial },
});

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    projects: [
      project('unit', ['test/unit/**/*.test.ts', 'test/golden/**/*.test.ts', 'test/contract/**/*.test.ts'], 60_000, false),
      project('property', ['test/property/**/*.test.ts'], 300_000, false),
      project('integration', ['test/integration/**/*.test.ts'], 600_000, true),
      project('e2e', ['test/e2e/**/*.test.ts'], 1_200_000, true),
    ],
  },
});
