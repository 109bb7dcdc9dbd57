// Owns: `npm test` warns above its budget, fails above twice that, and names the ten slowest files.
import { expect, it } from 'vitest';
import { BUDGET_SECONDS, judgeTime, slowestOf } from '../../scripts/test/budget.ts';
import { failedOnce, passedOnce, total } from '../../scripts/test/outcome.ts';

it.each([
  ['within it', BUDGET_SECONDS, /^All of it took 900 s of 900 s\.$/, 0],
  ['above it', BUDGET_SECONDS + 1, /^⚠ All of it took 901 s/, 0],
  ['at twice that', 2 * BUDGET_SECONDS, /^⚠ All of it took 1800 s/, 0],
  ['above twice that', 2 * BUDGET_SECONDS + 1, /^✗ All of it took 1801 s/, 1],
])('%s', (_, seconds, said, failed) => {
  expect(judgeTime(seconds)).toMatchObject({ said: expect.stringMatching(said), outcome: { failed } });
});

it('names the ten slowest files, the slowest first', () => {
  const files = Array.from({ length: 12 }, (_, index) => ({ path: `test/${index}.test.ts`, seconds: index * 1.5 }));
  const lines = slowestOf(total([{ ...passedOnce, files }, failedOnce]));
  expect(lines).toHaveLength(10);
  expect(lines[0]).toBe('    16.5 s  test/11.test.ts');
  expect(lines.at(-1)).toContain('test/2.test.ts');
});
