// Owns what speaks against a plan because of the channel in which a member has a setting, and against members that differ.
// Must not know where the channels were read, nor ask a binary (K9 is found by asking: app/plan/lost-settings.ts).
import { fileKeyOf, variableOf } from '../catalog/flag-names.ts';
import type { Catalog, HopRule } from '../catalog/schema.ts';
import { compareVersions, lineOf } from '../catalog/version.ts';
import type { Holder } from './channels.ts';
import { differencesBetween, differenceWords, effectiveSettings } from './effective-settings.ts';
import type { Objections } from './objections.ts';
import type { EtcdSettings } from './steps.ts';

/** One plan is for one kind of member: what was rehearsed of the one says nothing about the other. */
export function judgeDifferences(holders: readonly Holder[], catalog: Catalog, objections: Objections): void {
  for (const difference of differencesBetween(holders, catalog)) {
    objections.add(
      'error',
      'rule/settings-differ',
      `The members have different settings: ${differenceWords(difference)}.`,
      'Give every member the same value first, each in the channel that it has.',
    );
  }
}

/** The freezes of a hop, and the settings that break them without a word from etcd. */
export function judgeFreezes(rule: HopRule, holders: readonly Holder[], objections: Objections): void {
  const { from, to } = rule;
  for (const freeze of rule.freezes) {
    const broken = (freeze.settings ?? []).flatMap((flag) =>
      holders
        .filter(({ settings }) => isSilentlyOn(settings, flag))
        .map(({ members }) => ({ flag, where: wordsFor(members, holders) })),
    );
    for (const { flag, where } of broken) {
      objections.add(
        'error',
        'rule/freeze-broken',
        `The settings${where} turn ${flag} on, which ${from} → ${to} cannot bear: ${freeze.why} (${freeze.knownAs}).`,
        `Turn ${flag} off on every member first.`,
      );
    }
    if (broken.length > 0) continue;
    objections.add(
      'note',
      'rule/freeze',
      `While members of ${from} and ${to} run together, do not ${freeze.what}: ${freeze.why} (${freeze.knownAs}).`,
    );
  }
}

/** Values that a release of the plan has given up (K18). */
export function judgeRefusals(
  releases: readonly string[],
  holders: readonly Holder[],
  catalog: Catalog,
  objections: Objections,
): void {
  for (const { flag, value, since, knownAs, instead } of catalog.flags.refusals) {
    const refusing = releases.find((release) => compareVersions(release, since) >= 0);
    if (refusing === undefined) continue;
    for (const { members, settings } of holders) {
      if (effectiveSettings(settings, catalog)[flag] !== value) continue;
      const where = wordsFor(members, holders);
      if (settings.configFile !== undefined) {
        objections.add(
          'warning',
          'rule/setting-refused',
          `etcd ${refusing} takes ${flag}: ${value}${where} in a configuration file and ignores it, silently (${knownAs}).`,
          `Now ${instead}.`,
        );
        continue;
      }
      const name = Object.hasOwn(settings.flags, flag) ? `--${flag}=${value}` : `${variableOf(flag)}=${value}`;
      objections.add(
        'error',
        'rule/setting-refused',
        `etcd ${refusing} does not start with ${name}${where} (${knownAs}).`,
        `Before the upgrade to ${lineOf(refusing)}, ${instead}.`,
      );
    }
  }
}

/**
 * True where a setting is on in a channel in which a release that does not know it says nothing (K9). As a flag the
 * same setting stops the process with exit 2, which the rehearsal shows in etcd's own words.
 */
function isSilentlyOn({ environment, configFile }: EtcdSettings, flag: string): boolean {
  const key = fileKeyOf(flag)?.join('.') ?? flag;
  const value = configFile === undefined ? environment[variableOf(flag)] : configFile[key];
  return /^(1|t|true)$/i.test(String(value));
}

/** " on m3", or nothing where all members have their settings in the same channels. */
function wordsFor(members: readonly string[], holders: readonly Holder[]): string {
  return holders.length === 1 ? '' : ` on ${members.join(' and ')}`;
}
