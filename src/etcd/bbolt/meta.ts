// Owns bbolt's two meta pages: which are whole, and which is the newest.
// Must not know pages of any other kind.
import { readSync } from 'node:fs';
import { damaged } from './damaged.ts';
import { fnv64a } from './fnv64a.ts';

// Layout: go.etcd.io/bbolt internal/common (page.go, meta.go); the same since 2013. Little endian.
const MAGIC = 0xed0cdaed;
const VERSION = 2;
const FLAG_META = 0x04;
const META_BYTES = 64;
const NO_FREELIST = 0xffff_ffff_ffff_ffffn;
export const pageHeaderBytes = 16;

export interface Meta {
  readonly pageSize: number;
  /** Page of the root bucket. */
  readonly root: bigint;
  /** First page of the list of free pages; null where none is stored, as etcd has it on Linux. */
  readonly freelist: bigint | null;
  /** First page number that does not exist. */
  readonly highWater: bigint;
  readonly transaction: bigint;
}

export interface Metas {
  readonly newest: Meta;
  /** Numbers of the meta pages, 0 and 1, that are not whole. A snapshot has both; a copy of a live file may be torn. */
  readonly damagedPages: readonly number[];
}

/** Throws `etcd-refused` of class `corrupt` when neither meta page is whole. `size` in bytes. */
export function readMetas(fd: number, size: number): Metas {
  const first = metaAt(fd, 0, size);
  // The second meta page starts at the page size, which a broken first page cannot tell: try every power of two.
  const sizes = first ? [first.pageSize] : Array.from({ length: 8 }, (_, power) => 512 << power);
  const second = sizes
    .map((pageSize) => ({ pageSize, meta: metaAt(fd, pageSize, size) }))
    .find(({ meta, pageSize }) => meta?.pageSize === pageSize)?.meta;
  const [newest] = [first, second]
    .filter((meta) => meta !== undefined && meta !== null)
    .sort((a, b) => (a.transaction < b.transaction ? 1 : -1));
  if (newest === undefined) throw damaged('no valid meta page; is it a bbolt file at all?');
  return { newest, damagedPages: [first, second].flatMap((meta, page) => (meta ? [] : [page])) };
}

function metaAt(fd: number, position: number, size: number): Meta | null {
  const length = pageHeaderBytes + META_BYTES;
  if (position + length > size) return null;
  const page = Buffer.alloc(length);
  if (readSync(fd, page, 0, length, position) !== length) return null;
  return parseMeta(page);
}

function parseMeta(page: Buffer): Meta | null {
  if ((page.readUInt16LE(8) & FLAG_META) === 0) return null;
  const meta = page.subarray(pageHeaderBytes);
  if (meta.readUInt32LE(0) !== MAGIC || meta.readUInt32LE(4) !== VERSION) return null;
  if (meta.readBigUInt64LE(56) !== fnv64a(meta.subarray(0, 56))) return null;
  const pageSize = meta.readUInt32LE(8);
  if (pageSize < 512 || pageSize > 0x10000 || (pageSize & (pageSize - 1)) !== 0) return null;
  const freelist = meta.readBigUInt64LE(32);
  return {
    pageSize,
    root: meta.readBigUInt64LE(16),
    freelist: freelist === NO_FREELIST ? null : freelist,
    highWater: meta.readBigUInt64LE(40),
    transaction: meta.readBigUInt64LE(48),
  };
}
