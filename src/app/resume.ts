// Owns `resume`: goes on with an interrupted run to its target.
import { continueRun } from './interrupted-run.ts';
import type { RunSettings } from './run-settings.ts';
import type { Surroundings } from './surroundings.ts';

export function resume(settings: RunSettings, surroundings: Surroundings): Promise<number> {
  return continueRun('resume', settings, surroundings);
}
