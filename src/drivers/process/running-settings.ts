// Owns the settings that a live etcd process really has: its own argv, environment and configuration file.
// Must not know what it was started with: a wrapper, or a file that was changed, may have made something else of it.
import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { parse } from 'yaml';
import type { EtcdSettings } from '../../plan/steps.ts';
import { isAlive, type ProcessIdentity } from '../../platform/process-identity.ts';

/**
 * The settings of a live process. Null where they cannot be seen: without /proc, of another user's process, of one that
 * is gone, where its configuration file cannot be read as one, or where it has children: then it is no etcd, but what
 * has started one, with settings of its own choice.
 */
export async function runningSettings(process: ProcessIdentity): Promise<EtcdSettings | null> {
  const [argv, variables, children] = await Promise.all([
    nulSeparated(`/proc/${process.pid}/cmdline`),
    nulSeparated(`/proc/${process.pid}/environ`),
    // A kernel that was built without this list names none.
    nulSeparated(`/proc/${process.pid}/task/${process.pid}/children`),
  ]);
  if (children !== null && children.length > 0) return null;
  if (argv === null || argv.length === 0 || variables === null || !(await isAlive(process))) return null;
  return settingsIn(argv, variables, `/proc/${process.pid}/cwd`);
}

/** The settings in a command, of which the first word is the program. Null where its configuration file cannot be read. */
export async function settingsIn(
  [, ...args]: readonly string[],
  variables: readonly string[],
  directory: string,
): Promise<EtcdSettings | null> {
  const flags = flagsOf(args);
  const environment = Object.fromEntries(
    variables.filter((variable) => variable.startsWith('ETCD_')).map((variable) => splitAt(variable, '=')),
  );
  const path = flags['config-file'] ?? environment['ETCD_CONFIG_FILE'];
  if (path === undefined) return { flags, environment };
  // A path that is not absolute begins where the process is, and not here.
  const configFile = await readFile(isAbsolute(path) ? path : join(directory, path), 'utf8')
    .then((text): unknown => parse(text))
    .catch(() => null);
  return isMapping(configFile) ? { flags, environment, configFile } : null;
}

/**
 * Reads flags as Go's flag package does: one dash or two, the value behind "=" or in the next argument, `true` without
 * one.
 */
function flagsOf(args: readonly string[]): Readonly<Record<string, string>> {
  const flags: Record<string, string> = {};
  for (const [index, arg] of args.entries()) {
    const [, name, value] = /^--?([a-z][a-z0-9-]*)(?:=([\s\S]*))?$/.exec(arg) ?? [];
    if (name === undefined) continue;
    const next = args[index + 1];
    flags[name] = value ?? (next === undefined || next.startsWith('-') ? 'true' : next);
  }
  return flags;
}

async function nulSeparated(path: string): Promise<readonly string[] | null> {
  try {
    return (await readFile(path, 'utf8')).split('\0').filter((part) => part !== '');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return null;
    throw error;
  }
}

function splitAt(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + 1)];
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
