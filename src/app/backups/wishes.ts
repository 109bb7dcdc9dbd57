// Owns what `verify-backup` is asked for: the command line and the manifest's `backups` settled into one answer.
// Must not look for files nor start anything.

import { dirname, join, resolve } from 'node:path';
import type { Asked } from '../../backup/attestation.ts';
import { EtcdMigrateError } from '../../errors.ts';
import type { Finding } from '../../findings.ts';
import { defaults } from '../../manifest/defaults.ts';
import type { BackupSettings, ResolvedManifest } from '../../manifest/resolve.ts';
import type { Random } from '../../platform/ports.ts';
import { present } from '../../present.ts';
import type { Connection } from '../plan/live-cluster.ts';
import { loadManifestFile } from '../plan/manifest-file.ts';
import { proofHistoryName } from '../run/run-directory.ts';
import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import type { Choice } from './choice.ts';

export interface VerifyBackupOptions {
  /** Paths and patterns, from the working directory; where there are none, the manifest's count. */
  readonly files: readonly string[];
  /** Exact release that restores; absent: the newest of the line that wrote the backup. */
  readonly release?: string;
  /** Number of members of the throw-away cluster. */
  readonly members?: number;
}

export interface Wishes {
  /** The backup that is taken first: into which directory, and how many stay there. */
  readonly take?: { readonly directory: string; readonly keep?: number };
  /** The command that brings the files first; they are then looked for in what it brought. */
  readonly fetch?: readonly string[];
  readonly files: readonly string[];
  /** Directory where `files` start. */
  readonly filesDir: string;
  /** The workspace, where an untrusted manifest names the files; otherwise null. */
  readonly confinedTo: string | null;
  readonly choice: Choice;
  /** Directory where every other path of the manifest starts. */
  readonly baseDir: string;
  readonly cluster?: string;
  /** The cluster that the backups are of. */
  readonly connection?: Connection;
  readonly releases: ResolvedManifest['releases'];
  readonly voters: number;
  readonly release?: string;
  readonly policy: BackupSettings['policy'];
  readonly otherReleases: BackupSettings['otherReleases'];
  readonly expect: BackupSettings['expect'];
  /** Name of a file → SHA-256 that it must have. */
  readonly sha256: BackupSettings['sha256'];
  /** Hexadecimal id of the cluster that every backup must be of. */
  readonly clusterId?: string;
  readonly test?: readonly string[];
  readonly notify?: readonly string[];
  /** Path of the file that keeps what was proven. */
  readonly history: string;
  /** Name of the cluster whose backups these are; absent where the command line named them, which may be any. */
  readonly remembered?: string;
  readonly findings: readonly Finding[];
}

/** Files of the command line are all proven; the manifest's are those that it chooses, drawn by `random`. */
export async function settleWishes(
  settings: RunSettings,
  { workingDirectory }: Surroundings,
  { files, release, members }: VerifyBackupOptions,
  random: Random,
): Promise<Wishes> {
  const history = join(settings.outputDir, proofHistoryName);
  const common = {
    ...present({ release }),
    files,
    filesDir: workingDirectory,
    choice: { of: 'all' } as const,
    history,
    // The command line names these files, and its user writes it.
    confinedTo: null,
    voters: members ?? defaults.backups.members,
  };
  if (!settings.manifestGiven) {
    if (files.length === 0) {
      throw new EtcdMigrateError('usage', 'No backup was named.', {
        hint: 'Name backup files or patterns, or a manifest.',
      });
    }
    const releases = { sources: defaults.releases.sources, local: {} };
    const baseDir = workingDirectory;
    return { ...common, baseDir, policy: {}, sha256: {}, otherReleases: [], expect: [], findings: [], releases };
  }
  const { manifest, findings } = await loadManifestFile(settings.manifestFile, workingDirectory, settings.confinedTo);
  const { backups, connection } = manifest;
  const baseDir = dirname(settings.manifestFile);
  const ofManifest = {
    ...common,
    baseDir,
    cluster: manifest.name,
    releases: manifest.releases,
    findings,
    ...present({ connection }),
  };
  if (files.length === 0 && (backups === undefined || (backups.files.length === 0 && backups.take === undefined))) {
    const left = findings.filter(({ id }) => id.startsWith('rule/untrusted-')).map(({ message }) => ` ${message}`);
    const why = `No backup was named: ${settings.manifestFile} has no \`backups\` to prove.${left.join('')}`;
    throw new EtcdMigrateError('usage', why, {
      hint: 'Name backup files or patterns, or write `backups.files` into the manifest.',
      details: { findings },
    });
  }
  if (backups === undefined) return { ...ofManifest, policy: {}, sha256: {}, otherReleases: [], expect: [] };
  const { policy, sha256, otherReleases, expect, clusterId, test, notify, take, fetch, choose } = backups;
  return {
    ...ofManifest,
    policy,
    sha256,
    otherReleases,
    expect,
    ...present({ clusterId, test, notify }),
    voters: members ?? backups.voters,
    history: proofHistoryOf(manifest, baseDir) ?? history,
    ...(files.length > 0
      ? {}
      : {
          remembered: manifest.name,
          ...present({ take, fetch }),
          files: backups.files,
          filesDir: baseDir,
          confinedTo: settings.confinedTo,
          choice: choose === 'sample' ? { of: choose, size: backups.sampleSize, random } : { of: choose },
        }),
  };
}

/** What an attestation records of these wishes, and what is asked of one. */
export function askedOf({ expect, test, voters, otherReleases }: Wishes): Asked {
  return { expect, test, members: voters, otherReleases };
}

/** The file that the manifest names, if it does. */
export function proofHistoryOf({ backups }: ResolvedManifest, baseDir: string): string | undefined {
  return backups?.history === undefined ? undefined : resolve(baseDir, backups.history);
}
