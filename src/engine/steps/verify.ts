// Owns the step that only passes gates.
// Must not change anything.
import type { StepOf } from '../../plan/steps.ts';
import { passGates } from '../gates.ts';
import type { Run } from '../run-state.ts';

export async function verify(run: Run, step: StepOf<'verify'>): Promise<string> {
  await passGates(run, step.gates);
  return `${step.gates.length} gate${step.gates.length === 1 ? '' : 's'} open`;
}
