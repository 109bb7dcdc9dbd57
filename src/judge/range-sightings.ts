// Owns spreading the answers of range reads over single keys: what each key under the prefix looked like, or that it was missing.
// Must not know what is right or wrong.
import { absent, type Ledger } from './ledger.ts';

/** Sightings in order of key: those of key k stand at first[k] … first[k + 1] - 1. */
export interface RangeSightings {
  readonly first: Int32Array;
  readonly row: Int32Array;
  readonly val: Int32Array;
  readonly mod: Float64Array;
}

export function spreadRanges(ledger: Ledger): RangeSightings {
  const ranges: number[] = [];
  for (let row = 0; row < ledger.length; row++) {
    if (ledger.kind(row) === 'range' && ledger.outcome(row) === 'ok') ranges.push(row);
  }
  const under = keysUnderPrefixes(ledger, ranges);
  const first = new Int32Array(ledger.keys.size + 1);
  for (const row of ranges) for (const key of under(row)) (first[key + 1] as number)++;
  for (let key = 1; key < first.length; key++) (first[key] as number) += first[key - 1] as number;
  const count = first.at(-1) ?? 0;
  const sightings = { first, row: new Int32Array(count), val: new Int32Array(count), mod: new Float64Array(count) };
  const next = first.slice();
  const val = new Int32Array(ledger.keys.size).fill(absent);
  const mod = new Float64Array(ledger.keys.size);
  for (const row of ranges) {
    ledger.eachEntry(row, (key, value, revision) => {
      val[key] = value;
      mod[key] = revision;
    });
    for (const key of under(row)) {
      const at = next[key] as number;
      next[key] = at + 1;
      sightings.row[at] = row;
      sightings.val[at] = val[key] as number;
      sightings.mod[at] = mod[key] as number;
      val[key] = absent;
      mod[key] = 0;
    }
  }
  return sightings;
}

/** Only keys that somebody wrote or saw; a prefix alone is none. An entry outside its prefix counts as seen under it. */
function keysUnderPrefixes(ledger: Ledger, ranges: readonly number[]): (row: number) => readonly number[] {
  const real = new Uint8Array(ledger.keys.size);
  for (let row = 0; row < ledger.length; row++) if (ledger.kind(row) !== 'range') real[ledger.key(row)] = 1;
  for (const row of ranges) {
    ledger.eachEntry(row, (key) => {
      real[key] = 1;
    });
  }
  const byPrefix = new Map<number, number[]>();
  for (const row of ranges) {
    const prefix = ledger.key(row);
    if (byPrefix.has(prefix)) continue;
    const text = ledger.keys.name(prefix);
    const keys: number[] = [];
    for (let key = 0; key < real.length; key++)
      if (real[key] === 1 && ledger.keys.name(key).startsWith(text)) keys.push(key);
    byPrefix.set(prefix, keys);
  }
  return (row) => byPrefix.get(ledger.key(row)) ?? [];
}
