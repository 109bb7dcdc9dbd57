// Owns how one verdict is made of everything that was found: the only place where a run can become a "pass".
// Must not know how the parts were measured. Anything missing is never a pass.
import { type FailureCode, failures } from '../errors.ts';
import type { RecordedFinding } from '../findings.ts';
import type { CheckResult } from './check.ts';
import type { JudgeVerdict, Verdict } from './verdict.ts';

export interface Evidence {
  /** How the engine ended. */
  readonly engine: {
    readonly outcome: string;
    readonly wanted: string;
    readonly code?: FailureCode;
    readonly message: string;
  };
  readonly checks: readonly CheckResult[];
  /** What the planned states that were not wholly observed lack, each in words without a full stop. */
  readonly unobserved: readonly string[];
  /** Names of the judges that must have spoken. */
  readonly expectedJudges: readonly string[];
  readonly judges: readonly JudgeVerdict[];
  readonly findings: readonly RecordedFinding[];
  /** The best that the plan allows; inconclusive when a risk was accepted, or a leg cannot be rehearsed. */
  readonly atBest: Verdict;
}

export interface Overall {
  /** "error": the rehearsal could not be carried out, which says nothing about the release. */
  readonly verdict: Verdict | 'error';
  readonly failureReason: FailureCode | null;
  /** Why, in one sentence. */
  readonly reason: string;
}

/** Lost or wrong data weighs more than a failed step, and that more than waiting clients. */
const gravest: readonly string[] = [
  'durability',
  'hash',
  'linearizability',
  'serializable-reads',
  'mutual-exclusion',
  'watch',
  'lease',
  'processes',
  'availability',
  'coverage',
  'assumptions',
];

/** What these find is told better by how the engine ended. */
const notAboutData: ReadonlySet<string> = new Set(['availability', 'assumptions', 'processes']);

/** Violations of data decide first, then the engine's end, checks, the other judges, findings, and what is not known. */
export function overallVerdict(evidence: Evidence): Overall {
  const failed = byGravity(evidence.judges.filter((judge) => judge.verdict === 'fail'));
  const data = failed.find(({ judge }) => !notAboutData.has(judge));
  if (data) return fail(data.failureReason ?? 'internal-error', data.summary);
  if (evidence.engine.outcome !== evidence.engine.wanted) {
    const { code = 'internal-error', message } = evidence.engine;
    // A full disk or a stolen port must not be held against the release.
    if (failures[code].kind === 'environment') return { verdict: 'error', failureReason: code, reason: message };
    if (failures[code].kind === 'inconclusive') return doubt(code, message);
    return fail(code, message);
  }
  const wrong = evidence.checks.filter((check) => !check.ok);
  const [firstWrong] = wrong;
  if (firstWrong) {
    const more = wrong.length > 1 ? ` (and ${wrong.length - 1} more)` : '';
    return fail(
      'check-failed',
      `Check ${firstWrong.check} through ${firstWrong.member} in ${firstWrong.state}: expected ${firstWrong.expected}, saw ${sightOf(firstWrong)}${more}.`,
    );
  }
  const [otherFailed] = failed;
  if (otherFailed) return fail(otherFailed.failureReason ?? 'internal-error', otherFailed.summary);
  const blocking = evidence.findings.find((finding) => finding.severity === 'error');
  if (blocking) return fail('finding-blocks', blocking.message);

  const missing = evidence.expectedJudges.filter((name) => !evidence.judges.some((judge) => judge.judge === name));
  if (missing.length > 0) return doubt('too-few-operations', `No verdict from: ${missing.join(', ')}.`);
  const [unobserved] = evidence.unobserved;
  if (unobserved !== undefined) {
    const more = evidence.unobserved.length > 1 ? ` (and ${evidence.unobserved.length - 1} more)` : '';
    return doubt('too-few-operations', `Not every planned state was observed: ${unobserved}${more}.`);
  }
  const [unsure] = byGravity(evidence.judges.filter((judge) => judge.verdict === 'inconclusive'));
  if (unsure) return doubt(unsure.failureReason ?? 'too-few-operations', unsure.summary);
  const notRehearsed = evidence.findings.find(({ id }) => id === 'rule/not-rehearsed');
  if (notRehearsed) return doubt('capability-missing', notRehearsed.message);
  if (evidence.atBest !== 'pass') return doubt('accepted-risk', 'The manifest accepted a risk, so this is no proof.');
  return { verdict: 'pass', failureReason: null, reason: 'Every step, check and judge agrees.' };
}

/** A check that threw saw nothing; its error says more than that. */
function sightOf({ seen, error }: CheckResult): string {
  return error === undefined ? seen : `${seen}: ${error}`;
}

function byGravity(judges: readonly JudgeVerdict[]): JudgeVerdict[] {
  const rank = (judge: JudgeVerdict): number => {
    const index = gravest.indexOf(judge.judge);
    return index === -1 ? gravest.length : index;
  };
  return [...judges].sort((a, b) => rank(a) - rank(b));
}

function fail(failureReason: FailureCode, reason: string): Overall {
  // A judge may name a code of another kind (a time-out); the verdict is what was decided here.
  return { verdict: 'fail', failureReason, reason };
}

function doubt(failureReason: FailureCode, reason: string): Overall {
  return { verdict: 'inconclusive', failureReason, reason };
}

/** The exit code of a verdict is the table's, except that a fail is never less than 1 and a doubt never a pass. */
export function exitCodeOfVerdict(verdict: Verdict | 'error', failureReason: FailureCode | null): number {
  if (verdict === 'pass') return 0;
  if (verdict === 'fail') return 1;
  if (verdict === 'inconclusive') return 4;
  return failures[failureReason ?? 'internal-error'].exitCode;
}
