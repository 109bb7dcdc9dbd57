// Owns a backup file as bytes: its SHA-256, and whether the hash that etcd puts behind a snapshot is there and fits.
// Must not know what a database holds.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

const hashBytes = 32;
const chunkBytes = 1 << 20;

export type Integrity =
  /** Behind the database stands its SHA-256, and nothing else. */
  | 'matches'
  /** Something of that length stands there, and it is not the database's hash. */
  | 'differs'
  /** The right hash stands there, and further bytes behind it. */
  | 'followed-by-more'
  /** The file ends with the database, or with the room that a copied `member/snap/db` has to grow: no hash at all. */
  | 'absent'
  /** The file is longer than the database by what neither a hash nor room to grow takes. */
  | 'impossible-size';

export interface FileDigest {
  readonly bytes: number;
  /** Hexadecimal SHA-256 of the whole file, as `sha256sum` prints it. */
  readonly sha256: string;
  readonly integrity: Integrity;
}

/**
 * Reads the file once, from its beginning to `bytes`, its length when it was opened.
 *
 * @param databaseBytes length of the database by its own account, at most `bytes`
 */
export async function digestFile(
  file: FileHandle,
  { bytes, databaseBytes }: { readonly bytes: number; readonly databaseBytes: number },
  progress: (read: number, of: number) => void,
  signal?: AbortSignal,
): Promise<FileDigest> {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(chunkBytes);
  let read = 0;
  const digestUpTo = async (end: number): Promise<void> => {
    while (read < end) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(chunk, 0, Math.min(chunkBytes, end - read), read);
      if (bytesRead === 0) return; // the file was cut short meanwhile: whoever opened it compares the lengths
      hash.update(chunk.subarray(0, bytesRead));
      read += bytesRead;
      progress(read, bytes);
    }
  };
  await digestUpTo(databaseBytes);
  const expected = hash.copy().digest();
  const behind = Buffer.alloc(Math.min(hashBytes, bytes - databaseBytes));
  await file.read(behind, 0, behind.length, databaseBytes);
  await digestUpTo(bytes);
  const integrity = integrityOf(bytes - databaseBytes, behind.equals(expected));
  return { bytes: read, sha256: hash.digest('hex'), integrity };
}

/** bbolt grows its file by whole pages, and the smallest page has 512 bytes (as etcdutl's own rule has it). */
const smallestPage = 512;

function integrityOf(more: number, fits: boolean): Integrity {
  if (more === hashBytes) return fits ? 'matches' : 'differs';
  if (fits) return 'followed-by-more';
  return more % smallestPage === 0 ? 'absent' : 'impossible-size';
}
