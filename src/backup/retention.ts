// Owns which backups go when a newer one is there: the oldest of the same cluster in the same directory, and their sidecars.
// Must not remove a file without a sidecar of ours, nor one of another cluster.
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EtcdMigrateError } from '../errors.ts';
import { pathError } from '../platform/files.ts';
import { readSidecar, type Sidecar, sidecarPathOf } from './sidecar.ts';

export interface Removal {
  /** Paths of the backups that are gone, oldest first. */
  readonly removed: readonly string[];
  /** Why others stayed, each with its path. */
  readonly stayed: readonly EtcdMigrateError[];
}

/**
 * A backup that cannot be removed keeps no other. `keep` is at least 1 and counts what was just taken, which stays
 * whatever the clocks say.
 */
export async function removeOldBackups(taken: string, clusterId: string, keep: number): Promise<Removal> {
  const directory = dirname(taken);
  const names = await readdir(directory).catch((error: unknown) => {
    throw pathError(error, 'Reading', directory);
  });
  const found: { readonly path: string; readonly sidecar: Sidecar }[] = [];
  for (const name of names) {
    const path = join(directory, name);
    if (path === taken || !names.includes(`${name}.json`)) continue;
    const sidecar = await sidecarOf(path);
    if (sidecar?.clusterId === clusterId) found.push({ path, sidecar });
  }
  found.sort((a, b) => Date.parse(a.sidecar.takenAt) - Date.parse(b.sidecar.takenAt));
  const old = found.slice(0, Math.max(0, found.length + 1 - keep));
  const removed: string[] = [];
  const stayed: EtcdMigrateError[] = [];
  for (const { path } of old) {
    try {
      await rm(path, { force: true });
      await rm(sidecarPathOf(path), { force: true });
      removed.push(path);
    } catch (error) {
      const known = pathError(error, 'Removing', path);
      if (!(known instanceof EtcdMigrateError)) throw known;
      stayed.push(known);
    }
  }
  return { removed, stayed };
}

/** The result is undefined without a sidecar of ours: somebody else's JSON beside somebody else's file is none. */
async function sidecarOf(path: string): Promise<Sidecar | undefined> {
  try {
    return await readSidecar(path);
  } catch (error) {
    if (error instanceof EtcdMigrateError && error.code === 'sidecar-invalid') return undefined;
    throw error;
  }
}
