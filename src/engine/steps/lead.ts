// Owns the rehearsal's step that lets a member of a release lead, so that it can be seen what others do then.
// Must not stop anything.
import type { StepOf } from '../../plan/steps.ts';
import { moveLeadershipTo } from '../leadership.ts';
import type { Run } from '../run-state.ts';

export async function lead(run: Run, step: StepOf<'lead'>): Promise<string> {
  const member = await moveLeadershipTo(run, step.release);
  return `${member} on ${step.release} leads`;
}
