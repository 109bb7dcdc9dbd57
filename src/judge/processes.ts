// Owns the judgement of members' processes: none ended, or was replaced, that nobody of the run had touched.
// Must not know how processes are watched.
import { type FailureCode, failures } from '../errors.ts';
import type { HistoryRecord, MarkRecord } from './history.ts';
import type { Timeline } from './timeline.ts';
import type { Judge, JudgeVerdict } from './verdict.ts';
import { amount, failed, passed, unsure, Violations } from './violations.ts';

const name = 'processes';

/** @param watched members whose processes must have been watched; without it, at least one */
export function createProcessesJudge(timeline: Timeline, watched: readonly string[] = []): Judge {
  const changes: MarkRecord[] = [];
  const seen = new Set<string>();

  const observe = (record: HistoryRecord): void => {
    timeline.observe(record);
    if (record.k !== 'mark' || record.member === undefined) return;
    if (record.event === 'process-unchanged') seen.add(record.member);
    // Each process of the run tells what it finds; what an earlier one has told is the same change.
    const isTold = changes.some(({ member, message }) => member === record.member && message === record.message);
    if (record.event === 'member-changed' && !isTold) changes.push(record);
  };

  const verdict = (): JudgeVerdict => {
    const violations = new Violations(timeline);
    // What a member did by itself weighs more than what others did to it.
    const grave = changes.filter(({ code }) => isVerdict(code));
    for (const change of [...grave, ...changes.filter((each) => !grave.includes(each))]) {
      violations.add(change.message ?? `${change.member} changed`, () => [change]);
    }
    const [worst] = grave;
    if (worst !== undefined) return failed(name, seen.size, violations, codeOf(worst.code));
    const [other] = changes;
    if (other !== undefined) {
      return unsure(name, seen.size, codeOf(other.code), `${violations.headline()}.`, violations);
    }
    if (seen.size === 0) return unsure(name, 0, 'too-few-operations', 'No process of a member was watched to the end.');
    const unseen = watched.filter((member) => !seen.has(member));
    if (unseen.length > 0) {
      return unsure(
        name,
        seen.size,
        'history-incomplete',
        `Nobody watched the process of ${unseen.join(', ')} to the end.`,
      );
    }
    return passed(
      name,
      seen.size,
      `${amount(seen.size, 'process')} watched, none changed by itself or by another hand.`,
    );
  };

  return { name, observe, verdict };
}

/** A history is read back: a code that is none of ours says nothing. */
function codeOf(code: string | undefined): FailureCode {
  return code !== undefined && Object.hasOwn(failures, code) ? (code as FailureCode) : 'member-ended';
}

const isVerdict = (code: string | undefined): boolean => failures[codeOf(code)].kind === 'verdict';
