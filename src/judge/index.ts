// Owns the list of judges: the only place that names them all.
// Must not judge.
import type { Thresholds } from '../manifest/resolve.ts';
import { createAssumptionsJudge } from './assumptions.ts';
import { createAvailabilityJudge } from './availability.ts';
import { createCoverageJudge } from './coverage.ts';
import { createDurabilityJudge } from './durability.ts';
import { createHashJudge } from './hash.ts';
import { createLeaseJudge } from './lease.ts';
import { Ledger } from './ledger.ts';
import { createLinearizabilityJudge } from './linearizability.ts';
import { createMutualExclusionJudge } from './mutual-exclusion.ts';
import { createProcessesJudge } from './processes.ts';
import { createSerializableReadsJudge } from './serializable-reads.ts';
import { Timeline } from './timeline.ts';
import type { Judge } from './verdict.ts';
import { Versions } from './versions.ts';
import { createWatchJudge } from './watch.ts';

export interface JudgeOptions {
  readonly thresholds: Thresholds;
  /** Members whose final listing and hash must be there. Without it, those that the history names. */
  readonly expectedMembers?: readonly string[];
  /** Members whose processes must have been watched. Without it, at least one. */
  readonly watchedMembers?: readonly string[];
}

/** New judges for one history, assumptions first. They share one copy of the operations and one
 * timeline of the members, so feed them together. */
export function createJudges({ thresholds, expectedMembers, watchedMembers }: JudgeOptions): Judge[] {
  const ledger = new Ledger();
  const timeline = new Timeline();
  let known: { readonly length: number; readonly versions: Versions } | undefined;
  const versions = (): Versions => {
    if (known?.length !== ledger.length) known = { length: ledger.length, versions: new Versions(ledger) };
    return known.versions;
  };
  return [
    createAssumptionsJudge(ledger),
    createDurabilityJudge(ledger, versions, timeline, expectedMembers),
    createLinearizabilityJudge(ledger, versions, timeline),
    createSerializableReadsJudge(ledger, versions, timeline),
    createWatchJudge(ledger, versions, timeline),
    createLeaseJudge(timeline),
    createMutualExclusionJudge(timeline),
    createHashJudge(timeline, expectedMembers),
    createProcessesJudge(timeline, watchedMembers),
    createAvailabilityJudge(timeline, thresholds),
    createCoverageJudge(expectedMembers),
  ];
}
