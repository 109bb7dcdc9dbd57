// Owns growable typed columns and name tables: a million records in tens of megabytes.
// Must not know what a column means.

type Cells = Float64Array | Int32Array | Uint8Array;
type Make<T extends Cells> = new (length: number) => T;

/** Rows of one chunk. Chunks never move, so growing neither copies nor leaves holes in memory. */
const chunkBits = 15;
const chunkMask = (1 << chunkBits) - 1;

/** An append-only list of numbers that costs its cell size each. Reading past the end is a bug and throws. */
export class Column<T extends Cells = Cells> {
  length = 0;
  readonly #chunks: T[] = [];
  readonly #make: Make<T>;

  constructor(make: Make<T>) {
    this.#make = make;
  }

  push(value: number): void {
    const row = this.length++;
    let chunk = this.#chunks[row >> chunkBits];
    if (chunk === undefined) {
      chunk = new this.#make(chunkMask + 1);
      this.#chunks.push(chunk);
    }
    chunk[row & chunkMask] = value;
  }

  get(index: number): number {
    const value = index < this.length ? this.#chunks[index >> chunkBits]?.[index & chunkMask] : undefined;
    if (value === undefined) throw new RangeError(`column has no row ${index}`);
    return value;
  }

  set(index: number, value: number): void {
    const chunk = index < this.length ? this.#chunks[index >> chunkBits] : undefined;
    if (chunk === undefined) throw new RangeError(`column has no row ${index}`);
    chunk[index & chunkMask] = value;
  }
}

export const float64 = (): Column<Float64Array> => new Column(Float64Array);
export const int32 = (): Column<Int32Array> => new Column(Int32Array);
export const uint8 = (): Column<Uint8Array> => new Column(Uint8Array);

/** Numbers names from 0 in order of appearance. */
export class Names {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];

  get size(): number {
    return this.#names.length;
  }

  number(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#names.length;
    this.#names.push(name);
    this.#numbers.set(name, number);
    return number;
  }

  find(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  name(number: number): string {
    const name = this.#names[number];
    if (name === undefined) throw new RangeError(`no name has the number ${number}`);
    return name;
  }
}

/** The row numbers below `count` that `keep` wants, ascending. */
export function rowsWhere(count: number, keep: (row: number) => boolean): Int32Array {
  let rows = new Int32Array(Math.max(16, count >> 2));
  let length = 0;
  for (let row = 0; row < count; row++) {
    if (!keep(row)) continue;
    if (length === rows.length) {
      const grown = new Int32Array(length * 2);
      grown.set(rows);
      rows = grown;
    }
    rows[length++] = row;
  }
  return rows.subarray(0, length);
}

/** Row numbers in ascending order of `key`; equal keys keep their order. */
export function sortedRows(rows: Int32Array, key: (row: number) => number): Int32Array {
  let sorted = true;
  for (let i = 1; i < rows.length && sorted; i++) sorted = key(rows[i - 1] as number) <= key(rows[i] as number);
  return sorted ? rows : rows.sort((a, b) => key(a) - key(b) || a - b);
}
