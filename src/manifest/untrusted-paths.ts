// Owns what is said of paths in a manifest of a ref that is not trusted: they stay inside the workspace, or are errors.
// Must not look at the disk: whoever can see asks whether a path stays inside.
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
    if (!areSettings({ [name]: value })) return [foreignFinding(where)];
    return mayNameFile(value) ? [settingFinding('This setting', where)] : [];
  });
}

/**
 * Whether all keys may be etcd's: every name of a setting, in a group or not, is written so, and what other programs
 * keep in YAML or JSON is not.
 */
function areSettings(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(areSettings);
  return Object.entries(value).every(([key, inner]) => /^[a-z][a-z0-9-]*$/.test(key) && areSettings(inner));
}

function foreignFinding(where: Location): Finding {
  return {
    id: 'rule/manifest-config-file',
    severity: 'error',
    message: 'This key is, or holds, no name of an etcd setting: the file is no etcd configuration file.',
    where,
    fix: 'name the right file in `etcd.configFile`',
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
