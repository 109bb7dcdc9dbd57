// Owns the three names of an etcd setting: its flag, its environment variable, and its key in a configuration file.
// Must not know values, nor who sets what (flags.ts).
import { loadCatalog } from './load.ts';
import type { Catalog } from './schema.ts';

/**
 * Turns `snapshot-count` into `ETCD_SNAPSHOT_COUNT`: etcd derives the names of variables from flags (pkg/flags,
 * FlagToEnv).
 */
export function variableOf(flag: string): string {
  return `ETCD_${flag.toUpperCase().replaceAll('-', '_')}`;
}

/** Turns `ETCD_SNAPSHOT_COUNT` into `snapshot-count`. */
export function flagOfVariable(variable: string): string {
  return variable
    .replace(/^ETCD_/, '')
    .toLowerCase()
    .replaceAll('_', '-');
}

/**
 * Tells where a configuration file has the setting: `socket-reuse-port` is at `['socket-options', 'reuse-port']`. The
 * result is undefined where a file cannot set it. A flag that the catalog does not know has its own name, as most have.
 */
export function fileKeyOf(flag: string, catalog: Catalog = loadCatalog()): readonly string[] | undefined {
  const key = catalog.flags.flags.find((each) => each.flag === flag)?.fileKey;
  if (key === null) return undefined;
  return (key ?? flag).split('.');
}

/**
 * Turns `['socket-options', 'reuse-port']` into `socket-reuse-port`; a key that is no flag's keeps its name, with its
 * group. etcd reads keys without regard to case, so this does.
 */
export function flagOfFileKey(path: readonly string[], catalog: Catalog = loadCatalog()): string {
  const key = path.join('.').toLowerCase();
  return catalog.flags.flags.find((each) => each.fileKey === key)?.flag ?? key;
}

/** Whether a configuration file of any release from 3.3 to 3.7 has this key, or a group of this name. */
export function isFileKey(path: readonly string[], catalog: Catalog = loadCatalog()): boolean {
  const key = path.join('.').toLowerCase();
  const keys = catalog.flags.flags.map(({ flag }) => fileKeyOf(flag, catalog)?.join('.') ?? '');
  return keys.some((each) => each === key || each.startsWith(`${key}.`));
}
