// Owns numbering the values of a history without keeping a text for each: `v<segment>.<number>` is stored as numbers.
// Must not know who wrote a value.
import { int32, Names } from './column.ts';

/** Numbers of values that follow the recorder's pattern grow without large gaps; whatever does not is kept as text. */
const largestGap = 1 << 20;
const none = -1;

export class ValueNames {
  /** By segment: number within the segment → number here. */
  readonly #bySegment: Int32Array[] = [];
  readonly #segment = int32();
  readonly #within = int32();
  /** Values of any other form; their numbers here, by their number there. */
  readonly #texts = new Names();
  readonly #textNumber: number[] = [];

  get size(): number {
    return this.#segment.length;
  }

  number(text: string): number {
    const dot = patternDot(text);
    if (dot > 0) {
      const segment = digits(text, 1, dot);
      const within = digits(text, dot + 1, text.length);
      const known = this.#table(segment, within);
      if (known !== undefined) {
        const number = known[within] as number;
        if (number !== none) return number;
        known[within] = this.#add(segment, within);
        return known[within] as number;
      }
    }
    const place = this.#texts.number(text);
    this.#textNumber[place] ??= this.#add(none, place);
    return this.#textNumber[place] as number;
  }

  name(number: number): string {
    const segment = this.#segment.get(number);
    const within = this.#within.get(number);
    return segment === none ? this.#texts.name(within) : `v${segment}.${within}`;
  }

  #add(segment: number, within: number): number {
    this.#segment.push(segment);
    this.#within.push(within);
    return this.#segment.length - 1;
  }

  /** The segment's table with room for this number, unless that would waste memory. */
  #table(segment: number, within: number): Int32Array | undefined {
    if (segment > 1000) return undefined;
    const table = this.#bySegment[segment] ?? new Int32Array(0);
    if (within < table.length) return table;
    if (within > table.length + largestGap) return undefined;
    const grown = new Int32Array(
      Math.max(1024, within + 1, Math.min(table.length * 2, table.length + largestGap)),
    ).fill(none);
    grown.set(table);
    // An array with holes would be slow.
    while (this.#bySegment.length < segment) this.#bySegment.push(new Int32Array(0));
    this.#bySegment[segment] = grown;
    return grown;
  }
}

/** Place of the dot in a canonical `v1.234`; 0 for anything else, such as a number with a leading zero. */
function patternDot(text: string): number {
  if (text.charCodeAt(0) !== 118 || text.length > 20) return 0;
  const dot = text.indexOf('.');
  return dot > 1 && canonical(text, 1, dot) && canonical(text, dot + 1, text.length) ? dot : 0;
}

function canonical(text: string, from: number, to: number): boolean {
  if (to <= from || to - from > 9 || (text.charCodeAt(from) === 48 && to - from > 1)) return false;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}
