// Owns the step that puts a release in place on every member, beside the running one.
// Must not stop or start anything.
import type { StepOf } from '../../plan/steps.ts';
import { bounded } from '../bounded.ts';
import { stageLimitMs } from '../limits.ts';
import type { Member } from '../ports.ts';
import type { Run } from '../run-state.ts';

export async function stage(run: Run, step: StepOf<'stage'>): Promise<string> {
  for (const member of run.members) await putInPlace(run, member, step.release);
  return `${step.release} is in place on ${run.members.length} members`;
}

/** Puts the release in place beside the running one, unless it is there. */
export async function putInPlace(run: Run, member: Member, release: string): Promise<void> {
  await bounded(run.bounds, `Staging ${release} on ${member.name}`, stageLimitMs, (signal) =>
    run.options.driver.stage(member, release, signal),
  );
}
