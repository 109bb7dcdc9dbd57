// Owns: samples of thousand-fold counts replay by their seed, meet every kind, and are part of what the soak tries.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleOf, sampleOfKinds, seedOfTests, seedsOf, windowOf } from '../support/sample.ts';

const all = Array.from({ length: 100 }, (_, index) => index);
const withSeed = (seed: number): void => void vi.stubEnv('ETCD_MIGRATE_TEST_SEED', String(seed));

beforeEach(() => withSeed(1));
afterEach(() => vi.unstubAllEnvs());

describe('a sample', () => {
  it('is the same for one seed and another for the next', () => {
    const first = sampleOf('x', all, 5);
    expect(sampleOf('x', all, 5)).toEqual(first);
    expect([first.length, new Set(first).size]).toEqual([5, 5]);
    expect(sampleOf('y', all, 5)).not.toEqual(first);
    withSeed(2);
    expect(sampleOf('x', all, 5)).not.toEqual(first);
  });

  it('is everything where there is no more than that', () => {
    expect(sampleOf('x', [1, 2, 3], 3)).toEqual([1, 2, 3]);
  });

  it('of kinds has some of each', () => {
    const some = sampleOfKinds('x', all, (each) => String(each % 7), 2);
    expect([...Map.groupBy(some, (each) => each % 7).values()].map(({ length }) => length)).toEqual(Array(7).fill(2));
  });

  it('of seeds comes before the others, and is of the first ones, which the soak tries', () => {
    const seeds = seedsOf('x', 20, 4, 50);
    expect(seeds.slice(0, 4).every((seed) => seed < 20)).toBe(true);
    expect(seeds.toSorted((a, b) => a - b)).toEqual(all.slice(0, 50));
  });

  it('of numbers in a row lies within all of them', () => {
    const begins = all.map((seed) => {
      withSeed(seed);
      return windowOf('x', 10, 8);
    });
    expect(new Set(begins)).toEqual(new Set([0, 1, 2]));
  });

  it('follows the commit where no seed is given, and refuses what is none', () => {
    vi.stubEnv('ETCD_MIGRATE_TEST_SEED', undefined);
    expect(seedOfTests()).toBe(seedOfTests());
    vi.stubEnv('ETCD_MIGRATE_TEST_SEED', 'new');
    expect(() => seedOfTests()).toThrow('a whole number, not new');
  });
});
