// Owns `rollback`: brings an interrupted run back to the release that its hop started from.
// Must not know how a run is taken up (interrupted-run.ts).

import { present } from '../../present.ts';
import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import { type Continuing, continueRun } from './interrupted-run.ts';

export function rollback(
  settings: RunSettings,
  surroundings: Surroundings,
  { acceptFound, takeOver }: Pick<Continuing, 'acceptFound' | 'takeOver'>,
): Promise<number> {
  return continueRun('rollback', settings, surroundings, present({ acceptFound, takeOver }));
}
