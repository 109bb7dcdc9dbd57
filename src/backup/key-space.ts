// Owns what the key space of a snapshot holds: its revisions, how many keys live, by prefix, and etcd's own hash of it.
// Must not know files or other buckets.
import { createHash } from 'node:crypto';
import crc32c from 'crc-32/crc32c.js';
import { EtcdMigrateError } from '../errors.ts';
import type { Entry } from '../etcd/bbolt/database.ts';
import type { Random } from '../platform/ports.ts';
import { createRandom } from '../platform/random.ts';
import { parseKeyValue, parseRevision } from './key-value.ts';
import { LiveKeys } from './live-keys.ts';
import { chooseRanges, type DigestedRange, PrefixDigests, type PrefixSize, within } from './prefix-digests.ts';
import { Prefixes } from './prefixes.ts';

/** A live key as it was read, to be asked for again from members that serve it. */
export interface SampledKey {
  readonly key: Buffer;
  readonly modRevision: number;
  /** SHA-256 of its value, hexadecimal. */
  readonly valueSha256: string;
}

export interface KeySpace {
  /** The store's revision: that of the newest entry, or what it compacted beyond that. An empty store is at 1. */
  readonly revision: number;
  /** Revision of the newest entry; 0 without any. etcd's tool counts from there when it raises the revision. */
  readonly newestEntry: number;
  /** Number of stored revisions, deletions among them. */
  readonly entries: number;
  /** Number of keys that a range over everything finds. */
  readonly keys: number;
  /** Ids of the leases that live keys hang on; of the first `mostGroups` where they are more. */
  readonly leases: ReadonlySet<string>;
  readonly prefixes: Prefixes;
  /** Live keys by prefix, most first. */
  readonly keysByPrefix: readonly (readonly [prefix: string, keys: number])[];
  /** Ranges that are small enough to be compared key for key; none overlaps another unless it is within it. */
  readonly digested: readonly DigestedRange[];
  /** Digests of all live keys in those ranges. */
  readonly digests: PrefixDigests;
  /** Live keys from all over the space, in no order; at most `sampleSize`. Never to be printed. */
  readonly sample: readonly SampledKey[];
  /** HashKV as etcd gives it at `revision` on every member: over what compaction leaves or has left. */
  readonly hash: number;
}

/** The sample is large enough that a wrong index shows, and small enough that asking for it takes no time. */
const sampleSize = 64;
/** Beyond this number leases are not told apart any more: a store may have one for each of millions of keys. */
const mostGroups = 50_000;

/** Live keys that are counted together. */
interface Group {
  readonly number: number;
  readonly prefix: string;
  readonly lease: string | undefined;
  /** Number of all entries that put one of the keys, also of those that others have replaced. */
  entries: number;
  bytes: number;
}

/** After so many entries the event loop gets its turn, for signals and progress. */
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
  // Keys are grouped by prefix and lease together: a table of live keys holds one number for each.
  const groups = new Map<string, Group>();
  const prefixes = new Prefixes();
  let newestEntry = 0;
  const first = new LiveKeys();
  const count = await each((entry, number) => {
    newestEntry = Math.max(newestEntry, tell(entry, number, first, groups, prefixes));
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
    await each((entry, number) => void tell(entry, number, keys, groups, prefixes));
    keys.each(settle);
  }
  const living = [...groups.values()].filter(({ number }) => (counts[number] ?? 0) > 0);
  const leases = new Set(living.flatMap(({ lease }) => (lease === undefined ? [] : [lease])));
  const byPrefix = new Map<string, number>();
  for (const { prefix, number } of living) byPrefix.set(prefix, (byPrefix.get(prefix) ?? 0) + (counts[number] ?? 0));
  const keysByPrefix = [...byPrefix].sort((a, b) => b[1] - a[1]);
  // 3.4 removes a deletion at the compacted revision itself, which may have been the newest entry of all.
  const revision = Math.max(1, compactRevision, newestEntry);
  const keys = keysByPrefix.reduce((sum, [, each]) => sum + each, 0);
  const digested = chooseRanges(sizesOf([...groups.values()], byPrefix));
  const isDigested = within(digested);
  const digests = new PrefixDigests();
  const sample = new Sample(createRandom(revision % 2 ** 31));
  const lives = (entry: Entry): void => {
    sample.offer(entry);
    if (digested.length === 0) return;
    const pair = parseKeyValue(entry.value);
    const prefix = prefixes.of(pair.key);
    if (isDigested(prefix)) digests.add(prefix, pair);
  };
  const isNewest = (number: number): boolean => ((newest[number >> 3] as number) & (1 << (number & 7))) !== 0;
  return {
    revision,
    newestEntry,
    entries: count,
    keys,
    leases,
    prefixes,
    keysByPrefix,
    digested,
    digests,
    hash: await hashKv(each, { compactRevision, isNewest, anyLives: keys > 0 }, lives),
    sample: sample.keys,
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
  live: (entry: Entry) => void,
): Promise<number> {
  let hash = crc32c.str('key');
  await each((entry, number) => {
    const { key, value } = entry;
    const { main, isTombstone } = parseRevision(key);
    if (by.isNewest(number)) live(entry);
    if (main <= by.compactRevision && by.anyLives && !by.isNewest(number)) return;
    if (main === by.compactRevision && isTombstone) return;
    hash = crc32c.buf(value, crc32c.buf(key, hash));
  });
  return hash >>> 0;
}

/** Algorithm R: each live key is as likely in it as any other. */
class Sample {
  readonly keys: SampledKey[] = [];
  readonly #random: Random;
  #offered = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  offer({ value }: Entry): void {
    this.#offered++;
    const place = this.#offered <= sampleSize ? this.#offered - 1 : this.#random.int(this.#offered);
    if (place >= sampleSize) return;
    const pair = parseKeyValue(value);
    this.keys[place] = {
      key: Buffer.from(pair.key),
      modRevision: pair.modRevision,
      valueSha256: createHash('sha256').update(pair.value).digest('hex'),
    };
  }
}

function tell(
  { key, value }: Entry,
  number: number,
  keys: LiveKeys,
  groups: Map<string, Group>,
  prefixes: Prefixes,
): number {
  const { main, isTombstone } = parseRevision(key);
  const pair = parseKeyValue(value);
  if (pair.key.length === 0) throw corrupt(`revision ${main} names no key`);
  if (isTombstone) {
    keys.delete(pair.key);
    return main;
  }
  const { createRevision, modRevision, version, lease } = pair;
  if (modRevision !== main || createRevision > main || createRevision < 1 || version < 1) {
    throw corrupt(
      `revision ${main} calls itself ${modRevision}, created at ${createRevision} and written ${version} times`,
    );
  }
  const prefix = prefixes.add(pair.key);
  const told = groups.size < mostGroups ? lease : undefined;
  const name = `${told ?? ''} ${prefix}`;
  let group = groups.get(name);
  if (group === undefined) {
    group = { number: groups.size, prefix, lease: told, entries: 0, bytes: 0 };
    groups.set(name, group);
  }
  if (keys.share === 0) {
    group.entries++;
    group.bytes += value.length;
  }
  keys.put(pair.key, group.number, number);
  return main;
}

function sizesOf(groups: readonly Group[], keys: ReadonlyMap<string, number>): PrefixSize[] {
  const sizes = new Map<string, PrefixSize>();
  for (const { prefix, entries, bytes } of groups) {
    const before = sizes.get(prefix) ?? { entries: 0, bytes: 0 };
    const total = { entries: before.entries + entries, bytes: before.bytes + bytes };
    sizes.set(prefix, { prefix, ...total, keys: keys.get(prefix) ?? 0 });
  }
  return [...sizes.values()];
}

function corrupt(how: string): EtcdMigrateError {
  return new EtcdMigrateError('backup-corrupt', `The snapshot is damaged: ${how}.`, { details: { how } });
}
