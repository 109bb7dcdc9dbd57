// Owns what is said of a backup beside it and in the manifest: which bytes it is, of which cluster and moment.
// Must not compare it with the file (backup/file-link.ts).
import { basename } from 'node:path';
import { expectedBy, readChecksum, readSidecar } from '../../backup/sidecar.ts';
import { EtcdMigrateError } from '../../errors.ts';
import type { Wishes } from './wishes.ts';

/**
 * Reads what is said of the backup at `path`. Throws `sidecar-invalid` for what is damaged or contradicts itself, and
 * for a file that a list of digests leaves out: it may be misspelt there, and would pass unseen.
 */
export async function saidOf(path: string, { sha256 }: Wishes): Promise<ReturnType<typeof expectedBy>> {
  const beside = await readChecksum(path);
  const digest = sha256[basename(path)];
  if (digest === undefined && Object.keys(sha256).length > 0) {
    throw new EtcdMigrateError(
      'sidecar-invalid',
      `\`backups.sha256\` of the manifest has no digest of ${basename(path)}.`,
      {
        hint: 'Add the digest of every backup that is to be proven, or leave `backups.sha256` out.',
      },
    );
  }
  return expectedBy(
    await readSidecar(path),
    [
      ...(beside === undefined ? [] : [beside]),
      ...(digest === undefined ? [] : [{ source: 'the manifest', sha256: digest }]),
    ],
    path,
  );
}
