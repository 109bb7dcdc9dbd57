// Owns the backup that `verify-backup` takes itself: its name, and which older ones go once it is proven.
// Must not prove it.
import { join, relative, resolve } from 'node:path';
import { removeOldBackups } from '../backup/retention.ts';
import { EtcdMigrateError } from '../errors.ts';
import type { BackupFile } from './backup-files.ts';
import type { Proven } from './backup-report.ts';
import { takeFromCluster } from './backup-taking.ts';
import type { Wishes } from './backup-wishes.ts';
import type { Surroundings } from './surroundings.ts';
import type { Tools } from './tools.ts';

export interface Fresh {
  readonly file: BackupFile;
  readonly clusterId: string;
}

/** Undefined where none was asked for. Throws what keeps it from being taken: there is then nothing fresh to prove. */
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
  const at = new Date(tools.clock.wallMs()).toISOString().replace(/\.\d+|[-:]/g, '');
  const path = join(resolve(baseDir, take.directory), `${cluster}-${at}.db`);
  const { clusterId } = await takeFromCluster(connection, baseDir, path, surroundings, tools);
  return { file: { path, shown: relative(baseDir, path) }, clusterId };
}

/** Only behind a pass: until then the older ones may be the last that restore. */
export async function removeOlder(
  { file, clusterId }: Fresh,
  proven: readonly Proven[],
  { take }: Wishes,
  { progress }: Tools,
): Promise<void> {
  const own = proven.find(({ shown }) => shown === file.shown)?.proof;
  if (take?.keep === undefined || own === undefined || own instanceof EtcdMigrateError || own.verdict !== 'pass')
    return;
  for (const path of await removeOldBackups(file.path, clusterId, take.keep)) progress.line(`removed ${path}`);
}
