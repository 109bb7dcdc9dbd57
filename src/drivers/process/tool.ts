// Owns running a tool that belongs to a run: it is written down there, so that whoever removes the run ends it.
// Must not know what the tool is for.
import { EtcdMigrateError } from '../../errors.ts';
import { type RunOptions, type RunResult, run } from '../../platform/exec.ts';
import { writeFileAtomic } from '../../platform/files.ts';
import { toolScript } from './become-scripts.ts';
import { readTool } from './recorded-processes.ts';
import { type RunPaths, writingFailed } from './run-state.ts';

/**
 * Runs a tool as `run` does. `record` is the file that says which process it is; it lies at one of the places where
 * runs.ts looks for it.
 */
export async function runTool(
  paths: RunPaths,
  record: string,
  [command, ...args]: readonly [string, ...string[]],
  options: Omit<RunOptions, 'by'>,
): Promise<RunResult> {
  try {
    await writeFileAtomic(paths.toolScript, toolScript, 0o700);
  } catch (error) {
    throw writingFailed(paths.toolScript, error);
  }
  const by = ['/bin/sh', paths.toolScript, record, paths.closing];
  const result = await run(command, args, { ...options, by });
  if (result.exitCode === 0 || (await readTool(record)) !== null) return result;
  throw new EtcdMigrateError(
    'tool-failed',
    `${command} was not started, as ${record} could not be written: ${result.stderr.trim() || 'nobody says why'}`,
  );
}
