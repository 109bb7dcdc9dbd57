// Of members that disagree the few are named, and not whoever was asked second.
import { expect, test } from 'vitest';
import { dissentIn, dissentInWords } from '../../../src/judge/dissent.ts';

const releases = { m1: '3.6.14', m2: '3.5.33', m3: '3.5.33' };

test.each([
  [{ m1: 1, m2: 2, m3: 2 }, 'm1 (3.6.14) differs from m2 and m3 (3.5.33)'],
  [{ m1: 1, m2: 1, m3: 2 }, 'm3 (3.5.33) differs from m1 (3.6.14) and m2 (3.5.33)'],
  [{ m1: 1, m2: 2 }, 'm1 (3.6.14) and m2 (3.5.33) differ from each other'],
  [{ m1: 1, m2: 2, m3: 3 }, 'm1 (3.6.14) and m2 (3.5.33) and m3 (3.5.33) differ from each other'],
  [{ m1: 1, m2: 1, m3: 1, m4: 2, m5: 3 }, 'm4 and m5 differ from m1 (3.6.14) and m2 (3.5.33) and m3 (3.5.33)'],
])('%j: %s', (answers, words) => {
  const dissent = dissentIn<number>(answers as Record<string, number>);
  expect(dissent && dissentInWords(dissent, releases)).toBe(words);
});

test('where all agree there is no dissent, and without releases none are said', () => {
  expect(dissentIn({ m1: 1, m2: 1 })).toBeNull();
  const dissent = dissentIn({ m1: 1, m2: 2, m3: 2 });
  expect(dissent && dissentInWords(dissent)).toBe('m1 differs from m2 and m3');
});
