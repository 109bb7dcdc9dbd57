// Owns the findings on etcd settings that a release of the plan silently does without (K9).
// Must not know how a binary is asked (releases/ignored-settings.ts).

import { EtcdMigrateError } from '../../errors.ts';
import type { Finding, Location } from '../../findings.ts';
import type { SettingPlaces } from '../../manifest/resolve-settings.ts';
import { holdersOf } from '../../plan/channels.ts';
import type { ClusterSettings, EtcdSettings } from '../../plan/steps.ts';
import { present } from '../../present.ts';
import { ignoredSettings } from '../../releases/ignored-settings.ts';
import type { ObtainedRelease } from '../../releases/store.ts';

const learnMore = 'https://etcd.io/docs/latest/upgrades/';

/**
 * Asks every release, in the order of the plan, for the channels of every member. A setting that is lost on the way
 * blocks; one that never was warns.
 */
export async function findLostSettings(
  releases: readonly ObtainedRelease[],
  settled: SettledSettings,
  say: (doing: string) => void,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const channels = holdersOf(settled.settings, settled.memberNames).map((holder) => quietOf(holder.settings));
  const named = channels.flatMap(({ environment, configFile }) => Object.keys({ ...environment, ...configFile }));
  const count = new Set(named).size;
  if (count === 0) return [];
  const answers: Answer[] = [];
  for (const { version, tools } of releases) {
    const binary = tools['etcd']?.path;
    if (binary === undefined)
      throw new EtcdMigrateError('internal-error', `No binary of etcd ${version} was obtained.`);
    say(`asking etcd ${version} which of ${count} settings it takes`);
    const ignored = new Set<string>();
    for (const each of channels) {
      for (const name of await ignoredSettings(binary, each, signal)) ignored.add(name);
    }
    answers.push({ version, ignored });
  }
  const names = new Set(answers.flatMap(({ ignored }) => [...ignored]));
  return [...names].flatMap((name) => findingFor(name, answers, placeOf(name, settled)));
}

/** What the channels are, whose they are, and where the manifest says so. */
export interface SettledSettings {
  readonly settings: ClusterSettings;
  readonly memberNames: readonly string[];
  readonly settingPlaces: SettingPlaces;
}

/**
 * The channels in which a setting can be lost without a word: with a configuration file variables are not read at all.
 */
function quietOf(settings: EtcdSettings): EtcdSettings {
  return settings.configFile === undefined ? settings : { ...settings, environment: {} };
}

/** Finds the place of the first member's variable or key of that name; a flag of the same name stands elsewhere. */
function placeOf(name: string, { settings, settingPlaces }: SettledSettings): Location | undefined {
  const group = name.split('.')[0] ?? name;
  const holders = [
    { has: settings.shared, places: settingPlaces.shared },
    ...Object.entries(settings.own).map(([member, has]) => ({ has, places: settingPlaces.own[member] ?? {} })),
  ];
  const holder = holders.find(({ has }) => {
    const { environment, configFile = {} } = quietOf(has);
    return Object.hasOwn(environment, name) || Object.hasOwn(configFile, group);
  });
  return holder?.places[name] ?? holder?.places[group];
}

interface Answer {
  readonly version: string;
  readonly ignored: ReadonlySet<string>;
}

function findingFor(name: string, answers: readonly Answer[], where: Finding['where']): Finding[] {
  const versions = (those: readonly Answer[]): string => those.map(({ version }) => version).join(', ');
  // A group that is ignored takes its keys with it.
  const group = name.split('.')[0] ?? name;
  const ignores = ({ ignored }: Answer): boolean => ignored.has(name) || ignored.has(group);
  const begins = answers.findIndex((answer) => !ignores(answer));
  const place = { ...present({ where }), learnMore };
  const evidence = (who: string): string => `each etcd of the plan was asked, and ${who} took no notice of ${name}`;
  const taking = answers[begins];
  if (taking === undefined) {
    return [
      {
        ...place,
        id: 'rule/setting-ignored',
        severity: 'warning',
        message: `${name} is known to no etcd of this plan (${versions(answers)}): it has no effect, before or after.`,
        evidence: evidence('every one'),
        fix: 'correct its name, or remove it',
      },
    ];
  }
  const lost = answers.slice(begins).find(ignores);
  if (lost !== undefined) {
    return [
      {
        ...place,
        id: 'rule/setting-lost',
        severity: 'error',
        message: `${name} works on etcd ${taking.version}, but etcd ${lost.version} does not know it and starts without it, silently.`,
        evidence: evidence(`etcd ${lost.version}`),
        fix: `replace it by what etcd ${lost.version} calls it, or remove it, before the upgrade; then rehearse again`,
      },
    ];
  }
  if (begins === 0) return [];
  const before = versions(answers.slice(0, begins));
  return [
    {
      ...place,
      id: 'rule/setting-takes-effect',
      severity: 'warning',
      message: `${name} has no effect on etcd ${before}; it begins to work with etcd ${taking.version}.`,
      evidence: evidence(`etcd ${before}`),
      fix: 'make sure that it is wanted from then on',
    },
  ];
}
