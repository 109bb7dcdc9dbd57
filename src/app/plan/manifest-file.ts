// Owns reading the manifest and the files it names from disk, and what an untrusted manifest may not say.
// Must not know what the manifest means (manifest/).
import { dirname, relative, resolve } from 'node:path';
import { EtcdMigrateError } from '../../errors.ts';
import type { Finding, Location } from '../../findings.ts';
import { configFileMistakes } from '../../manifest/config-file.ts';
import { draftManifest, judgeManifest, type ManifestDraft } from '../../manifest/parse.ts';
import { type BackupSettings, type ResolvedManifest, resolveManifest } from '../../manifest/resolve.ts';
import { readFileBounded } from '../../platform/files.ts';
import { quote } from '../../yaml/phrase.ts';

const MAX_MANIFEST_BYTES = 1024 * 1024;

export interface LoadedManifest {
  readonly manifest: ResolvedManifest;
  readonly findings: readonly Finding[];
  /** The place of a key, for findings that are made later. */
  readonly locate: (path: readonly (string | number)[]) => Location;
}

/** Reads, parses and resolves. Throws the `manifest-*` errors, with every mistake in `details.findings`. */
export async function loadManifestFile(
  file: string,
  workingDirectory: string,
  trusted: boolean,
): Promise<LoadedManifest> {
  const shown = relative(workingDirectory, file) || file;
  const draft = draftManifest(await readText(file, shown), shown);
  const config = await readConfigFile(draft, dirname(file), workingDirectory);
  const parsed = judgeManifest(draft, config.mistakes);
  const manifest = resolveManifest(parsed, config.files);
  const restricted = trusted ? { manifest, findings: [] } : withoutPowers(manifest, parsed.locate);
  return {
    manifest: restricted.manifest,
    findings: [...parsed.warnings, ...(manifest.notes ?? []), ...restricted.findings],
    locate: parsed.locate,
  };
}

/** The file that `etcd.configFile` names. One that cannot be had is a mistake of the manifest like any other. */
async function readConfigFile(
  { configFile }: ManifestDraft,
  baseDir: string,
  workingDirectory: string,
): Promise<{ files: Parameters<typeof resolveManifest>[1]; mistakes: readonly Finding[] }> {
  if (configFile === undefined) return { files: {}, mistakes: [] };
  const path = resolve(baseDir, configFile.name);
  const shownAs = relative(workingDirectory, path) || path;
  try {
    const bytes = await readFileBounded(path, MAX_MANIFEST_BYTES);
    const configText = Buffer.from(bytes).toString('utf8');
    return { files: { configFile: configText, shownAs }, mistakes: configFileMistakes(bytes, shownAs) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read: ${message}`;
    const mistake: Finding = {
      id: 'rule/manifest-config-file',
      severity: 'error',
      message: `\`etcd.configFile\` names ${quote(configFile.name)}, but ${shownAs} ${why}.`,
      where: configFile.where,
      fix: 'name an etcd YAML configuration file; the path starts in the directory of the manifest',
    };
    return { files: {}, mistakes: [mistake] };
  }
}

async function readText(file: string, shown: string): Promise<Uint8Array> {
  try {
    return await readFileBounded(file, MAX_MANIFEST_BYTES);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new EtcdMigrateError('manifest-missing', `${shown} does not exist.`, { cause: error });
    const why = error instanceof Error ? error.message : String(error);
    // Only what is ours to say (not a file, too big) is about its form; the system's errors are about the path.
    const hint =
      code === undefined ? {} : { hint: 'Check the path, and that the user that runs etcd-migrate may read it.' };
    throw new EtcdMigrateError('manifest-unreadable', `${shown} cannot be read: ${why}.`, { cause: error, ...hint });
  }
}

/**
 * A pull request may change the manifest, so it must not choose which binaries and commands run here, nor to which host
 * the credentials of `connection` are sent.
 */
function withoutPowers(
  manifest: ResolvedManifest,
  locate: LoadedManifest['locate'],
): { manifest: ResolvedManifest; findings: Finding[] } {
  const { local, mirror, image, sources } = manifest.releases;
  const named = [
    ...(Object.keys(local).length > 0 ? ['local'] : []),
    ...(mirror === undefined ? [] : ['mirror']),
    ...(image === undefined ? [] : ['image']),
  ];
  const { connection, backups, ...rest } = manifest;
  const { fetch, take, test, notify, history, provenWithinMs, ...ownBackups } =
    backups ?? ({} as Partial<BackupSettings>);
  // Nobody knows then where proofs are remembered.
  const known = history !== undefined || provenWithinMs === undefined ? {} : { provenWithinMs };
  const commands = Object.entries({ fetch, test, notify }).filter(([, command]) => command !== undefined);
  const fix = 'Run from the default branch, dispatch by hand, or list the ref in the action input trusted-refs.';
  return {
    manifest: {
      ...rest,
      releases: { sources, local: {} },
      ...(backups === undefined ? {} : { backups: { ...ownBackups, ...known } as BackupSettings }),
    },
    findings: [
      ...named.map(
        (key): Finding => ({
          id: 'rule/untrusted-binary-source',
          severity: 'warning',
          message: `releases.${key} is ignored: this ref is not trusted to name binaries.`,
          where: locate(['releases', key]),
          fix,
        }),
      ),
      ...(connection === undefined
        ? []
        : [
            {
              id: 'rule/untrusted-connection',
              severity: 'warning',
              message: 'connection is ignored: this ref is not trusted to choose where credentials are sent.',
              where: locate(['connection']),
              fix,
            } satisfies Finding,
          ]),
      ...(take === undefined
        ? []
        : [
            {
              id: 'rule/untrusted-connection',
              severity: 'warning',
              message: 'backups.take is ignored: this ref is not trusted to choose where credentials are sent.',
              where: locate(['backups', 'take']),
              fix,
            } satisfies Finding,
          ]),
      ...(history === undefined
        ? []
        : [
            {
              id: 'rule/untrusted-path',
              severity: 'warning',
              message: 'backups.history is ignored: this ref is not trusted to choose where files are written.',
              where: locate(['backups', 'history']),
              fix,
            } satisfies Finding,
          ]),
      ...commands.map(
        ([key]): Finding => ({
          id: 'rule/untrusted-command',
          severity: 'warning',
          message: `backups.${key} is ignored: this ref is not trusted to run a command.`,
          where: locate(['backups', key]),
          fix,
        }),
      ),
    ],
  };
}
