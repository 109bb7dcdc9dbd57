// Owns the hold before the last old member: soak, counted from the switch before it, then every gate again.
// Must not change anything.
import type { StepOf } from '../../plan/steps.ts';
import { elapsedMs, seconds } from '../bounded.ts';
import { passGates, pause } from '../gates.ts';
import { heartbeatMs } from '../limits.ts';
import { emit, type Run } from '../run-state.ts';
import { sideNow } from '../way-back-proof.ts';

export async function hold(run: Run, step: StepOf<'hold'>): Promise<string> {
  emit(run, { type: 'point-of-no-return', side: await sideNow(run) });
  // What was seen between the last switch and this step is a part of the soak: nothing has changed meanwhile.
  const begin = run.memory.restsSinceUs ?? run.bounds.clock.monotonicUs();
  const leftMs = (): number => step.soakMs - elapsedMs(run.bounds.clock, begin);
  for (let left = leftMs(); left > 0; left = leftMs()) {
    await pause(run, Math.min(left, heartbeatMs));
    emit(run, {
      type: 'progress',
      message: `holding before the point of no return, ${seconds(Math.max(0, left))} left`,
    });
  }
  await passGates(run, step.gates);
  return `held for ${seconds(step.soakMs)}, all gates open`;
}
