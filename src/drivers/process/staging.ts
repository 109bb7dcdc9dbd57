// Owns putting an etcd binary into the run's own directory, so that a cleaned cache cannot break a resume.
// Must not know where releases come from.
import { randomBytes } from 'node:crypto';
import { access, chmod, constants, copyFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EtcdMigrateError } from '../../errors.ts';
import { sha256OfFile } from '../../platform/digest.ts';
import { syncDirectory, syncFile } from '../../platform/files.ts';
import { makePrivateDirectory, type RunPaths, requireSafeName, writingFailed } from './run-state.ts';

export function stagedBinary(run: RunPaths, release: string): string {
  return join(run.releases, requireSafeName(release, 'release'), 'etcd');
}

export async function isStaged(run: RunPaths, release: string): Promise<boolean> {
  try {
    await access(stagedBinary(run, release), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The sha256 of the binary as it lies there now; null where none does. */
export async function digestOfStaged(run: RunPaths, release: string, signal?: AbortSignal): Promise<string | null> {
  try {
    return await sha256OfFile(stagedBinary(run, release), signal);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

/**
 * Puts the binary into the run unless it is there already. It is a copy (with shared blocks where the file system can),
 * put in place by a rename: through a link, whoever overwrites the original in place would change what was verified and
 * staged.
 */
export async function stageBinary(run: RunPaths, release: string, source: string): Promise<void> {
  if (await isStaged(run, release)) return;
  try {
    await access(source, constants.X_OK);
  } catch (error) {
    throw new EtcdMigrateError('binary-invalid', `${source} (etcd ${release}) cannot be executed.`, { cause: error });
  }
  const target = stagedBinary(run, release);
  const draft = `${target}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await makePrivateDirectory(join(run.releases, release));
  try {
    await copyFile(source, draft, constants.COPYFILE_FICLONE);
    await chmod(draft, 0o755);
    // What has the name counts as staged: after a power cut it must not be half a binary.
    await syncFile(draft);
    await rename(draft, target);
    await syncDirectory(dirname(target));
  } catch (error) {
    await rm(draft, { force: true });
    throw writingFailed(target, error);
  }
}
