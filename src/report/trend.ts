// Owns what the proofs of the past say in one line: how many passed, and how long a recovery took, as a curve of blocks.
// Must not read them from anywhere.
import { count, duration } from './format.ts';
import type { ReportProof } from './parts.ts';
import { sparkline } from './sparkline.ts';

export interface TrendLine {
  /** "12 of the last 14 proofs passed; a recovery took 12.0 s to 40.3 s" */
  readonly text: string;
  /** One block for each proof that passed, low for a quick recovery; empty where fewer than two passed. */
  readonly curve: string;
}

/** The line is undefined where a single proof has nothing to be compared with. */
export function trendLine(trend: readonly ReportProof[]): TrendLine | undefined {
  if (trend.length < 2) return undefined;
  const passed = trend.filter(({ verdict }) => verdict === 'pass').length;
  const times = recoveries(trend);
  const text = `${count(passed)} of the last ${count(trend.length)} proofs passed`;
  if (times.length < 2) return { text, curve: '' };
  const span = `${duration(Math.min(...times))} to ${duration(Math.max(...times))}`;
  return { text: `${text}; a recovery took ${span}`, curve: sparkline(times) };
}

function recoveries(trend: readonly ReportProof[]): number[] {
  return trend.flatMap(({ verdict, recoveryMs }) => (verdict === 'pass' && recoveryMs !== null ? [recoveryMs] : []));
}
