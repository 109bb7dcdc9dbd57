// Owns reading a bbolt database file: its buckets, the entries of each, and whether all of it hangs together.
// Must not know etcd's buckets. A damaged or foreign file gives an error, never a wrong answer. Read-only.
import { fstatSync } from 'node:fs';
import { damaged } from './damaged.ts';
import { type Meta, readMetas } from './meta.ts';
import { branchAt, leafAt, type Page, PageReader, parsePage } from './pages.ts';

/** An entry's buffers are views into a page: they hold until the next entry is asked for. */
export interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

export interface Database {
  readonly meta: Meta;
  readonly sizeBytes: number;
  /** Numbers of the meta pages that are not whole, 0 or 1. */
  readonly damagedMetas: readonly number[];
  /** Names of the top-level buckets, in order. */
  readonly buckets: readonly string[];
  /**
   * Gives a bucket's entries in order of keys; none where there is no such bucket. Throws `etcd-refused` of class
   * `corrupt`.
   */
  entries(bucket: string): Generator<Entry, void>;
  /**
   * Checks as bbolt itself does: throws for a page that is neither in the tree nor free, or both. To be asked after
   * every bucket was read to its end.
   */
  requireEveryPage(): void;
}

/** The file stays the caller's: open for reading as long as the database is read, and closed by whoever opened it. */
export function openDatabase(fd: number): Database {
  const sizeBytes = fstatSync(fd).size;
  const { newest: meta, damagedPages } = readMetas(fd, sizeBytes);
  if (Number(meta.highWater) * meta.pageSize > sizeBytes) {
    throw damaged(`${meta.highWater} pages of ${meta.pageSize} bytes do not fit into its ${sizeBytes} bytes`);
  }
  const pages = new PageReader(fd, sizeBytes, meta);
  const roots = new Map<string, Buffer>();
  const top = pages.tree(meta.root, Buffer.alloc(meta.pageSize));
  for (const { key, value, isBucket } of leaves(top, pages, meta)) {
    const name = key.toString('latin1');
    if (!isBucket) throw damaged(`"${name}" stands beside the buckets`);
    if (value.length < 16) throw damaged(`bucket ${name} has a header of ${value.length} bytes`);
    roots.set(name, Buffer.from(value));
  }
  return {
    meta,
    sizeBytes,
    damagedMetas: damagedPages,
    buckets: [...roots.keys()],
    *entries(bucket) {
      const header = roots.get(bucket);
      if (header === undefined) return;
      const root = header.readBigUInt64LE(0);
      // Root 0 says that the bucket is so small that its only page stands inline, right behind the header.
      const page = root === 0n ? parsePage(0n, header.subarray(16)) : pages.tree(root, Buffer.alloc(meta.pageSize));
      for (const { key, value, isBucket } of leaves(page, pages, meta)) {
        if (isBucket) throw damaged(`bucket ${bucket} holds another bucket`);
        yield { key, value };
      }
    },
    requireEveryPage: () => requireEveryPage(pages, meta),
  };
}

/** A page of the way down, and what its keys must lie between. */
interface Frame {
  readonly page: Page;
  readonly upper: Buffer | undefined;
  index: number;
}

/** Walks depth first, in order of keys; each page's keys ascend and keep to what its parent says. */
function* leaves(root: Page, pages: PageReader, meta: Meta) {
  const way: Frame[] = [];
  /** Each depth has a buffer of its own: what lies above stays readable while pages below come and go. */
  const buffers: Buffer[] = [];
  const enter = (page: Page, lower: Buffer | undefined, upper: Buffer | undefined): void => {
    requireOrder(page, lower, upper);
    if (page.kind === 'branch' && page.count === 0) throw damaged(`page ${page.id} leads nowhere`);
    way.push({ page, upper, index: 0 });
  };
  enter(root, undefined, undefined);
  for (let frame = way.at(-1); frame !== undefined; frame = way.at(-1)) {
    const { page, upper, index } = frame;
    if (index === page.count) {
      way.pop();
      continue;
    }
    frame.index++;
    if (page.kind === 'leaf') {
      yield leafAt(page, index);
      continue;
    }
    const { key, child } = branchAt(page, index);
    const next = index + 1 < page.count ? branchAt(page, index + 1).key : upper;
    const depth = way.length;
    buffers[depth] ??= Buffer.alloc(meta.pageSize);
    enter(pages.tree(child, buffers[depth]), key, next);
  }
}

function requireOrder(page: Page, lower: Buffer | undefined, upper: Buffer | undefined): void {
  const keyAt = (index: number) => (page.kind === 'leaf' ? leafAt(page, index) : branchAt(page, index)).key;
  let before: Buffer | undefined;
  for (let index = 0; index < page.count; index++) {
    const key = keyAt(index);
    if (before === undefined) {
      if (lower !== undefined && Buffer.compare(lower, key) > 0) {
        throw damaged(`page ${page.id} begins before its place in the tree`);
      }
    } else if (Buffer.compare(before, key) >= 0) throw damaged(`the keys of page ${page.id} do not ascend`);
    before = key;
  }
  if (before !== undefined && upper !== undefined && Buffer.compare(before, upper) >= 0) {
    throw damaged(`page ${page.id} ends behind its place in the tree`);
  }
}

function requireEveryPage(pages: PageReader, meta: Meta): void {
  const free = pages.freelist();
  // Without a list every page outside the tree is free, whatever is on it.
  if (free === null) return;
  const isFree = new Set(free.map(Number));
  if (isFree.size !== free.length) throw damaged('a page is free twice');
  for (let id = 2; id < Number(meta.highWater); id++) {
    const inTree = pages.hasSeen(id);
    if (inTree === isFree.has(id))
      throw damaged(`page ${id} is ${inTree ? 'in use and free' : 'neither in use nor free'}`);
  }
}

/** Bytes that the database takes by its own account: what a snapshot of it has, before its hash. */
export function lengthOf({ highWater, pageSize }: Meta): number {
  return Number(highWater) * pageSize;
}
