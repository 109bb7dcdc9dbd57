// Owns running the commands that a manifest brings along: their environment, their output in the log, their end.
// Must not know what any of them is for.
import type { Workspace } from '../../drivers/workspace.ts';
import { type RunOptions, run } from '../../platform/exec.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import type { Tools } from '../shell/tools.ts';

export interface OwnCommand {
  readonly command: readonly string[];
  readonly cwd: string;
  /** Variables beside this process's own environment, of which those that begin as `without` says are left out. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly without?: string;
  readonly timeoutMs: number;
  /** Text that stands before each line of the command's output. */
  readonly says: string;
  /** Where the command works: whoever removes the workspace ends the command, also when we died meanwhile. */
  readonly workspace?: Workspace;
}

export interface OwnEnd {
  readonly ok: boolean;
  /** The end in words, such as "ended with exit code 1". */
  readonly ended: string;
  readonly lines: readonly string[];
}

const lastLines = 20;

/**
 * Tells how the command ended, and its last lines without secrets. Throws `tool-failed` where it cannot be run or does
 * not end.
 */
export async function runOwnCommand(
  { command: [command = '', ...args], cwd, variables = {}, without, timeoutMs, says, workspace }: OwnCommand,
  { environment, signal, redactor }: Surroundings,
  { progress }: Tools,
): Promise<OwnEnd> {
  const inherited = Object.entries(environment).filter(([name]) => without === undefined || !name.startsWith(without));
  const lines: string[] = [];
  const options: RunOptions = {
    cwd,
    env: Object.fromEntries(
      [...inherited, ...Object.entries(variables)].filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    timeoutMs,
    signal,
    anyExitCode: true,
    onLine: (line) => {
      const shown = redactor.text(line);
      progress.now(`${says}: ${shown}`);
      lines.push(shown);
      if (lines.length > lastLines) lines.shift();
    },
  };
  const { exitCode } = await (workspace === undefined
    ? run(command, args, options)
    : workspace.run([command, ...args], options));
  const ended = exitCode === null ? 'was killed by a signal' : `ended with exit code ${exitCode}`;
  return { ok: exitCode === 0, ended, lines };
}
