// Owns writing files so that a crash leaves the old or the new content, and turning file errors into ours.
// Must not know what the files mean.
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { EtcdMigrateError, type FailureCode } from '../errors.ts';

const codes: Readonly<Record<string, FailureCode>> = {
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
};

/** Maps an error of node:fs to ours where the table knows it; returns others unchanged. */
export function fileError(error: unknown, doing: string, path: string): unknown {
  const code = codes[(error as NodeJS.ErrnoException).code ?? ''];
  if (code === undefined) return error;
  return new EtcdMigrateError(code, `${doing} ${path} failed: ${(error as Error).message}`, { cause: error });
}

const unusable = new Set([
  'EISDIR',
  'ERR_FS_EISDIR',
  'ENOTDIR',
  'EEXIST',
  'ENOENT',
  'ENOTEMPTY',
  'ELOOP',
  'ENAMETOOLONG',
]);

/**
 * Maps an error as `fileError` does, for a path that a person chose: one that cannot be used at all is told too, as
 * `no-permission`.
 */
export function pathError(error: unknown, doing: string, path: string): unknown {
  if (!unusable.has((error as NodeJS.ErrnoException).code ?? '')) return fileError(error, doing, path);
  return new EtcdMigrateError('no-permission', `${doing} ${path} failed: ${(error as Error).message}`, {
    hint: hintFor(doing),
    cause: error,
  });
}

function hintFor(doing: string): string {
  return doing === 'Reading'
    ? 'Give the user that runs etcd-migrate access to the path named above, or name another.'
    : 'Choose another path, or move away what is in its place.';
}

/**
 * Replaces a file's content in one step: temporary file beside it, fsync, rename, fsync of the directory. Creates its
 * directory. When it resolves, a power cut takes away neither the content nor the name.
 */
export async function writeFileAtomic(path: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await makeDirectory(dirname(path));
    await writeNewFile(temporary, content, mode);
    await rename(temporary, path);
    await syncDirectory(dirname(path));
  } catch (error) {
    // Where the directory itself is unusable there is nothing to remove, and that error would cover the real one.
    await rm(temporary, { force: true }).catch(() => {});
    throw pathError(error, 'Writing', path);
  }
}

/**
 * Writes a file that must not be there yet; its content is on the disk when it resolves, its name only with
 * `syncDirectory`.
 */
export async function writeNewFile(path: string, content: string | Uint8Array, mode: number): Promise<void> {
  await using handle = await open(path, 'wx', mode);
  await handle.writeFile(content);
  await handle.sync();
}

/** Makes a directory with its parents; those that were missing are on the disk when it resolves. */
async function makeDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined) return;
  const last = dirname(resolve(first));
  for (let made = resolve(path); made !== last; made = dirname(made)) await syncDirectory(dirname(made));
}

/** Forces a file: what was written to it is on the disk when it resolves. */
export async function syncFile(path: string): Promise<void> {
  await using file = await open(path, 'r');
  await file.sync();
}

/**
 * Forces a directory: the names in it are on the disk when it resolves, while a rename alone may be undone by a power
 * cut.
 */
export async function syncDirectory(path: string): Promise<void> {
  await using directory = await open(path, 'r');
  await directory.sync();
}

/** Reads a file of at most `maxBytes`; a larger one, or a directory, throws a plain Error before it is read. */
export async function readFileBounded(path: string, maxBytes: number): Promise<Uint8Array> {
  const facts = await stat(path);
  if (!facts.isFile()) throw new Error('it is not a regular file');
  if (facts.size > maxBytes) throw new Error(`it has ${facts.size} bytes, more than ${maxBytes}`);
  return readFile(path);
}
