// Owns what the key space of a snapshot holds: its revisions, how many keys live, by prefix, and etcd's own hash of it.
// Must not know files or other buckets.
import crc32c from 'crc-32/crc32c.js';
import { EtcdMigrateError } from '../errors.ts';
import type { Entry } from '../etcd/bbolt/database.ts';
import { parseKeyValue, parseRevision } from './key-value.ts';
import { LiveKeys } from './live-keys.ts';
import { groupOf } from './prefixes.ts';

export interface KeySpace {
  /** The store's revision: that of the newest entry. An empty store is at 1. */
  readonly revision: number;
  /** Stored revisions, deletions among them. */
  readonly entries: number;
  /** Keys that a range over everything finds. */
  readonly keys: number;
  /** Ids of the leases that any stored revision names. */
  readonly leases: ReadonlySet<string>;
  /** Live keys by prefix (prefixes.ts), most first. */
  readonly keysByPrefix: readonly (readonly [prefix: string, keys: number])[];
  /** As etcd's HashKV at `revision` gives it on every member: over what compaction leaves or has left. */
  readonly hash: number;
}

/** So often the event loop gets its turn: signals and progress. */
const entriesBetweenBreaths = 4096;

/**
 * Reads every entry of the bucket `key`, twice and, for each further million keys, once more; `entries` gives them anew
 * each time. Throws `backup-corrupt` for entries that contradict themselves.
 *
 * @param compactRevision what the store has compacted, or is about to; 0 for nothing
 */
export async function readKeySpace(
  entries: () => Iterable<Entry>,
  compactRevision: number,
  breathe: (entriesSoFar: number) => Promise<void>,
): Promise<KeySpace> {
  const each = async (take: (entry: Entry, number: number) => void): Promise<number> => {
    let number = 0;
    for (const entry of entries()) {
      take(entry, number);
      if (++number % entriesBetweenBreaths === 0) await breathe(number);
    }
    return number;
  };
  const groups = new Map<string, number>();
  const leases = new Set<string>();
  let revision = 1;
  const first = new LiveKeys();
  const count = await each((entry, number) => {
    const { main, lease } = tell(entry, number, first, groups);
    revision = Math.max(revision, main);
    if (lease !== undefined) leases.add(lease);
  });
  const counts: number[] = [];
  const newest = new Uint8Array(Math.ceil(count / 8));
  const settle = (group: number, number: number): void => {
    counts[group] = (counts[group] ?? 0) + 1;
    (newest[number >> 3] as number) |= 1 << (number & 7);
  };
  first.each(settle);
  for (let share = 1; share < first.shares; share++) {
    const keys = new LiveKeys({ shares: first.shares, share });
    await each((entry, number) => void tell(entry, number, keys, groups));
    keys.each(settle);
  }
  const keysByPrefix = [...groups]
    .map(([prefix, group]) => [prefix, counts[group] ?? 0] as const)
    .filter(([, keys]) => keys > 0)
    .sort((a, b) => b[1] - a[1]);
  const keys = keysByPrefix.reduce((sum, [, each]) => sum + each, 0);
  const isNewest = (number: number): boolean => ((newest[number >> 3] as number) & (1 << (number & 7))) !== 0;
  return {
    ...{ revision, entries: count, keys, leases, keysByPrefix },
    hash: await hashKv(each, { compactRevision, isNewest, anyLives: keys > 0 }),
  };
}

/**
 * etcd's HashKV (server/storage/mvcc/hash.go): CRC-32C over the bucket's name and its entries, without those that a
 * compaction removes sooner or later: below its revision everything but each living key's newest, and a deletion at it.
 */
async function hashKv(
  each: (take: (entry: Entry, number: number) => void) => Promise<number>,
  by: {
    readonly compactRevision: number;
    readonly isNewest: (number: number) => boolean;
    readonly anyLives: boolean;
  },
): Promise<number> {
  let hash = crc32c.str('key');
  await each(({ key, value }, number) => {
    const { main, isTombstone } = parseRevision(key);
    if (main <= by.compactRevision && by.anyLives && !by.isNewest(number)) return;
    if (main === by.compactRevision && isTombstone) return;
    hash = crc32c.buf(value, crc32c.buf(key, hash));
  });
  return hash >>> 0;
}

function tell(
  { key, value }: Entry,
  number: number,
  keys: LiveKeys,
  groups: Map<string, number>,
): { readonly main: number; readonly lease: string | undefined } {
  const { main, isTombstone } = parseRevision(key);
  const pair = parseKeyValue(value);
  if (pair.key.length === 0) throw corrupt(`revision ${main} names no key`);
  if (isTombstone) {
    keys.delete(pair.key);
    return { main, lease: undefined };
  }
  const { createRevision, modRevision, version, lease } = pair;
  if (modRevision !== main || createRevision > main || createRevision < 1 || version < 1) {
    throw corrupt(
      `revision ${main} calls itself ${modRevision}, created at ${createRevision} and written ${version} times`,
    );
  }
  const prefix = groupOf(pair.key);
  let group = groups.get(prefix);
  if (group === undefined) {
    group = groups.size;
    groups.set(prefix, group);
  }
  keys.put(pair.key, group, number);
  return { main, lease };
}

function corrupt(how: string): EtcdMigrateError {
  return new EtcdMigrateError('backup-corrupt', `The snapshot is damaged: ${how}.`, { details: { how } });
}
