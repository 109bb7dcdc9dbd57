import { expect, it } from 'vitest';
import { tellFormat } from '../../../src/backup/foreign-formats.ts';
import { groupOf } from '../../../src/backup/key-group.ts';
import { Prefixes } from '../../../src/backup/prefixes.ts';

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

it('beyond as many as are kept, keys count in the nearest outer one that is', () => {
  const prefixes = new Prefixes(3);
  const add = (key: string) => prefixes.add(Buffer.from(key));
  expect(['/a', '/registry/pods/x', 'app/x'].map(add)).toEqual(['/', '/registry/pods/', 'app/']);
  expect(['/registry/pods/y', '/registry/leases/x', '/z', 'other/x', 'app/y', 'bare'].map(add)).toEqual([
    ...['/registry/pods/', '/', '/', '', 'app/', ''],
  ]);
  const of = (key: string) => prefixes.of(Buffer.from(key));
  expect(['/registry/leases/y', 'other/y', '/registry/pods/z'].map(of)).toEqual(['/', '', '/registry/pods/']);
  const none = new Prefixes(0);
  expect(['/a', '//', '///', 'a//b', '/a/b/'].map((key) => none.add(Buffer.from(key)))).toEqual(['', '', '', '', '']);
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
