// Owns what is said of older backups that go, or should have gone, behind a newer one.
// Must not choose which go (backup/retention.ts).
import { removeOldBackups } from '../../backup/retention.ts';
import { EtcdMigrateError } from '../../errors.ts';
import type { Tools } from '../shell/tools.ts';

/**
 * Gives the paths of the backups that are gone. Those that stay are told and no more: the newer one stands whole
 * anyway.
 */
export async function removeOlderBackups(
  taken: string,
  clusterId: string,
  keep: number,
  { progress, log }: Pick<Tools, 'progress' | 'log'>,
): Promise<readonly string[]> {
  try {
    const { removed, stayed } = await removeOldBackups(taken, clusterId, keep);
    for (const path of removed) progress.line(`removed ${path}`);
    for (const { message } of stayed) log.warn(`warning: an older backup stays: ${message}`);
    return removed;
  } catch (error) {
    if (!(error instanceof EtcdMigrateError) || error.kind === 'bug') throw error;
    log.warn(`warning: older backups could not be removed: ${error.message}`);
    return [];
  }
}
