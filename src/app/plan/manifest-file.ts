// Owns reading the manifest and the files it names from disk, inside the workspace alone where it is not trusted.
// Must not know what the manifest means, nor which of its keys have which power (manifest/).
import { dirname, relative, resolve } from 'node:path';
import { EtcdMigrateError } from '../../errors.ts';
import type { Finding, Location } from '../../findings.ts';
import { configFileMistakes, readConfigFile as readConfigFileText } from '../../manifest/config-file.ts';
import { draftManifest, judgeManifest, type ManifestDraft, type NamedConfigFile } from '../../manifest/parse.ts';
import { type ResolvedManifest, resolveManifest } from '../../manifest/resolve.ts';
import type { ConfigFileText, ConfigFileTexts } from '../../manifest/resolve-settings.ts';
import { howToBeTrusted, withoutPowers } from '../../manifest/untrusted.ts';
import { configFindings, namedPaths, outsideFinding, settingFindings } from '../../manifest/untrusted-paths.ts';
import { staysInside } from '../../platform/confinement.ts';
import { readFileBounded } from '../../platform/files.ts';
import { quote, showPath } from '../../yaml/phrase.ts';

const MAX_MANIFEST_BYTES = 1024 * 1024;

export interface LoadedManifest {
  readonly manifest: ResolvedManifest;
  readonly findings: readonly Finding[];
  /** The place of a key, for findings that are made later. */
  readonly locate: (path: readonly (string | number)[]) => Location;
}

/**
 * Reads, parses and resolves. Throws the `manifest-*` errors, with every mistake in `details.findings`.
 *
 * @param confinedTo null for a manifest that is trusted. Otherwise a directory, the workspace: nothing outside of it is
 * read, and keys with other powers are ignored, each with a warning.
 */
export async function loadManifestFile(
  file: string,
  workingDirectory: string,
  confinedTo: string | null,
): Promise<LoadedManifest> {
  const shown = relative(workingDirectory, file) || file;
  const draft = draftManifest(await readText(file, shown, confinedTo), shown);
  const refused = confinedTo === null ? [] : await refusedPaths(draft, dirname(file), confinedTo);
  const config = await readConfigFiles(draft.configFiles, dirname(file), workingDirectory, confinedTo);
  const parsed = judgeManifest(draft, [...refused, ...config.mistakes]);
  const { manifest, findings } =
    confinedTo === null ? { ...parsed, findings: [] } : withoutPowers(parsed.manifest, parsed.locate);
  const resolved = resolveManifest({ ...parsed, manifest }, config.files);
  return {
    manifest: resolved,
    findings: [...parsed.warnings, ...(resolved.notes ?? []), ...findings],
    locate: parsed.locate,
  };
}

/** One error for each path and setting of an untrusted manifest that reads, or may read, outside of the workspace. */
async function refusedPaths(
  { draft: { yaml } }: ManifestDraft,
  baseDir: string,
  confinedTo: string,
): Promise<readonly Finding[]> {
  const named = await Promise.all(
    namedPaths(yaml.value).map(async ({ path, name }) => ({
      finding: outsideFinding(quote(name), yaml.locate(path)),
      stays: await staysInside(confinedTo, resolve(baseDir, name)),
    })),
  );
  const outside = named.flatMap(({ finding, stays }) => (stays ? [] : [finding]));
  return [...outside, ...settingFindings(yaml.value, yaml.locate)];
}

async function readConfigFiles(
  named: readonly NamedConfigFile[],
  baseDir: string,
  workingDirectory: string,
  confinedTo: string | null,
): Promise<{ files: ConfigFileTexts; mistakes: readonly Finding[] }> {
  const read = await Promise.all(named.map((each) => readConfigFile(each, baseDir, workingDirectory, confinedTo)));
  const own = named.flatMap(({ member }, index) => (member === undefined ? [] : [[member, read[index]?.files ?? {}]]));
  const shared = read[named.findIndex(({ member }) => member === undefined)]?.files;
  return { files: { ...shared, members: Object.fromEntries(own) }, mistakes: read.flatMap(({ mistakes }) => mistakes) };
}

/** A file that the manifest names. One that cannot be had is a mistake of the manifest like any other. */
async function readConfigFile(
  configFile: NamedConfigFile,
  baseDir: string,
  workingDirectory: string,
  confinedTo: string | null,
): Promise<{ files: ConfigFileText; mistakes: readonly Finding[] }> {
  const path = resolve(baseDir, configFile.name);
  const shownAs = relative(workingDirectory, path) || path;
  // A path that leads outside has its error among the refused paths already.
  if (confinedTo !== null && !(await staysInside(confinedTo, path))) return { files: {}, mistakes: [] };
  try {
    const bytes = await readFileBounded(path, MAX_MANIFEST_BYTES);
    const configText = Buffer.from(bytes).toString('utf8');
    const mistakes = configFileMistakes(bytes, shownAs);
    const foreign =
      confinedTo === null || mistakes.length > 0 ? [] : configFindings(readConfigFileText(configText, shownAs));
    return { files: { configFile: configText, shownAs }, mistakes: [...mistakes, ...foreign] };
  } catch (error) {
    if (error instanceof EtcdMigrateError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read: ${message}`;
    const mistake: Finding = {
      id: 'rule/manifest-config-file',
      severity: 'error',
      message: `${showPath(configFile.key)} names ${quote(configFile.name)}, but ${shownAs} ${why}.`,
      where: configFile.where,
      fix: 'name an etcd YAML configuration file; the path starts in the directory of the manifest',
    };
    return { files: {}, mistakes: [mistake] };
  }
}

async function readText(file: string, shown: string, confinedTo: string | null): Promise<Uint8Array> {
  if (confinedTo !== null && !(await staysInside(confinedTo, file))) {
    throw new EtcdMigrateError(
      'manifest-unreadable',
      `${shown} leads outside of the workspace, or through a link that leads nowhere: this ref is not trusted to read there.`,
      { hint: `Keep the manifest in the workspace. ${howToBeTrusted}` },
    );
  }
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
