// Owns reading one page with its overflow and the elements on it; every offset is checked.
// Must not know how pages hang together (tree.ts).
import { readSync } from 'node:fs';
import { damaged } from './damaged.ts';
import { type Meta, pageHeaderBytes } from './meta.ts';

// Layout: go.etcd.io/bbolt internal/common (page.go); the same since 2013. Little endian.
const FLAG_BRANCH = 0x01;
const FLAG_LEAF = 0x02;
const FLAG_FREELIST = 0x10;
const ELEMENT_BYTES = 16;
const LEAF_IS_BUCKET = 0x01;
/** A count of 65535 says that the real one stands in the first eight bytes of the list. */
const COUNT_ELSEWHERE = 0xffff;

export type PageKind = 'branch' | 'leaf';

/** One page (with its overflow) or an inline bucket: both start with a page header. */
export interface Page {
  readonly id: bigint;
  readonly bytes: Buffer;
  readonly kind: PageKind;
  readonly count: number;
}

/** Reads pages of one file, and remembers which it has read: no page hangs in the tree twice. */
export class PageReader {
  readonly #fd: number;
  readonly #size: number;
  readonly #meta: Meta;
  readonly #seen: Uint8Array;

  constructor(fd: number, size: number, meta: Meta) {
    this.#fd = fd;
    this.#size = size;
    this.#meta = meta;
    this.#seen = new Uint8Array(Math.ceil(Number(meta.highWater) / 8));
  }

  hasSeen(id: number): boolean {
    return ((this.#seen[id >> 3] ?? 0) & (1 << (id & 7))) !== 0;
  }

  /** Reads a page into `buffer` where that is large enough; the answer holds until the next page is read into it. */
  tree(id: bigint, buffer: Buffer): Page {
    return parsePage(id, this.#raw(id, buffer));
  }

  /** Numbers of the free pages, where a list of them is stored. */
  freelist(): readonly bigint[] | null {
    const { freelist } = this.#meta;
    if (freelist === null) return null;
    const page = this.#raw(freelist, Buffer.alloc(this.#meta.pageSize));
    if (page.readUInt16LE(8) !== FLAG_FREELIST) throw damaged(`page ${freelist} is not the list of free pages`);
    const short = page.readUInt16LE(10);
    const long = short === COUNT_ELSEWHERE;
    const from = pageHeaderBytes + (long ? 8 : 0);
    if (from > page.length) throw damaged(`the list of free pages has no room for its length`);
    const count = long ? Number(page.readBigUInt64LE(pageHeaderBytes)) : short;
    if (from + count * 8 > page.length) throw damaged(`the list of free pages claims ${count} pages`);
    return Array.from({ length: count }, (_, index) => page.readBigUInt64LE(from + index * 8));
  }

  #raw(id: bigint, buffer: Buffer): Buffer {
    const { pageSize, highWater } = this.#meta;
    if (id < 2n || id >= highWater) throw damaged(`page ${id} is outside the database of ${highWater} pages`);
    const first = this.#bytes(id, pageSize, buffer);
    if (first.readBigUInt64LE(0) !== id) throw damaged(`page ${id} calls itself page ${first.readBigUInt64LE(0)}`);
    const overflow = first.readUInt32LE(12);
    if (id + BigInt(overflow) >= highWater) throw damaged(`page ${id} has no end`);
    for (let page = Number(id); page <= Number(id) + overflow; page++) {
      if (this.hasSeen(page)) throw damaged(`page ${page} hangs in the tree twice`);
      (this.#seen[page >> 3] as number) |= 1 << (page & 7);
    }
    return overflow === 0 ? first : this.#bytes(id, (overflow + 1) * pageSize, buffer);
  }

  #bytes(id: bigint, length: number, buffer: Buffer): Buffer {
    const position = Number(id) * this.#meta.pageSize;
    if (position + length > this.#size)
      throw damaged(`page ${id} is behind the end of the file of ${this.#size} bytes`);
    const target = length <= buffer.length ? buffer.subarray(0, length) : Buffer.allocUnsafe(length);
    if (readSync(this.#fd, target, 0, length, position) !== length) {
      throw damaged(`the file ends within ${length} bytes at ${position}`);
    }
    return target;
  }
}

export function parsePage(id: bigint, bytes: Buffer): Page {
  if (bytes.length < pageHeaderBytes) throw damaged(`a page has only ${bytes.length} bytes`);
  const flags = bytes.readUInt16LE(8);
  const count = bytes.readUInt16LE(10);
  if (flags !== FLAG_BRANCH && flags !== FLAG_LEAF) {
    throw damaged(`page ${id} is of kind ${flags} where the tree goes on`);
  }
  if (pageHeaderBytes + count * ELEMENT_BYTES > bytes.length) throw damaged(`page ${id} claims ${count} elements`);
  return { id, bytes, kind: flags === FLAG_BRANCH ? 'branch' : 'leaf', count };
}

export interface Branch {
  readonly key: Buffer;
  readonly child: bigint;
}

export function branchAt({ bytes, id }: Page, index: number): Branch {
  const at = pageHeaderBytes + index * ELEMENT_BYTES;
  const from = at + bytes.readUInt32LE(at);
  const to = from + bytes.readUInt32LE(at + 4);
  if (to > bytes.length) throw damaged(`element ${index} of page ${id} ends behind its page`);
  return { key: bytes.subarray(from, to), child: bytes.readBigUInt64LE(at + 8) };
}

export interface Leaf {
  readonly key: Buffer;
  readonly value: Buffer;
  readonly isBucket: boolean;
}

export function leafAt({ bytes, id }: Page, index: number): Leaf {
  const at = pageHeaderBytes + index * ELEMENT_BYTES;
  const from = at + bytes.readUInt32LE(at + 4);
  const middle = from + bytes.readUInt32LE(at + 8);
  const to = middle + bytes.readUInt32LE(at + 12);
  if (to > bytes.length) throw damaged(`element ${index} of page ${id} ends behind its page`);
  return {
    key: bytes.subarray(from, middle),
    value: bytes.subarray(middle, to),
    isBucket: (bytes.readUInt32LE(at) & LEAF_IS_BUCKET) !== 0,
  };
}
