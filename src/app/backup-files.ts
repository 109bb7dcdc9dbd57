// Owns which backup files are meant: paths and patterns in, files out.
// Must not open them.
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { glob } from 'tinyglobby';
import { EtcdMigrateError } from '../errors.ts';
import type { BackupSettings } from '../manifest/resolve.ts';

export type Choice = BackupSettings['choose'];

export interface BackupFile {
  /** Absolute. */
  readonly path: string;
  /** As it was written, or as the pattern found it. */
  readonly shown: string;
}

/**
 * Every file once, oldest first by its own time. A name that exists is that file, whatever characters are in it. Throws
 * `usage` naming what matches nothing: a job that proves no backup must not look like one that did.
 */
export async function findBackupFiles(
  wanted: readonly string[],
  baseDir: string,
  choice: Choice,
): Promise<readonly BackupFile[]> {
  const found = new Map<string, BackupFile & { readonly modifiedMs: number }>();
  for (const name of wanted) {
    const names = (await modifiedMs(resolve(baseDir, name))) === undefined ? await matching(name, baseDir) : [name];
    let any = false;
    for (const shown of names) {
      const path = resolve(baseDir, shown);
      const time = await modifiedMs(path);
      if (time === undefined) continue; // removed in this moment, or what a rotation has just renamed
      any = true;
      found.set(path, { path, shown, modifiedMs: time });
    }
    if (!any) {
      throw new EtcdMigrateError('usage', `${name} matches no file in ${baseDir}.`, {
        hint: 'Name backup files, or patterns that match some.',
      });
    }
  }
  const sorted = [...found.values()].sort((a, b) => a.modifiedMs - b.modifiedMs || a.path.localeCompare(b.path));
  return choice === 'newest' ? sorted.slice(-1) : sorted;
}

function matching(pattern: string, cwd: string): Promise<string[]> {
  return glob(pattern, { cwd, onlyFiles: true, expandDirectories: false, dot: true });
}

async function modifiedMs(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined;
    // It is there; why it cannot be read is said when it is.
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return 0;
    throw error;
  }
}
