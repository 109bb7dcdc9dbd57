// Owns the hold before the last old member: soak, then every gate again.
// Must not change anything.
import type { StepOf } from '../../plan/steps.ts';
import { awake, seconds } from '../bounded.ts';
import { passGates, pause } from '../gates.ts';
import { heartbeatMs } from '../limits.ts';
import { emit, type Run } from '../run-state.ts';
import { sideNow } from '../way-back-proof.ts';

export async function hold(run: Run, step: StepOf<'hold'>): Promise<string> {
  emit(run, { type: 'point-of-no-return', side: await sideNow(run) });
  const { clock } = run.bounds;
  // What nobody watched is no part of the soak: a tool that was stopped for an hour holds after it as it would have before.
  for (let left = step.soakMs; left > 0; ) {
    const [begun, piece] = [clock.monotonicUs(), Math.min(left, heartbeatMs)];
    await pause(run, piece);
    left -= awake(clock, begun, piece).ms;
    emit(run, {
      type: 'progress',
      message: `holding before the point of no return, ${seconds(Math.max(0, left))} left`,
    });
  }
  await passGates(run, step.gates);
  return `held for ${seconds(step.soakMs)}, all gates open`;
}
