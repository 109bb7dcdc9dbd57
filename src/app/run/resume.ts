// Owns `resume`: goes on with an interrupted run to its target.

import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import { continueRun } from './interrupted-run.ts';

export function resume(settings: RunSettings, surroundings: Surroundings): Promise<number> {
  return continueRun('resume', settings, surroundings);
}
