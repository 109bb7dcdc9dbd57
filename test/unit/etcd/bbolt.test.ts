import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EtcdMigrateError } from '../../../src/errors.ts';
import { openDatabase } from '../../../src/etcd/bbolt/database.ts';
import { fnv64a } from '../../../src/etcd/bbolt/fnv64a.ts';

const PAGE = 4096;
const BRANCH = 1;
const LEAF = 2;
const META = 4;

interface Element {
  readonly key: string;
  readonly value?: Buffer;
  readonly child?: number;
  readonly bucket?: boolean;
}

/** One page as bbolt writes it: header, elements, then keys and values. */
function page(id: number, kind: number, elements: readonly Element[], pages = 1): Buffer {
  const buffer = Buffer.alloc(PAGE * pages);
  writePage(buffer, id, kind, elements, pages - 1);
  return buffer;
}

function writePage(buffer: Buffer, id: number, kind: number, elements: readonly Element[], overflow = 0): number {
  buffer.writeBigUInt64LE(BigInt(id), 0);
  buffer.writeUInt16LE(kind, 8);
  buffer.writeUInt16LE(elements.length, 10);
  buffer.writeUInt32LE(overflow, 12);
  let data = 16 + elements.length * 16;
  for (const [index, { key, value = Buffer.alloc(0), child = 0, bucket = false }] of elements.entries()) {
    const at = 16 + index * 16;
    if (kind === BRANCH) {
      buffer.writeUInt32LE(data - at, at);
      buffer.writeUInt32LE(key.length, at + 4);
      buffer.writeBigUInt64LE(BigInt(child), at + 8);
    } else {
      buffer.writeUInt32LE(bucket ? 1 : 0, at);
      buffer.writeUInt32LE(data - at, at + 4);
      buffer.writeUInt32LE(key.length, at + 8);
      buffer.writeUInt32LE(value.length, at + 12);
    }
    data += buffer.write(key, data, 'latin1');
    if (kind === LEAF) data += value.copy(buffer, data);
  }
  return data;
}

function meta(id: number, transaction: number, root: number, pages: number): Buffer {
  const buffer = Buffer.alloc(PAGE);
  buffer.writeBigUInt64LE(BigInt(id), 0);
  buffer.writeUInt16LE(META, 8);
  const fields = buffer.subarray(16);
  fields.writeUInt32LE(0xed0cdaed, 0);
  fields.writeUInt32LE(2, 4);
  fields.writeUInt32LE(PAGE, 8);
  fields.writeBigUInt64LE(BigInt(root), 16);
  fields.writeBigUInt64LE(2n, 32);
  fields.writeBigUInt64LE(BigInt(pages), 40);
  fields.writeBigUInt64LE(BigInt(transaction), 48);
  fields.writeBigUInt64LE(fnv64a(fields.subarray(0, 56)), 56);
  return buffer;
}

const pointer = (root: number): Buffer => {
  const header = Buffer.alloc(16);
  header.writeBigUInt64LE(BigInt(root), 0);
  return header;
};

function inline(elements: readonly Element[]): Buffer {
  const buffer = Buffer.alloc(512);
  const end = writePage(buffer, 0, LEAF, elements);
  return Buffer.concat([pointer(0), buffer.subarray(0, end)]);
}

/** Root → branch → two leaves; `members` inline, `cluster` on a page of its own, `key` on a page with overflow. */
function database(): Buffer {
  const big = Buffer.alloc(6000, 7);
  return Buffer.concat([
    meta(0, 6, 3, 9),
    meta(1, 7, 3, 9),
    page(2, 0x10, []),
    page(3, BRANCH, [
      { key: 'cluster', child: 4 },
      { key: 'members', child: 5 },
    ]),
    page(4, LEAF, [
      { key: 'cluster', bucket: true, value: pointer(6) },
      { key: 'key', bucket: true, value: pointer(7) },
    ]),
    page(5, LEAF, [
      { key: 'members', bucket: true, value: inline([{ key: '1f', value: Buffer.from('{}') }, { key: '2e' }]) },
    ]),
    page(6, LEAF, [{ key: 'clusterVersion', value: Buffer.from('3.6.0') }]),
    page(7, LEAF, [{ key: 'k', value: big }], 2),
  ]);
}

describe('bbolt reader', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-bbolt-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  const read = async (bytes: Buffer, bucket: string) => {
    const path = join(directory, 'db');
    await writeFile(path, bytes);
    await using file = await open(path, 'r');
    const opened = openDatabase(file.fd);
    if (!opened.buckets.includes(bucket)) return null;
    return Array.from(
      opened.entries(bucket),
      ({ key, value }) => [key.toString('latin1'), Buffer.from(value)] as const,
    );
  };

  it('reads inline buckets, buckets of their own page, and pages with overflow, through branches', async () => {
    expect(await read(database(), 'members')).toEqual([
      ['1f', Buffer.from('{}')],
      ['2e', Buffer.alloc(0)],
    ]);
    expect(await read(database(), 'cluster')).toEqual([['clusterVersion', Buffer.from('3.6.0')]]);
    expect(await read(database(), 'key')).toEqual([['k', Buffer.alloc(6000, 7)]]);
    expect(await read(database(), 'auth')).toBeNull();
  });

  it('takes the newest valid meta page, whichever of the two it is', async () => {
    const damagedFirst = database();
    damagedFirst.fill(0xff, 16, 80);
    expect(await read(damagedFirst, 'cluster')).toHaveLength(1);
    const damagedSecond = database();
    damagedSecond.fill(0xff, PAGE + 16, PAGE + 80);
    expect(await read(damagedSecond, 'cluster')).toHaveLength(1);
    // The newer one points elsewhere: a root without the bucket.
    const moved = Buffer.concat([meta(0, 9, 4, 9), database().subarray(PAGE)]);
    expect(await read(moved, 'members')).toBeNull();
  });

  it('refuses what is not a whole database', async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('not a database'),
      Buffer.alloc(10 * PAGE, 0xab),
      database().subarray(0, 5 * PAGE),
      Buffer.concat([meta(0, 1, 400, 9), database().subarray(2 * PAGE)]),
    ]) {
      await expect(read(bytes, 'members')).rejects.toMatchObject({
        code: 'etcd-refused',
        details: { class: 'corrupt' },
      });
    }
  });

  it('ends when the tree has a loop', async () => {
    const children = Array.from({ length: 100 }, (_, index) => ({ key: `k${100 + index}`, child: 3 }));
    const looped = Buffer.concat([
      database().subarray(0, 3 * PAGE),
      page(3, BRANCH, children),
      database().subarray(4 * PAGE),
    ]);
    await expect(read(looped, 'members')).rejects.toThrow(/page 3 hangs in the tree twice/);
  });

  describe('a page out of order', () => {
    const withPage = (id: number, bytes: Buffer): Buffer =>
      Buffer.concat([database().subarray(0, id * PAGE), bytes, database().subarray(id * PAGE + bytes.length)]);
    it.each([
      ['keys that do not ascend', 6, page(6, LEAF, [{ key: 'b' }, { key: 'a' }]), 'cluster', /page 6 do not ascend/],
      [
        'a page before its place',
        5,
        page(5, LEAF, [{ key: 'a', bucket: true, value: pointer(6) }]),
        'members',
        /page 5 begins before/,
      ],
      [
        'a page behind its place',
        4,
        page(4, LEAF, [{ key: 'zz', bucket: true, value: pointer(6) }]),
        'members',
        /page 4 ends behind/,
      ],
      [
        'a bucket within a bucket',
        6,
        page(6, LEAF, [{ key: 'b', bucket: true, value: pointer(7) }]),
        'cluster',
        /holds another bucket/,
      ],
      ['a branch without children', 6, page(6, BRANCH, []), 'cluster', /page 6 leads nowhere/],
      ['a list of free pages in the tree', 6, page(6, 0x10, []), 'cluster', /page 6 is of kind 16/],
    ])('%s', async (_, id, bytes, bucket, complaint) => {
      await expect(read(withPage(id, bytes), bucket)).rejects.toThrow(complaint);
    });
  });

  describe('the whole of it', () => {
    const readAll = async (bytes: Buffer) => {
      const path = join(directory, 'whole');
      await writeFile(path, bytes);
      await using file = await open(path, 'r');
      const opened = openDatabase(file.fd);
      for (const bucket of opened.buckets) for (const _ of opened.entries(bucket));
      opened.requireEveryPage();
      return opened;
    };
    const freeing = (...ids: number[]): Buffer => {
      const list = Buffer.alloc(PAGE);
      list.writeBigUInt64LE(2n, 0);
      list.writeUInt16LE(0x10, 8);
      list.writeUInt16LE(ids.length, 10);
      for (const [index, id] of ids.entries()) list.writeBigUInt64LE(BigInt(id), 16 + index * 8);
      const bytes = database();
      list.copy(bytes, 2 * PAGE);
      return bytes;
    };

    it('hangs together', async () => {
      const opened = await readAll(database());
      expect(opened).toMatchObject({ damagedMetas: [], buckets: ['cluster', 'key', 'members'], sizeBytes: 9 * PAGE });
    });

    it.each([
      ['a page in use and free', freeing(6), /page 6 is in use and free/],
      ['a page free twice', freeing(6, 6), /free twice/],
      [
        'a page that nobody knows',
        Buffer.concat([meta(0, 6, 3, 10), meta(1, 7, 3, 10), database().subarray(2 * PAGE), Buffer.alloc(PAGE)]),
        /page 9 is neither in use nor free/,
      ],
      ['fewer bytes than pages', database().subarray(0, 9 * PAGE - 1), /9 pages of 4096 bytes do not fit/],
    ])('does not with %s', async (_, bytes, complaint) => {
      await expect(readAll(bytes)).rejects.toThrow(complaint);
    });

    it('says which meta page is damaged', async () => {
      const bytes = database();
      bytes.fill(0xff, PAGE + 16, PAGE + 80);
      expect((await readAll(bytes)).damagedMetas).toEqual([1]);
    });
  });

  it('answers or gives its one error, whatever byte is damaged', async () => {
    const original = database();
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(original.length - 1), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.nat(original.length),
        async (changes, length) => {
          const bytes = Buffer.from(original);
          for (const [at, value] of changes) bytes[at] = value;
          const cut = length % 3 === 0 ? bytes.subarray(0, length) : bytes;
          try {
            await read(cut, 'members');
          } catch (error) {
            expect(error).toBeInstanceOf(EtcdMigrateError);
            refused++;
          }
        },
      ),
      { numRuns: 500, seed: 1 },
    );
    expect(refused).toBeGreaterThan(20);
  });
});
