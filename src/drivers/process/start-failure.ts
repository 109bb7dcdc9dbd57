// Owns naming why etcd did not start, from its own last lines and its disk.
// Must not decide what follows from it.
import { statfs } from 'node:fs/promises';
import type { HostTrouble } from '../../engine/ports.ts';

const patterns: readonly (readonly [RegExp, HostTrouble])[] = [
  [/address already in use/i, 'port-taken'],
  // bbolt of 3.6 and later prints the number of the error alone: 28 is ENOSPC, 122 EDQUOT.
  [/no space left on device|disk quota exceeded|&\{write \S+ (28|122)\}/i, 'no-space'],
  [/permission denied|read-only file system|cannot access data directory|operation not permitted/i, 'no-permission'],
];

/** Undefined when the lines do not blame the host. */
export function hostTroubleIn(lines: readonly string[]): HostTrouble | undefined {
  for (const line of lines) {
    // etcd's own "permission denied" of a client call is not the host's.
    if (line.includes('etcdserver: permission denied')) continue;
    for (const [pattern, trouble] of patterns) if (pattern.test(line)) return trouble;
  }
  return undefined;
}

/** A segment of etcd's write-ahead log, which it reserves when it starts (server/storage/wal/wal.go, SegmentSizeBytes). */
export const segmentBytes = 64 * 1024 * 1024;
/** One page of etcd's database: when that does not fit, its log may not either, and tells nothing of it. */
const pageBytes = 4096;

/**
 * As `hostTroubleIn`; where the lines blame nobody, the disk may be to blame: its log is what a full disk tears first.
 *
 * @param neededBytes free space below which it is; by default a page, or a whole segment when etcd ended without a
 *   single word, which it never does while it can write its log
 */
export async function hostTroubleOf(
  lines: readonly string[],
  directory: string,
  neededBytes = lines.length === 0 ? segmentBytes : pageBytes,
): Promise<HostTrouble | undefined> {
  const said = hostTroubleIn(lines);
  if (said !== undefined) return said;
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize < neededBytes ? 'no-space' : undefined;
}
