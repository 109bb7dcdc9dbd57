// Owns running the programs that a source builds on, and telling their words apart: a full disk or a wrong checksum
// ends the search, anything else is a reason to ask the next source. Must not know the programs.
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { EtcdMigrateError } from '../../errors.ts';
import { type RunResult, run } from '../../platform/exec.ts';
import { isRefusal, type Refusal } from '../source.ts';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly onLine?: (line: string) => void;
}

/** Runs a program; an exit code other than 0, a time-out or a missing program is a refusal with the last words. */
export async function attempt(command: Command): Promise<RunResult | Refusal> {
  const { program, args, signal, ...options } = command;
  const name = `${program} ${args.find((arg) => /^[a-z]/.test(arg)) ?? ''}`.trim();
  let result: RunResult;
  try {
    result = await run(program, args, { ...options, signal });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof EtcdMigrateError && error.code === 'tool-failed') return { refused: error.message };
    throw error;
  }
  if (result.exitCode === 0) return result;
  const words = `${result.stderr}\n${result.stdout}`;
  const full = linesFrom(words, /no space left on device|disk quota exceeded/i);
  if (full) throw new EtcdMigrateError('no-space', `${name} ran out of disk space${inDirectory(command)}: ${full}`);
  const wrong = linesFrom(words, /checksum mismatch|SECURITY ERROR|Hash Sum mismatch/i);
  if (wrong) throw new EtcdMigrateError('checksum-mismatch', `${name} refused what it fetched: ${wrong}`);
  return { refused: `${name} failed with exit code ${result.exitCode}: ${lastLines(words)}` };
}

/** Gives the output of a command that has to succeed, without blanks around it. */
export async function outputOf(command: Command): Promise<string | Refusal> {
  const result = await attempt(command);
  return isRefusal(result) ? result : result.stdout.trim();
}

/** Which of these programs are not on PATH. */
export async function missingPrograms(programs: readonly string[], searchPath: string | undefined): Promise<string[]> {
  const directories = (searchPath ?? '').split(delimiter).filter((directory) => directory !== '');
  const missing: string[] = [];
  for (const program of programs) {
    const found = await Promise.all(directories.map((directory) => isExecutable(join(directory, program))));
    if (!found.includes(true)) missing.push(program);
  }
  return missing;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    // Whatever the reason is, this is not a program that we can run.
    return false;
  }
}

/** The variables of an environment that are set, by name. */
export function pick(
  environment: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): Record<string, string> {
  const entries = names.map((name) => [name, environment[name]] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/**
 * The variables that any program of ours may need from the caller: where programs are, proxies, certificates. No
 * tokens.
 */
export const ordinaryVariables = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'LOCALAPPDATA',
  'SystemRoot',
  'TMPDIR',
  'TMP',
  'TEMP',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
] as const;

const inDirectory = ({ cwd }: Command): string => (cwd === undefined ? '' : ` in ${cwd}`);

const LINES_SHOWN = 3;

function linesOf(words: string): string[] {
  const lines = words.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

const lastLines = (words: string): string => linesOf(words).slice(-LINES_SHOWN).join(' | ').slice(-600) || 'no output';

/** The first line that matches and what follows; undefined when none does. */
function linesFrom(words: string, pattern: RegExp): string | undefined {
  const lines = linesOf(words);
  const at = lines.findIndex((line) => pattern.test(line));
  return at < 0
    ? undefined
    : lines
        .slice(at, at + LINES_SHOWN)
        .join(' | ')
        .slice(0, 600);
}
