import { expect, it } from 'vitest';
import { tellFormat } from '../../../src/backup/foreign-formats.ts';
import { groupOf } from '../../../src/backup/prefixes.ts';

it.each([
  ['/registry/pods/ns/a', '/registry/pods/'],
  ['/registry/ranges', '/registry/'],
  ['/a', '/'],
  ['app/x/y', 'app/'],
  ['config', ''],
  ['', ''],
])('%j is counted under %j', (key, prefix) => {
  expect(groupOf(Buffer.from(key))).toBe(prefix);
});

it.each([
  ['1f8b0800', 'gzip data'],
  ['504b0304', 'a ZIP archive'],
  [Buffer.from('age-encryption.org/v1\n').toString('hex'), 'a file encrypted with age'],
  [Buffer.from('\n<!doctype HTML>').toString('hex'), 'an HTML or XML page'],
  [Buffer.from('{"error":"denied"}').toString('hex'), 'JSON'],
  ['00000000', undefined],
  ['', undefined],
])('bytes %s are told as %s', (hex, name) => {
  expect(tellFormat(Buffer.from(hex, 'hex'))?.name).toBe(name);
});
