// Owns private directories on this machine in which a manifest's own commands work. They are kept as runs without
// members: whoever removes what dead runs left finds them, and ends the command that was still at work.
// Must not know what any command is for.
import type { RunOptions, RunResult } from '../platform/exec.ts';
import { makeRunDirectory, runPaths } from './process/run-state.ts';
import { removeRun } from './process/runs.ts';
import { runTool } from './process/tool.ts';

export interface Workspace extends AsyncDisposable {
  readonly directory: string;
  /** Runs a command as `run` of platform/exec.ts does; the process is written down in the workspace. */
  run(command: readonly [string, ...string[]], options: Omit<RunOptions, 'by'>): Promise<RunResult>;
}

/** Opens a workspace. Disposing of it removes it with all that is in it, secrets above all. */
export async function openWorkspace(stateDir: string, runId: string): Promise<Workspace> {
  const paths = runPaths(stateDir, runId);
  await makeRunDirectory(paths);
  return {
    directory: paths.directory,
    run: (command, options) => runTool(paths, paths.tool, command, options),
    [Symbol.asyncDispose]: () => removeRun(stateDir, runId),
  };
}
