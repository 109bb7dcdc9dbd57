// Owns what a client is told that comes back to watch from a revision which etcd no longer has.
// Must not know why it is compacted, nor bound the wait.
import type { Etcd3 } from './application-client.ts';

export type CompactedAnswer =
  /** The watch is cancelled with the revision up to which all is gone: the client lists again. */
  | { readonly told: 'compacted'; readonly compactRevision: bigint }
  /** The watch is served as if nothing had happened: the client misses what was in between. */
  | { readonly told: 'events' };

/** Opens a watch on one key from a revision, and waits for the first that comes: its end, or events. */
export async function watchFromCompacted(client: Etcd3, key: Buffer, revision: bigint): Promise<CompactedAnswer> {
  const stream = await client.watchClient.watch();
  try {
    return await new Promise<CompactedAnswer>((resolve, reject) => {
      stream.on('error', reject);
      stream.on('data', ({ canceled, compact_revision, events }) => {
        if (events.length > 0) resolve({ told: 'events' });
        if (canceled) resolve({ told: 'compacted', compactRevision: BigInt(compact_revision) });
      });
      stream.write({ create_request: { key, start_revision: revision.toString() } });
    });
  } finally {
    stream.cancel();
  }
}
