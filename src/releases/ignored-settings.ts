// Owns asking a release's own binary which environment variables and configuration keys it takes no notice of.
// Must not know what any setting means, nor start a member: etcd is given a mistake that ends it after it has read them.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EtcdMigrateError } from '../errors.ts';
import type { EtcdSettings } from '../plan/steps.ts';
import { run } from '../platform/exec.ts';

/** This is far longer than etcd takes to read its settings and end. */
const TRIAL_LIMIT_MS = 10_000;

/**
 * Gives the names of variables and configuration keys ("group.key" within a group) that this etcd silently does without
 * (K9): a variable it does not know costs one warning in its log, a key not even that. Flags are left out: etcd refuses
 * those it does not know. Throws `tool-failed` when the binary's answer cannot be understood: then nothing is known,
 * which is no "all taken".
 *
 * @param binary path of a verified etcd
 */
export async function ignoredSettings(
  binary: string,
  { environment, configFile }: EtcdSettings,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-settings-'));
  const ask: Ask = (args, variables) => answerOf(binary, directory, args, variables, signal);
  try {
    const ignored: string[] = [];
    // Each variable is tried by itself: of several mistakes etcd names only the first.
    for (const variable of Object.keys(environment)) {
      if (await ignoresVariable(ask, variable, environment[variable] as string)) ignored.push(variable);
    }
    ignored.push(...(await ignoredKeys(ask, join(directory, 'etcd.json'), configFile ?? {}, [])));
    return ignored;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

type Ask = (args: readonly string[], variables: Readonly<Record<string, string>>) => Promise<string>;

/** etcd checks this once it has read everything else; its words are the same from 3.3 to 3.7. */
const ENDS_AFTER_VARIABLES = { args: ['--listen-client-urls=http://127.0.0.1:1'], says: /advertise-client-urls/ };

async function ignoresVariable(ask: Ask, variable: string, value: string): Promise<boolean> {
  const answer = await ask(ENDS_AFTER_VARIABLES.args, { [variable]: value });
  if (/unrecognized environment variable/.test(answer)) return true;
  // A value that etcd refuses is not ignored either; it will say so when it is started.
  if (ENDS_AFTER_VARIABLES.says.test(answer) || answer.includes(variable)) return false;
  throw notUnderstood(variable, answer);
}

/** Gives the ignored keys below `path`; of an ignored group only the group. */
async function ignoredKeys(ask: Ask, file: string, group: object, path: readonly string[]): Promise<string[]> {
  const ignored: string[] = [];
  for (const [key, value] of Object.entries(group)) {
    const here = [...path, key];
    if (await ignoresKey(ask, file, here)) ignored.push(here.join('.'));
    else if (isGroup(value)) ignored.push(...(await ignoredKeys(ask, file, value, here)));
  }
  return ignored;
}

/** A list of lists fits no field of etcd's configuration, so a key that etcd knows makes it refuse the file. */
async function ignoresKey(ask: Ask, file: string, path: readonly string[]): Promise<boolean> {
  const misfit = path.reduceRight<unknown>((value, key) => ({ [key]: value }), [[]]) as object;
  await writeFile(file, JSON.stringify({ ...misfit, 'listen-peer-urls': 'no URL' }));
  const answer = await ask([`--config-file=${file}`], {});
  if (/cannot unmarshal/.test(answer)) return false;
  if (/setting up listen-peer-urls/.test(answer)) return true;
  throw notUnderstood(path.join('.'), answer);
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notUnderstood(setting: string, answer: string): EtcdMigrateError {
  return new EtcdMigrateError(
    'tool-failed',
    `Whether etcd takes the setting ${setting} cannot be told from its answer: ${answer.trim().slice(-500) || 'none'}`,
  );
}

async function answerOf(
  binary: string,
  directory: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<string> {
  const { exitCode, stdout, stderr } = await run(binary, args, {
    cwd: directory,
    // Nothing of the caller's ETCD_* may reach etcd.
    env: variables,
    timeoutMs: TRIAL_LIMIT_MS,
    signal,
  });
  const answer = `${stdout}\n${stderr}`;
  if (exitCode === 0) throw notUnderstood(args.join(' '), answer);
  return answer;
}
