import { describe, expect, test } from 'vitest';
import { nearest } from '../../../src/manifest/nearest.ts';

const keys = ['version', 'name', 'from', 'to', 'hops', 'members', 'configFile', 'connection', 'rehearsal', 'releases'];

describe('nearest', () => {
  test.for([
    ['form', 'from'],
    ['nmae', 'name'],
    ['member', 'members'],
    ['config-file', 'configFile'],
    ['CONFIG_FILE', 'configFile'],
    ['rehersal', 'rehearsal'],
    ['conection', 'connection'],
    ['ot', 'to'],
  ] as const)('takes %s for %s', ([word, meant]) => {
    expect(nearest(word, keys)).toBe(meant);
  });

  test.for(['xyzzy', 'replicas', 'x', '', 'cluster-size', 'k'.repeat(10_000)])('proposes nothing for %j', (word) => {
    expect(nearest(word, keys)).toBeUndefined();
  });
});
