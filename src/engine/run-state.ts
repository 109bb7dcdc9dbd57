// Owns what the parts of the engine share during one run.
// Must not hold decisions: those are in the steps and gates.
import type { Deployment } from '../plan/steps.ts';
import type { ExecutableStep } from '../plan/weave.ts';
import type { Bounds } from './bounded.ts';
import type { Journal } from './journal.ts';
import type { EngineOptions } from './options.ts';
import type { EngineEvent, Member } from './ports.ts';
import { recordsAbout } from './undoing.ts';

export interface Run {
  readonly options: EngineOptions;
  /** Over when the run is interrupted, and when a member changes without being asked to. */
  readonly bounds: Bounds;
  /** Over when the run is interrupted: for what has to be done about such a change. */
  readonly unwatched: Bounds;
  readonly members: readonly Member[];
  readonly journal: Journal;
  /** The step being carried out. */
  readonly step: ExecutableStep;
  /** Facts of the step as journaled when it first began (a resume keeps them). */
  readonly facts: StepFacts;
  /** Shared over all steps of the run. */
  readonly memory: RunMemory;
}

/** The facts of a step, journaled with `step-started`. `goal` is a raft index in decimal. */
export type StepFacts = Readonly<Record<string, string>> & { readonly goal?: string };

export interface RunMemory {
  /** The member that was restarted last, which is not the first choice for leadership. */
  lastSwitched: string | null;
  /** How many acts on members are under way. */
  acts: number;
  stopMs: number;
  startMs: number;
  flipWaitMs: number;
  preparationMs: number;
}

/** Tells the listeners, who never influence the run. */
export function emit(run: { readonly options: Pick<EngineOptions, 'events' | 'log'> }, event: EngineEvent): void {
  try {
    run.options.events.emit(event);
  } catch (error) {
    run.options.log.warn('A listener of the engine failed; the run goes on', {
      event: event.type,
      error: String(error),
    });
  }
}

/** The switch of this step that was intended last, as long as the journal does not say that it was dealt with. */
export function unfinishedSwitch(
  run: Pick<Run, 'journal' | 'step'>,
): { readonly member: string; readonly from: Deployment | null } | undefined {
  let open: { member: string; from: Deployment | null } | undefined;
  for (const record of recordsAbout(run.step.planned.id, run.journal.records)) {
    if (record.type === 'switch-intended') {
      // The way back of a failed switch is an intent too; what ran before the whole step is in the first one.
      open = { member: record.member, from: open?.member === record.member ? open.from : record.from };
    } else if (record.type === 'member-restored' || record.type === 'step-finished') open = undefined;
  }
  return open;
}
