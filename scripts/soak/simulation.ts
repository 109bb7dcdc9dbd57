// Owns the soak of the engine on the simulated cluster: ten times the seeds of `npm test`.
// Must not know what the property tests check.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Part, Size } from './part.ts';

const root = join(import.meta.dirname, '..', '..');
const runs: Record<Size, number> = { full: 20_000, tiny: 300 };
const files = ['engine-faults', 'engine-crash'];

export const simulation: Part = {
  lanes: 1,
  cases: (size) =>
    files.map((file) => ({
      name: `${file}, ${runs[size]} seeds where it takes seeds`,
      run: () => runTests(`test/property/${file}.test.ts`, { ETCD_MIGRATE_SIMULATION_RUNS: String(runs[size]) }),
    })),
};

async function runTests(file: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--project', 'property', file], {
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
