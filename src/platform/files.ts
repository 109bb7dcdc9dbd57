// Owns writing files so that a crash leaves the old or the new content, and turning file errors into ours.
// Must not know what the files mean.
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
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

/** As `fileError`, for a path that a person chose: one that cannot be used at all is told too, as `no-permission`. */
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

/** Replaces a file's content in one step: temporary file beside it, fsync, rename. Creates its directory. */
export async function writeFileAtomic(path: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(temporary, 'wx', mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    // Where the directory itself is unusable there is nothing to remove, and that error would cover the real one.
    await rm(temporary, { force: true }).catch(() => {});
    throw pathError(error, 'Writing', path);
  }
}

/** Reads a file of at most `maxBytes`; a larger one, or a directory, throws a plain Error before it is read. */
export async function readFileBounded(path: string, maxBytes: number): Promise<Uint8Array> {
  const facts = await stat(path);
  if (!facts.isFile()) throw new Error('it is not a regular file');
  if (facts.size > maxBytes) throw new Error(`it has ${facts.size} bytes, more than ${maxBytes}`);
  return readFile(path);
}
