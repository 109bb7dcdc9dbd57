// Owns in which channel the members have their settings: flags, environment or a configuration file, each its own.
// Must not know what a setting comes to (effective-settings.ts).
import type { ClusterSettings, EtcdSettings } from './steps.ts';

/** Members that have their settings in the same channels. */
export interface Holder {
  readonly members: readonly string[];
  readonly settings: EtcdSettings;
}

export function sameForAll(settings: EtcdSettings): ClusterSettings {
  return { shared: settings, own: {} };
}

export function settingsOf({ shared, own }: ClusterSettings, member: string): EtcdSettings {
  return (Object.hasOwn(own, member) ? own[member] : undefined) ?? shared;
}

/** The holders: those that share their settings first, where there are any; then every member with its own. */
export function holdersOf(settings: ClusterSettings, members: readonly string[]): readonly Holder[] {
  const alone = members.filter((member) => Object.hasOwn(settings.own, member));
  const together = members.filter((member) => !alone.includes(member));
  return [
    ...(together.length === 0 ? [] : [{ members: together, settings: settings.shared }]),
    ...alone.map((member) => ({ members: [member], settings: settingsOf(settings, member) })),
  ];
}

/** The members' names as given, else `m1`, `m2`, … */
export function memberNamesOf(voters: number, names?: readonly string[]): readonly string[] {
  return Array.from({ length: voters }, (_, index) => names?.[index] ?? `m${index + 1}`);
}
