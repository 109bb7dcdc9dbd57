// Owns `cleanup`: removes what runs whose owner is dead have left behind.
import { systemClock } from '../platform/clock.ts';
import { lockDirectory } from '../platform/run-lock.ts';
import { removeDeadRuns } from './dead-runs.ts';
import { isOutputDirectory } from './output-directory.ts';
import { runDirectory } from './run-directory.ts';
import type { RunSettings } from './run-settings.ts';
import type { Surroundings } from './surroundings.ts';
import { openTools } from './tools.ts';

/** Throws `run-in-progress` while the owner lives. Nothing to remove is a success. */
export async function cleanup(settings: RunSettings, surroundings: Surroundings): Promise<number> {
  using tools = openTools(settings, surroundings, systemClock);
  const directory = runDirectory(settings.outputDir);
  const ours = await isOutputDirectory(directory);
  const removed = ours ? await removeLocked() : 0;
  const why = ours ? '' : ', which is not an output directory of etcd-migrate';
  tools.progress.line(removed === 0 ? `nothing to remove in ${directory.path}${why}` : `${removed} removed`);
  if (settings.format === 'json') surroundings.writeOut(`${JSON.stringify({ removed })}\n`);
  return 0;

  async function removeLocked(): Promise<number> {
    await using _lock = await lockDirectory(directory.path, 'cleanup');
    return await removeDeadRuns(directory, tools.progress);
  }
}
