// Owns the compact copy of all operations of a history that several judges share: columns instead of objects.
// Must not know what is right or wrong: see versions.ts and the judges.
import { present } from '../present.ts';
import { type Column, float64, int32, Names, uint8 } from './column.ts';
import type { HistoryRecord, MarkRecord, OperationKind, OperationRecord, Outcome, SegmentRecord } from './history.ts';
import { ValueNames } from './value-names.ts';

const kinds: readonly OperationKind[] = ['put', 'delete', 'get', 'get-serializable', 'range', 'cas'];
const outcomes: readonly Outcome[] = ['ok', 'failed', 'unknown'];
const kindNumbers = new Map(kinds.map((kind, number) => [kind, number]));
const outcomeNumbers = new Map(outcomes.map((outcome, number) => [outcome, number]));
/** `got` columns: no such key, and not asked. */
export const absent = -1;
const notAsked = -2;
const none = -1;

/** Effects as answered: of a cas whether it swapped, of a delete whether there was a key. */
const notSaid = 0;
const no = 1;
const yes = 2;

/** Each judge that reads the ledger feeds it with every record; the same record twice in a row counts once. */
export class Ledger {
  readonly keys = new Names();
  /** Values by their text, written or only seen. */
  readonly values = new ValueNames();
  readonly members = new Names();
  readonly segments: SegmentRecord[] = [];
  /** Numbers `n` of segments that ended without `workload-end`: their last records and requests in flight are lost. */
  readonly crashedSegments = new Map<number, { readonly lastAt: number; readonly nextAt: number }>();
  readonly marks: MarkRecord[] = [];
  /** Values that more than one operation wrote. */
  readonly repeatedValues: OperationRecord[] = [];
  /** Deletions seen by watchers: key, revision, time. */
  readonly deletionKey = int32();
  readonly deletionRev = float64();
  readonly deletionAt = float64();

  readonly #clients = new Names();
  readonly #id = float64();
  readonly #due = float64();
  readonly #start = float64();
  readonly #end = float64();
  readonly #rev = float64();
  readonly #expect = float64();
  readonly #gotMod = float64();
  readonly #kind = uint8();
  readonly #outcome = uint8();
  readonly #effect = uint8();
  readonly #key = int32();
  readonly #client = int32();
  readonly #val = int32();
  readonly #gotVal = int32();
  readonly #via = int32();
  /** Ranges: first entry of each, by operation row; entries follow one another. */
  readonly #entryStart = new Map<number, { readonly from: number; readonly to: number }>();
  readonly #entryKey = int32();
  readonly #entryVal = int32();
  readonly #entryMod = float64();
  /** By value number: row of its writer, and the mod revision it was first seen under (strictly read; otherwise seen). */
  readonly #writer = int32();
  readonly #readMod = float64();
  readonly #seenMod = float64();
  readonly #seenKey = int32();
  readonly #errors = new Map<number, string>();
  #last: HistoryRecord | undefined;
  #lastAt = 0;
  #running = false;

  get length(): number {
    return this.#id.length;
  }

  observe(record: HistoryRecord): void {
    if (record === this.#last) return;
    this.#last = record;
    switch (record.k) {
      case 'op':
        this.#running = true;
        this.#lastAt = Math.max(this.#lastAt, record.end ?? record.start);
        this.#operation(record);
        break;
      case 'segment':
        this.#segment(record);
        break;
      case 'mark':
        if (record.event === 'workload-start') this.#running = true;
        if (record.event === 'workload-end') this.#running = false;
        this.marks.push(record);
        // The tool's own marks do not say how far its clients were heard.
        if (isClients(record)) this.#lastAt = Math.max(this.#lastAt, record.at);
        break;
      case 'watch':
        if (record.rev === undefined || record.key === undefined) break;
        if (record.event === 'put' && record.val !== undefined) {
          this.#note(this.#seenMod, this.value(record.val), Number(record.rev), this.keys.number(record.key));
        } else if (record.event === 'delete') {
          this.deletionKey.push(this.keys.number(record.key));
          this.deletionRev.push(Number(record.rev));
          this.deletionAt.push(record.at);
        }
        break;
      case 'final':
        for (const [key, val, mod] of record.kvs) {
          this.#note(this.#readMod, this.value(val), Number(mod), this.keys.number(key));
        }
        break;
    }
  }

  /** Number of a value's text; makes room for what is known of it. */
  value(text: string): number {
    const number = this.values.number(text);
    while (this.#writer.length <= number) {
      this.#writer.push(none);
      this.#readMod.push(0);
      this.#seenMod.push(0);
      this.#seenKey.push(none);
    }
    return number;
  }

  /** Row of the operation that wrote a value; undefined when none did. */
  writerOf(value: number): number | undefined {
    const row = value < this.#writer.length ? this.#writer.get(value) : none;
    return row === none ? undefined : row;
  }

  /** Values that were seen although no record says who wrote them, with the key they were first seen under. */
  *unwritten(): Generator<{ readonly val: number; readonly key: number }> {
    for (let val = 0; val < this.#writer.length; val++) {
      const key = this.#seenKey.get(val);
      if (this.#writer.get(val) === none && key !== none) yield { val, key };
    }
  }

  /** Mod revision under which a value was seen first; strict reads have precedence over watches and stale reads. */
  modOf(value: number): number | undefined {
    return this.#readMod.get(value) || this.#seenMod.get(value) || undefined;
  }

  kind(row: number): OperationKind {
    return kinds[this.#kind.get(row)] as OperationKind;
  }
  outcome(row: number): Outcome {
    return outcomes[this.#outcome.get(row)] as Outcome;
  }
  start(row: number): number {
    return this.#start.get(row);
  }
  /** Infinity while the end was never seen. */
  end(row: number): number {
    return this.#end.get(row);
  }
  id(row: number): number {
    return this.#id.get(row);
  }
  due(row: number): number {
    return this.#due.get(row);
  }
  rev(row: number): number {
    return this.#rev.get(row);
  }
  /** Key, for a range its prefix. */
  key(row: number): number {
    return this.#key.get(row);
  }
  /** Value written; -1 for none. */
  val(row: number): number {
    return this.#val.get(row);
  }
  /** Revision that a cas compared with; NaN where nobody said. */
  expect(row: number): number {
    return this.#expect.get(row);
  }
  gotVal(row: number): number {
    return this.#gotVal.get(row);
  }
  gotMod(row: number): number {
    return this.#gotMod.get(row);
  }
  asked(row: number): boolean {
    return this.#gotVal.get(row) !== notAsked;
  }
  member(row: number): number | undefined {
    const via = this.#via.get(row);
    return via === none ? undefined : via;
  }
  /** An acknowledged operation that made a revision. */
  wrote(row: number): boolean {
    if (this.outcome(row) !== 'ok') return false;
    const kind = this.kind(row);
    return kind === 'put' || this.#effect.get(row) === yes;
  }
  /** An acknowledged cas or delete that found nothing to do. */
  didNothing(row: number): boolean {
    return this.#effect.get(row) === no;
  }
  /** Calls back with every entry of a range. */
  eachEntry(row: number, entry: (key: number, val: number, mod: number) => void): void {
    const span = this.#entryStart.get(row);
    if (span === undefined) return;
    for (let i = span.from; i < span.to; i++) {
      entry(this.#entryKey.get(i), this.#entryVal.get(i), this.#entryMod.get(i));
    }
  }

  /** The operation as it was recorded, as far as judges look at it: for evidence. */
  record(row: number): OperationRecord {
    const kind = this.kind(row);
    const rev = this.rev(row);
    const val = this.val(row);
    const end = this.end(row);
    const effect = this.#effect.get(row);
    const via = this.member(row);
    const error = this.#errors.get(row);
    const kvs: [string, string, string][] = [];
    this.eachEntry(row, (key, value, mod) => kvs.push([this.keys.name(key), this.values.name(value), String(mod)]));
    const gotVal = this.#gotVal.get(row);
    const got =
      gotVal === absent ? null : { val: gotVal >= 0 ? this.values.name(gotVal) : '', mod: String(this.gotMod(row)) };
    return {
      k: 'op',
      id: this.id(row),
      client: this.#clients.name(this.#client.get(row)),
      op: kind,
      key: this.keys.name(this.key(row)),
      ...(val !== none && { val: this.values.name(val) }),
      ...(kind === 'cas' && !Number.isNaN(this.expect(row)) && { expect: String(this.expect(row)) }),
      due: this.due(row),
      start: this.start(row),
      ...(Number.isFinite(end) && { end }),
      outcome: this.outcome(row),
      ...(rev > 0 && { rev: String(rev) }),
      ...(gotVal !== notAsked && { got }),
      ...(kind === 'cas' && effect !== notSaid && { swapped: effect === yes }),
      ...(kind === 'delete' && effect !== notSaid && { deleted: effect === yes }),
      ...(kind === 'range' && this.outcome(row) === 'ok' && { kvs }),
      ...present({ via: via === undefined ? undefined : this.members.name(via), error }),
    };
  }

  #operation(record: OperationRecord): void {
    const row = this.#id.length;
    this.#id.push(record.id);
    this.#due.push(record.due);
    this.#start.push(record.start);
    this.#end.push(record.end ?? Number.POSITIVE_INFINITY);
    this.#rev.push(record.rev === undefined ? 0 : Number(record.rev));
    this.#expect.push(record.expect === undefined ? Number.NaN : Number(record.expect));
    this.#kind.push(kindNumbers.get(record.op) ?? 0);
    this.#outcome.push(outcomeNumbers.get(record.outcome) ?? 0);
    const effect = record.op === 'cas' ? record.swapped : record.op === 'delete' ? record.deleted : undefined;
    this.#effect.push(effect === undefined ? notSaid : effect ? yes : no);
    this.#key.push(this.keys.number(record.key));
    this.#client.push(this.#clients.number(record.client));
    this.#via.push(record.via === undefined ? none : this.members.number(record.via));
    if (record.error !== undefined) this.#errors.set(row, record.error);

    if (record.val === undefined) this.#val.push(none);
    else {
      const value = this.value(record.val);
      this.#val.push(value);
      if (this.#writer.get(value) === none) this.#writer.set(value, row);
      else if (this.repeatedValues.length < 10) this.repeatedValues.push(record);
    }

    const strict = record.op !== 'get-serializable' && record.outcome === 'ok';
    if (record.got === undefined) {
      this.#gotVal.push(notAsked);
      this.#gotMod.push(0);
    } else if (record.got === null) {
      this.#gotVal.push(absent);
      this.#gotMod.push(0);
    } else {
      const value = this.value(record.got.val);
      const mod = Number(record.got.mod);
      this.#gotVal.push(value);
      this.#gotMod.push(mod);
      this.#note(strict ? this.#readMod : this.#seenMod, value, mod, this.#key.get(row));
    }
    if (record.kvs === undefined || record.outcome !== 'ok') return;
    const from = this.#entryKey.length;
    for (const [key, val, mod] of record.kvs) {
      const value = this.value(val);
      const number = this.keys.number(key);
      this.#entryKey.push(number);
      this.#entryVal.push(value);
      this.#entryMod.push(Number(mod));
      this.#note(this.#readMod, value, Number(mod), number);
    }
    this.#entryStart.set(row, { from, to: this.#entryKey.length });
  }

  #note(column: Column, value: number, mod: number, key: number): void {
    if (column.get(value) !== 0) return;
    column.set(value, mod);
    if (this.#seenKey.get(value) === none) this.#seenKey.set(value, key);
  }

  #segment(record: SegmentRecord): void {
    const previous = this.segments.at(-1);
    if (previous !== undefined && this.#running) {
      this.crashedSegments.set(previous.n, { lastAt: this.#lastAt, nextAt: record.at });
    }
    // One that is killed before its clients' first record is written has had clients all the same.
    this.#running = true;
    this.#lastAt = record.at;
    this.segments.push(record);
  }
}

function isClients({ event }: MarkRecord): boolean {
  return event === 'workload-start' || event === 'workload-end' || event === 'stalled';
}
