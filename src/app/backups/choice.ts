// Owns which of the backups that were found are proven: the newest, all, or a sample.
// Must not know files.
import type { Random } from '../../platform/ports.ts';

export type Choice =
  | { readonly of: 'newest' | 'all' }
  /** The newest is proven, and others that are drawn at random: `size` in all. */
  | { readonly of: 'sample'; readonly size: number; readonly random: Random };

/** `sorted` begins with the oldest, and what is chosen keeps that order. */
export function chosenOf<T>(sorted: readonly T[], choice: Choice): readonly T[] {
  const newest = sorted.slice(-1);
  if (choice.of !== 'sample') return choice.of === 'newest' ? newest : sorted;
  const others = sorted.slice(0, -1);
  const drawn = new Set(newest);
  while (drawn.size < Math.min(choice.size, sorted.length)) drawn.add(choice.random.pick(others));
  return sorted.filter((each) => drawn.has(each));
}
