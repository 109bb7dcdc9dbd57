// Owns what a judge is and what it says.
// Must not know any particular judge.
import type { FailureCode } from '../errors.ts';
import type { HistoryRecord } from './history.ts';

export type Verdict = 'pass' | 'fail' | 'inconclusive';

export interface Violation {
  readonly message: string;
  /** The few records that prove it. */
  readonly records: readonly HistoryRecord[];
}

export interface JudgeVerdict {
  readonly judge: string;
  readonly verdict: Verdict;
  /** One sentence with the figures that matter. */
  readonly summary: string;
  /** How many operations, events or holds it looked at. */
  readonly judged: number;
  /** The first violations (at most 10); `violationCount` counts all. */
  readonly violations: readonly Violation[];
  readonly violationCount: number;
  /** Set unless the verdict is pass. */
  readonly failureReason?: FailureCode;
}

/** A fold over one history, in file order. Pure: no clock, no files; the same records give the same verdict. */
export interface Judge {
  readonly name: string;
  observe(record: HistoryRecord): void;
  verdict(): JudgeVerdict;
}
