// Owns the judgement that clients saw one store: each key linearizable, and revisions in the order of real time.
// Must not judge serializable reads, watches or the final listing (their own judges do).
import { rowsWhere, sortedRows } from './column.ts';
import type { HistoryRecord } from './history.ts';
import { absent, type Ledger } from './ledger.ts';
import { minimumReads, minimumWrites } from './minimums.ts';
import { spreadRanges } from './range-sightings.ts';
import type { Timeline } from './timeline.ts';
import type { Judge, JudgeVerdict } from './verdict.ts';
import { swallowedUs, type Versions } from './versions.ts';
import { amount, failed, passed, unsure, Violations } from './violations.ts';
import { type KeyOperation, searchLinearization } from './wgl.ts';

const name = 'linearizability';
/** Tries of the search per operation of a key, and at least so many: a right history needs about one per operation. */
const triesPerOperation = 20;
const leastTries = 200_000;
/** A value that no read can show. */
const nobodysValue = -3;

/** Explains one answer of one operation in words; used where the search is stuck. */
const verbs: Readonly<Record<KeyOperation['kind'], string>> = { put: 'put', cas: 'cas', delete: 'delete', get: 'read' };

export function createLinearizabilityJudge(ledger: Ledger, versions: () => Versions, timeline: Timeline): Judge {
  return {
    name,
    observe: (record: HistoryRecord) => {
      ledger.observe(record);
      timeline.observe(record);
    },
    verdict: () => new Linearizability(ledger, versions(), timeline).verdict(),
  };
}

class Linearizability {
  readonly #ledger: Ledger;
  readonly #versions: Versions;
  readonly #violations: Violations;
  /** Keys with a deletion that answered wrongly. */
  readonly #misanswered = new Set<number>();
  #unfinished = 0;

  constructor(ledger: Ledger, versions: Versions, timeline: Timeline) {
    this.#ledger = ledger;
    this.#versions = versions;
    this.#violations = new Violations(timeline);
  }

  verdict(): JudgeVerdict {
    const ledger = this.#ledger;
    let writes = 0;
    let reads = 0;
    for (let row = 0; row < ledger.length; row++) {
      if (ledger.outcome(row) !== 'ok') continue;
      const kind = ledger.kind(row);
      if (kind === 'get' || kind === 'range') reads++;
      else if (kind !== 'get-serializable') writes++;
    }
    for (const { first, second, rev } of this.#versions.collisions) {
      this.#violations.add(`Two writes claim revision ${rev}`, () =>
        [first, second].filter((row) => row >= 0).map((row) => ledger.record(row)),
      );
    }
    this.#judgeDeletions();
    this.#judgeRealTime();
    const keys = this.#judgeKeys();
    const judged = writes + reads;
    const figures = `${amount(writes, 'write')} and ${amount(reads, 'read')} on ${amount(keys, 'key')}`;
    if (this.#violations.count > 0) return failed(name, judged, this.#violations, 'linearizability-violated');
    if (this.#unfinished > 0) {
      return unsure(
        name,
        judged,
        'judge-timeout',
        `The search for an order was given up on ${amount(this.#unfinished, 'key')}.`,
      );
    }
    if (writes < minimumWrites || reads < minimumReads) {
      return unsure(
        name,
        judged,
        'too-few-operations',
        `Only ${figures} were acknowledged; ${minimumWrites} writes and ${minimumReads} reads are needed.`,
      );
    }
    return passed(name, judged, `${figures} fit one order.`);
  }

  /** Deletions that say that there was nothing to delete, and have deleted. Other judges leave them to this one. */
  #judgeDeletions(): void {
    const ledger = this.#ledger;
    for (const row of this.#versions.idleDeletions()) {
      const key = ledger.key(row);
      const sighting = { key, val: absent, mod: 0, rev: ledger.rev(row), end: ledger.end(row) };
      const wrong = this.#versions.contradiction(sighting);
      if (wrong?.misanswered !== row) continue;
      this.#misanswered.add(key);
      this.#violations.add(`Operation ${ledger.id(row)} (delete) answered what cannot be: ${wrong.message}`, () =>
        wrong.rows.map((each) => ledger.record(each)),
      );
    }
  }

  /** Whoever began after another had its answer must see no older revision; a write must make a newer one. */
  #judgeRealTime(): void {
    const ledger = this.#ledger;
    const { settled } = this.#versions;
    const answered = (row: number): boolean => ledger.outcome(row) === 'ok' && ledger.kind(row) !== 'get-serializable';
    const byStart = sortedRows(
      rowsWhere(ledger.length, (row) => answered(row) || settled.has(row)),
      (row) => ledger.start(row),
    );
    const byEnd = sortedRows(rowsWhere(ledger.length, answered), (row) => ledger.end(row));
    let ended = 0;
    let newest = -1;
    let newestRev = 0;
    for (const row of byStart) {
      while (ended < byEnd.length && ledger.end(byEnd[ended] as number) < ledger.start(row)) {
        const earlier = byEnd[ended++] as number;
        if (ledger.rev(earlier) > newestRev) {
          newestRev = ledger.rev(earlier);
          newest = earlier;
        }
      }
      const rev = settled.get(row) ?? ledger.rev(row);
      const writes = ledger.wrote(row) || settled.has(row);
      if (rev > newestRev || (rev === newestRev && !writes)) continue;
      const before = newest;
      this.#violations.add(
        `Operation ${ledger.id(row)} (${ledger.kind(row)} ${ledger.keys.name(ledger.key(row))}) ${writes ? 'made' : 'saw'} revision ${rev} after operation ${ledger.id(before)} had already answered with revision ${newestRev}`,
        () => [ledger.record(before), ledger.record(row)],
      );
    }
  }

  #judgeKeys(): number {
    const rowsOf = this.#rowsByKey();
    const sightings = spreadRanges(this.#ledger);
    let keys = 0;
    for (let key = 0; key < this.#ledger.keys.size; key++) {
      const required: KeyOperation[] = [];
      const unknown: KeyOperation[] = [];
      for (const row of rowsOf(key)) this.#add(row, required, unknown);
      for (let i = sightings.first[key] ?? 0; i < (sightings.first[key + 1] ?? 0); i++) {
        const row = sightings.row[i] as number;
        required.push(this.#read(row, sightings.val[i] as number, sightings.mod[i] as number));
      }
      if (required.length === 0) continue;
      this.#addSwallowed(key, required, unknown);
      keys++;
      this.#judgeKey(key, required, unknown);
    }
    return keys;
  }

  #judgeKey(key: number, required: readonly KeyOperation[], unknown: readonly KeyOperation[]): void {
    const ledger = this.#ledger;
    const maxTries = Math.max(leastTries, required.length * triesPerOperation);
    const result = searchLinearization(required, unknown, this.#versions, { maxTries });
    if (result.linearizable) return;
    // A read that contradicts known revisions is wrong whatever the unknown writes did: no search is needed to say so.
    let contradicted = 0;
    for (const operation of required) {
      const { kind, rev, end, found } = operation;
      if ((kind !== 'get' && found === undefined) || rev === undefined) continue;
      const { val, mod = 0 } = found ?? operation;
      const wrong = this.#versions.contradiction({ key, val, mod, rev, end });
      if (wrong === undefined) continue;
      contradicted++;
      // Whoever read after a deletion that had answered wrongly, has read what was there.
      if (wrong.misanswered !== undefined) continue;
      this.#violations.add(
        `Operation ${ledger.id(operation.row)} (${verbs[kind]}) answered what cannot be: ${wrong.message}`,
        () => [operation.row, ...wrong.rows].map((row) => ledger.record(row)),
        () => ({ record: ledger.record(operation.row) }),
      );
    }
    if (contradicted > 0 || this.#misanswered.has(key)) return;
    if (result.bounded) {
      this.#unfinished++;
      return;
    }
    const { stuck } = result;
    const what = stuck === undefined ? 'its operations' : `operation ${ledger.id(stuck.row)} (${verbs[stuck.kind]})`;
    this.#violations.add(`No order of the operations on ${ledger.keys.name(key)} explains ${what}`, () => {
      if (stuck === undefined) return [];
      const before = stuck.rev === undefined ? undefined : this.#versions.at(key, stuck.rev - 1);
      const rows = before?.row === undefined ? [stuck.row] : [before.row, stuck.row];
      return rows.filter((row) => row >= 0).map((row) => ledger.record(row));
    });
  }

  #add(row: number, required: KeyOperation[], unknown: KeyOperation[]): void {
    const ledger = this.#ledger;
    const recorded = ledger.kind(row);
    // A cas that compared with nobody knows what may have written whatever was there, as a put does.
    const kind = recorded === 'cas' && Number.isNaN(ledger.expect(row)) ? 'put' : recorded;
    const outcome = ledger.outcome(row);
    if (outcome === 'failed' || kind === 'range' || kind === 'get-serializable') return;
    const start = ledger.start(row);
    if (kind === 'get') {
      if (outcome !== 'ok') return;
      required.push(this.#read(row, ledger.gotVal(row), ledger.gotMod(row)));
      return;
    }
    const val = kind === 'delete' ? absent : ledger.val(row);
    const expect = kind === 'cas' ? { expect: ledger.expect(row) } : {};
    if (outcome === 'ok') {
      const effective = kind === 'put' ? {} : { effective: ledger.wrote(row) };
      const says = kind === 'cas' && ledger.didNothing(row) && ledger.asked(row);
      const found = says ? { found: { val: ledger.gotVal(row), mod: ledger.gotMod(row) } } : {};
      const rev = ledger.rev(row);
      required.push({ kind, start, end: ledger.end(row), rev, val, row, ...expect, ...effective, ...found });
      return;
    }
    const rev = this.#versions.settled.get(row);
    const end = Number.POSITIVE_INFINITY;
    if (rev === undefined) unknown.push({ kind, start, end, val, row, ...expect });
    else required.push({ kind, start, end, rev, val, row, ...expect, ...(kind !== 'put' && { effective: true }) });
  }

  #read(row: number, val: number, mod: number): KeyOperation {
    const ledger = this.#ledger;
    return { kind: 'get', start: ledger.start(row), end: ledger.end(row), rev: ledger.rev(row), val, mod, row };
  }

  /** Writes whose records went down with a killed process. */
  #addSwallowed(key: number, required: KeyOperation[], unknown: KeyOperation[]): void {
    if (this.#ledger.crashedSegments.size === 0) return;
    const never = { start: 0, end: Number.POSITIVE_INFINITY, row: -1 };
    for (const { rev, val, row } of this.#versions.of(key)) {
      if (row === undefined) required.push({ kind: 'put', rev, val, ...never });
    }
    for (const { lastAt } of this.#ledger.crashedSegments.values()) {
      unknown.push({ kind: 'delete', val: absent, ...never, start: lastAt - swallowedUs });
      unknown.push({ kind: 'put', val: nobodysValue, ...never, start: lastAt - swallowedUs });
    }
  }

  /** Operations by key; ranges stand under their prefix. */
  #rowsByKey(): (key: number) => Int32Array {
    const ledger = this.#ledger;
    const first = new Int32Array(ledger.keys.size + 1);
    for (let row = 0; row < ledger.length; row++) (first[ledger.key(row) + 1] as number)++;
    for (let key = 1; key < first.length; key++) (first[key] as number) += first[key - 1] as number;
    const rows = new Int32Array(ledger.length);
    const next = first.slice();
    for (let row = 0; row < ledger.length; row++) {
      const key = ledger.key(row);
      const at = next[key] as number;
      next[key] = at + 1;
      rows[at] = row;
    }
    return (key) => rows.subarray(first[key] ?? 0, first[key + 1] ?? 0);
  }
}
