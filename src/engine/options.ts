// Owns what the engine is given and what it answers.
// Must not know how a step is carried out.
import type { FailureCode } from '../errors.ts';
import type { Plan } from '../plan/steps.ts';
import type { ExecutableStep } from '../plan/weave.ts';
import type {
  Clock,
  ClusterControl,
  ClusterDriver,
  ClusterView,
  Events,
  JournalStore,
  Log,
  Observer,
} from './ports.ts';
import type { Side } from './side.ts';
import type { WayBack } from './way-back.ts';

/** What etcd's last words are known as: rulebook id, cause, cure. */
export interface Symptom {
  readonly knownAs: string;
  readonly explanation: string;
  readonly remedy: string;
}

export interface EngineOptions {
  readonly plan: Plan;
  readonly steps: readonly ExecutableStep[];
  readonly driver: ClusterDriver;
  readonly view: ClusterView;
  readonly control: ClusterControl;
  /** Needed as soon as the steps contain an `observe`. */
  readonly observer?: Observer;
  /** Holds `run-started` (and `run-resumed`) already; the engine writes everything after. */
  readonly journal: JournalStore;
  readonly events: Events;
  readonly clock: Clock;
  readonly log: Log;
  /** Its reason may be an EtcdMigrateError `interrupted` or `terminated`; the outcome then carries that code. */
  readonly signal: AbortSignal;
  /** The sha256 of each release's etcd as it was verified, in hexadecimal, by release. */
  readonly digests: Readonly<Record<string, string>>;
  readonly symptomOf: (lines: readonly string[]) => Symptom | undefined;
  /**
   * Releases by member: what somebody else has started there is taken over if it is that release, with whatever
   * executable and settings. A person has looked at it.
   */
  readonly acceptFound?: Readonly<Record<string, string>>;
  /** Ids of the steps that an interrupted run had finished. */
  readonly completed?: ReadonlySet<string>;
}

export interface StepOutcome {
  readonly id: string;
  readonly status: 'ok' | 'failed' | 'not-run';
  readonly durationMs?: number;
  readonly detail?: string;
}

/** Sums over the run, milliseconds: what etcd itself needs, whoever does the upgrade. */
export interface EngineTimings {
  readonly stopMs: number;
  readonly startMs: number;
  readonly flipWaitMs: number;
  readonly preparationMs: number;
}

export interface EngineOutcome {
  readonly outcome: 'reached-target' | 'rolled-back' | 'held' | 'failed' | 'interrupted';
  readonly code?: FailureCode;
  /** Id of the step at which the run ended, unless it reached its end. */
  readonly step?: string;
  /** What happened, where, and what the engine did about it. */
  readonly message: string;
  /** etcd's own last lines, newest last; empty when there are none. */
  readonly evidence: readonly string[];
  /** One sentence: which member runs what, and on which side of the point of no return the cluster is. */
  readonly clusterState: string;
  readonly pointOfNoReturn: Side;
  /** Whether the hop under way could be undone now. */
  readonly wayBack: WayBack['is'];
  readonly steps: readonly StepOutcome[];
  readonly timings: EngineTimings;
}
