// Owns which backup files are meant: paths and patterns in, files out.
// Must not open them.
import { type Dirent, readdir } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { isPartial } from '../../backup/partials.ts';
import { readSidecar } from '../../backup/sidecar.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { pathError } from '../../platform/files.ts';
import type { Random } from '../../platform/ports.ts';

export type Choice =
  | { readonly of: 'newest' | 'all' }
  /** The newest, and others at random; `size` in all. */
  | { readonly of: 'sample'; readonly size: number; readonly random: Random };

export interface BackupFile {
  /** Absolute, and of the file itself where a link was named: its sidecar stands beside it. */
  readonly path: string;
  /** As it was written, or as the pattern found it. */
  readonly shown: string;
}

/**
 * Every file once, oldest first by what its sidecar records, or by its own time. A name that exists is that file,
 * whatever characters are in it. Throws `usage` naming what matches nothing: a job that proves no backup must not look
 * like one that did; and `no-permission` for a directory that may hold some and cannot be read.
 */
export async function findBackupFiles(
  wanted: readonly string[],
  baseDir: string,
  choice: Choice,
): Promise<readonly BackupFile[]> {
  const found = new Map<string, BackupFile & { readonly timeMs: number }>();
  for (const name of wanted) {
    const there = await modifiedMs(resolve(baseDir, name));
    const isPattern = there === undefined || (there === closed && isDynamicPattern(name));
    const names = isPattern ? await matching(name, baseDir) : [name];
    let any = false;
    for (const shown of names) {
      const named = resolve(baseDir, shown);
      const modified = await modifiedMs(named);
      if (modified === undefined) continue; // removed in this moment, or what a rotation has just renamed
      any = true;
      const path = await realpath(named).catch(() => named); // why it cannot be read is said when it is
      found.set(path, { path, shown, timeMs: (await recordedMs(path)) ?? modified });
    }
    if (!any) {
      throw new EtcdMigrateError('usage', `${name} matches no file in ${baseDir}.`, {
        hint: 'Name backup files, or patterns that match some.',
      });
    }
  }
  const sorted = [...found.values()].sort((a, b) => a.timeMs - b.timeMs || a.path.localeCompare(b.path));
  return chosenOf(sorted, choice);
}

/** `sorted`: oldest first, and so is what is chosen. */
export function chosenOf<T>(sorted: readonly T[], choice: Choice): readonly T[] {
  const newest = sorted.slice(-1);
  if (choice.of !== 'sample') return choice.of === 'newest' ? newest : sorted;
  const others = sorted.slice(0, -1);
  const drawn = new Set(newest);
  while (drawn.size < Math.min(choice.size, sorted.length)) drawn.add(choice.random.pick(others));
  return sorted.filter((each) => drawn.has(each));
}

/**
 * Without what stands beside backups: their sidecars and checksums, and what is still being written. A directory that
 * cannot be read, which the library passes over, is told: the newest backup may be in it.
 */
async function matching(pattern: string, cwd: string): Promise<string[]> {
  let unread: { readonly directory: string; readonly error: Error } | undefined;
  const readDirectory = (
    directory: string,
    options: { readonly withFileTypes: true },
    done: (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void,
  ): void => {
    readdir(directory, options, (error, entries) => {
      if (error !== null && error.code !== 'ENOENT' && error.code !== 'ENOTDIR')
        unread ??= { directory: resolve(directory), error };
      done(error, entries);
    });
  };
  const fs = { readdir: readDirectory as typeof readdir };
  const names = await glob(pattern, { cwd, fs, onlyFiles: true, expandDirectories: false, dot: true });
  if (unread !== undefined) throw pathError(unread.error, 'Reading', unread.directory);
  const all = new Set(names);
  const isBeside = (name: string): boolean => {
    const backup = /^(.+)\.(?:json|sha256)$/s.exec(name)?.[1];
    return backup !== undefined && all.has(backup);
  };
  return names.filter((name) => !isPartial(name) && !isBeside(name));
}

/** A damaged sidecar is told when the backup is proven. */
async function recordedMs(path: string): Promise<number | undefined> {
  const sidecar = await readSidecar(path).catch(() => undefined);
  return sidecar && Date.parse(sidecar.takenAt);
}

/** The time of what is out of reach: it counts as the oldest. */
const closed = 0;

async function modifiedMs(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined;
    // It is there; why it cannot be read is said when it is.
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return closed;
    throw error;
  }
}
