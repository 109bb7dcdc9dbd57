// Owns what a run leaves in its journal so that `resume` and `rollback` need nothing else but the live cluster.
// Must not hold secrets.
import type { EngineOptions } from '../engine/options.ts';
import type { Finding } from '../findings.ts';
import type { Verdict } from '../judge/verdict.ts';
import type { ResolvedManifest } from '../manifest/resolve.ts';
import type { ReportRelease } from '../report/model.ts';

/** Plain JSON. */
export interface RunContext {
  readonly manifest: ResolvedManifest;
  readonly assumed: readonly string[];
  readonly atBest: Verdict;
  readonly findings: readonly Finding[];
  readonly releases: readonly ReportRelease[];
  /** Release → path of its etcd binary. */
  readonly binaries: Readonly<Record<string, string>>;
  /** The printed plan, line by line, as the terminal and the report show it. */
  readonly tree: readonly string[];
  /** ISO wall time. */
  readonly startedAt: string;
  /** Monotonic, microseconds; comparable within one boot. */
  readonly startedAtUs: number;
}

export type Journal = EngineOptions['journal'];
