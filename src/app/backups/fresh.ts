// Owns the backup that `verify-backup` takes itself: its name, and which older ones go once it is proven.
// Must not prove it.
import { realpath } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { EtcdMigrateError } from '../../errors.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import type { Tools } from '../shell/tools.ts';
import type { BackupFile } from './files.ts';
import { takeFromCluster } from './live.ts';
import { removeOlderBackups } from './older.ts';
import type { Proven } from './report.ts';
import type { Wishes } from './wishes.ts';

export interface Fresh {
  readonly file: BackupFile;
  readonly clusterId: string;
}

/**
 * The result is undefined where no backup was asked for. Throws what keeps one from being taken: there is then nothing
 * fresh to prove.
 */
export async function takeFresh(
  { take, connection, baseDir, cluster = 'etcd' }: Wishes,
  surroundings: Surroundings,
  tools: Tools,
): Promise<Fresh | undefined> {
  if (take === undefined) return undefined;
  if (connection === undefined) {
    throw new EtcdMigrateError(
      'internal-error',
      'A manifest with `backups.take` was let through without `connection`.',
    );
  }
  const at = new Date(tools.clock.wallMs()).toISOString().replace(/[-:.]/g, '');
  const path = join(resolve(baseDir, take.directory), `${cluster}-${at}.db`);
  const { clusterId } = await takeFromCluster(connection, baseDir, path, surroundings, tools);
  // The path is made as findBackupFiles makes it, which follows links.
  return { file: { path: await realpath(path), shown: relative(baseDir, path) }, clusterId };
}

/** Older backups go only behind a pass: until then they may be the last that restore. */
export async function removeOlder(
  { file, clusterId }: Fresh,
  proven: readonly Proven[],
  { take }: Wishes,
  tools: Tools,
): Promise<void> {
  const passed = proven.some(
    ({ proof }) => !(proof instanceof EtcdMigrateError) && proof.path === file.path && proof.verdict === 'pass',
  );
  if (take?.keep !== undefined && passed) await removeOlderBackups(file.path, clusterId, take.keep, tools);
}
