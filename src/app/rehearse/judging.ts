// Owns feeding the recorded history to the judges.
// Must not judge (judge/).
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { availabilityReport } from '../../judge/availability.ts';
import { createJudges } from '../../judge/index.ts';
import { readHistory } from '../../judge/read-history.ts';
import { judgeHistory } from '../../judge/run.ts';
import type { JudgeVerdict } from '../../judge/verdict.ts';
import type { ReportAvailability, ReportStep } from '../../report/parts.ts';
import type { RehearsalRun } from '../run/run-context.ts';

export interface Judged {
  readonly verdicts: readonly JudgeVerdict[];
  readonly expectedJudges: readonly string[];
  readonly availability: ReportAvailability;
  /** What the clients saw, by step id. */
  readonly clients: ReadonlyMap<string, NonNullable<ReportStep['clients']>>;
}

export async function judgeRun(run: RehearsalRun, memberNames: readonly string[]): Promise<Judged> {
  const judges = createJudges({
    thresholds: run.context.manifest.rehearsal.thresholds,
    expectedMembers: memberNames,
    watchedMembers: memberNames,
  });
  const lines = createInterface({
    input: createReadStream(run.directory.history),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  const verdicts = await judgeHistory(readHistory(lines), judges);
  const { totals, steps } = availabilityReport(judges);
  return { verdicts, expectedJudges: judges.map((judge) => judge.name), availability: totals, clients: steps };
}
