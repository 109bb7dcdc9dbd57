// Owns the rule that the last old member of a minor hop is replaced right after a hold, whatever came in between.
// Must not hold (steps/hold.ts): it says whether one is due.

import { sameDeployment } from '../plan/deployment.ts';
import type { Deployment, PlannedStep, StepOf } from '../plan/steps.ts';
import type { Run } from './run-state.ts';

export type HoldStep = PlannedStep & { readonly step: StepOf<'hold'> };

/**
 * The hop's hold when it has to be done (again) before `next`, the last old member, is replaced by the step under way:
 * it never ended, or a member was changed since, by a roll-back or because somebody else had put members back. Legs do
 * not count, they leave the cluster as they found it; nor does an earlier try to replace `next`.
 */
export function holdDueBefore(run: Run, next: string, to: Deployment): HoldStep | undefined {
  const { hop, part } = run.step;
  if (hop.kind !== 'minor' || part !== 'upgrade') return undefined;
  const hold = hop.steps.find((planned): planned is HoldStep => planned.step.kind === 'hold');
  if (hold === undefined) return undefined;
  const { records } = run.journal;
  const legs = new Set(run.options.plan.legs.flatMap((leg) => leg.steps.map(({ id }) => id)));
  const held = records.findLast((r) => r.type === 'step-finished' && r.step === hold.id);
  const changed = records.findLast(
    (r) => r.type === 'switch-intended' && !legs.has(r.step) && !(r.member === next && sameDeployment(r.to, to)),
  );
  return held === undefined || (changed !== undefined && changed.seq > held.seq) ? hold : undefined;
}
