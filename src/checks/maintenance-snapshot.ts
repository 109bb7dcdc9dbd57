// Owns the check that a snapshot can be streamed and carries the SHA-256 of itself at its end.
// Must not keep the snapshot, nor look at what is in it.
import { createHash } from 'node:crypto';
import type { Check } from './check.ts';

const digestBytes = 32;

export const maintenanceSnapshot: Check = {
  id: 'maintenance-snapshot',
  run: async ({ first }) => {
    const stream = await first.snapshot();
    const hash = createHash('sha256');
    let tail = Buffer.alloc(0);
    let bytes = 0;
    await new Promise<void>((resolve, reject) => {
      stream.on('data', ({ blob }) => {
        bytes += blob.length;
        const all = Buffer.concat([tail, blob]);
        const keep = Math.max(all.length - digestBytes, 0);
        hash.update(all.subarray(0, keep));
        tail = all.subarray(keep);
      });
      stream.on('error', reject);
      stream.on('end', () => resolve());
    });
    return bytes > digestBytes && hash.digest().equals(tail)
      ? 'stream ends with its sha256'
      : `${bytes} bytes that do not end with their sha256`;
  },
};
