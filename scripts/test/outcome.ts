// Owns what a part of `npm test` comes to: counts, and how long each test file took.
// Must not know which parts there are.

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** The test files among it, by path from the repository's root. */
  readonly files: readonly { readonly path: string; readonly seconds: number }[];
}

export const passedOnce: Outcome = { passed: 1, failed: 0, skipped: 0, files: [] };
export const failedOnce: Outcome = { passed: 0, failed: 1, skipped: 0, files: [] };

export function total(outcomes: readonly Outcome[]): Outcome {
  const sum = (key: 'passed' | 'failed' | 'skipped'): number =>
    outcomes.reduce((all, outcome) => all + outcome[key], 0);
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    files: outcomes.flatMap(({ files }) => files),
  };
}

export const inWords = ({ passed, failed, skipped }: Outcome): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
