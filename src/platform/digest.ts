// Owns sha256 of files.
// Must not know what the files are.
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

const chunkBytes = 1 << 20;

/** Lower-case hexadecimal sha256 of a file's content. Errors are those of node:fs. */
export async function sha256OfFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  // One buffer serves for all of it: a stream's own are garbage that grows with the file.
  const chunk = Buffer.allocUnsafe(chunkBytes);
  await using file = await open(path);
  for (;;) {
    signal?.throwIfAborted();
    const { bytesRead } = await file.read(chunk, 0, chunkBytes);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(chunk.subarray(0, bytesRead));
  }
}
