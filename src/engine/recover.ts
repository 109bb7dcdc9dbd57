// Owns what a killed run left behind, as far as its journal knows.
// Must not trust the journal over the live cluster: the journal says what was meant, live state what is.

import { EtcdMigrateError, type FailureCode, failures } from '../errors.ts';
import { contradictionIn } from '../plan/plan-schema.ts';
import type { Deployment, Hop, Plan } from '../plan/steps.ts';
import { present } from '../present.ts';
import { contentDigest, type JournalRecord, validateRecords } from './journal.ts';
import { type About, aboutHop, type Side, sideOf } from './side.ts';
import { isRollBackStep, undoneBy } from './undoing.ts';

export interface Recovery {
  readonly runId: string;
  /** The version of the tool that began the run. */
  readonly toolVersion: string;
  readonly mode: string;
  readonly plan: Plan;
  readonly context: unknown;
  /** Steps that need not be done again; without those that a roll-back has begun to undo. */
  readonly completed: ReadonlySet<string>;
  /** A switch that was intended and of which no end is known. */
  readonly inFlight?: { readonly step: string; readonly member: string; readonly to: Deployment };
  /**
   * The side as far as the journal alone knows, which is never `before` for a minor hop; the live cluster has the last
   * word.
   */
  readonly side: Side;
  /** The hop under way, and what the journal has to say about it where the cluster is silent. */
  readonly about: About;
  /** How the engine ended, when it did and has not done anything since. */
  readonly finished?: 'reached-target' | 'rolled-back' | 'held' | 'failed';
  /**
   * Whether that end is an answer: the target or the source was reached, or the release was found at fault. Anything else,
   * as a gate that stayed shut, only kept the engine from going on, and can be tried again.
   */
  readonly isAnswered: boolean;
  /** The verdict of a run that is over: until then it can be resumed, were it only to be judged. */
  readonly reported?: string;
}

/**
 * Reads what a store returned. Throws `nothing-to-resume` where no run began, `journal-format` for a journal of another
 * format, `journal-damaged` where records are wrong, or its plan is not the one that its digest names.
 */
export function recover(raw: readonly unknown[]): Recovery {
  const records = validateRecords(raw);
  const [first] = records;
  if (first?.type !== 'run-started') {
    throw new EtcdMigrateError('nothing-to-resume', 'The journal has no beginning of a run; no cluster was touched.');
  }
  const isWhole = contentDigest(first) === first.content;
  const contradiction =
    contradictionIn(first.plan) ??
    (isWhole ? undefined : 'it, or what its verdict rests on, is not what was journaled');
  if (contradiction !== undefined) {
    throw new EtcdMigrateError(
      'journal-damaged',
      `The plan in the journal is not the one that the run began with: ${contradiction}. Nothing was changed.`,
    );
  }
  const completed = new Set<string>();
  let inFlight: Recovery['inFlight'];
  let finished: Extract<JournalRecord, { type: 'run-finished' }> | undefined;
  let reported: string | undefined;
  for (const record of records) {
    if (record.type === 'step-finished' && !isRollBackStep(record.step)) completed.add(record.step);
    for (const id of undoneBy(record, first.plan)) completed.delete(id);
    if (record.type === 'switch-intended') inFlight = { step: record.step, member: record.member, to: record.to };
    if (record.type === 'switch-ended' && record.outcome !== 'unknown') inFlight = undefined;
    if (record.type === 'run-finished') finished = record;
    // Being taken up alone takes nothing back: a failure that was not judged yet must not be forgotten because somebody
    // tried.
    if (record.type === 'step-started') finished = undefined;
    if (record.type === 'run-reported') reported = record.verdict;
  }
  const hop = currentHop(first.plan, completed);
  const about = aboutHop(hop, records);
  return {
    runId: first.runId,
    toolVersion: first.toolVersion,
    mode: first.mode,
    plan: first.plan,
    context: first.context,
    completed,
    ...(inFlight ? { inFlight } : {}),
    side: sideOf({ ...about, members: [] }),
    about,
    ...present({ finished: finished?.outcome }),
    isAnswered: finished !== undefined && isAnswer(finished),
    ...present({ reported }),
  };
}

function isAnswer({ outcome, code }: Extract<JournalRecord, { type: 'run-finished' }>): boolean {
  if (outcome === 'reached-target' || outcome === 'rolled-back') return true;
  // A code of another version of this tool may be one.
  if (code === undefined || !Object.hasOwn(failures, code)) return true;
  return code !== 'gate-failed' && failures[code as FailureCode].kind === 'verdict';
}

/** The hop of the first upgrade step that is not finished; the last hop when all are. */
export function currentHop(plan: Plan, completed: ReadonlySet<string>): Hop | undefined {
  const { hops } = plan.upgrade;
  return hops.find((hop) => hop.steps.some(({ id }) => !completed.has(id))) ?? hops.at(-1);
}
