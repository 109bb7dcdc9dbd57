// Owns how a figure is said: one table row on standard output, and exit code 1 when its bar is missed.
// Must not know which figures there are.

/** Releases that the figures are measured on: the README's example. */
export const releases = ['3.5.33', '3.6.14', '3.7.1'] as const;

export interface Row {
  readonly figure: string;
  readonly bar: string;
  readonly got: string;
  readonly met: boolean;
}

export function sayRow({ figure, bar, got, met }: Row): void {
  process.stdout.write(`| ${figure} | ${bar} | ${got} | ${met ? 'met' : 'missed'} |\n`);
  if (!met) process.exitCode = 1;
}

export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new RangeError('the median of nothing');
  const below = sorted[sorted.length / 2 - 1];
  return sorted.length % 2 === 0 && below !== undefined ? (below + middle) / 2 : middle;
}

/** `min–max`, for people to judge how far to trust the median. */
export function spread(values: readonly number[], digits = 0): string {
  return `${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)}`;
}
