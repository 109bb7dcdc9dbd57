import { describe, expect, it } from 'vitest';
import { groupOf } from '../../../src/backup/key-group.ts';
import { chooseRanges, type DigestedKey, PrefixDigests, within } from '../../../src/backup/prefix-digests.ts';

const mebibyte = 2 ** 20;
const size = (prefix: string, mebibytes: number, keys = 1) => ({
  prefix,
  keys,
  entries: 1024 * mebibytes,
  bytes: mebibytes * mebibyte,
});
const prefixesOf = (...sizes: ReturnType<typeof size>[]) => chooseRanges(sizes).map(({ prefix }) => prefix);

describe('ranges whose keys are compared one by one', () => {
  it('are everything, keys without a slash too, where that fits', () => {
    expect(chooseRanges([size('', 1), size('app/', 20), size('/a/\ufffd/', 11)])).toEqual([
      { prefix: '', pageKeys: 1000 },
    ]);
  });

  it('are none in a store without keys', () => {
    expect(chooseRanges([])).toEqual([]);
    expect(chooseRanges([size('deleted/', 1, 0)])).toEqual([]);
  });

  it('are the small ones first where not all fit, and never one without a name that can be asked for', () => {
    expect(prefixesOf(size('large/', 30), size('larger/', 31), size('small/', 1), size('', 1))).toEqual([
      'small/',
      'large/',
    ]);
    expect(prefixesOf(size('\ufffd/', 1), size('larger/', 33), size('deleted/', 1, 0))).toEqual([]);
  });

  it('count what is nested in them, as that is read with them', () => {
    const nested = [size('/', 1), size('/registry/', 2), size('/registry/pods/', 31)];
    expect(prefixesOf(...nested, size('other/', 1))).toEqual(['other/', '/registry/pods/']);
    // Nested in each other, and each of them fits.
    expect(prefixesOf(size('/', 1), size('/registry/', 2), size('/registry/pods/', 3), size('other/', 40))).toEqual([
      '/registry/pods/',
      '/registry/',
      '/',
    ]);
  });

  it('are not more than can be asked for, those with most keys', () => {
    const many = Array.from({ length: 300 }, (_, number) => ({
      prefix: `p${number}/`,
      entries: 300,
      bytes: 300,
      keys: number,
    }));
    const chosen = chooseRanges([...many, size('large/', 40)]);
    expect(chosen).toHaveLength(100);
    expect(chosen.map(({ prefix }) => prefix)).toContain('p299/');
    expect(chosen.map(({ prefix }) => prefix)).not.toContain('p100/');
  });

  it('have so few keys that each can be held in memory', () => {
    const keys = (prefix: string, number: number) => ({ prefix, entries: number, bytes: number * 50, keys: number });
    expect(chooseRanges([keys('a/', 49_999), keys('b/', 1)])).toEqual([{ prefix: '', pageKeys: 1000 }]);
    expect(chooseRanges([keys('a/', 50_000), keys('b/', 2)])).toEqual([{ prefix: 'b/', pageKeys: 1000 }]);
  });

  it('come in answers of at least a key', () => {
    expect(chooseRanges([{ prefix: 'a/', entries: 2, bytes: 20 * mebibyte, keys: 2 }])).toEqual([
      { prefix: '', pageKeys: 1 },
    ]);
  });

  it('hold the prefixes that begin with them', () => {
    const isWithin = within([{ prefix: '/registry/', pageKeys: 1 }]);
    expect(['/registry/', '/registry/pods/', '/', 'registry/', ''].map(isWithin)).toEqual([
      ...[true, true, false, false, false],
    ]);
    expect(within([{ prefix: '', pageKeys: 1 }])('')).toBe(true);
  });
});

describe('a digest', () => {
  const pair = (key: string, other: Partial<DigestedKey> = {}): DigestedKey => ({
    key: Buffer.from(key),
    value: Buffer.from('value'),
    createRevision: 2,
    modRevision: 5,
    version: 3,
    lease: undefined,
    ...other,
  });
  const digestOf = (prefix: string, ...pairs: DigestedKey[]) => {
    const digests = new PrefixDigests();
    for (const each of pairs) digests.add(groupOf(each.key), each);
    return digests.of(prefix);
  };

  it('is the same in any order, and as either side writes numbers', () => {
    const there = digestOf('app/', pair('app/a'), pair('app/b'), pair('other/c'));
    expect(there).toBe(digestOf('app/', pair('app/b'), pair('app/a', { createRevision: 2n, version: 3n })));
    expect(digestOf('none/', pair('app/a'))).toBeUndefined();
  });

  it.each<Partial<DigestedKey>>([
    { value: Buffer.from('valuf') },
    { value: Buffer.from('') },
    { createRevision: 3 },
    { modRevision: 6 },
    { version: 4 },
    { lease: '1' },
    { key: Buffer.from('app/b') },
    { key: Buffer.from('app/av'), value: Buffer.from('alue') },
  ])('is another for another key: %o', (other) => {
    expect(digestOf('app/', pair('app/a', other))).not.toBe(digestOf('app/', pair('app/a')));
  });

  it('is another for a key more, also for the same one twice', () => {
    expect(digestOf('app/', pair('app/a'), pair('app/a'))).not.toBe(digestOf('app/', pair('app/a')));
  });
});
