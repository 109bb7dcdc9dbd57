// Owns bringing backups by the manifest's own command, into a directory that goes with the run.
// Must not know what the command does, nor look at what it brought.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkspace } from '../../drivers/workspace.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { pathError } from '../../platform/files.ts';
import type { RunDirectory } from '../run/run-directory.ts';
import { newRunId } from '../run/run-id.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import type { Tools } from '../shell/tools.ts';
import { runOwnCommand } from './own-command.ts';

/** The limit leaves time for terabytes over a slow line. */
const limitMs = 24 * 60 * 60_000;

export interface FetchedBackups extends AsyncDisposable {
  readonly directory: string;
  /** What the command took, milliseconds. */
  readonly fetchMs: number;
}

/** Disposing it removes what was brought: it holds every secret that the cluster held. Throws `tool-failed`. */
export async function fetchBackups(
  [command = '', ...args]: readonly string[],
  directory: RunDirectory,
  surroundings: Surroundings,
  tools: Tools,
): Promise<FetchedBackups> {
  const workspace = await openWorkspace(directory.path, newRunId(tools.clock));
  const fetched = join(workspace.directory, 'fetched');
  const remove = () => workspace[Symbol.asyncDispose]();
  try {
    await mkdir(fetched, { mode: 0o700 });
    tools.progress.now(`bringing the backups: ${command}`);
    const beginUs = tools.clock.monotonicUs();
    const { ok, ended, lines } = await runOwnCommand(
      { command: [command, ...args], cwd: fetched, timeoutMs: limitMs, says: 'bringing the backups', workspace },
      surroundings,
      tools,
    );
    const fetchMs = (tools.clock.monotonicUs() - beginUs) / 1000;
    if (ok) return { directory: fetched, fetchMs, [Symbol.asyncDispose]: remove };
    const words = lines.length === 0 ? 'It printed nothing.' : `Its last lines:\n${lines.join('\n')}`;
    // The command's arguments may be addresses with secrets in them.
    throw new EtcdMigrateError(
      'tool-failed',
      `${command} of \`backups.fetch\` ${ended}; what it had brought was removed. ${words}`,
      { hint: 'Correct `backups.fetch`, or what it needs in the environment.' },
    );
  } catch (error) {
    await remove();
    throw pathError(error, 'Making', fetched);
  }
}
