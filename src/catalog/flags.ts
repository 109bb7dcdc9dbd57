// Owns the questions that are asked about etcd's flags: what is known of one, and why a manifest may not set it.
// Must not know the names of a setting in other channels (flag-names.ts), nor who asks.
import { loadCatalog } from './load.ts';
import type { Catalog, Flag } from './schema.ts';

/** The result is undefined for a flag of no release from 3.3 to 3.7. */
export function findFlag(flag: string, catalog: Catalog = loadCatalog()): Flag | undefined {
  return catalog.flags.flags.find((each) => each.flag === flag);
}

/**
 * Tells why a flag, or a group of a configuration file, is not for a manifest to set but for whoever makes the members:
 * in a rehearsal it would point at production's directories, addresses and certificates. The result is undefined for
 * all that is the user's, and for what no release knows: etcd says so itself.
 */
export function whyOwned(name: string, catalog: Catalog = loadCatalog()): string | undefined {
  const owner = findFlag(name, catalog)?.owner ?? catalog.flags.groups.find(({ key }) => key === name)?.owner;
  return owner === undefined ? undefined : catalog.flags.owners[owner]?.why;
}
