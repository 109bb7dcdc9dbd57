// Owns growable typed columns and name tables: a million records in tens of megabytes.
// Must not know what a column means.

type Cells = Float64Array | Int32Array | Uint8Array;
type Make<T extends Cells> = new (length: number) => T;

/** An append-only list of numbers that costs its cell size each. Reading past the end is a bug and throws. */
export class Column<T extends Cells = Cells> {
  length = 0;
  #cells: T;
  readonly #make: Make<T>;

  constructor(make: Make<T>) {
    this.#make = make;
    this.#cells = new make(1024);
  }

  push(value: number): void {
    if (this.length === this.#cells.length) {
      const grown = new this.#make(this.length * 2);
      grown.set(this.#cells);
      this.#cells = grown;
    }
    this.#cells[this.length++] = value;
  }

  get(index: number): number {
    const value = index < this.length ? this.#cells[index] : undefined;
    if (value === undefined) throw new RangeError(`column has no row ${index}`);
    return value;
  }

  set(index: number, value: number): void {
    if (index < 0 || index >= this.length) throw new RangeError(`column has no row ${index}`);
    this.#cells[index] = value;
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

/** Row numbers 0…count-1 in ascending order of `key`; equal keys keep their order. */
export function sortedRows(rows: Int32Array, key: (row: number) => number): Int32Array {
  let sorted = true;
  for (let i = 1; i < rows.length && sorted; i++) sorted = key(rows[i - 1] as number) <= key(rows[i] as number);
  return sorted ? rows : rows.sort((a, b) => key(a) - key(b) || a - b);
}
