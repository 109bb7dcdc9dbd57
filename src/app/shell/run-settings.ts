// Owns where a run reads and writes: the paths and switches that the command line and the action's inputs share.
// Must not know what is in the files.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Surroundings } from './surroundings.ts';

export const defaultManifest = 'etcd-migration.yaml';
export const defaultOutput = '.etcd-migrate';
/** The proof of backups writes here: beside the record of a rehearsal, and apart from it. */
export const backupOutput = join(defaultOutput, 'backups');

export const formats = ['text', 'json', 'markdown'] as const;
export type Format = (typeof formats)[number];

export interface RunSettings {
  readonly manifestFile: string;
  /** False where `manifestFile` is the default that nobody named. */
  readonly manifestGiven: boolean;
  readonly outputDir: string;
  readonly cacheDir: string;
  readonly offline: boolean;
  readonly format: Format;
  /** Whether standard output has colours. */
  readonly color: boolean;
  /** Whether standard error has colours; the two often go to different places. */
  readonly errorColor: boolean;
  readonly verbose: boolean;
  /**
   * Null where the manifest is trusted. Otherwise the workspace, absolute: keys that name binaries, commands, hosts or
   * places to write to are ignored, and nothing outside of it is read in the manifest's name.
   */
  readonly confinedTo: string | null;
}

/** Options as the command line and the action's inputs give them; absent means default. */
export interface RunOptions {
  readonly manifest?: string;
  readonly output?: string;
  readonly cache?: string;
  readonly offline?: boolean;
  readonly format?: Format;
  readonly color?: boolean;
  readonly verbose?: boolean;
  readonly trusted?: boolean;
}

export function settle(options: RunOptions, surroundings: Surroundings): RunSettings {
  const { environment, workingDirectory } = surroundings;
  const cacheRoot = environment['XDG_CACHE_HOME'] ?? join(environment['HOME'] ?? homedir(), '.cache');
  const colored = (options.color ?? true) && environment['NO_COLOR'] === undefined;
  return {
    manifestGiven: options.manifest !== undefined,
    manifestFile: resolve(workingDirectory, options.manifest ?? defaultManifest),
    outputDir: resolve(workingDirectory, options.output ?? defaultOutput),
    cacheDir: options.cache === undefined ? join(cacheRoot, 'etcd-migrate') : resolve(workingDirectory, options.cache),
    offline: options.offline ?? false,
    format: options.format ?? 'text',
    color: colored && surroundings.outIsTTY === true,
    errorColor: colored && surroundings.errorStream.isTTY === true,
    verbose: options.verbose ?? false,
    confinedTo: (options.trusted ?? true) ? null : workspaceOf(surroundings),
  };
}

/** What a workflow has checked out; where there is no workflow, the directory that somebody works in. */
function workspaceOf({ environment, workingDirectory }: Surroundings): string {
  return resolve(environment['GITHUB_WORKSPACE'] || workingDirectory);
}
