// Owns reading an etcd configuration file into settings that can be rehearsed.
// Must not know etcd's keys, nor which of them etcd-migrate sets itself (catalog/flags.ts).
import { flagOfFileKey } from '../catalog/flag-names.ts';
import { whyOwned } from '../catalog/flags.ts';
import { byPlace, type Finding, type Location } from '../findings.ts';
import { type Path, showPath } from '../yaml/phrase.ts';
import type { YamlDocument } from '../yaml/read.ts';
import { mistakesError } from './mistakes.ts';
import { readConfigText, readConfigYaml } from './yaml-files.ts';

export interface ConfigFile {
  /** Every key but those that belong to one member: names, addresses, directories, certificates. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Where the key of each setting stands. */
  readonly places: Readonly<Record<string, Location>>;
  /** One note for each key that was left out. */
  readonly notes: readonly Finding[];
}

/** What is wrong with the file's bytes, located in it; empty where they are a YAML mapping or nothing at all. */
export function configFileMistakes(bytes: Uint8Array, file: string): readonly Finding[] {
  const read = readConfigYaml(bytes, file);
  return 'findings' in read ? mistakesOf(read, file) : [read];
}

/**
 * Reads the settings in a file. Throws `manifest-invalid` with all mistakes, located in the file. An empty file is a
 * file without settings.
 */
export function readConfigFile(text: string, file: string): ConfigFile {
  const yaml = readConfigText(text.replace(/^\ufeff/, ''), file);
  const findings = mistakesOf(yaml, file);
  if (findings.length > 0) throw mistakesError('manifest-invalid', file, findings);
  const entries = Object.entries(yaml.value ?? {});
  const kept = entries.filter(([key]) => whyOwned(flagOfFileKey([key])) === undefined);
  return {
    settings: withKeysAsEtcdReads(Object.fromEntries(kept)),
    places: Object.fromEntries(kept.map(([key]) => [key.toLowerCase(), yaml.locateKey([key])])),
    notes: entries.flatMap(([key]) => noteFor(key, yaml.locateKey([key]))),
  };
}

function mistakesOf(yaml: YamlDocument, file: string): readonly Finding[] {
  const value = yaml.value ?? {};
  const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
  const shape: Finding = {
    id: 'rule/manifest-config-file',
    severity: 'error',
    message: 'An etcd configuration file must be a mapping (`key: value` lines).',
    where: yaml.value === undefined ? { file, line: 1, column: 1 } : yaml.locate([]),
    fix: 'name the right file in `etcd.configFile`',
  };
  if (!isMapping) return [...yaml.findings, shape];
  const twice = keysTwice(value, []).map(
    (path): Finding => ({
      id: 'rule/manifest-duplicate-key',
      severity: 'error',
      message: 'This key is here twice: etcd reads the keys of its file without regard to case.',
      where: yaml.locateKey(path),
      fix: 'keep one of the two',
    }),
  );
  return [...yaml.findings, ...twice].sort(byPlace);
}

/** `Snapshot-Count` is `snapshot-count` to etcd 3.3 to 3.7, in groups too (sigs.k8s.io/yaml over encoding/json; measured). */
function withKeysAsEtcdReads(group: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(group).map(([key, value]) => [
      key.toLowerCase(),
      isGroup(value) ? withKeysAsEtcdReads(value) : value,
    ]),
  );
}

function keysTwice(group: object, path: Path): readonly Path[] {
  const seen = new Set<string>();
  return Object.entries(group).flatMap(([key, value]) => {
    const here = [...path, key];
    const again = seen.has(key.toLowerCase()) ? [here] : [];
    seen.add(key.toLowerCase());
    return [...again, ...(isGroup(value) ? keysTwice(value, here) : [])];
  });
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function noteFor(key: string, where: NonNullable<Finding['where']>): Finding[] {
  const why = whyOwned(flagOfFileKey([key]));
  if (why === undefined) return [];
  return [
    {
      id: 'rule/manifest-owned-setting',
      severity: 'note',
      message: `${showPath([key])} is not taken over into the rehearsal: ${why}.`,
      where,
    },
  ];
}
