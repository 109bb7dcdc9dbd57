// Owns what is said of paths in a manifest of a ref that is not trusted: they stay inside the workspace, or are errors.
// Must not look at the disk: whoever can see asks whether a path stays inside.
import { isFileKey } from '../catalog/flag-names.ts';
import type { Finding, Location } from '../findings.ts';
import { type Path, showPath } from '../yaml/phrase.ts';
import type { ConfigFile } from './config-file.ts';
import { manifestJsonSchema } from './expectation.ts';
import { type NamedPath, weigh } from './power-walk.ts';
import { powers } from './powers.ts';
import { howToBeTrusted } from './untrusted.ts';

const { rule, refused } = powers['reads-path'];

/** Paths that the manifest has read, without those of keys that are ignored. `value` need not be valid. */
export function namedPaths(value: unknown): readonly NamedPath[] {
  return weigh(manifestJsonSchema(), value).named;
}

/** The error on a path that leads out of the workspace. `what` names the path as the manifest has it. */
export function outsideFinding(what: string, where: Location): Finding {
  return {
    id: `rule/${rule}`,
    severity: 'error',
    message: `${what} leads outside of the workspace, or through a link that leads nowhere: this ref is not trusted to ${refused}.`,
    where,
    fix: `name a file of the workspace. ${howToBeTrusted}`,
  };
}

/**
 * Errors on settings of etcd that may name a file: etcd would read it from a directory of its own, so no path of theirs
 * is inside the workspace. `value` need not be valid.
 */
export function settingFindings(value: unknown, locate: (path: Path) => Location): readonly Finding[] {
  return weigh(manifestJsonSchema(), value)
    .settings.filter((setting) => mayNameFile(setting.value))
    .map(({ path }) => settingFinding(showPath(path), locate(path)));
}

/**
 * Errors on an etcd configuration file that any file of the workspace may be: a checkout's credentials lie there too.
 * None of them quotes it.
 */
export function configFindings({ settings, places }: Pick<ConfigFile, 'settings' | 'places'>): readonly Finding[] {
  return Object.entries(places).flatMap(([name, where]): readonly Finding[] => {
    const value = settings[name];
    if (!areFileKeys({ [name]: value })) return [foreignFinding(where)];
    return mayNameFile(value) ? [settingFinding('This setting', where)] : [];
  });
}

/**
 * Whether all keys are etcd's. The catalog says so, and not their form: a file of one line `password: …` would pass for
 * settings, and be shown. The price is that a key of a release which the catalog does not know is refused as well.
 */
function areFileKeys(group: object, path: readonly string[] = []): boolean {
  return Object.entries(group).every(([key, value]) => {
    const here = [...path, key];
    if (!isFileKey(here)) return false;
    if (Array.isArray(value)) return value.every((item) => typeof item !== 'object');
    return typeof value !== 'object' || value === null || areFileKeys(value, here);
  });
}

function foreignFinding(where: Location): Finding {
  return {
    id: 'rule/manifest-config-file',
    severity: 'error',
    message:
      'This key is, or holds, none that a configuration file of etcd 3.3 to 3.7 has: on a ref that is not trusted no other file may pass for one.',
    where,
    fix: `name the right file in \`etcd.configFile\`, or remove the key. ${howToBeTrusted}`,
  };
}

function settingFinding(name: string, where: Location): Finding {
  return {
    id: `rule/${rule}`,
    severity: 'error',
    message: `${name} may name a file, which etcd would read: this ref is not trusted to ${refused}.`,
    where,
    fix: `leave the setting out. ${howToBeTrusted}`,
  };
}

/**
 * Judges a value by its form and not by the setting's name: a list of names would miss those of the next release. A web
 * address names none.
 */
function mayNameFile(value: unknown): boolean {
  if (typeof value === 'string') return /[/\\]/.test(value.replaceAll(/\bhttps?:\/\/[^\s,"']*/g, ''));
  return typeof value === 'object' && value !== null && Object.values(value).some(mayNameFile);
}
