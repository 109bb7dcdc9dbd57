import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RehearsalEnd, rehearsalReport } from '../../../src/app/report-making.ts';
import type { RehearsalRun } from '../../../src/app/run-context.ts';
import { runDirectory } from '../../../src/app/run-directory.ts';
import type { CheckResult } from '../../../src/judge/check.ts';
import type { Hop, Plan } from '../../../src/plan/steps.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { createJsonLines } from '../../../src/platform/json-lines.ts';
import type { RunReport } from '../../../src/report/model.ts';

const observed = '1.1.a1';
const hop: Hop = {
  ...{ id: '1', kind: 'minor', from: '3.5.33', to: '3.6.14', reason: 'the target' },
  steps: [{ id: '1.1', step: { kind: 'verify', title: 'before the hop', gates: [] } }],
};
const plan: Plan = {
  schemaVersion: 1,
  upgrade: { catalogVersion: '1', voters: 3, settings: { flags: {}, environment: {} }, hops: [hop] },
  legs: [
    {
      ...{ id: '1.1.a', title: 'clients and checks', after: '1.1' },
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
const check = (ok: boolean): CheckResult => ({
  ...{ check: 'put', state: 'source', member: 'm1', release: hop.from, expected: 'one more revision' },
  ...{ seen: ok ? 'one more revision' : 'two more revisions', ok, durationMs: 1 },
});

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'etcd-migrate-report-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** The report of a run that came to its end and of which every judge says "pass". */
async function reportOf(
  mode: RehearsalRun['mode'],
  observations: readonly (readonly CheckResult[])[],
): Promise<RunReport> {
  const paths = runDirectory(directory);
  const lines = createJsonLines(paths.checks, "The checks' results");
  for (const results of observations) await lines.append({ step: observed, results });
  const end = {
    run: {
      ...{ mode, plan, directory: paths, completed: new Set<string>(), publishers: [] },
      journal: { read: async () => [], append: async () => undefined },
      context: {
        ...{ manifest: { name: 'test', rehearsal: { seed: 1, depth: 'quick' } }, assumed: [], atBest: 'pass' },
        ...{ findings: [], releases: [], binaries: {}, startedAt: '2026-01-01T00:00:00.000Z', startedAtUs: 0 },
      },
    },
    outcome: {
      ...{ outcome: mode === 'rollback' ? 'rolled-back' : 'reached-target', message: 'done', evidence: [], steps: [] },
      ...{ clusterState: 'as wanted', pointOfNoReturn: 'after' },
      timings: { stopMs: 0, startMs: 0, flipWaitMs: 0, preparationMs: 0 },
    },
    judged: {
      verdicts: [{ judge: 'hash', verdict: 'pass', summary: '', judged: 1, violations: [], violationCount: 0 }],
      ...{ expectedJudges: ['hash'], clients: new Map() },
      availability: {
        ...{ longestWriteGapMs: 1, longestReadGapMs: 1, longestWriteGapStep: null, operations: 1, ok: 1, failed: 0 },
        ...{ unknown: 0, retried: 0 },
      },
    },
    clock: systemClock,
  };
  return rehearsalReport(end as unknown as RehearsalEnd);
}

test('a run of which everything agrees passes', async () => {
  const report = await reportOf('preflight', [[check(true)]]);
  expect(report).toMatchObject({ verdict: 'pass', failureReason: null });
  expect(report.nextSteps.join(' ')).toContain('rehearsal.json');
});

test('a check that failed before an interruption still counts when its repetition is as expected', async () => {
  const report = await reportOf('resume', [[check(false)], [check(true)]]);
  expect(report).toMatchObject({ verdict: 'fail', failureReason: 'check-failed' });
  expect(report.checks).toHaveLength(2);
});

test('a line of results that a crash tore does not spoil what a resumed run appends', async () => {
  writeFileSync(runDirectory(directory).checks, `{"step":"${observed}","resul`);
  const report = await reportOf('resume', [[check(true)]]);
  expect(report).toMatchObject({ verdict: 'pass', failureReason: null });
  expect(report.checks).toHaveLength(1);
});

test('a roll-back that went well does not tell anybody to upgrade', async () => {
  const report = await reportOf('rollback', [[check(true)]]);
  expect(report.verdict).toBe('pass');
  expect(report.nextSteps.join(' ')).not.toMatch(/rehearsal\.json|upgrade by this plan/);
});
