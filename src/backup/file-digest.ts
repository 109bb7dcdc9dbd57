// Owns a backup file as bytes: its size, its SHA-256, and whether the hash that etcd puts behind a snapshot fits.
// Must not know what a database looks like inside.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

const hashBytes = 32;
/** etcd's own rule (etcdutl/snapshot/v3_snapshot.go): whole sectors are the database, and 32 bytes more are its hash. */
const sectorBytes = 512;
const chunkBytes = 1 << 20;

export type Integrity =
  /** The hash behind the database is that of the database. */
  | 'matches'
  /** There is one, and it is another. */
  | 'differs'
  /** The file is whole sectors, as a copied `member/snap/db` is: nothing says that it is unchanged. */
  | 'absent'
  /** Neither a database nor one with a hash behind it has such a size. */
  | 'impossible-size';

export interface FileDigest {
  readonly bytes: number;
  /** Of the whole file, hexadecimal: what `sha256sum` prints. */
  readonly sha256: string;
  readonly integrity: Integrity;
  /** Of the database alone. */
  readonly databaseBytes: number;
  /** First bytes, for telling what else it may be. */
  readonly head: Buffer;
}

/** Reads the file once, from its beginning to its end as it was when opened. */
export async function digestFile(
  file: FileHandle,
  progress: (bytes: number, of: number) => void,
  signal?: AbortSignal,
): Promise<FileDigest> {
  const { size } = await file.stat();
  const remainder = size % sectorBytes;
  const hasHash = remainder === hashBytes && size > hashBytes;
  const databaseBytes = hasHash ? size - hashBytes : size;
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(chunkBytes);
  let head = Buffer.alloc(0);
  let read = 0;
  /** A file that was cut short while it was read ends earlier. */
  const digestUpTo = async (end: number): Promise<Buffer> => {
    let last = Buffer.alloc(0);
    while (read < end) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(chunk, 0, Math.min(chunkBytes, end - read), read);
      if (bytesRead === 0) break;
      const bytes = chunk.subarray(0, bytesRead);
      if (read === 0) head = Buffer.from(bytes.subarray(0, 64));
      hash.update(bytes);
      read += bytesRead;
      last = bytes;
      progress(read, size);
    }
    return last;
  };
  await digestUpTo(databaseBytes);
  const ofDatabase = hash.copy().digest();
  const kept = await digestUpTo(size);
  const integrity = hasHash
    ? ofDatabase.equals(kept)
      ? 'matches'
      : 'differs'
    : remainder === 0
      ? 'absent'
      : 'impossible-size';
  return { bytes: read, sha256: hash.digest('hex'), integrity, databaseBytes, head };
}
