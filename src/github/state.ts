// Owns what the action's main step tells its post step, and the check run that a killed main step leaves open.
// Must not know how a run's files are cleaned up (app/).
import { getState, notice, saveState } from '@actions/core';
import { abandonedState } from './check-run.ts';
import { type CheckRunLimits, defaultLimits, openCheckRuns } from './check-run-client.ts';
import type { EventContext } from './context.ts';
import type { ActionInputs } from './inputs.ts';

export const states = { outputDirectory: 'output-directory', checkRun: 'check-run' } as const;

/** The directory is saved before anything is started: the post step must find what a killed run left. */
export function saveOutputDirectory(directory: string): void {
  saveState(states.outputDirectory, directory);
}

export function savedOutputDirectory(): string | undefined {
  const directory = getState(states.outputDirectory);
  return directory === '' ? undefined : directory;
}

/** Completes a check run that still says "in progress" although nobody works on it. It never throws. */
export async function closeAbandonedCheckRun(
  inputs: Pick<ActionInputs, 'githubToken'>,
  context: EventContext,
  limits: CheckRunLimits = defaultLimits,
): Promise<void> {
  const id = getState(states.checkRun);
  if (id === '' || inputs.githubToken === undefined) return;
  try {
    await (await openCheckRuns(inputs.githubToken, context, limits)).update(Number(id), abandonedState);
  } catch (error) {
    notice(`The check run was left open: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
