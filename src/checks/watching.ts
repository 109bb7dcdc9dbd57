// Owns what the watch checks share: a watch that collects events until there are enough.
// Must not know what the events should be.
import type { MemberConnection } from '../etcd/application-client.ts';

export interface SeenEvent {
  readonly type: 'put' | 'delete';
  readonly key: string;
  readonly rev: bigint;
}

/**
 * Opens a watch of the prefix, does `act` once it is there, and waits for `count` events; the runner bounds the wait.
 */
export async function collect(
  { client }: MemberConnection,
  prefix: string,
  from: string | undefined,
  count: number,
  act: () => Promise<void>,
): Promise<readonly SeenEvent[]> {
  const builder = client.watch().prefix(prefix);
  const watcher = (from === undefined ? builder : builder.startRevision(from)).watcher();
  const events: SeenEvent[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      watcher.on('error', reject);
      watcher.on('disconnected', reject);
      watcher.on('connected', () => void act().catch(reject));
      watcher.on('data', (response) => {
        for (const { type, kv } of response.events) {
          const deleted = String(type).toLowerCase() === 'delete';
          const key = kv.key.toString().slice(prefix.length);
          events.push({ type: deleted ? 'delete' : 'put', key, rev: BigInt(kv.mod_revision) });
        }
        if (events.length >= count) resolve();
      });
    });
  } finally {
    // The end of the cancelling is not awaited: a lost connection would never answer, and the client is closed soon.
    void watcher.cancel().catch(() => undefined);
  }
  return events;
}

/** Gives "events in order", or else the events as they came. */
export function inOrder(events: readonly SeenEvent[], wanted: readonly string[]): string {
  const words = events.map(({ type, key }) => `${type} ${key}`);
  const growing = events.every(({ rev }, index) => index === 0 || rev > (events[index - 1]?.rev ?? 0n));
  const same = words.length === wanted.length && words.every((word, index) => word === wanted[index]);
  return growing && same
    ? 'events in order'
    : events.map(({ type, key, rev }) => `${type} ${key} at ${rev}`).join(', ');
}
