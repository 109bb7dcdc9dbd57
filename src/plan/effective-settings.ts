// Owns what members' settings come to, whichever channel each has them in: flag → value, each value in one form.
// Must not know releases: what one of them silently does without (K9) was set all the same.
import { fileKeyOf, flagOfFileKey, flagOfVariable } from '../catalog/flag-names.ts';
import { findFlag, whyOwned } from '../catalog/flags.ts';
import type { Catalog } from '../catalog/schema.ts';
import { normalized, normalizedFileValue } from '../catalog/setting-values.ts';
import { bare } from '../yaml/phrase.ts';
import type { Holder } from './channels.ts';
import type { EffectiveSettings, EtcdSettings } from './steps.ts';

/**
 * What etcd takes from these settings, without what belongs to one member: what a rehearsal sets itself, and what names
 * a host or a path of its own. With a configuration file etcd ignores flags and environment, so only the file counts.
 * An empty variable sets nothing. A value that equals etcd's default is set all the same: defaults change between lines.
 */
export function effectiveSettings(settings: EtcdSettings, catalog: Catalog): EffectiveSettings {
  const shared = Object.entries(everySetting(settings, catalog)).filter(([flag]) => !isMembersOwn(flag, catalog));
  return Object.fromEntries(shared.map(([flag, value]) => [flag, withoutOwnParts(flag, value, catalog)]));
}

/** The rest of it: what belongs to one member. A setting of several parts, some of which do, is in both. */
export function ownSettings(settings: EtcdSettings, catalog: Catalog): EffectiveSettings {
  const own = Object.entries(everySetting(settings, catalog)).filter(
    ([flag]) => isMembersOwn(flag, catalog) || findFlag(flag, catalog)?.ownParts !== undefined,
  );
  return Object.fromEntries(own);
}

function isMembersOwn(flag: string, catalog: Catalog): boolean {
  const [group = flag] = flag.split('.');
  const isOwned = whyOwned(flag, catalog) !== undefined || whyOwned(group, catalog) !== undefined;
  return isOwned || findFlag(flag, catalog)?.names !== undefined;
}

/** Sorted by flag. */
function everySetting(settings: EtcdSettings, catalog: Catalog): EffectiveSettings {
  const found = settings.configFile === undefined ? byFlag(settings, catalog) : byFile(settings.configFile, catalog);
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A setting that is not the same on all members. */
export interface SettingDifference {
  readonly flag: string;
  /** The values, each with its members; a value is undefined where the setting is not set. */
  readonly values: readonly { readonly members: readonly string[]; readonly value: string | undefined }[];
}

export function differencesBetween(holders: readonly Holder[], catalog: Catalog): readonly SettingDifference[] {
  const effective = holders.map(({ members, settings }) => ({ members, has: effectiveSettings(settings, catalog) }));
  const flags = [...new Set(effective.flatMap(({ has }) => Object.keys(has)))].sort();
  return flags.flatMap((flag) => {
    const values = new Map<string | undefined, string[]>();
    for (const { members, has } of effective) {
      const value = Object.hasOwn(has, flag) ? has[flag] : undefined;
      values.set(value, [...(values.get(value) ?? []), ...members]);
    }
    return values.size === 1 ? [] : [{ flag, values: [...values].map(([value, members]) => ({ members, value })) }];
  });
}

/** "snapshot-count is 5000 on m1 and m2, but not set on m3". */
export function differenceWords({ flag, values }: SettingDifference): string {
  const words = values.map(({ members, value }) => {
    const said = value === undefined ? 'not set' : value === '' ? 'empty' : bare(value);
    return `${said} on ${members.join(' and ')}`;
  });
  return `${bare(flag)} is ${words.join(', but ')}`;
}

function byFlag({ flags, environment }: EtcdSettings, catalog: Catalog): [string, string][] {
  const set = Object.entries(environment).filter(([, value]) => value !== '');
  const values = new Map([
    ...set.map(([variable, value]): [string, string] => [flagOfVariable(variable), value]),
    // etcd 3.3 takes the flag where both are set; later lines refuse to start (K10).
    ...Object.entries(flags),
  ]);
  return [...values].map(([flag, value]) => [flag, normalized(findFlag(flag, catalog)?.value ?? 'text', value)]);
}

function byFile(file: Readonly<Record<string, unknown>>, catalog: Catalog): [string, string][] {
  return leavesOf(file, []).flatMap(([path, value]): [string, string][] => {
    const flag = flagOfFileKey(path, catalog);
    // A flag that has another key, or none: etcd reads nothing from here.
    if (fileKeyOf(flag, catalog)?.join('.') !== path.join('.')) return [];
    return [[flag, normalizedFileValue(findFlag(flag, catalog)?.value ?? 'text', value)]];
  });
}

/** A key without a value is as none: YAML's null sets nothing. */
function leavesOf(group: object, path: readonly string[]): readonly (readonly [readonly string[], unknown])[] {
  return Object.entries(group).flatMap(([key, value]) => {
    if (value === null || value === undefined) return [];
    const here = [...path, key];
    return typeof value === 'object' && !Array.isArray(value) ? leavesOf(value, here) : [[here, value] as const];
  });
}

/**
 * Takes out of a setting of several parts those of a member's own: `jwt,pub-key=/etc/a.pem,sign-method=RS256` →
 * `jwt,sign-method=RS256`.
 */
function withoutOwnParts(flag: string, value: string, catalog: Catalog): string {
  const own = findFlag(flag, catalog)?.ownParts;
  if (own === undefined) return value;
  const [kind = '', ...parts] = value.split(',');
  return [kind, ...parts.filter((part) => !own.includes(part.split('=')[0] ?? part)).sort()].join(',');
}
