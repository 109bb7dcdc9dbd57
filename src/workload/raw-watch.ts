// Owns a watch on one bare gRPC stream, without the library's resume: the second opinion on what etcd delivers.
// Must not know who asks.
import type { Etcd3 } from '../etcd/application-client.ts';

function rangeEnd(prefix: string): Buffer {
  const end = Buffer.from(prefix);
  const last = end.length - 1;
  end[last] = (end[last] as number) + 1;
  return end;
}

/** Gives the mod revision of the key that was put last under the prefix; 0 when there is none. Linearizable. */
export async function youngestRevision(client: Etcd3, prefix: string): Promise<bigint> {
  const { kvs } = await client.getAll().prefix(prefix).sort('Mod', 'Descend').limit(1).exec();
  return BigInt(kvs[0]?.mod_revision ?? 0);
}

/**
 * Gives the mod revisions of all events of the prefix from `from` through `upTo`, in the order in which they came.
 * `upTo` must be the revision of an event of the prefix: its arrival is the end. Throws when the stretch is compacted,
 * the connection fails, or `withinMs` pass first.
 */
export async function rawWatch(
  client: Etcd3,
  prefix: string,
  from: bigint,
  upTo: bigint,
  withinMs: number,
): Promise<string[]> {
  const stream = await client.watchClient.watch();
  const seen: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(
        () => reject(new Error(`a raw watch from ${from} did not reach ${upTo} within ${withinMs} ms`)),
        withinMs,
      );
      stream.on('error', reject);
      stream.on('end', () => reject(new Error(`a raw watch from ${from} ended before ${upTo}`)));
      stream.on('data', (response) => {
        if (response.canceled) {
          reject(new Error(`a raw watch from ${from} was cancelled: ${response.cancel_reason || 'compacted'}`));
        }
        for (const { kv } of response.events) {
          if (BigInt(kv.mod_revision) <= upTo) seen.push(kv.mod_revision);
          if (BigInt(kv.mod_revision) >= upTo) resolve();
        }
      });
      stream.write({
        create_request: { key: Buffer.from(prefix), range_end: rangeEnd(prefix), start_revision: String(from) },
      });
    });
    return seen;
  } finally {
    clearTimeout(timer);
    // The cancelling makes the stream report an error, which the listener above then drops.
    stream.cancel();
  }
}
