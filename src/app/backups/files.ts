// Owns which backup files are meant: paths and patterns in, files out.
// Must not open them.
import { type Dirent, readdir } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { isPartial } from '../../backup/partials.ts';
import { checksumPathOf, readSidecar, sidecarPathOf } from '../../backup/sidecar.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { howToBeTrusted } from '../../manifest/untrusted.ts';
import { staysInside } from '../../platform/confinement.ts';
import { pathError } from '../../platform/files.ts';
import { type Choice, chosenOf } from './choice.ts';

export interface BackupFile {
  /** Absolute path of the file itself, also where a link to it was named: its sidecar stands beside the file. */
  readonly path: string;
  /** The name as it was written, or as the pattern found it. */
  readonly shown: string;
}

export interface WantedFiles {
  /** Paths and patterns. */
  readonly files: readonly string[];
  /** The directory where relative ones start. */
  readonly filesDir: string;
  readonly choice: Choice;
  /** The workspace, which an untrusted manifest must not choose files beyond. Null where files may lie anywhere. */
  readonly confinedTo: string | null;
}

/**
 * Gives every file once, oldest first by what its sidecar records, or by its own time. A name that exists is that file,
 * whatever characters are in it. Throws `usage` naming what matches nothing: a job that proves no backup must not look
 * like one that did; `no-permission` for a directory that may hold some and cannot be read; and `manifest-invalid` for
 * what leads out of where it is confined, be it a file or what stands beside it.
 */
export async function findBackupFiles({
  files: wanted,
  filesDir: baseDir,
  choice,
  confinedTo,
}: WantedFiles): Promise<readonly BackupFile[]> {
  const found = new Map<string, BackupFile & { readonly timeMs: number }>();
  for (const name of wanted) {
    await requireInside(confinedTo, name, [resolve(baseDir, name)]);
    const there = await modifiedMs(resolve(baseDir, name));
    const isPattern = there === undefined || (there === closed && isDynamicPattern(name));
    const names = isPattern ? await matching(name, baseDir, confinedTo) : [name];
    let any = false;
    for (const shown of names) {
      const named = resolve(baseDir, shown);
      await requireInside(confinedTo, name, [named]);
      const modified = await modifiedMs(named);
      if (modified === undefined) continue; // it was removed in this moment, or a rotation has just renamed it
      any = true;
      const path = await realpath(named).catch(() => named); // the proof tells why a file cannot be read
      await requireInside(confinedTo, name, [sidecarPathOf(path), checksumPathOf(path)]);
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

/** The error says nothing of what is outside: not even whether it is there. */
async function requireInside(confinedTo: string | null, name: string, paths: readonly string[]): Promise<void> {
  if (confinedTo === null) return;
  const stay = await Promise.all(paths.map((path) => staysInside(confinedTo, path)));
  if (stay.every(Boolean)) return;
  throw new EtcdMigrateError(
    'manifest-invalid',
    `${name} of \`backups.files\` leads outside of the workspace, or through a link that leads nowhere, itself or with what stands beside a backup: this ref is not trusted to read there. No backup was opened.`,
    { hint: `Name backups of the workspace. ${howToBeTrusted}` },
  );
}

/**
 * Gives what a pattern matches without what stands beside backups: their sidecars and checksums, and what is still
 * being written. A directory that cannot be read, which the library passes over, is told: the newest backup may be in
 * it.
 */
async function matching(pattern: string, cwd: string, confinedTo: string | null): Promise<string[]> {
  let unread: { readonly directory: string; readonly error: Error } | undefined;
  let outside: string | undefined;
  const readDirectory = (
    directory: string,
    options: { readonly withFileTypes: true },
    done: (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void,
  ): void => {
    const read = (): void =>
      readdir(directory, options, (error, entries) => {
        if (error !== null && error.code !== 'ENOENT' && error.code !== 'ENOTDIR')
          unread ??= { directory: resolve(directory), error };
        done(error, entries);
      });
    if (confinedTo === null) {
      read();
      return;
    }
    const leave = (): void => {
      outside ??= resolve(directory);
      done(null, []);
    };
    // The library follows links of the workspace wherever they lead.
    staysInside(confinedTo, resolve(directory)).then((stays) => (stays ? read() : leave()), leave);
  };
  const fs = { readdir: readDirectory as typeof readdir };
  const names = await glob(pattern, { cwd, fs, onlyFiles: true, expandDirectories: false, dot: true });
  if (outside !== undefined) await requireInside(confinedTo, pattern, [outside]);
  if (unread !== undefined) throw pathError(unread.error, 'Reading', unread.directory);
  const all = new Set(names);
  const isBeside = (name: string): boolean => {
    const backup = /^(.+)\.(?:json|sha256)$/s.exec(name)?.[1];
    return backup !== undefined && all.has(backup);
  };
  return names.filter((name) => !isPartial(name) && !isBeside(name));
}

/** A damaged sidecar is passed over here: it is told when the backup is proven. */
async function recordedMs(path: string): Promise<number | undefined> {
  const sidecar = await readSidecar(path).catch(() => undefined);
  return sidecar && Date.parse(sidecar.takenAt);
}

/** This time stands for that of a file out of reach, which so counts as the oldest. */
const closed = 0;

async function modifiedMs(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined;
    // The file is there; why it cannot be read is told when it is proven.
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return closed;
    throw error;
  }
}
