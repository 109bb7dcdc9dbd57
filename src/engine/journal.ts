// Owns the records of the append-only journal and what can be concluded from them.
// Must not know where the lines are kept (JournalStore) nor talk to a cluster.
import type { Deployment, Plan } from '../plan/steps.ts';

/** One line of `journal.jsonl`. `seq` counts from 1 without gaps; `at` is wall time, for people. */
export type JournalRecord = { readonly seq: number; readonly at: string } & JournalEntry;

export type JournalEntry =
  /** First record: everything that `resume` needs besides the live cluster. */
  | {
      readonly type: 'run-started';
      readonly runId: string;
      readonly toolVersion: string;
      readonly mode: string;
      readonly plan: Plan;
      readonly owner: { readonly pid: number; readonly startTime: string };
      /** The resolved manifest and whatever the app needs to build its ports again; no secrets. */
      readonly context: unknown;
    }
  | {
      readonly type: 'run-resumed';
      readonly purpose: 'resume' | 'rollback';
      readonly owner: { readonly pid: number; readonly startTime: string };
    }
  | { readonly type: 'step-started'; readonly step: string; readonly facts?: Readonly<Record<string, string>> }
  /** Written before a member is touched. */
  | {
      readonly type: 'switch-intended';
      readonly step: string;
      readonly member: string;
      readonly from: Deployment | null;
      readonly to: Deployment;
    }
  /** `unknown`: we were stopped while the switch was under way. */
  | {
      readonly type: 'switch-ended';
      readonly step: string;
      readonly member: string;
      readonly outcome: 'running' | 'exited' | 'unknown';
    }
  | { readonly type: 'step-finished'; readonly step: string; readonly durationMs: number }
  | { readonly type: 'step-failed'; readonly step: string; readonly code: string; readonly message: string }
  | { readonly type: 'member-restored'; readonly step: string; readonly member: string; readonly to: Deployment }
  | { readonly type: 'run-interrupted'; readonly step: string | null; readonly reason: string }
  | { readonly type: 'run-finished'; readonly outcome: 'reached-target' | 'rolled-back' | 'held' | 'failed' };
