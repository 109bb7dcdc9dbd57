// Owns ways in which a file is damaged on its way through disks, networks and object stores; a seed decides which.
// Must not know who notices.
import type { Random } from '../../src/platform/ports.ts';

const sector = 512;

export const damages: Readonly<Record<string, (bytes: Buffer, random: Random) => Buffer>> = {
  'a bit flipped': (bytes, random) => {
    const at = random.int(bytes.length);
    bytes[at] = (bytes[at] as number) ^ (1 << random.int(8));
    return bytes;
  },
  'a bit flipped in a meta page': (bytes, random) => {
    const at = random.int(2) * 4096 + 16 + random.int(64);
    bytes[at] = (bytes[at] as number) ^ (1 << random.int(8));
    return bytes;
  },
  'a bit flipped in its hash': (bytes, random) => {
    const at = bytes.length - 1 - random.int(32);
    bytes[at] = (bytes[at] as number) ^ (1 << random.int(8));
    return bytes;
  },
  'cut anywhere': (bytes, random) => bytes.subarray(0, random.int(bytes.length)),
  'cut at a sector': (bytes, random) => bytes.subarray(0, random.int(Math.floor(bytes.length / sector)) * sector),
  'cut within its hash': (bytes, random) => bytes.subarray(0, bytes.length - 1 - random.int(31)),
  'two pages swapped': (bytes, random) => {
    const pages = Math.floor(bytes.length / 4096);
    const [a, b] = [random.int(pages), random.int(pages)];
    const kept = Buffer.from(bytes.subarray(a * 4096, (a + 1) * 4096));
    bytes.copy(bytes, a * 4096, b * 4096, (b + 1) * 4096);
    kept.copy(bytes, b * 4096);
    return bytes;
  },
  'a range of zeros': (bytes, random) => {
    const from = random.int(bytes.length);
    return bytes.fill(0, from, Math.min(bytes.length, from + 1 + random.int(8192)));
  },
  'bytes behind it': (bytes, random) => Buffer.concat([bytes, Buffer.alloc(1 + random.int(8192), random.int(256))]),
  'a sector behind it': (bytes, random) => Buffer.concat([bytes, Buffer.alloc(sector, random.int(256))]),
  'itself twice': (bytes) => Buffer.concat([bytes, bytes]),
  nothing: () => Buffer.alloc(0),
  'a page of a web server': () => Buffer.from('<!DOCTYPE html>\n<html><body>404 Not Found</body></html>\n'),
  'an error of an object store': () => Buffer.from('<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>'),
};
