// Owns what a killed run left behind: where it was, and the way back before the point of no return.
// Must not trust the journal over the live cluster: the journal says what was meant, live state what is.
import { EtcdMigrateError } from '../errors.ts';
import type { Deployment, Hop, Plan, Step } from '../plan/steps.ts';
import { type JournalRecord, openJournal, validateRecords } from './journal.ts';
import type { EngineOptions, EngineOutcome, ExecutableStep } from './options.ts';
import { runSteps } from './run.ts';
import { hasFlipped, sideOf } from './side.ts';
import { surveyCluster } from './survey.ts';

export interface Recovery {
  readonly runId: string;
  readonly mode: string;
  readonly plan: Plan;
  readonly context: unknown;
  /** Steps that need not be done again. */
  readonly completed: ReadonlySet<string>;
  /** A switch that was intended and of which no end is known. */
  readonly inFlight?: { readonly step: string; readonly member: string; readonly to: Deployment };
  /** As far as the journal knows; the live cluster version has the last word. */
  readonly side: 'before' | 'after';
  /** How the run ended, when it did. */
  readonly finished?: 'reached-target' | 'rolled-back' | 'held' | 'failed';
}

/** Reads a journal. Throws `nothing-to-resume` where no run began, `journal-damaged` where records are wrong. */
export function recover(records: readonly JournalRecord[]): Recovery {
  const [first] = validateRecords(records);
  if (first?.type !== 'run-started') {
    throw new EtcdMigrateError('nothing-to-resume', 'The journal has no beginning of a run; no cluster was touched.');
  }
  const completed = new Set<string>();
  let inFlight: Recovery['inFlight'];
  let finished: Recovery['finished'];
  for (const record of records) {
    if (record.type === 'step-finished') completed.add(record.step);
    if (record.type === 'switch-intended') inFlight = { step: record.step, member: record.member, to: record.to };
    if (record.type === 'switch-ended' && record.outcome !== 'unknown') inFlight = undefined;
    if (record.type === 'run-finished') finished = record.outcome;
    if (record.type === 'run-resumed') finished = undefined;
  }
  return {
    runId: first.runId,
    mode: first.mode,
    plan: first.plan,
    context: first.context,
    completed,
    ...(inFlight ? { inFlight } : {}),
    side: sideByJournal(first.plan, completed, inFlight),
    ...(finished ? { finished } : {}),
  };
}

/** After, from the moment the hop's last switch was intended: its new process may have been up, and the flip begun. */
function sideByJournal(plan: Plan, completed: ReadonlySet<string>, inFlight: Recovery['inFlight']): 'before' | 'after' {
  const hop = currentHop(plan, completed);
  if (hop?.kind !== 'minor') return 'before';
  const last = hop.steps.findLast(({ step }) => step.kind === 'switch-member' && step.purpose === 'upgrade');
  return last && (completed.has(last.id) || inFlight?.step === last.id) ? 'after' : 'before';
}

/** The hop of the first upgrade step that is not finished; the last hop when all are. */
function currentHop(plan: Plan, completed: ReadonlySet<string>): Hop | undefined {
  const { hops } = plan.upgrade;
  return hops.find((hop) => hop.steps.some(({ id }) => !completed.has(id))) ?? hops.at(-1);
}

/**
 * Puts every member back on the release from which the current hop started, one by one, with the hop's own gates.
 * Hops that are done are not undone. Throws `past-point-of-no-return` before anything is touched when no old member is
 * left or any member reports the new cluster version.
 */
export async function rollBack(options: EngineOptions): Promise<EngineOutcome> {
  const { plan, driver, view, clock, signal } = options;
  const bounds = { clock, signal };
  const journal = await openJournal(options.journal, clock);
  const hop = currentHop(plan, options.completed ?? new Set());
  if (!hop) throw new EtcdMigrateError('nothing-to-resume', 'The plan has no hop, so there is nothing to roll back.');
  const members = await driver.inventory(signal);
  const survey = await surveyCluster({ driver, view }, bounds, members);
  const flipped = await hasFlipped(view, bounds, members, hop);
  if (sideOf(hop, survey, flipped) === 'after') {
    throw new EtcdMigrateError(
      'past-point-of-no-return',
      `Hop ${hop.from} → ${hop.to} is past the point of no return (${flipped ? `the cluster version is ${hop.to.split('.').slice(0, 2).join('.')}` : 'no member runs the old release any more'}): ${hop.from} would not start. Nothing was changed.`,
    );
  }
  const attempt = journal.records.filter((r) => r.type === 'run-resumed' && r.purpose === 'rollback').length;
  const steps = rollBackSteps(hop, plan.upgrade.voters, attempt);
  const outcome = await runSteps({ ...options, steps, completed: new Set() }, journal, 'rolled-back');
  const done = plan.upgrade.hops.slice(0, plan.upgrade.hops.indexOf(hop));
  const kept = done.map(({ from, to }) => `${from} → ${to}`).join(', ');
  const message =
    outcome.outcome === 'rolled-back'
      ? `Every member runs ${hop.from}: hop ${hop.from} → ${hop.to} is undone.${kept === '' ? '' : ` Not undone, because finished: ${kept}.`}`
      : outcome.message;
  return { ...outcome, message };
}

/** The same step kinds and gates as going forward; only the deployment differs. */
function rollBackSteps(hop: Hop, voters: number, attempt: number): readonly ExecutableStep[] {
  const forward = hop.steps.find(({ step }) => step.kind === 'switch-member')?.step;
  const gates = forward?.kind === 'switch-member' ? forward.gates : [];
  const steps: readonly Step[] = [
    { kind: 'stage', release: hop.from },
    {
      kind: 'switch-member',
      purpose: 'roll-back',
      ordinal: voters,
      to: { release: hop.from, overrides: {} },
      gates,
    },
    {
      kind: 'verify',
      title: 'after the roll-back',
      gates: gates.filter(({ name }) => !name.startsWith('member-') && name !== 'raft-caught-up'),
    },
  ];
  return steps.map((step, index) => ({
    planned: { id: `rollback.${hop.id}.${attempt}.${index + 1}`, step },
    hop,
    part: 'upgrade',
    depth: 1,
  }));
}
