// Owns reading a bbolt database file: the newest valid meta page, and keys of one top-level bucket. Read-only.
// Must not know etcd's buckets. Every offset is checked: a damaged or foreign file gives an error, never a wrong answer.
import type { FileHandle } from 'node:fs/promises';
import { EtcdMigrateError } from '../errors.ts';

// Layout: go.etcd.io/bbolt internal/common (page.go, meta.go, bucket.go); the same since 2013. Little endian.
const MAGIC = 0xed0cdaed;
const VERSION = 2;
const PAGE_HEADER = 16;
const META_BYTES = 64;
const ELEMENT_BYTES = 16;
const FLAG_BRANCH = 0x01;
const FLAG_LEAF = 0x02;
const FLAG_META = 0x04;
const LEAF_IS_BUCKET = 0x01;

interface Meta {
  readonly pageSize: number;
  readonly root: bigint;
  /** First page number that does not exist. */
  readonly highWater: bigint;
  readonly transaction: bigint;
}

/** One page (with its overflow) or an inline bucket: both start with a page header. */
type Page = Buffer;

/**
 * Every key and value of a top-level bucket, in key order; null when there is no such bucket.
 * Throws `etcd-refused` when the file is not a whole bbolt database. Nested buckets inside it are skipped.
 */
export async function readBucket(
  file: FileHandle,
  name: string,
): Promise<readonly { readonly key: Buffer; readonly value: Buffer }[] | null> {
  const { size } = await file.stat();
  const meta = await newestMeta(file, size);
  let pagesLeft = meta.highWater;
  const readPage = (id: bigint) => {
    // A tree visits no page twice: more visits than pages are a loop, and a loop with many branches never ends.
    if (pagesLeft-- <= 0n) throw damaged('the tree has a loop');
    return pageAt(file, size, meta, id);
  };
  const wanted = Buffer.from(name);
  for await (const top of leaves(await readPage(meta.root), readPage)) {
    if (!top.isBucket || !top.key.equals(wanted)) continue;
    if (top.value.length < 16) throw damaged(`bucket ${name} has a header of ${top.value.length} bytes`);
    const root = top.value.readBigUInt64LE(0);
    // Root 0: the bucket is so small that its only page stands inline, right behind the header.
    const page = root === 0n ? top.value.subarray(16) : await readPage(root);
    const found: { key: Buffer; value: Buffer }[] = [];
    for await (const leaf of leaves(page, readPage)) {
      if (!leaf.isBucket) found.push({ key: Buffer.from(leaf.key), value: Buffer.from(leaf.value) });
    }
    return found;
  }
  return null;
}

async function newestMeta(file: FileHandle, size: number): Promise<Meta> {
  const head = await readExactly(file, 0, Math.min(size, 0x1000));
  const first = parseMeta(head);
  // The second meta page starts at the page size, which a broken first page cannot tell: try every power of two.
  const sizes = first ? [first.pageSize] : Array.from({ length: 8 }, (_, power) => 512 << power);
  const metas = first ? [first] : [];
  for (const pageSize of sizes) {
    if (pageSize + PAGE_HEADER + META_BYTES > size) continue;
    const second = parseMeta(await readExactly(file, pageSize, PAGE_HEADER + META_BYTES));
    if (second?.pageSize === pageSize) metas.push(second);
  }
  const newest = metas.sort((a, b) => (a.transaction < b.transaction ? 1 : -1))[0];
  if (!newest) throw damaged('no valid meta page; is it a bbolt file at all?');
  return newest;
}

function parseMeta(page: Buffer): Meta | null {
  if (page.length < PAGE_HEADER + META_BYTES || (page.readUInt16LE(8) & FLAG_META) === 0) return null;
  const meta = page.subarray(PAGE_HEADER, PAGE_HEADER + META_BYTES);
  if (meta.readUInt32LE(0) !== MAGIC || meta.readUInt32LE(4) !== VERSION) return null;
  if (meta.readBigUInt64LE(56) !== fnv64a(meta.subarray(0, 56))) return null;
  const pageSize = meta.readUInt32LE(8);
  if (pageSize < 512 || pageSize > 0x10000 || (pageSize & (pageSize - 1)) !== 0) return null;
  return {
    pageSize,
    root: meta.readBigUInt64LE(16),
    highWater: meta.readBigUInt64LE(40),
    transaction: meta.readBigUInt64LE(48),
  };
}

async function pageAt(file: FileHandle, size: number, meta: Meta, id: bigint): Promise<Page> {
  if (id < 2n || id >= meta.highWater) throw damaged(`page ${id} is outside the database of ${meta.highWater} pages`);
  const offset = Number(id) * meta.pageSize;
  if (offset + meta.pageSize > size) throw damaged(`page ${id} is behind the end of the file of ${size} bytes`);
  const first = await readExactly(file, offset, meta.pageSize);
  if (first.readBigUInt64LE(0) !== id) throw damaged(`page ${id} calls itself page ${first.readBigUInt64LE(0)}`);
  const overflow = first.readUInt32LE(12);
  if (overflow === 0) return first;
  const bytes = (overflow + 1) * meta.pageSize;
  if (id + BigInt(overflow) >= meta.highWater || offset + bytes > size) throw damaged(`page ${id} has no end`);
  return readExactly(file, offset, bytes);
}

interface Leaf {
  readonly key: Buffer;
  readonly value: Buffer;
  readonly isBucket: boolean;
}

async function* leaves(page: Page, readPage: (id: bigint) => Promise<Page>): AsyncGenerator<Leaf> {
  if (page.length < PAGE_HEADER) throw damaged(`a page has only ${page.length} bytes`);
  const flags = page.readUInt16LE(8);
  const count = page.readUInt16LE(10);
  if (PAGE_HEADER + count * ELEMENT_BYTES > page.length) throw damaged(`a page claims ${count} elements`);
  for (let index = 0; index < count; index++) {
    const at = PAGE_HEADER + index * ELEMENT_BYTES;
    if ((flags & FLAG_BRANCH) !== 0) {
      yield* leaves(await readPage(page.readBigUInt64LE(at + 8)), readPage);
    } else if ((flags & FLAG_LEAF) !== 0) {
      const keyAt = at + page.readUInt32LE(at + 4);
      const valueAt = keyAt + page.readUInt32LE(at + 8);
      const end = valueAt + page.readUInt32LE(at + 12);
      if (end > page.length) throw damaged(`element ${index} ends behind its page`);
      yield {
        key: page.subarray(keyAt, valueAt),
        value: page.subarray(valueAt, end),
        isBucket: (page.readUInt32LE(at) & LEAF_IS_BUCKET) !== 0,
      };
    } else {
      throw damaged(`a page of kind ${flags} stands where the tree goes on`);
    }
  }
}

async function readExactly(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw damaged(`the file ends within ${length} bytes at ${position}`);
  return buffer;
}

function damaged(how: string): EtcdMigrateError {
  return new EtcdMigrateError('etcd-refused', `The database snapshot cannot be read: ${how}.`, {
    details: { class: 'corrupt' },
  });
}

const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
const MASK_64 = 0xffffffffffffffffn;

/** FNV-1a, 64 bits: bbolt's checksum of a meta page. */
export function fnv64a(bytes: Uint8Array): bigint {
  let hash = FNV_OFFSET;
  for (const byte of bytes) hash = ((hash ^ BigInt(byte)) * FNV_PRIME) & MASK_64;
  return hash;
}
