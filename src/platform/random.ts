// Owns the seeded generator: mulberry32, 32 bits of state, enough for workloads and disturbances (never for secrets).
// Must not know what is drawn.
import { createHash } from 'node:crypto';
import type { Random } from './ports.ts';

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    seed,
    next,
    int,
    pick: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new RangeError('pick from an empty list');
      return items[int(items.length)] as T;
    },
    fork: (label) => createRandom(createHash('sha256').update(`${seed}/${label}`).digest().readUInt32LE(0)),
  };
}
