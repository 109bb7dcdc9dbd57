// Owns the way back before the point of no return: the same loop, steps and gates, with the old deployment.
// Must not trust the journal over the live cluster: the cluster version is the truth about the way back (K16).
import { EtcdMigrateError } from '../errors.ts';
import type { Hop, Step } from '../plan/steps.ts';
import type { ExecutableStep } from '../plan/weave.ts';
import { isInterruption, throwIfInterrupted } from './bounded.ts';
import { takeUp } from './bringing-back.ts';
import { openJournal } from './journal.ts';
import type { EngineOptions, EngineOutcome } from './options.ts';
import { isNotOurs } from './processes.ts';
import { currentHop } from './recover.ts';
import { inventoryOf, memoryOf, runSteps } from './run.ts';
import { settleInFlight } from './settle.ts';
import { aboutHop } from './side.ts';
import { rollBackStepId } from './undoing.ts';
import { requireWayBack } from './way-back-proof.ts';

/**
 * Puts every member back on the release from which the current hop started, one by one, with the hop's own gates.
 * Hops that are done are not undone. Throws before anything is touched: `past-point-of-no-return` when no old member is
 * left or any member reports the new cluster version, `downgrade-in-progress`, `roll-back-broken` when it was tried and
 * did not work, `side-unknown` when nothing proves that the version has not moved, `member-lost` when the members cannot
 * even be listed, `member-not-ours` where somebody else has started what runs on one and it is not what we would have. An interrupt is an outcome, also before the first step, and so is a dead member that could not be
 * brought back.
 */
export async function rollBack(options: EngineOptions): Promise<EngineOutcome> {
  const { plan, clock, signal } = options;
  const bounds = { clock, signal };
  const journal = await openJournal(options.journal, clock);
  const hop = currentHop(plan, options.completed ?? new Set());
  if (!hop) throw new EtcdMigrateError('nothing-to-resume', 'The plan has no hop, so there is nothing to roll back.');
  let notBack: unknown;
  try {
    throwIfInterrupted(signal);
    const members = await inventoryOf(options);
    await settleInFlight(options, bounds, members, journal);
    const memory = memoryOf(journal);
    const step = stepOf(hop, options.steps);
    // Members that are down are brought back first. Where one is not, the run ends with that, and nothing is undone.
    await takeUp({ options, bounds, unwatched: bounds, members, journal, facts: {}, memory, step }).catch(
      (error: unknown) => {
        if (isInterruption(error) || isNotOurs(error)) throw error;
        notBack = error;
      },
    );
    if (notBack === undefined) {
      await requireWayBack({ options, bounds, members, hop }, aboutHop(hop, journal.records), 'nothing was changed');
    }
  } catch (error) {
    // The loop below begins with a look at the signal and makes the outcome of it.
    if (!isInterruption(error) || !signal.aborted) throw error;
  }
  const attempt = journal.records.filter((r) => r.type === 'run-resumed' && r.purpose === 'rollback').length;
  const steps = rollBackSteps(hop, plan.upgrade.voters, attempt);
  const outcome = await runSteps({ ...options, steps, completed: new Set() }, journal, 'rolled-back', notBack);
  const done = plan.upgrade.hops.slice(0, plan.upgrade.hops.indexOf(hop));
  const kept = done.map(({ from, to }) => `${from} → ${to}`).join(', ');
  const message =
    outcome.outcome === 'rolled-back'
      ? `Every member runs ${hop.from}: hop ${hop.from} → ${hop.to} is undone.${kept === '' ? '' : ` Not undone, because finished: ${kept}.`}`
      : outcome.message;
  return { ...outcome, message };
}

/** The step of the hop under which members are brought back: a roll-back's own would say that undoing has begun. */
function stepOf(hop: Hop, steps: readonly ExecutableStep[]): ExecutableStep {
  const own = steps.find((step) => step.hop.id === hop.id);
  if (own === undefined) throw new EtcdMigrateError('internal-error', `The plan has no step of hop ${hop.id}.`);
  return own;
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
    planned: { id: rollBackStepId(hop, attempt, index + 1), step },
    hop,
    part: 'upgrade',
    depth: 1,
  }));
}
