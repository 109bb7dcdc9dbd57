// Owns `npm test [-- PART…]`: everything, or the named parts, with output at least every 2 s and one closing line of
// counts. What waits (members, sockets, builds) runs beside what computes; what measures time runs alone at the end.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedOfTests } from '../test/support/sample.ts';
import { judgeTime, slowestOf } from './test/budget.ts';
import { bin, run, secondsSince } from './test/command.ts';
import { failedOnce, inWords, type Outcome, passedOnce, total } from './test/outcome.ts';

/** Commands that pass or fail as a whole. */
const checks = {
  lint: () => check('lint and format', bin('biome'), ['ci', '--colors=off', '.']),
  types: () => check('types', bin('tsc'), ['-p', 'tsconfig.test.json']),
  dist: () => check('dist/ is what src/ builds', process.execPath, ['scripts/build.ts', '--check']),
  releases: () => check('etcd releases', process.execPath, ['scripts/test/releases.ts']),
} as const;
type Check = keyof typeof checks;

/** Checks one after the other, then the files of these projects of vitest.config.ts, several at a time. */
interface Lane {
  readonly checks: readonly Check[];
  readonly projects: readonly string[];
}

/** The lanes of a stage run beside each other, the stages one after the other. */
const stages: readonly (readonly Lane[])[] = [
  [
    { checks: ['releases'], projects: ['e2e', 'integration'] },
    { checks: ['lint', 'types', 'dist'], projects: ['property', 'unit'] },
  ],
  [{ checks: [], projects: ['alone'] }],
];

async function check(title: string, command: string, args: readonly string[]): Promise<Outcome> {
  const code = await run(title, command, args);
  if (code !== 0) console.log(`✗ ${title} failed (exit code ${code})`);
  return code === 0 ? passedOnce : failedOnce;
}

async function tests(projects: readonly string[]): Promise<Outcome> {
  const directory = mkdtempSync(join(tmpdir(), 'etcd-migrate-test-'));
  const file = join(directory, 'outcome.json');
  try {
    const code = await run(
      `${projects.join(' and ')} tests`,
      bin('vitest'),
      [
        'run',
        ...projects.map((name) => `--project=${name}`),
        '--reporter=verbose',
        '--reporter=./scripts/test/outcome-reporter.ts',
      ],
      { ETCD_MIGRATE_TEST_OUTCOME: file },
    );
    // Where vitest itself came to grief there is no outcome; it has said why.
    const outcome = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Outcome) : failedOnce;
    return code !== 0 && outcome.failed === 0 ? total([outcome, failedOnce]) : outcome;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function runLane({ checks: names, projects }: Lane): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const name of names) outcomes.push(await checks[name]());
  if (projects.length > 0) outcomes.push(await tests(projects));
  return total(outcomes);
}

/** The stages with nothing but the named parts; all where none is named. */
function chosen(names: readonly string[]): readonly (readonly Lane[])[] {
  const known = stages.flat().flatMap((lane) => [...lane.checks, ...lane.projects]);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`unknown part ${unknown.join(', ')}; there are: ${known.join(', ')}`);
    process.exit(2);
  }
  if (names.length === 0) return stages;
  const isNamed = (name: string): boolean => names.includes(name);
  return stages.map((lanes) =>
    lanes.map((lane) => ({ checks: lane.checks.filter(isNamed), projects: lane.projects.filter(isNamed) })),
  );
}

const begun = Date.now();
const named = process.argv.slice(2);
const seed = seedOfTests();
process.env.ETCD_MIGRATE_TEST_SEED = String(seed);
console.log(`Samples are drawn from seed ${seed}; ETCD_MIGRATE_TEST_SEED=${seed} draws the same again.`);
const outcomes: Outcome[] = [];
for (const lanes of chosen(named)) outcomes.push(...(await Promise.all(lanes.map(runLane))));
const slowest = slowestOf(total(outcomes));
if (slowest.length > 0) console.log(['\nThe slowest files:', ...slowest].join('\n'));
// Only the whole has a budget.
const time = judgeTime(secondsSince(begun));
if (named.length === 0) outcomes.push(time.outcome);
console.log(`\n${named.length === 0 ? time.said : `That took ${secondsSince(begun)} s.`}`);
const all = total(outcomes);
console.log(inWords(all));
process.exitCode = all.failed === 0 ? 0 : 1;
