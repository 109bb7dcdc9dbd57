// Owns ways in which a file is damaged on its way through disks, networks and object stores; a seed decides which.
// Must not know who notices.
import { gzipSync } from 'node:zlib';
import type { Random } from '../../src/platform/ports.ts';
import { boltPagesOf, type Place } from './bolt-pages.ts';

const sector = 512;
const page = 4096;
const hash = 32;

/** May change `bytes`, a whole snapshot, and may leave them as they are where it finds nothing to damage. */
export type Damage = (bytes: Buffer, random: Random) => Buffer;

export const damages: Readonly<Record<string, Damage>> = {
  'a bit flipped': (bytes, random) => flip(bytes, random.int(bytes.length), random),
  'a bit flipped in the head of a page': (bytes, random) =>
    flip(bytes, random.int(Math.floor(bytes.length / page)) * page + random.int(16), random),
  'a bit flipped in a meta page': (bytes, random) => flip(bytes, random.int(2) * page + 16 + random.int(64), random),
  'a bit flipped in a branch page': (bytes, random) => flipWithin(bytes, boltPagesOf(bytes).branches, random),
  'a bit flipped in a leaf page': (bytes, random) => flipWithin(bytes, boltPagesOf(bytes).leaves, random),
  'a bit flipped in what a leaf page lists': (bytes, random) => flipWithin(bytes, boltPagesOf(bytes).listings, random),
  'a bit flipped in a value': (bytes, random) => flipWithin(bytes, boltPagesOf(bytes).values, random),
  'a bit flipped in its hash': (bytes, random) => flip(bytes, bytes.length - 1 - random.int(hash), random),
  'a value overwritten': (bytes, random) => {
    const { values } = boltPagesOf(bytes);
    if (values.length === 0) return bytes;
    const { at, length } = random.pick(values);
    return bytes.fill(random.int(256), at, at + length);
  },
  // Without exactly its hash it would be a copied database, which nothing in the file tells from a damaged one.
  'cut anywhere': (bytes, random) => bytes.subarray(0, random.int(bytes.length - hash)),
  'cut at a sector': (bytes, random) => bytes.subarray(0, random.int(Math.floor(bytes.length / sector)) * sector),
  'cut within its hash': (bytes, random) => bytes.subarray(0, bytes.length - 1 - random.int(hash - 1)),
  'two pages swapped': (bytes, random) => {
    const pages = Math.floor(bytes.length / page);
    return swap(bytes, random.int(pages) * page, random.int(pages) * page);
  },
  'two leaf pages swapped': (bytes, random) => {
    const { leaves } = boltPagesOf(bytes);
    return swap(bytes, random.pick(leaves).at, random.pick(leaves).at);
  },
  'a range of zeros': (bytes, random) => {
    const from = random.int(bytes.length);
    return bytes.fill(0, from, Math.min(bytes.length, from + 1 + random.int(8192)));
  },
  'a leaf page with zeros to its end': (bytes, random) => {
    const { at, length } = random.pick(boltPagesOf(bytes).leaves);
    return bytes.fill(0, at + random.int(length), at + length);
  },
  'bytes behind it': (bytes, random) => Buffer.concat([bytes, Buffer.alloc(1 + random.int(8192), random.int(256))]),
  'a sector behind it': (bytes, random) => Buffer.concat([bytes, Buffer.alloc(sector, random.int(256))]),
  'itself twice': (bytes) => Buffer.concat([bytes, bytes]),
  'packed with gzip': (bytes, random) => gzipSync(bytes, { level: random.int(10) }),
  'cut and packed with gzip': (bytes, random) =>
    gzipSync(bytes.subarray(0, random.int(bytes.length)), { level: random.int(10) }),
  'packed with gzip and cut': (bytes, random) => {
    const packed = gzipSync(bytes, { level: random.int(10) });
    return packed.subarray(0, 2 + random.int(packed.length - 2));
  },
  nothing: () => Buffer.alloc(0),
  'a page of a web server': (_, random) => {
    const [status, says] = random.pick(answers);
    const start = random.pick(['<!DOCTYPE html>\n<html>', '<!doctype html><html lang="en">', '\n<HTML>', '<html>\r\n']);
    return Buffer.from(
      `${start}<body><h1>${status} ${says}</h1><p>Reference ${random.int(2 ** 31)}</p></body></html>\n`,
    );
  },
  'an error of an object store': (_, random) => {
    const code = random.pick(['NoSuchKey', 'AccessDenied', 'ExpiredToken', 'SlowDown', 'InternalError']);
    const id = random.int(2 ** 31).toString(16);
    return Buffer.from(`<?xml version="1.0"?>\n<Error><Code>${code}</Code><RequestId>${id}</RequestId></Error>`);
  },
};

const answers = [
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [502, 'Bad Gateway'],
  [503, 'Service Unavailable'],
] as const;

/** How many different ones a kind can give of so many files; the others give as many as are asked for. */
export function availableOf(kind: string, files: number): number {
  if (kind === 'nothing') return 1;
  return kind === 'itself twice' ? files : Number.POSITIVE_INFINITY;
}

function flip(bytes: Buffer, at: number, random: Random): Buffer {
  bytes[at] = (bytes[at] as number) ^ (1 << random.int(8));
  return bytes;
}

function flipWithin(bytes: Buffer, places: readonly Place[], random: Random): Buffer {
  if (places.length === 0) return bytes;
  const { at, length } = random.pick(places);
  return flip(bytes, at + random.int(length), random);
}

function swap(bytes: Buffer, a: number, b: number): Buffer {
  const kept = Buffer.from(bytes.subarray(a, a + page));
  bytes.copy(bytes, a, b, b + page);
  kept.copy(bytes, b);
  return bytes;
}
