// Owns: check runs and annotations say the verdict as GitHub understands it, and stay within its limits.
import { describe, expect, it } from 'vitest';
import { annotationsOf } from '../../../src/github/annotations.ts';
import { abandonedState, completedState, runningState } from '../../../src/github/check-run.ts';
import { ANNOTATIONS_PER_LEVEL_LIMIT, CHECK_RUN_TEXT_LIMIT_BYTES } from '../../../src/report/limits.ts';
import type { RehearsalReport } from '../../../src/report/model.ts';
import { inconclusive, panicking, passing } from '../../fixtures/report/samples.ts';

// GitHub's documentation: these satisfy a required check.
const COUNTS_AS_PASSED = ['success', 'neutral', 'skipped'];

describe('the conclusion', () => {
  it.each([
    [passing, 'success'],
    [panicking, 'failure'],
    [inconclusive, 'action_required'],
    [{ ...passing, verdict: 'error', failureReason: 'no-space' } as RehearsalReport, 'failure'],
    [{ ...passing, verdict: 'error', failureReason: 'interrupted' } as RehearsalReport, 'cancelled'],
    [{ ...passing, verdict: 'inconclusive', failureReason: 'terminated' } as RehearsalReport, 'cancelled'],
  ])('%#: opens a merge for a pass only', (report, expected) => {
    const { conclusion = '' } = completedState(report);
    expect(conclusion).toBe(expected);
    expect(COUNTS_AS_PASSED.includes(conclusion)).toBe(report.verdict === 'pass');
  });

  it('of an abandoned run is not a pass either', () => {
    expect(COUNTS_AS_PASSED).not.toContain(abandonedState.conclusion);
  });
});

describe('a check run', () => {
  it('keeps the verdict and what is needed to act in its summary, the rest in its text', () => {
    const { output } = completedState(panicking);
    expect(output.title).toBe('Not safe: etcd 3.5.33 → 3.7.1 (prod-eu1)');
    expect(output.summary).toContain('panic: unmarshal should never fail');
    expect(output.summary).not.toContain('Compatibility checks');
    expect(output.text).toContain('Compatibility checks');
  });

  it('fits whatever is in it', () => {
    const evidence = Array.from({ length: 5000 }, (_, index) => `line ${index} ${'→'.repeat(400)}`);
    const large: RehearsalReport = { ...panicking, evidence, reason: 'x'.repeat(200_000), cluster: 'y'.repeat(9000) };
    const { output } = completedState(large);
    expect(Buffer.byteLength(output.summary)).toBeLessThanOrEqual(CHECK_RUN_TEXT_LIMIT_BYTES);
    expect(Buffer.byteLength(output.text ?? '')).toBeLessThanOrEqual(CHECK_RUN_TEXT_LIMIT_BYTES);
    expect(output.title.length).toBeLessThanOrEqual(255);
  });

  it('says how far it is', () => {
    const run = { title: 'Rehearsing etcd 3.5.33 → 3.7.1', planDigest: 'sha256:1', tree: '1 hop' };
    const state = runningState(run, [{ hop: '3.5.33 → 3.6.14', done: 9, of: 18, elapsedMs: 61_000 }]);
    expect(state.output.title).toBe('Rehearsing etcd 3.5.33 → 3.7.1: 9 of 18 steps');
    expect(state.conclusion).toBeUndefined();
  });
});

describe('annotations', () => {
  const findings = (severity: 'error' | 'warning' | 'note', n: number): NonNullable<RehearsalReport['findings']> =>
    Array.from({ length: n }, (_, index) => ({ id: `rule/${severity}-${index}`, severity, message: `m${index}` }));

  it('begin with the verdict and stay within ten of a level, saying how many more there are', () => {
    const all = annotationsOf({
      ...panicking,
      findings: [...findings('note', 51), ...findings('error', 51), ...findings('warning', 51)],
    });
    const errors = all.filter((one) => one.level === 'error');
    expect(errors).toHaveLength(ANNOTATIONS_PER_LEVEL_LIMIT);
    expect(errors[0]?.title).toBe('Not safe: etcd 3.5.33 → 3.7.1 (prod-eu1) [member-start-failed]');
    expect(errors.at(-1)?.message).toBe('43 more findings are in the job summary.');
    expect(all.filter((one) => one.level === 'warning')).toHaveLength(ANNOTATIONS_PER_LEVEL_LIMIT);
    // One notice is kept for our own.
    expect(all.filter((one) => one.level === 'note')).toHaveLength(ANNOTATIONS_PER_LEVEL_LIMIT - 1);
  });

  it('show all ten when there are ten', () => {
    const all = annotationsOf({ ...passing, findings: findings('warning', 10) });
    expect(all.map((one) => one.title)).toEqual(findings('warning', 10).map((one) => one.id));
  });

  it('say what a finding means before its id, and what to do where the finding does not', () => {
    const findings = [{ id: 'rule/members', severity: 'warning' as const, message: 'Two members lose their quorum.' }];
    const [{ title, message } = { title: '', message: '' }] = annotationsOf({ ...passing, findings });
    expect(title).toBe('Too few members for a rolling upgrade [rule/members]');
    expect(message).toMatch(/^Two members lose their quorum\.\nFix: Expect clients to wait/);
  });

  it('name files from the workspace', () => {
    const [verdict, finding] = annotationsOf(panicking, 'clusters/eu1');
    expect(verdict?.file).toBeUndefined();
    expect(finding).toMatchObject({ file: 'clusters/eu1/etcd-migration.yaml', line: 9, column: 5 });
  });
});
