// Owns bringing backups by the manifest's own command, into a directory that goes with the run.
// Must not know what the command does, nor look at what it brought.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeRunDirectory, runPaths } from '../drivers/process/run-state.ts';
import { removeRun } from '../drivers/process/runs.ts';
import { EtcdMigrateError } from '../errors.ts';
import { run } from '../platform/exec.ts';
import { pathError } from '../platform/files.ts';
import type { RunDirectory } from './run-directory.ts';
import { newRunId } from './run-id.ts';
import type { Surroundings } from './surroundings.ts';
import type { Tools } from './tools.ts';

/** Terabytes over a slow line. */
const limitMs = 24 * 60 * 60_000;
const lastLines = 20;

export interface FetchedBackups extends AsyncDisposable {
  readonly directory: string;
}

/** Disposing it removes what was brought: it holds every secret that the cluster held. Throws `tool-failed`. */
export async function fetchBackups(
  [command = '', ...args]: readonly string[],
  directory: RunDirectory,
  { environment, signal, redactor }: Surroundings,
  { clock, progress }: Tools,
): Promise<FetchedBackups> {
  const runId = newRunId(clock);
  const paths = runPaths(directory.path, runId);
  const fetched = join(paths.directory, 'fetched');
  const remove = () => removeRun(directory.path, runId);
  await makeRunDirectory(paths);
  try {
    await mkdir(fetched, { mode: 0o700 });
    progress.now(`bringing the backups: ${command}`);
    const lines: string[] = [];
    const { exitCode } = await run(command, args, {
      cwd: fetched,
      env: Object.fromEntries(
        Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ),
      timeoutMs: limitMs,
      signal,
      onLine: (line) => {
        const shown = redactor.text(line);
        progress.now(`bringing the backups: ${shown}`);
        lines.push(shown);
        if (lines.length > lastLines) lines.shift();
      },
    });
    if (exitCode === 0) return { directory: fetched, [Symbol.asyncDispose]: remove };
    const words = lines.length === 0 ? 'It printed nothing.' : `Its last lines:\n${lines.join('\n')}`;
    // Its arguments may be addresses with secrets in them.
    throw new EtcdMigrateError(
      'tool-failed',
      `${command} of \`backups.fetch\` ended with exit code ${exitCode}; what it had brought was removed. ${words}`,
      { hint: 'Correct `backups.fetch`, or what it needs in the environment.', details: { exitCode } },
    );
  } catch (error) {
    await remove();
    throw pathError(error, 'Making', fetched);
  }
}
