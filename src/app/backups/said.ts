// Owns what is said of a backup beside it and in the manifest: which bytes it is, of which cluster and moment.
// Must not compare it with the file (backup/file-link.ts).
import { basename } from 'node:path';
import { expectedBy, readChecksum, readSidecar } from '../../backup/sidecar.ts';
import type { Wishes } from './wishes.ts';

/** Throws `sidecar-invalid` for what is damaged or contradicts itself. */
export async function saidOf(path: string, { sha256 }: Wishes): Promise<ReturnType<typeof expectedBy>> {
  const beside = await readChecksum(path);
  const digest = sha256[basename(path)];
  return expectedBy(
    await readSidecar(path),
    [
      ...(beside === undefined ? [] : [beside]),
      ...(digest === undefined ? [] : [{ source: 'the manifest', sha256: digest }]),
    ],
    path,
  );
}
