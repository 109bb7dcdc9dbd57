// Measures how fast the bundle starts: `--version` over an empty Node program, medians, taken in turns.
// Usage: node bench/version.ts [REPETITIONS]
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { bundle } from '../test/support/command.ts';
import { median, sayRow } from './figure.ts';

const bar = 3;
const repetitions = Number(process.argv[2] ?? 15);

function measureMs(args: readonly string[]): number {
  const begun = performance.now();
  execFileSync(process.execPath, args, { cwd: tmpdir(), stdio: ['ignore', 'ignore', 'pipe'] });
  return performance.now() - begun;
}

const ours: number[] = [];
const empty: number[] = [];
for (let i = 0; i < repetitions; i++) {
  ours.push(measureMs([bundle, '--version']));
  empty.push(measureMs(['-e', '0']));
}
const ratio = median(ours) / median(empty);
sayRow({
  figure: '`--version` of the bundle over `node -e 0`',
  bar: `≤ ${bar}`,
  got: `${ratio.toFixed(2)} (${median(ours).toFixed(0)} ms over ${median(empty).toFixed(0)} ms, medians of ${repetitions})`,
  met: ratio <= bar,
});
