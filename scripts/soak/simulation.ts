// Owns the soak of the engine on the simulated cluster: many times the seeds of `npm test`.
// Must not know what the property tests check.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Part, Size } from './part.ts';

const root = join(import.meta.dirname, '..', '..');
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
          runTests('engine-faults', {
            ETCD_MIGRATE_SIMULATION_FIRST: String(first),
            ETCD_MIGRATE_SIMULATION_RUNS: String(atOnce),
          }),
      };
    }
    yield { name: 'killed at any port call', run: () => runTests('engine-crash', {}) };
  },
};

async function runTests(file: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--project', 'property', `test/property/${file}.test.ts`], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment, FORCE_COLOR: '0' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += String(chunk);
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`vitest ended with ${code}:\n${output}`);
}
