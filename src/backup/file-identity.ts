// Owns opening a backup for reading, and telling later whether the same file still stands there.
// Must not read what is in it.
import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { EtcdMigrateError } from '../errors.ts';
import { pathError } from '../platform/files.ts';

/**
 * These facts of a file change with its content. Its own time can be put back, as `rsync --inplace -t` does; `ctimeMs`
 * cannot.
 */
export type FileIdentity = Pick<Stats, 'dev' | 'ino' | 'size' | 'mtimeMs' | 'ctimeMs'>;

/** Throws `backup-unreadable` or `no-permission`. */
export async function openForReading(path: string): Promise<FileHandle> {
  let file: FileHandle;
  try {
    // Opening does not wait: a named pipe has nobody at its other end.
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENXIO') throw pathError(error, 'Reading', path);
    throw new EtcdMigrateError('backup-unreadable', `${path} cannot be read: ${message}.`, { cause: error });
  }
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new EtcdMigrateError('backup-unreadable', `${path} is not a regular file.`, { hint: 'Name a snapshot file.' });
}

/** Looks at the file by its name, as whoever restores it opens it by that. Throws `backup-changed`. */
export async function requireUnchanged(path: string, before: FileIdentity): Promise<void> {
  const now = await stat(path).catch(() => undefined); // a file that is gone, or out of reach, is told below
  const same = now !== undefined && now.ino === before.ino && now.dev === before.dev;
  if (same && now.size === before.size && now.mtimeMs === before.mtimeMs && now.ctimeMs === before.ctimeMs) return;
  const what = now === undefined ? 'vanished' : same ? 'changed' : 'was replaced';
  throw new EtcdMigrateError('backup-changed', `${path} ${what} while it was read; nothing was proven of it.`);
}
