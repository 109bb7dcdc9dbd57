// Owns the judgement of HashKV: all members equal whenever they were compared.
// Must not know how or when hashes were taken.
import { dissentIn, dissentInWords } from './dissent.ts';
import type { HashRecord, HistoryRecord } from './history.ts';
import type { Timeline } from './timeline.ts';
import type { Judge, JudgeVerdict } from './verdict.ts';
import { amount, failed, passed, unsure, Violations } from './violations.ts';

const name = 'hash';

/** @param expectedMembers members that the last comparison must contain; without it, at least two */
export function createHashJudge(timeline: Timeline, expectedMembers?: readonly string[]): Judge {
  const violations = new Violations(timeline);
  let comparisons = 0;
  let last: HashRecord | undefined;

  const observe = (record: HistoryRecord): void => {
    timeline.observe(record);
    if (record.k !== 'hash') return;
    last = record;
    const hashes = Object.entries(record.hashes);
    if (hashes.length < 2 && expectedMembers?.length !== 1) return;
    comparisons++;
    const dissent = dissentIn(record.hashes);
    if (dissent === null) return;
    violations.add(`At revision ${record.rev} ${dissentInWords(dissent, record.releases)}`, () => [record]);
  };

  const verdict = (): JudgeVerdict => {
    if (violations.count > 0) return failed(name, comparisons, violations, 'hash-mismatch');
    if (comparisons === 0) return unsure(name, 0, 'too-few-operations', 'Hashes of members were never compared.');
    const missing = (expectedMembers ?? []).filter((member) => last?.hashes[member] === undefined);
    if (missing.length > 0) {
      return unsure(
        name,
        comparisons,
        'history-incomplete',
        `The last comparison of hashes lacks ${missing.join(', ')}.`,
      );
    }
    return passed(name, comparisons, `${amount(comparisons, 'comparison')}, all equal.`);
  };

  return { name, observe, verdict };
}
