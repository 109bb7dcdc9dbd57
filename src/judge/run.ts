// Owns feeding a history to the judges, and what a broken assumption does to their verdicts.
// Must not know what any judge looks for, nor files.
import { assumptionsName } from './assumptions.ts';
import type { HistoryRecord } from './history.ts';
import type { Judge, JudgeVerdict } from './verdict.ts';

/** Judges that compare times; after a reboot in between they may not judge. */
const judgesOfTime: ReadonlySet<string> = new Set([
  'linearizability',
  'serializable-reads',
  'watch',
  'lease',
  'mutual-exclusion',
  'availability',
]);

/** Feeds every record to every judge, in file order, and collects the verdicts in the order of the judges. */
export async function judgeHistory(
  records: AsyncIterable<HistoryRecord> | Iterable<HistoryRecord>,
  judges: readonly Judge[],
): Promise<JudgeVerdict[]> {
  if (Symbol.asyncIterator in records) {
    for await (const record of records) for (const judge of judges) judge.observe(record);
  } else {
    for (const record of records) for (const judge of judges) judge.observe(record);
  }
  const verdicts: JudgeVerdict[] = [];
  for (const judge of judges) {
    // A verdict over a long history takes a while; whoever shows progress gets a turn in between.
    await new Promise<void>((resolve) => setImmediate(resolve));
    verdicts.push(judge.verdict());
  }
  const assumptions = verdicts.find(({ judge }) => judge === assumptionsName);
  return assumptions === undefined ? verdicts : verdicts.map((verdict) => afterAssumptions(verdict, assumptions));
}

/** On a history that contradicts itself nobody's verdict stands; what was seen is kept as evidence. */
function afterAssumptions(verdict: JudgeVerdict, assumptions: JudgeVerdict): JudgeVerdict {
  if (verdict === assumptions || assumptions.verdict === 'pass') return verdict;
  const { failureReason } = assumptions;
  if (failureReason === undefined) return verdict;
  if (assumptions.verdict === 'inconclusive' && !judgesOfTime.has(verdict.judge)) return verdict;
  const said = verdict.verdict === 'pass' ? '' : ` It would have said ${verdict.verdict}: ${verdict.summary}`;
  const summary = `May not judge: ${assumptions.summary}${said}`;
  return { ...verdict, verdict: 'inconclusive', summary, failureReason };
}
