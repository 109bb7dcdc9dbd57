// Owns the question how many raft entries make a snapshot on a member.
// Must not know why a plan needs to know.
import { snapshotCountOf } from '../catalog/lookups.ts';
import type { Catalog } from '../catalog/schema.ts';
import { lineOf } from '../catalog/version.ts';
import type { EffectiveSettings } from './steps.ts';

/**
 * The `--snapshot-count` that members run with: the settings', else the line's default. etcd takes 0 for its default,
 * and does not start at all with anything that is not a number.
 */
export function effectiveSnapshotCount(settings: EffectiveSettings, release: string, catalog: Catalog): number {
  const set = settings['snapshot-count'];
  const count = set !== undefined && /^\d+$/.test(set) ? Number(set) : 0;
  return count > 0 ? count : (snapshotCountOf(lineOf(release), catalog) ?? 100_000);
}
