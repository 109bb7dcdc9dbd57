// Owns what a judge is and what it says.
// Must not know any particular judge.
import type { FailureCode } from '../errors.ts';
import type { HistoryRecord } from './history.ts';

export type Verdict = 'pass' | 'fail' | 'inconclusive';

export interface Violation {
  readonly message: string;
  /** The few records that prove the violation. */
  readonly records: readonly HistoryRecord[];
}

export interface JudgeVerdict {
  readonly judge: string;
  readonly verdict: Verdict;
  /** One sentence with the figures that matter. */
  readonly summary: string;
  /** How many operations, events or holds the judge looked at. */
  readonly judged: number;
  /** The first violations (at most 10); `violationCount` counts all. */
  readonly violations: readonly Violation[];
  readonly violationCount: number;
  /** A failure reason stands beside every verdict but a pass. */
  readonly failureReason?: FailureCode;
}

/** A fold over one history, in file order. It reads no clock and no files: the same records give the same verdict. */
export interface Judge {
  readonly name: string;
  observe(record: HistoryRecord): void;
  verdict(): JudgeVerdict;
}
