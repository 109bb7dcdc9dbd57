// Owns what a gate's measurement is handed and what it answers.
// Must not know any gate, nor how long one is waited for.
import type { Deployment } from '../../plan/steps.ts';
import type { Member } from '../ports.ts';

/** One look: open or not, and what was seen, in one line. */
export interface Observation {
  readonly open: boolean;
  readonly observation: string;
  /** The code to stop with when the time is over and this was the last look; default `gate-failed`. */
  readonly code?: 'hash-mismatch' | 'members-bucket-stale' | 'no-space' | 'raft-snapshot-stale' | 'member-lost';
  /** The run has to be held rather than undone when this was the last look. */
  readonly hold?: boolean;
}

/** Looks once. May throw: an error is an observation, never a pass. An error for which `isFinal` holds ends the wait. */
export type Condition = () => Promise<Observation>;

/** What a gate is asked about. Member gates need the member and what shall run there. */
export interface GateSubject {
  readonly member?: Member;
  readonly wanted?: Deployment;
}
