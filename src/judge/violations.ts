// Owns the collection of violations: counts all, keeps the first ten.
// Must not know any judge's rules.
import type { FailureCode } from '../errors.ts';
import type { HistoryRecord } from './history.ts';
import type { JudgeVerdict, Violation } from './verdict.ts';

const kept = 10;
const recordsKept = 6;

export class Violations {
  count = 0;
  readonly first: Violation[] = [];

  /** `records` is only called for violations that are kept: rebuilding records costs. */
  add(message: string, records: () => readonly HistoryRecord[]): void {
    this.count++;
    if (this.first.length < kept) this.first.push({ message, records: records().slice(0, recordsKept) });
  }

  /** First message, and how many more there are: for summaries. */
  headline(): string {
    const [first] = this.first;
    if (!first) return 'no violation';
    return this.count > 1 ? `${first.message} (and ${this.count - 1} more)` : first.message;
  }
}

export function passed(judge: string, judged: number, summary: string): JudgeVerdict {
  return { judge, verdict: 'pass', summary, judged, violations: [], violationCount: 0 };
}

export function failed(judge: string, judged: number, violations: Violations, reason: FailureCode): JudgeVerdict {
  return {
    judge,
    verdict: 'fail',
    summary: violations.headline(),
    judged,
    violations: violations.first,
    violationCount: violations.count,
    failureReason: reason,
  };
}

/** What was seen is kept even where it proves nothing: a doubt with evidence is of more use than one without. */
export function unsure(
  judge: string,
  judged: number,
  reason: FailureCode,
  summary: string,
  seen = new Violations(),
): JudgeVerdict {
  return {
    judge,
    verdict: 'inconclusive',
    summary,
    judged,
    violations: seen.first,
    violationCount: seen.count,
    failureReason: reason,
  };
}

const count = new Intl.NumberFormat('en-US');
/** "1,234 writes". */
export const amount = (n: number, unit: string): string =>
  `${count.format(n)} ${unit}${n === 1 ? '' : unit.endsWith('s') ? 'es' : 's'}`;
/** Microseconds for people. */
export const duration = (us: number): string =>
  us < 10_000
    ? `${(us / 1000).toFixed(1)} ms`
    : us < 10_000_000
      ? `${Math.round(us / 1000)} ms`
      : `${(us / 1e6).toFixed(1)} s`;
