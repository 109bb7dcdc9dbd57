import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LiveKeys } from '../../../src/backup/live-keys.ts';

type Change = readonly [key: string, group: number | null];

/** Live keys by group and their last entries, told share by share as key-space.ts does it. */
function counted(history: readonly Change[], slots: number) {
  const tell = (keys: LiveKeys): LiveKeys => {
    for (const [entry, [key, group]] of history.entries()) {
      if (group === null) keys.delete(Buffer.from(key));
      else keys.put(Buffer.from(key), group, entry);
    }
    return keys;
  };
  const seen: [number, number][] = [];
  const first = tell(new LiveKeys({ slots }));
  first.each((group, entry) => seen.push([group, entry]));
  for (let share = 1; share < first.shares; share++) {
    tell(new LiveKeys({ shares: first.shares, share, slots })).each((group, entry) => seen.push([group, entry]));
  }
  return { shares: first.shares, seen: seen.sort(([, a], [, b]) => a - b) };
}

function remembered(history: readonly Change[]): [number, number][] {
  const live = new Map<string, [number, number]>();
  for (const [entry, [key, group]] of history.entries()) {
    if (group === null) live.delete(key);
    else live.set(key, [group, entry]);
  }
  return [...live.values()].sort(([, a], [, b]) => a - b);
}

describe('live keys', () => {
  it('are those that a map would hold, whatever the history', () => {
    const change = fc.tuple(fc.string({ maxLength: 3 }), fc.option(fc.nat(3)));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 300 }), (history) => {
        expect(counted(history, 2 ** 21).seen).toEqual(remembered(history));
      }),
    );
  });

  it('are all counted, each once, when the table may not hold them at once', () => {
    const history = Array.from({ length: 30_000 }, (_, index): Change => {
      const key = `/registry/pods/${(index * 7919) % 11_000}`;
      return [key, index % 11 === 0 ? null : index % 5];
    });
    const { shares, seen } = counted(history, 1024);
    expect(shares).toBeGreaterThan(8);
    expect(seen).toEqual(remembered(history));
  });
});
