// Owns running the commands that a manifest brings along: their environment, their output in the log, their end.
// Must not know what any of them is for.
import { run } from '../platform/exec.ts';
import type { Surroundings } from './surroundings.ts';
import type { Tools } from './tools.ts';

export interface OwnCommand {
  readonly command: readonly string[];
  readonly cwd: string;
  /** Beside this process's own environment. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Before each line of its output. */
  readonly says: string;
}

const lastLines = 20;

/** Its exit code, and its last lines without secrets. Throws `tool-failed` where it cannot be run or does not end. */
export async function runOwnCommand(
  { command: [command = '', ...args], cwd, variables = {}, timeoutMs, says }: OwnCommand,
  { environment, signal, redactor }: Surroundings,
  { progress }: Tools,
): Promise<{ readonly exitCode: number; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const { exitCode } = await run(command, args, {
    cwd,
    env: Object.fromEntries(
      Object.entries({ ...environment, ...variables }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    ),
    timeoutMs,
    signal,
    onLine: (line) => {
      const shown = redactor.text(line);
      progress.now(`${says}: ${shown}`);
      lines.push(shown);
      if (lines.length > lastLines) lines.shift();
    },
  });
  return { exitCode, lines };
}
