// Owns the question whether an output directory is ours: nothing in one that is not may be replaced or removed.
// Must not know what the files in it hold.
import { lstat, mkdir, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { EtcdMigrateError } from '../../errors.ts';
import { pathError, writeFileAtomic } from '../../platform/files.ts';
import type { RunDirectory } from '../run/run-directory.ts';

const SIGNATURE = 'Signature: etcd-migrate output directory';
const MARKER_TEXT = `${SIGNATURE}
# etcd-migrate replaces and removes the reports, histories and runs in this directory.
# Without this file it leaves the directory alone.
`;

/**
 * Makes the directory, or adopts one that has nothing of the names that a run writes. Throws as
 * `refuseForeignDirectory` does.
 */
export async function ownOutputDirectory(directory: RunDirectory): Promise<void> {
  try {
    await mkdir(directory.path, { recursive: true });
  } catch (error) {
    throw unusable(error, 'Making', directory.path);
  }
  await refuseForeignDirectory(directory);
  if (!(await isOutputDirectory(directory))) await writeFileAtomic(directory.marker, MARKER_TEXT);
}

/**
 * Throws `usage` where the directory has files of the names that a run writes and no marker of ours: a person's own
 * `report.json` must not be replaced. Writes nothing.
 */
export async function refuseForeignDirectory(directory: RunDirectory): Promise<void> {
  // The names come before the marker: a run that begins at the same moment writes its marker before anything else.
  const taken = await namesTaken(directory);
  if (taken.length === 0 || (await isOutputDirectory(directory))) return;
  throw new EtcdMigrateError(
    'usage',
    `${directory.path} has ${taken.join(', ')}, but was not made by etcd-migrate: a run would replace or remove what is not its own.`,
    { hint: 'Name a new or empty directory with --output.' },
  );
}

/** Whether a run of this tool has made or adopted the directory. Throws `usage` where it is a file. */
export async function isOutputDirectory(directory: RunDirectory): Promise<boolean> {
  try {
    if (!(await lstat(directory.marker)).isFile()) return false;
    return (await readFile(directory.marker, 'utf8')).startsWith(SIGNATURE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw unusable(error, 'Reading', directory.path);
  }
}

async function namesTaken({ path: _, marker: __, ...files }: RunDirectory): Promise<readonly string[]> {
  const found = await Promise.all(Object.values(files).map(async (file) => ((await exists(file)) ? [file] : [])));
  return found.flat().map((file) => basename(file));
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw unusable(error, 'Looking at', dirname(path));
  }
}

/** A file where the directory should be, or above it, is a slip of the command line. */
function unusable(error: unknown, doing: string, path: string): unknown {
  if (!['ENOTDIR', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) {
    return pathError(error, doing, path);
  }
  return new EtcdMigrateError('usage', `${path} cannot be the output directory: a file is in its place or above it.`, {
    hint: 'Name a directory with --output.',
    cause: error,
  });
}
