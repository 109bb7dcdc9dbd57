import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RehearsalEnd, rehearsalReport } from '../../../../src/app/rehearse/report-making.ts';
import type { RehearsalRun } from '../../../../src/app/run/run-context.ts';
import { runDirectory } from '../../../../src/app/run/run-directory.ts';
import { loadCatalog } from '../../../../src/catalog/load.ts';
import type { EngineOutcome } from '../../../../src/engine/options.ts';
import type { CheckResult } from '../../../../src/judge/check.ts';
import { sameForAll } from '../../../../src/plan/channels.ts';
import type { Hop, Plan } from '../../../../src/plan/steps.ts';
import { systemClock } from '../../../../src/platform/clock.ts';
import { createJsonLines } from '../../../../src/platform/json-lines.ts';
import type { RehearsalReport } from '../../../../src/report/model.ts';

const observed = '1.1.a1';
const hop: Hop = {
  id: '1',
  kind: 'minor',
  from: '3.5.33',
  to: '3.6.14',
  reason: 'the target',
  steps: [{ id: '1.1', step: { kind: 'verify', title: 'before the hop', gates: [] } }],
};
const plan: Plan = {
  schemaVersion: 2,
  upgrade: { catalogVersion: '1', voters: 3, settings: {}, hops: [hop] },
  channels: sameForAll({ flags: {}, environment: {} }),
  legs: [
    {
      id: '1.1.a',
      title: 'clients and checks',
      after: '1.1',
      steps: [
        {
          id: observed,
          step: {
            kind: 'observe',
            state: { phase: 'source', from: hop.from, to: hop.to, upgraded: 0, voters: 3 },
            dwellMs: 0,
          },
        },
      ],
    },
  ],
  digest: 'digest',
};
/** All checks through all members, of which the first is as expected or not. */
function observation(ok: boolean): CheckResult[] {
  const results = loadCatalog().checks.flatMap(({ check }) =>
    ['m1', 'm2', 'm3'].map(
      (member): CheckResult => ({
        check,
        state: 'source',
        member,
        release: hop.from,
        expected: 'as ever',
        seen: 'as ever',
        ok: true,
        durationMs: 1,
      }),
    ),
  );
  const [first, ...others] = results;
  if (first === undefined) throw new Error('the catalog has no checks');
  return [{ ...first, ok, seen: ok ? 'as ever' : 'otherwise' }, ...others];
}

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'etcd-migrate-report-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** The report of a run that came to its end and of which every judge says "pass". */
async function reportOf(
  mode: RehearsalRun['mode'],
  observations: readonly (readonly CheckResult[])[],
  given: Partial<RehearsalEnd> = {},
): Promise<RehearsalReport> {
  const paths = runDirectory(directory);
  const lines = createJsonLines(paths.checks, "The checks' results");
  for (const results of observations) await lines.append({ step: observed, results });
  const end = {
    run: {
      mode,
      plan,
      directory: paths,
      completed: new Set<string>(),
      publishers: [],
      journal: { read: async () => [], append: async () => undefined },
      context: {
        manifest: { name: 'test', rehearsal: { seed: 1, depth: 'quick' } },
        assumed: [],
        atBest: 'pass',
        findings: [],
        releases: [],
        binaries: {},
        startedAt: '2026-01-01T00:00:00.000Z',
        startedAtUs: 0,
      },
    },
    outcome: {
      outcome: mode === 'rollback' ? 'rolled-back' : 'reached-target',
      message: 'done',
      evidence: [],
      steps: [],
      clusterState: 'as wanted',
      pointOfNoReturn: 'after',
      timings: { stopMs: 0, startMs: 0, flipWaitMs: 0, preparationMs: 0 },
    },
    judged: {
      verdicts: [{ judge: 'hash', verdict: 'pass', summary: '', judged: 1, violations: [], violationCount: 0 }],
      expectedJudges: ['hash'],
      clients: new Map(),
      availability: {
        longestWriteGapMs: 1,
        longestReadGapMs: 1,
        longestWriteGapStep: null,
        operations: 1,
        ok: 1,
        failed: 0,
        unknown: 0,
        retried: 0,
      },
    },
    clock: systemClock,
    ...given,
  };
  return rehearsalReport(end as unknown as RehearsalEnd);
}

test('a run of which everything agrees passes', async () => {
  const report = await reportOf('preflight', [observation(true)]);
  expect(report).toMatchObject({ verdict: 'pass', failureReason: null });
  expect(report.nextSteps.join(' ')).toContain('rehearsal.json');
});

test.each<[string, (whole: CheckResult[]) => CheckResult[]]>([
  ['a check through one member is missing', (whole) => whole.slice(1)],
  ['a member is missing', (whole) => whole.filter(({ member }) => member !== 'm2')],
  [
    'a member runs what it should not run yet',
    (whole) => whole.map((each) => (each.member === 'm2' ? { ...each, release: hop.to } : each)),
  ],
  ['nothing is there', () => []],
])('a state of which %s was not observed', async (_, damaged) => {
  const report = await reportOf('preflight', [damaged(observation(true))]);
  expect(report).toMatchObject({ verdict: 'inconclusive', failureReason: 'too-few-operations' });
});

test('a check that failed before an interruption still counts when its repetition is as expected', async () => {
  const report = await reportOf('resume', [observation(false), observation(true)]);
  expect(report).toMatchObject({ verdict: 'fail', failureReason: 'check-failed' });
  expect(report.checks).toHaveLength(1 + observation(true).length);
});

test('a line of results that a crash tore does not spoil what a resumed run appends', async () => {
  writeFileSync(runDirectory(directory).checks, `{"step":"${observed}","resul`);
  const report = await reportOf('resume', [observation(true)]);
  expect(report).toMatchObject({ verdict: 'pass', failureReason: null });
  expect(report.checks).toHaveLength(observation(true).length);
});

test('a roll-back that went well does not tell anybody to upgrade', async () => {
  const report = await reportOf('rollback', [observation(true)]);
  expect(report.verdict).toBe('pass');
  expect(report.nextSteps.join(' ')).not.toMatch(/rehearsal\.json|upgrade by this plan/);
});

test.each([
  ['before', 'open', 'then resume, rollback or cleanup, with the same --output'],
  ['before', 'shut', 'then resume or cleanup, with the same --output'],
  ['after', 'shut', 'then resume or cleanup, with the same --output'],
  ['unknown', 'unknown', 'then resume or cleanup, with the same --output'],
] as const)(
  'of an interrupted run that is %s, its way back %s, offers only what is open',
  async (pointOfNoReturn, wayBack, offered) => {
    const outcome: EngineOutcome = {
      outcome: 'interrupted',
      code: 'interrupted',
      message: 'Interrupted.',
      evidence: [],
      steps: [],
      clusterState: 'not to be seen',
      pointOfNoReturn,
      wayBack,
      timings: { stopMs: 0, startMs: 0, flipWaitMs: 0, preparationMs: 0 },
    };
    const report = await reportOf('preflight', [], { outcome, judged: undefined });
    expect(report.side).toBe(pointOfNoReturn);
    expect(report.nextSteps).toContain(offered);
  },
);
