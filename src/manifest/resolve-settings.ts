// Owns the members' settings as a manifest gives them: each channel by channel, and all of them coming to the same.
// Must not read files, nor know releases.
import { fileKeyOf, variableOf } from '../catalog/flag-names.ts';
import { loadCatalog } from '../catalog/load.ts';
import { EtcdMigrateError } from '../errors.ts';
import type { Finding, Location } from '../findings.ts';
import { holdersOf } from '../plan/channels.ts';
import { differencesBetween, differenceWords, type SettingDifference } from '../plan/effective-settings.ts';
import type { ClusterSettings, EtcdSettings } from '../plan/steps.ts';
import { type Path, showPath } from '../yaml/phrase.ts';
import { type ConfigFile, readConfigFile } from './config-file.ts';
import { mistakesError } from './mistakes.ts';
import type { ParsedManifest } from './parse.ts';
import type { Manifest } from './schema.ts';

/**
 * The text of the file that a `configFile` names, read by the caller, and how messages name it, for it is the manifest's
 * directory that its name starts from.
 */
export interface ConfigFileText {
  readonly configFile?: string;
  readonly shownAs?: string;
}

/** The text of `etcd.configFile`, and the texts of those in `etcd.members`. */
export interface ConfigFileTexts extends ConfigFileText {
  readonly members?: Readonly<Record<string, ConfigFileText>>;
}

/** Where each flag, each variable and each key of a configuration file stands, by its name; shaped as the settings. */
export interface SettingPlaces {
  readonly shared: Readonly<Record<string, Location>>;
  readonly own: Readonly<Record<string, Readonly<Record<string, Location>>>>;
}

interface Channels {
  readonly settings: EtcdSettings;
  readonly places: Readonly<Record<string, Location>>;
  readonly notes: readonly Finding[];
}

interface ResolvedSettings {
  readonly settings: ClusterSettings;
  readonly places: SettingPlaces;
  /** What was left out of configuration files, and why. */
  readonly notes: readonly Finding[];
}

/**
 * Gathers the members' settings. Throws `manifest-invalid` where a configuration file is not readable as one, or
 * members differ.
 */
export function resolveSettings(
  parsed: ParsedManifest,
  files: ConfigFileTexts,
  memberNames: readonly string[],
): ResolvedSettings {
  const { members = {}, ...etcd } = parsed.manifest.etcd ?? {};
  const shared = channelsOf(parsed, ['etcd'], etcd, files);
  const own = Object.entries(members).map(([name, channels]): readonly [string, Channels] => [
    name,
    channelsOf(parsed, ['etcd', 'members', name], channels, files.members?.[name] ?? {}),
  ]);
  const pick = <T>(part: (channels: Channels) => T): Readonly<Record<string, T>> =>
    Object.fromEntries(own.map(([name, channels]) => [name, part(channels)]));
  const settings = { shared: shared.settings, own: pick((channels) => channels.settings) };
  const places = { shared: shared.places, own: pick((channels) => channels.places) };
  requireSame(settings, places, memberNames, parsed);
  return { settings, places, notes: [shared, ...own.map(([, channels]) => channels)].flatMap(({ notes }) => notes) };
}

function channelsOf(
  parsed: ParsedManifest,
  path: readonly string[],
  channels: Omit<NonNullable<Manifest['etcd']>, 'members'>,
  text: ConfigFileText,
): Channels {
  const { flags = {}, environment = {} } = channels;
  const config = configFileOf(parsed, [...path, 'configFile'], channels.configFile, text);
  const placesIn = (group: string, names: readonly string[]): readonly (readonly [string, Location])[] =>
    names.map((name) => [name, parsed.locate([...path, group, name])]);
  const settings = {
    flags: Object.fromEntries(Object.entries(flags).map(([flag, value]) => [flag, String(value)])),
    environment,
  };
  return {
    settings: config === undefined ? settings : { ...settings, configFile: config.settings },
    places: {
      ...Object.fromEntries([
        ...placesIn('flags', Object.keys(flags)),
        ...placesIn('environment', Object.keys(environment)),
      ]),
      ...config?.places,
    },
    notes: config?.notes ?? [],
  };
}

function configFileOf(
  parsed: ParsedManifest,
  key: Path,
  file: string | undefined,
  { configFile: text, shownAs }: ConfigFileText,
): ConfigFile | undefined {
  if (file === undefined) return undefined;
  if (text === undefined) {
    const named = `${parsed.file} names ${file} in ${showPath(key)}`;
    throw new EtcdMigrateError('internal-error', `${named}, but its text was not handed over.`);
  }
  return readConfigFile(text, shownAs ?? file);
}

function requireSame(
  settings: ClusterSettings,
  places: SettingPlaces,
  memberNames: readonly string[],
  parsed: ParsedManifest,
): void {
  const differences = differencesBetween(holdersOf(settings, memberNames), loadCatalog());
  if (differences.length === 0) return;
  throw mistakesError(
    'manifest-invalid',
    parsed.file,
    differences.map((difference) => ({
      id: 'rule/manifest-settings-differ',
      severity: 'error',
      message: `The members have different settings: ${differenceWords(difference)}.`,
      where: placeOf(difference, places, parsed),
      fix: 'one plan is for members that do the same: give every member the same value, each in the channel that it has',
    })),
  );
}

/**
 * The place where a member that has settings of its own says so; where it leaves the setting out, the place of its
 * name.
 */
function placeOf({ flag, values }: SettingDifference, places: SettingPlaces, parsed: ParsedManifest): Location {
  const names = [flag, variableOf(flag), fileKeyOf(flag)?.[0] ?? flag];
  const members = values.toReversed().flatMap((group) => group.members);
  const alone = members.filter((member) => Object.hasOwn(places.own, member));
  const said = alone.flatMap((member) => names.flatMap((name) => places.own[member]?.[name] ?? []));
  return said[0] ?? parsed.locate(['etcd', 'members', ...alone.slice(0, 1)]);
}
