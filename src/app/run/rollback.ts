// Owns `rollback`: brings an interrupted run back to the release that its hop started from.
// Must not know how a run is taken up (interrupted-run.ts).

import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import { continueRun } from './interrupted-run.ts';

export function rollback(settings: RunSettings, surroundings: Surroundings): Promise<number> {
  return continueRun('rollback', settings, surroundings);
}
