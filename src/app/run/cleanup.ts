// Owns `cleanup`: removes what runs whose owner is dead have left behind.
// Must not remove what a living run owns, nor what carries no marker of ours.
import { systemClock } from '../../platform/clock.ts';
import { lockDirectory } from '../../platform/run-lock.ts';
import { done, sayJson } from '../shell/envelope.ts';
import { isOutputDirectory } from '../shell/output-directory.ts';
import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import { openTools } from '../shell/tools.ts';
import { type Removed, removeDeadRuns } from './dead-runs.ts';
import { runDirectory } from './run-directory.ts';
import { takenOver } from './take-over.ts';

/** Throws `run-in-progress` while the owner lives. Nothing to remove is a success. */
export async function cleanup(
  settings: RunSettings,
  surroundings: Surroundings,
  { takeOver }: { readonly takeOver?: string } = {},
): Promise<number> {
  using tools = openTools(settings, surroundings, systemClock);
  const directory = runDirectory(settings.outputDir);
  const ours = await isOutputDirectory(directory);
  const { removed, leftAlone } = ours ? await removeLocked() : { removed: [], leftAlone: [] };
  const why = ours ? '' : ', which is not an output directory of etcd-migrate';
  const said = removed.length === 0 ? `nothing to remove in ${directory.path}${why}` : `${removed.length} removed`;
  tools.progress.line(said);
  const cleanup = { removed: [...removed], leftAlone: [...leftAlone] };
  sayJson(
    {
      ...done,
      mode: 'cleanup',
      verdict: 'pass',
      reason: `${said.charAt(0).toUpperCase()}${said.slice(1)}.`,
      nextSteps: [],
      cleanup,
    },
    settings,
    surroundings,
  );
  return 0;

  async function removeLocked(): Promise<Removed> {
    await using _lock = await lockDirectory(
      directory.path,
      'cleanup',
      takenOver(directory, takeOver, surroundings, tools),
    );
    return await removeDeadRuns(directory, surroundings, tools);
  }
}
