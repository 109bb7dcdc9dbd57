// Owns digests of live keys by prefix: which prefixes are small enough to be read whole, and a sum that no order changes.
// Must not read files or members: the first give keys by revision, the second by name.
import { createHash } from 'node:crypto';

/** What entries of the bucket say of a prefix, history included. */
export interface PrefixSize {
  readonly prefix: string;
  readonly entries: number;
  readonly bytes: number;
  /** Number of live keys; a prefix without any is none. */
  readonly keys: number;
}

/** A range of keys that is small enough to be read whole. */
export interface DigestedRange {
  /** Prefix of the keys; an empty one stands for everything. */
  readonly prefix: string;
  /** Number of keys at a time, so that an answer has about `pageBytes` on average; at worst it has all of the range. */
  readonly pageKeys: number;
}

/** Either as a snapshot's entry or as a member's answer says it: numbers of both print the same. */
export interface DigestedKey {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
  readonly createRevision: number | bigint;
  readonly modRevision: number | bigint;
  readonly version: number | bigint;
  /** Lease id in hexadecimal; undefined for none. */
  readonly lease: string | undefined;
}

/**
 * All ranges together have at most so much, with what has been overwritten in them: more takes longer to read through
 * us than etcd's own hash of everything, and too much memory.
 */
const mostBytes = 32 * 2 ** 20;
const mostKeys = 50_000;
const pageBytes = 2 ** 20;
const pageKeys = 1000;
/** Each range is a call at least; a store may have a prefix for each of its keys. */
const mostRanges = 100;

/** Chooses everything if that fits; else, of the prefixes with most keys, as many as fit, the smallest first. */
export function chooseRanges(sizes: readonly PrefixSize[]): readonly DigestedRange[] {
  const all = sizes.reduce(sum, { prefix: '', ...nothing });
  if (all.bytes <= mostBytes && all.keys <= mostKeys) return all.keys === 0 ? [] : [rangeOf(all)];
  const ranges = withNested(sizes)
    // Keys without a slash have no range of their own, nor have bytes that are no UTF-8.
    .filter(({ prefix, keys }) => keys > 0 && prefix !== '' && !prefix.includes('\ufffd'))
    .sort((a, b) => b.keys - a.keys)
    .slice(0, mostRanges)
    .sort((a, b) => a.bytes - b.bytes);
  let left = { bytes: mostBytes, keys: mostKeys };
  const fits = ({ bytes, keys }: PrefixSize): boolean => {
    const then = { bytes: left.bytes - bytes, keys: left.keys - keys };
    if (then.bytes < 0 || then.keys < 0) return false;
    left = then;
    return true;
  };
  return ranges.filter(fits).map(rangeOf);
}

const nothing = { entries: 0, bytes: 0, keys: 0 };

function sum(into: PrefixSize, of: PrefixSize): PrefixSize {
  const { prefix } = into;
  return { prefix, entries: into.entries + of.entries, bytes: into.bytes + of.bytes, keys: into.keys + of.keys };
}

function rangeOf({ prefix, entries, bytes }: PrefixSize): DigestedRange {
  return { prefix, pageKeys: Math.max(1, Math.min(pageKeys, Math.floor((pageBytes * entries) / bytes))) };
}

/** Counts for each prefix the keys of those that begin with it, too: a range over it has them. */
function withNested(sizes: readonly PrefixSize[]): PrefixSize[] {
  const all = new Map(sizes.map((size) => [size.prefix, size]));
  for (const size of sizes) {
    for (let end = size.prefix.indexOf('/') + 1; end > 0 && end < size.prefix.length; ) {
      const outer = all.get(size.prefix.slice(0, end));
      if (outer !== undefined) all.set(outer.prefix, sum(outer, size));
      end = size.prefix.indexOf('/', end) + 1;
    }
  }
  return [...all.values()];
}

/**
 * Whether keys of a prefix (prefixes.ts) are in one of the ranges; remembers what it was asked. Ranges are named by
 * prefixes that are UTF-8, so one that is not can only begin with them where its bytes do.
 */
export function within(ranges: readonly DigestedRange[]): (prefix: string) => boolean {
  const known = new Map<string, boolean>();
  return (prefix) => {
    let answer = known.get(prefix);
    if (answer === undefined) {
      answer = ranges.some((range) => prefix.startsWith(range.prefix));
      known.set(prefix, answer);
    }
    return answer;
  };
}

/** Sums of the keys' hashes, by prefix (prefixes.ts): the same for the same keys, in whatever order they come. */
export class PrefixDigests {
  readonly #sums = new Map<string, bigint>();

  /** The prefixes that have keys. */
  get prefixes(): IterableIterator<string> {
    return this.#sums.keys();
  }

  add(prefix: string, pair: DigestedKey): void {
    this.#sums.set(prefix, BigInt.asUintN(64, (this.#sums.get(prefix) ?? 0n) + hashOf(pair)));
  }

  /** The sum of a prefix; undefined where no key has it. */
  of(prefix: string): bigint | undefined {
    return this.#sums.get(prefix);
  }
}

/** 64 bits are enough against damage, though not against somebody who would make two stores of the same sum. */
function hashOf({ key, value, createRevision, modRevision, version, lease }: DigestedKey): bigint {
  const numbers = [key.length, value.length, createRevision, modRevision, version, lease ?? ''].join(' ');
  return createHash('sha256').update(`${numbers}\n`).update(key).update(value).digest().readBigUInt64BE();
}
