// Owns `resume`: goes on with an interrupted run to its target.
// Must not know how a run is taken up (interrupted-run.ts).

import { present } from '../../present.ts';
import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import { type Continuing, continueRun } from './interrupted-run.ts';

export function resume(
  settings: RunSettings,
  surroundings: Surroundings,
  { acceptFound, takeOver }: Pick<Continuing, 'acceptFound' | 'takeOver'>,
): Promise<number> {
  return continueRun('resume', settings, surroundings, present({ acceptFound, takeOver }));
}
