// Owns a curve of figures in one line of text.
// Must not know which figures they are.

const blocks = [...'▁▂▃▄▅▆▇█'];

/** Blocks grow from nothing, not from the smallest figure: the eye compares heights. */
export function sparkline(values: readonly number[]): string {
  const most = Math.max(...values);
  return values
    .map((value) => blocks[most <= 0 ? 0 : Math.min(blocks.length - 1, Math.floor((value / most) * blocks.length))])
    .join('');
}
