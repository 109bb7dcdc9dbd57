// Owns the table of gates: name → how to look.
// Must not wait: engine/gates.ts does.
import type { GateName } from '../../plan/gates.ts';
import type { Run } from '../run-state.ts';
import { diskSpace, noAlarm, noDowngradeJob, noLearner, versionsUniform } from './cluster-facts.ts';
import type { Condition, GateSubject } from './condition.ts';
import { hashEqual } from './hash-equal.ts';
import { membersHealthy, quorumMargin } from './health.ts';
import { memberReads, memberRunning, membersWrite, memberWrites, raftCaughtUp } from './member.ts';
import { membersBucketClean } from './members-bucket.ts';
import { settingsAsPlanned } from './settings.ts';

type Begin = (run: Run, subject: GateSubject) => Condition;

const table: Readonly<Record<GateName, Begin>> = {
  'members-healthy': membersHealthy,
  'quorum-margin': quorumMargin,
  'versions-uniform': versionsUniform,
  'settings-as-planned': settingsAsPlanned,
  'no-alarm': noAlarm,
  'no-downgrade-job': noDowngradeJob,
  'hash-equal': hashEqual,
  'members-bucket-clean': membersBucketClean,
  'members-write': membersWrite,
  'disk-space': diskSpace,
  'no-learner': noLearner,
  'member-running': memberRunning,
  'raft-caught-up': raftCaughtUp,
  'member-reads': memberReads,
  'member-writes': memberWrites,
};

/** Starts looking; facts that count from the gate's beginning (a raft index, a pinned revision) are kept inside. */
export function beginCondition(name: GateName, run: Run, subject: GateSubject): Condition {
  return table[name](run, subject);
}
