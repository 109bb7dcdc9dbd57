// Owns taking the tools out of a release archive, a tar.gz or a zip: those files and nothing else.
// Must not trust names inside the archive, nor know where it came from (its checksum was verified before).
import { createWriteStream } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { EtcdMigrateError } from '../errors.ts';
import { fileError } from '../platform/files.ts';

const hint =
  'Whoever published the archive published a broken one: correct the mirror, or name another source in `releases`.';

export interface Unpacking {
  readonly archive: string;
  /** Where the archive came from, for messages; default: its file name. */
  readonly origin?: string;
  /** Directory where the files go; it is made here. */
  readonly directory: string;
  /** Paths inside the archive, all in one folder. */
  readonly wanted: readonly string[];
}

/**
 * Writes each wanted file to `directory` under its last name. Throws `binary-invalid` when the archive cannot be read,
 * lacks one of them, or holds a name that leads outside.
 */
export async function unpack({ archive, directory, wanted, origin = basename(archive) }: Unpacking): Promise<void> {
  const found = new Set<string>();
  try {
    await mkdir(directory, { recursive: true });
    const visit = (name: string, isFile: boolean): boolean => {
      if (/^([/\\]|[A-Za-z]:)/.test(name) || name.split(/[/\\]/).includes('..')) {
        throw new EtcdMigrateError('binary-invalid', `${origin} holds "${name}", which leads outside of it.`, { hint });
      }
      if (!isFile || !wanted.includes(name)) return false;
      found.add(name);
      return true;
    };
    if (archive.endsWith('.zip')) await unpackZip(archive, directory, visit);
    else await unpackTar(archive, directory, visit);
  } catch (error) {
    const translated = fileError(error, 'Unpacking into', directory);
    if (translated instanceof EtcdMigrateError) throw translated;
    throw new EtcdMigrateError(
      'binary-invalid',
      `${origin} cannot be unpacked although its checksum is right: ${(error as Error).message}. Nothing of it was kept.`,
      { hint, cause: error },
    );
  }
  const missing = wanted.filter((name) => !found.has(name));
  if (missing.length > 0) {
    throw new EtcdMigrateError('binary-invalid', `${origin} does not hold ${missing.join(', ')}.`, { hint });
  }
}

/** Says whether an entry is to be written; throws for one that must not be there. */
type Visit = (name: string, isFile: boolean) => boolean;

async function unpackTar(archive: string, directory: string, visit: Visit): Promise<void> {
  const { extract } = await import('tar');
  let refused: unknown;
  await extract({
    file: archive,
    cwd: directory,
    strip: 1,
    // Without this a truncated archive is no more than a warning.
    strict: true,
    preserveOwner: false,
    filter: (name, entry) => {
      try {
        return visit(name, 'type' in entry && (entry.type === 'File' || entry.type === 'OldFile'));
      } catch (error) {
        refused ??= error;
        return false;
      }
    },
  });
  if (refused !== undefined) throw refused;
}

async function unpackZip(archive: string, directory: string, visit: Visit): Promise<void> {
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(archive);
  try {
    for await (const entry of zip.eachEntry()) {
      if (!visit(entry.fileName, !entry.fileName.endsWith('/'))) continue;
      const path = join(directory, basename(entry.fileName));
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { flags: 'wx' }));
      await chmod(path, 0o755);
    }
  } finally {
    zip.close();
  }
}
