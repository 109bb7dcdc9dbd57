// Owns `rollback`: brings an interrupted run back to the release that its hop started from.
import { continueRun } from './interrupted-run.ts';
import type { RunSettings } from './run-settings.ts';
import type { Surroundings } from './surroundings.ts';

export function rollback(settings: RunSettings, surroundings: Surroundings): Promise<number> {
  return continueRun('rollback', settings, surroundings);
}
