// Which of several backups are proven.
import { describe, expect, it } from 'vitest';
import { chosenOf } from '../../../../src/app/backups/choice.ts';
import { createRandom } from '../../../../src/platform/random.ts';

const ten = Array.from({ length: 10 }, (_, index) => index);
const sample = (size: number, seed: number) => chosenOf(ten, { of: 'sample', size, random: createRandom(seed) });

describe('of ten backups, oldest first', () => {
  it('the newest, or all', () => {
    expect(chosenOf(ten, { of: 'newest' })).toEqual([9]);
    expect(chosenOf(ten, { of: 'all' })).toEqual(ten);
  });

  it('a sample has the newest, and others at random, in order', () => {
    const samples = Array.from({ length: 50 }, (_, seed) => sample(4, seed));
    for (const drawn of samples) {
      expect(drawn).toHaveLength(4);
      expect(drawn.at(-1)).toBe(9);
      expect([...drawn].sort((a, b) => a - b)).toEqual(drawn);
    }
    expect(new Set(samples.flat())).toEqual(new Set(ten));
  });

  it('a sample of more than there are is all of them', () => {
    expect(sample(100, 1)).toEqual(ten);
    expect(chosenOf([7], { of: 'sample', size: 2, random: createRandom(1) })).toEqual([7]);
    expect(chosenOf([], { of: 'sample', size: 2, random: createRandom(1) })).toEqual([]);
  });
});
