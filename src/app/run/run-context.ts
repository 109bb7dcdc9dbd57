// Owns what a run leaves in its journal so that `resume` and `rollback` need nothing else but the live cluster.
// Must not hold secrets.
import type { ThrowAwayCluster } from '../../drivers/cluster-source.ts';
import type { JournalStore } from '../../engine/ports.ts';
import type { RecordedFinding } from '../../findings.ts';
import type { Verdict } from '../../judge/verdict.ts';
import type { ResolvedManifest } from '../../manifest/resolve.ts';
import type { Plan } from '../../plan/steps.ts';
import type { ReportRelease } from '../../report/parts.ts';
import type { Publisher } from '../../report/publisher.ts';
import type { RunDirectory } from './run-directory.ts';

/** Plain JSON, of the shape that run-context-schema.ts reads back. */
export interface RunContext {
  /** Name of the driver that made the run's cluster (drivers/index.ts). */
  readonly driver: string;
  /** As much of the manifest as a run needs after its plan is made. */
  readonly manifest: Pick<ResolvedManifest, 'name' | 'rehearsal'>;
  readonly assumed: readonly string[];
  readonly atBest: Verdict;
  readonly findings: readonly RecordedFinding[];
  readonly releases: readonly ReportRelease[];
  /** Release → path of its etcd binary. */
  readonly binaries: Readonly<Record<string, string>>;
  /** The printed plan, line by line, as the terminal and the report show it. */
  readonly tree: readonly string[];
  /** ISO wall time of the run's start. */
  readonly startedAt: string;
  /** Monotonic microseconds of the run's start; they compare within one boot alone. */
  readonly startedAtUs: number;
}

/** One rehearsal that is about to be carried on, fresh or not. */
export interface RehearsalRun {
  readonly mode: 'preflight' | 'resume' | 'rollback';
  readonly plan: Plan;
  readonly context: RunContext;
  readonly cluster: ThrowAwayCluster;
  readonly directory: RunDirectory;
  readonly journal: JournalStore;
  /** Steps that an earlier process finished. */
  readonly completed: ReadonlySet<string>;
  /** The engine had ended before its process was killed: only reading back and judging are left. */
  readonly isCarriedOut: boolean;
  /** Releases by member that a person has accepted of what somebody else has started there. */
  readonly acceptFound?: Readonly<Record<string, string>>;
  readonly publishers: readonly Publisher[];
}
