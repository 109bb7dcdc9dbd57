// Owns the step that puts a release in place on every member, beside the running one.
// Must not stop or start anything.
import type { StepOf } from '../../plan/steps.ts';
import { bounded } from '../bounded.ts';
import { stageLimitMs } from '../limits.ts';
import type { Run } from '../run-state.ts';

export async function stage(run: Run, step: StepOf<'stage'>): Promise<string> {
  await stageOnAll(run, step.release);
  return `${step.release} is in place on ${run.members.length} members`;
}

async function stageOnAll(run: Run, release: string): Promise<void> {
  for (const member of run.members) {
    await bounded(run.bounds, `Staging ${release} on ${member.name}`, stageLimitMs, (signal) =>
      run.options.driver.stage(member, release, signal),
    );
  }
}
