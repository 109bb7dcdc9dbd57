// Owns `npm run test:repeat -- FILE… [--times N] [--loaded]`: runs each test file N times by itself, and with `--loaded`
// beside one process a core that only computes; a table says how often each passed. Flaky tests are found with it.
// Must not know the tests.
import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';

const root = join(import.meta.dirname, '..');
const HEARTBEAT_MS = 1_500;
/** Should this script be killed, what it started to load the machine ends by itself. */
const LOAD_ENDS_MS = 60_000;

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { times: { type: 'string', default: '5' }, loaded: { type: 'boolean', default: false } },
});
const times = Number(values.times);
if (files.length === 0 || !Number.isInteger(times) || times < 1) {
  console.error('npm run test:repeat -- FILE… [--times N] [--loaded]');
  process.exit(2);
}

/** Computes on every core until it is disposed. */
function load(): Disposable {
  const running = new Set<ChildProcess>();
  let ended = false;
  const start = (): void => {
    const code = `const until = Date.now() + ${LOAD_ENDS_MS}; while (Date.now() < until);`;
    const child = spawn(process.execPath, ['-e', code], { stdio: 'ignore' });
    running.add(child);
    child.once('exit', () => {
      running.delete(child);
      if (!ended) start();
    });
  };
  for (let core = 0; core < availableParallelism(); core++) start();
  return {
    [Symbol.dispose]: () => {
      ended = true;
      for (const child of running) child.kill();
    },
  };
}

interface Run {
  readonly passed: boolean;
  readonly seconds: number;
}

async function once(file: string): Promise<Run> {
  const begun = Date.now();
  const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', file], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += String(chunk);
    });
  }
  const heartbeat = setInterval(
    () => console.log(`  … ${file}: ${Math.round((Date.now() - begun) / 1000)} s`),
    HEARTBEAT_MS,
  );
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearInterval(heartbeat);
  const seconds = Math.round((Date.now() - begun) / 1000);
  console.log(code === 0 ? `✓ ${file} (${seconds} s)` : `✗ ${file} (${seconds} s)\n${output}`);
  return { passed: code === 0, seconds };
}

const rows: string[][] = [];
let failed = 0;
for (const file of files) {
  const runs: Run[] = [];
  {
    using _ = values.loaded ? load() : { [Symbol.dispose]: () => undefined };
    while (runs.length < times) runs.push(await once(file));
  }
  const passed = runs.filter((run) => run.passed).length;
  failed += times - passed;
  const seconds = runs.map((run) => run.seconds);
  rows.push([file, `${passed} of ${times}`, `${Math.min(...seconds)} to ${Math.max(...seconds)} s`]);
}
console.log(markdownTable([['file', values.loaded ? 'passed, beside load' : 'passed, alone', 'took'], ...rows]));
process.exitCode = failed === 0 ? 0 : 1;
