// Owns `npm test [-- PART…]`: everything, or the named parts, with output at least every 2 s and one closing line of
// counts. What waits (members, sockets, builds) runs beside what computes; what measures time runs alone at the end.
// Must not know what a check or a test looks at: each is a command that passes or fails.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedOfTests } from '../test/support/sample.ts';
import { judgeTime, slowestOf } from './test/budget.ts';
import { bin, run, secondsSince } from './test/command.ts';
import { failedOnce, inWords, type Outcome, passedOnce, total } from './test/outcome.ts';

/** Commands that pass or fail as a whole. */
const checks = {
  lint: { title: 'lint and format', command: bin('biome'), args: ['ci', '--colors=off', '.'] },
  types: { title: 'types', command: bin('tsc'), args: ['-p', 'tsconfig.test.json'] },
  dist: { title: 'dist/ is what src/ builds', command: process.execPath, args: ['scripts/build.ts', '--check'] },
  releases: { title: 'etcd releases', command: process.execPath, args: ['scripts/test/releases.ts'] },
} as const;
type Check = keyof typeof checks;

/**
 * What runs beside other lanes: checks one after the other, then the files of these projects of vitest.config.ts,
 * several at a time.
 */
interface Lane {
  readonly checks: readonly Check[];
  readonly projects: readonly string[];
  /** The niceness of its commands, as `nice` has it. */
  readonly niceness: number;
}

/** The lanes of a stage run beside each other, the stages one after the other. */
const stages: readonly (readonly Lane[])[] = [
  [
    { checks: ['releases'], projects: ['e2e', 'integration'], niceness: 0 },
    // This lane leaves the cores to the other one, which then ends sooner and whose members are not late.
    { checks: ['lint', 'types', 'dist'], projects: ['property', 'unit'], niceness: 5 },
  ],
  [{ checks: [], projects: ['alone'], niceness: 0 }],
];

async function check(name: Check, niceness: number): Promise<Outcome> {
  const code = await run({ ...checks[name], niceness });
  if (code !== 0) console.log(`✗ ${checks[name].title} failed (exit code ${code})`);
  return code === 0 ? passedOnce : failedOnce;
}

async function tests(projects: readonly string[], niceness: number): Promise<Outcome> {
  const directory = mkdtempSync(join(tmpdir(), 'etcd-migrate-test-'));
  const file = join(directory, 'outcome.json');
  try {
    const code = await run({
      title: `${projects.join(' and ')} tests`,
      command: bin('vitest'),
      args: [
        'run',
        ...projects.map((name) => `--project=${name}`),
        '--reporter=verbose',
        '--reporter=./scripts/test/outcome-reporter.ts',
      ],
      environment: { ETCD_MIGRATE_TEST_OUTCOME: file },
      niceness,
    });
    // Where vitest itself came to grief there is no outcome; it has said why.
    const outcome = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Outcome) : failedOnce;
    return code !== 0 && outcome.failed === 0 ? total([outcome, failedOnce]) : outcome;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function runLane({ checks: names, projects, niceness }: Lane): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const name of names) outcomes.push(await check(name, niceness));
  if (projects.length > 0) outcomes.push(await tests(projects, niceness));
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
    lanes.map((lane) => ({ ...lane, checks: lane.checks.filter(isNamed), projects: lane.projects.filter(isNamed) })),
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
