// Owns the action's inputs: reading, checking and masking them.
// Must not know what a mode does with them, nor give defaults to what the manifest may set.
import { getInput, getMultilineInput, setSecret } from '@actions/core';
import { EtcdMigrateError } from '../errors.ts';

const actionModes = ['preflight', 'verify-backup'] as const;
export type ActionMode = (typeof actionModes)[number];

/** An input that is absent was not given: the manifest or the program decides. */
export interface ActionInputs {
  readonly mode: ActionMode;
  readonly manifest?: string;
  readonly output?: string;
  readonly cache?: string;
  readonly offline?: boolean;
  readonly workingDirectory?: string;
  readonly githubToken?: string;
  /** Full refs (`refs/heads/release`) or branch names. */
  readonly trustedRefs: readonly string[];
  readonly checkName?: string;
  readonly checkRun: boolean;
  readonly annotations: boolean;
}

/** Masks the credentials before anything else is looked at. Throws `usage` naming the input. */
export function readActionInputs(): ActionInputs {
  const githubToken = text('github-token');
  if (githubToken !== undefined) setSecret(githubToken);
  const given = {
    manifest: text('manifest'),
    output: text('output'),
    cache: text('cache'),
    offline: flag('offline'),
    workingDirectory: text('working-directory'),
    githubToken,
    checkName: text('check-name'),
  };
  return {
    mode: modeOf(text('mode')),
    ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<ActionInputs>),
    trustedRefs: getMultilineInput('trusted-refs').filter((ref) => ref !== ''),
    checkRun: flag('check-run') ?? true,
    annotations: flag('annotations') ?? true,
  };
}

function text(name: string): string | undefined {
  const value = getInput(name);
  return value === '' ? undefined : value;
}

/** A switch takes the spellings that YAML 1.2 and @actions/core accept; anything else is a mistake, not `false`. */
function flag(name: string): boolean | undefined {
  const value = text(name);
  if (value === undefined) return undefined;
  if (/^(true|True|TRUE)$/.test(value)) return true;
  if (/^(false|False|FALSE)$/.test(value)) return false;
  throw new EtcdMigrateError('usage', `The input ${name} must be true or false, not ${JSON.stringify(value)}.`, {
    hint: `Correct the input ${name} of the step in the workflow.`,
  });
}

// The runner does not enforce `required: true` of action.yml.
function modeOf(value: string | undefined): ActionMode {
  const mode = actionModes.find((known) => known === value);
  if (mode !== undefined) return mode;
  const what = value === undefined ? 'The input mode is missing' : `The input mode is ${JSON.stringify(value)}`;
  throw new EtcdMigrateError('usage', `${what}; it must be one of: ${actionModes.join(', ')}.`, {
    hint: `Set \`mode: ${actionModes[0]}\` in the step of the workflow, or another of them.`,
  });
}

/** Hides values from the job's log; the runner takes each line on its own, so a key file is masked line by line. */
export function maskSecrets(values: Iterable<string>): void {
  for (const value of values) {
    for (const line of [value, ...value.split(/\r\n|\r|\n/)]) if (line.trim() !== '') setSecret(line);
  }
}
