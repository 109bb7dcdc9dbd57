// Owns the step in which a rehearsal looks at the cluster through its clients' eyes.
// Must not know what an observer does; production plans have no such step.
import type { StepOf } from '../../plan/steps.ts';
import { bounded } from '../bounded.ts';
import { observeLimitMs } from '../limits.ts';
import type { Run } from '../run-state.ts';
import { stop } from '../stop.ts';

export async function observe(run: Run, step: StepOf<'observe'>): Promise<string> {
  const { observer } = run.options;
  if (!observer) throw stop('internal-error', `Step ${run.step.planned.id} observes, but this run has no observer.`);
  await bounded(
    run.bounds,
    `The observation of the ${step.state.phase} state`,
    step.dwellMs + observeLimitMs,
    (signal) => observer.observe(step.state, step.dwellMs, run.members, signal),
  );
  return `observed the ${step.state.phase} state, ${step.state.upgraded} of ${step.state.voters} on ${step.state.to}`;
}
