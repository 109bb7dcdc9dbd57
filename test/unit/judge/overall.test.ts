// The only place where a run becomes a "pass": every single doubt must keep it from being one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failures } from '../../../src/errors.ts';
import type { CheckResult } from '../../../src/judge/check.ts';
import { type Evidence, exitCodeOfVerdict, overallVerdict } from '../../../src/judge/overall.ts';
import type { JudgeVerdict } from '../../../src/judge/verdict.ts';

const judges = ['assumptions', 'durability', 'linearizability', 'watch', 'hash', 'availability'];
const judge = (
  name: string,
  verdict: JudgeVerdict['verdict'] = 'pass',
  failureReason?: JudgeVerdict['failureReason'],
): JudgeVerdict => ({
  judge: name,
  verdict,
  summary: `${name} says ${verdict}.`,
  judged: 100,
  violations: [],
  violationCount: verdict === 'fail' ? 1 : 0,
  ...(failureReason ? { failureReason } : {}),
});
const check = (ok: boolean): CheckResult => ({
  check: 'put',
  state: '3.5.33 → 3.6.14 mixed 1/3',
  member: 'm1',
  release: '3.6.14',
  expected: 'stored',
  seen: ok ? 'stored' : 'refused',
  ok,
  durationMs: 3,
});
const good: Evidence = {
  engine: { outcome: 'reached-target', wanted: 'reached-target', message: 'The cluster runs 3.6.14.' },
  checks: [check(true)],
  unobserved: [],
  expectedJudges: judges,
  judges: judges.map((name) => judge(name)),
  findings: [{ id: 'rule/freeze', severity: 'note', message: 'Do not.' }],
  atBest: 'pass',
};

describe('overall verdict', () => {
  it('is a pass when everything agrees', () => {
    expect(overallVerdict(good)).toMatchObject({ verdict: 'pass', failureReason: null });
  });

  it.each<[string, Partial<Evidence>, string, string]>([
    [
      'the engine failed',
      { engine: { ...good.engine, outcome: 'failed', code: 'member-start-failed' } },
      'fail',
      'member-start-failed',
    ],
    ['the disk was full', { engine: { ...good.engine, outcome: 'failed', code: 'no-space' } }, 'error', 'no-space'],
    ['a host was lost', { engine: { ...good.engine, outcome: 'held', code: 'member-lost' } }, 'error', 'member-lost'],
    [
      'the engine held',
      { engine: { ...good.engine, outcome: 'held', code: 'hash-mismatch' } },
      'fail',
      'hash-mismatch',
    ],
    ['a roll-back came instead', { engine: { ...good.engine, outcome: 'rolled-back' } }, 'fail', 'internal-error'],
    ['one check is wrong', { checks: [check(true), check(false)] }, 'fail', 'check-failed'],
    [
      'a finding is an error',
      { findings: [{ id: 'rule/known-bad', severity: 'error', message: 'No.' }] },
      'fail',
      'finding-blocks',
    ],
    [
      'a planned state was not observed',
      { unobserved: ['3.5.33 → 3.6.14 mixed 1/3 (step 1.2.a1) has no check'] },
      'inconclusive',
      'too-few-operations',
    ],
    ['a judge is missing', { judges: good.judges.slice(1) }, 'inconclusive', 'too-few-operations'],
    ['no judge spoke', { judges: [] }, 'inconclusive', 'too-few-operations'],
    [
      'a leg could not be rehearsed',
      {
        atBest: 'inconclusive',
        findings: [{ id: 'rule/not-rehearsed', severity: 'warning', message: 'No kill.' }],
      },
      'inconclusive',
      'capability-missing',
    ],
    ['a risk was accepted', { atBest: 'inconclusive' }, 'inconclusive', 'accepted-risk'],
  ])('is no pass when %s', (_, change, verdict, failureReason) => {
    expect(overallVerdict({ ...good, ...change })).toMatchObject({ verdict, failureReason });
  });

  it.each(judges)('is no pass when %s doubts or fails', (name) => {
    const say = (verdict: JudgeVerdict['verdict'], code: JudgeVerdict['failureReason']) =>
      overallVerdict({
        ...good,
        judges: good.judges.map((each) => (each.judge === name ? judge(name, verdict, code) : each)),
      });
    expect(say('fail', 'durability-violated')).toMatchObject({ verdict: 'fail', failureReason: 'durability-violated' });
    expect(say('inconclusive', 'client-gap')).toMatchObject({ verdict: 'inconclusive', failureReason: 'client-gap' });
  });

  it('names lost data before a failed step, and a failed step before waiting clients', () => {
    const lost = judge('durability', 'fail', 'durability-violated');
    const slow = judge('availability', 'fail', 'availability-violated');
    const engine = { ...good.engine, outcome: 'failed', code: 'gate-failed' } as const;
    const others = good.judges.filter(({ judge: name }) => name !== 'durability' && name !== 'availability');
    expect(overallVerdict({ ...good, engine, judges: [...others, slow, lost] }).failureReason).toBe(
      'durability-violated',
    );
    expect(overallVerdict({ ...good, engine, judges: [...others, slow, judge('durability')] }).failureReason).toBe(
      'gate-failed',
    );
  });

  it('passes for no combination that holds a single doubt (property)', () => {
    const verdicts = fc.constantFrom<JudgeVerdict['verdict']>('pass', 'fail', 'inconclusive');
    fc.assert(
      fc.property(
        fc.array(verdicts, { minLength: judges.length, maxLength: judges.length }),
        fc.array(fc.boolean(), { maxLength: 5 }),
        fc.constantFrom('reached-target', 'failed', 'held', 'rolled-back', 'interrupted'),
        fc.constantFrom<'pass' | 'inconclusive'>('pass', 'inconclusive'),
        fc.array(fc.constant('a state has no check'), { maxLength: 3 }),
        (said, checks, outcome, atBest, unobserved) => {
          const evidence: Evidence = {
            ...good,
            engine: { ...good.engine, outcome, ...(outcome === 'reached-target' ? {} : { code: 'gate-failed' }) },
            judges: judges.map((name, index) => judge(name, said[index])),
            checks: checks.map(check),
            unobserved,
            atBest,
          };
          const clean =
            said.every((verdict) => verdict === 'pass') &&
            checks.every(Boolean) &&
            outcome === 'reached-target' &&
            atBest === 'pass' &&
            unobserved.length === 0;
          expect(overallVerdict(evidence).verdict === 'pass').toBe(clean);
        },
      ),
    );
  });
});

describe('exit codes', () => {
  it('are never 0 for anything but a pass', () => {
    for (const code of Object.keys(failures) as (keyof typeof failures)[]) {
      expect(exitCodeOfVerdict('fail', code)).toBe(1);
      expect(exitCodeOfVerdict('inconclusive', code)).toBe(4);
      expect(exitCodeOfVerdict('error', code)).toBe(failures[code].exitCode);
    }
    expect(exitCodeOfVerdict('error', null)).toBe(3);
    expect(exitCodeOfVerdict('pass', null)).toBe(0);
  });
});
