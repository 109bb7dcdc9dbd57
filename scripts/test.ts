// Owns `npm test [-- PART…]`: everything, or the named parts, in order, with output at least every 2 s and one closing line of counts.
// The closing line `N passed, N failed, N skipped` counts vitest's tests and the checks that run before them.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = (name: string): string => join(root, 'node_modules', '.bin', name);
const HEARTBEAT_MS = 1_500;

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Vitest's JSON report, the part that is read here. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
}

/** Runs a command with its output passed through, and a heartbeat line while it is silent. */
function run(title: string, command: string, args: readonly string[]): Promise<number> {
  const begun = Date.now();
  let lastOutput = Date.now();
  console.log(`\n▶ ${title}`);
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Children that ask for `node` get Node 24 too, even where this script was not started by npm.
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
      FORCE_COLOR: '0',
    },
  });
  const heartbeat = setInterval(() => {
    if (Date.now() - lastOutput < HEARTBEAT_MS) return;
    lastOutput = Date.now();
    console.log(`  … ${title}: ${Math.round((Date.now() - begun) / 1000)} s`);
  }, 250);
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      lastOutput = Date.now();
      process.stdout.write(chunk);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(heartbeat);
      resolve(code ?? 1);
    });
  });
}

async function check(title: string, command: string, args: readonly string[]): Promise<Outcome> {
  const code = await run(title, command, args);
  if (code !== 0) console.log(`✗ ${title} failed (exit code ${code})`);
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

async function tests(project: string): Promise<Outcome> {
  const directory = mkdtempSync(join(tmpdir(), 'etcd-migrate-test-'));
  const file = join(directory, 'report.json');
  try {
    const code = await run(`${project} tests`, bin('vitest'), [
      'run',
      '--project',
      project,
      '--reporter=verbose',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]);
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    // A file that could not be loaded fails without a failed test; it still counts.
    const failed = Math.max(
      report.numFailedTests,
      code !== 0 || !report.success ? Math.max(1, report.numFailedTests) : 0,
    );
    return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const parts: Readonly<Record<string, () => Promise<Outcome>>> = {
  lint: () => check('lint and format', bin('biome'), ['ci', '--colors=off', '.']),
  types: () => check('types', bin('tsc'), ['-p', 'tsconfig.test.json']),
  dist: () => check('dist/ is what src/ builds', process.execPath, ['scripts/build.ts', '--check']),
  unit: () => tests('unit'),
  property: () => tests('property'),
  integration: () => tests('integration'),
  e2e: () => tests('e2e'),
};

/** All parts, or the named ones. */
function chosen(names: readonly string[]): (() => Promise<Outcome>)[] {
  const unknown = names.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    console.error(`unknown part ${unknown.join(', ')}; there are: ${Object.keys(parts).join(', ')}`);
    process.exit(2);
  }
  return Object.entries(parts).flatMap(([name, part]) => (names.length === 0 || names.includes(name) ? [part] : []));
}

const begun = Date.now();
const outcomes: Outcome[] = [];
for (const part of chosen(process.argv.slice(2))) outcomes.push(await part());
const sum = (key: keyof Outcome): number => outcomes.reduce((total, outcome) => total + outcome[key], 0);
console.log(`\nAll of it took ${Math.round((Date.now() - begun) / 1000)} s.`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
