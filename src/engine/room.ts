// Owns how much room a member needs on its disks before it may be stopped: it has to come up again.
// Must not know who asks.
import type { Catalog } from '../catalog/schema.ts';
import type { HostFacts } from './ports.ts';

/** What the member has too little of, in words; null where there is enough, `not-seen` where that cannot be seen. */
export function lackOfRoom(
  { freeBytes, databaseBytes, walRoomBytes }: Pick<HostFacts, 'freeBytes' | 'databaseBytes' | 'walRoomBytes'>,
  { storage }: Catalog,
): string | 'not-seen' | null {
  if (freeBytes === null || databaseBytes === null || walRoomBytes === null) return 'not-seen';
  if (freeBytes < databaseBytes) return `${freeBytes} bytes free for a database of ${databaseBytes}`;
  const { bytes } = storage.walSegment;
  if (walRoomBytes < bytes) return `room for ${walRoomBytes} bytes of the next WAL segment, which takes ${bytes}`;
  return null;
}
