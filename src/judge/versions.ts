// Owns what the history proves about each key's versions: which write made which revision, and what a read may see.
// Must not know real time beyond "that write had not begun yet"; the order in real time is linearizability.ts.
import { float64, int32, rowsWhere, sortedRows } from './column.ts';
import { absent, type Ledger } from './ledger.ts';

/** Requests whose records a killed process loses had begun up to 5 s before the last record that it did not lose. */
export const swallowedUs = 5_200_000;
/** How long after its process died a request may still take effect: the clients' own deadline for an operation. */
const lateUs = 5_000_000;
/**
 * How long after it was sent a deletion without an answer may still take effect. etcd gives up a proposal after 7 s; the
 * rest is for messages held up between members.
 */
const latestUs = 30_000_000;
/** Row of a version whose operation record a crash swallowed. */
const unrecorded = -1;

export interface Version {
  readonly rev: number;
  /** Value number; -1 for a deletion. */
  readonly val: number;
  /** Row of the operation; undefined when a crash swallowed its record. */
  readonly row: number | undefined;
}

/** What a read saw of one key at a revision of the store. */
export interface Sighting {
  readonly key: number;
  /** Value number, or -1 for "no such key". */
  readonly val: number;
  readonly mod: number;
  /** Store revision that the answer is for. */
  readonly rev: number;
  /** When the answer was there; a write that began later can't be in it. */
  readonly end: number;
}

/** A deletion that may have happened although nobody saw its revision. */
export interface FreeDeletion {
  /** When it was sent, at the earliest. */
  readonly start: number;
  /** Its revision is smaller than this: whatever was sent after its time had passed made that one. */
  readonly below: number;
}

export interface Contradiction {
  readonly message: string;
  /** Rows of the operations that prove it. */
  readonly rows: readonly number[];
  /** The write that the sighting should have shown, when it was acknowledged. */
  readonly lost?: number;
  /** The deletion that explains it and has answered that it deleted nothing: the answer is wrong, and nothing is lost. */
  readonly misanswered?: number;
}

/**
 * Every write whose revision is known: acknowledged ones by their answer, unknown ones by a read, watch or final
 * listing that showed their value, unknown deletions by a watch. Built once, after the last record.
 */
export class Versions {
  readonly #ledger: Ledger;
  /** Versions in order of key, then revision. */
  readonly #rev: Float64Array;
  readonly #val: Int32Array;
  readonly #row: Int32Array;
  /** First version of each key; one more at the end. */
  readonly #first: Int32Array;
  /** Indices of the columns below by revision, over all keys. */
  readonly #order: Int32Array;
  readonly #orderKey: (index: number) => number;
  readonly #orderRev: (index: number) => number;
  /** Revisions that known writes made, ascending, each once. */
  readonly #used: Float64Array;
  /** Last revision of the unbroken run that starts at the same index of #used. */
  readonly #runEnd: Float64Array;
  /** By key: unknown deletions whose revision nobody saw, in order of their start. */
  readonly #freeDeletions = new Map<number, FreeDeletion[]>();
  /** One per crash, for every key: a deletion that went down with its record. */
  readonly #swallowedDeletions: FreeDeletion[] = [];
  /** Pairs of acknowledged writes that claim one revision. */
  readonly collisions: { readonly first: number; readonly second: number; readonly rev: number }[] = [];
  /** By operation row: revision of an unknown write that is known to have taken effect. */
  readonly settled = new Map<number, number>();
  /** By key: deletions that answered `deleted` = 0. */
  readonly #idleDeletions = new Map<number, number[]>();
  /** By key: unknown puts and cas whose value nobody ever saw. */
  readonly #unseen = new Map<number, number>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    const key = int32();
    const rev = float64();
    const val = int32();
    const row = int32();
    const add = (k: number, r: number, v: number, op: number): void => {
      key.push(k);
      rev.push(r);
      val.push(v);
      row.push(op);
    };
    const unknownDeletions: number[] = [];
    for (let op = 0; op < ledger.length; op++) {
      const kind = ledger.kind(op);
      if (kind !== 'put' && kind !== 'cas' && kind !== 'delete') continue;
      if (kind === 'delete' && ledger.didNothing(op)) {
        const idle = this.#idleDeletions.get(ledger.key(op));
        if (idle) idle.push(op);
        else this.#idleDeletions.set(ledger.key(op), [op]);
      }
      if (ledger.wrote(op)) {
        add(ledger.key(op), ledger.rev(op), kind === 'delete' ? absent : ledger.val(op), op);
      } else if (ledger.outcome(op) === 'unknown') {
        if (kind === 'delete') {
          unknownDeletions.push(op);
          continue;
        }
        const mod = ledger.writerOf(ledger.val(op)) === op ? ledger.modOf(ledger.val(op)) : undefined;
        if (mod === undefined) {
          this.#unseen.set(ledger.key(op), this.unseenWrites(ledger.key(op)) + 1);
          continue;
        }
        this.settled.set(op, mod);
        add(ledger.key(op), mod, ledger.val(op), op);
      }
    }
    this.#settleDeletions(unknownDeletions, add, { key, rev });

    const count = key.length;
    const order = sortedRows(
      Int32Array.from({ length: count }, (_, i) => i),
      (i) => rev.get(i),
    );
    this.#order = order;
    this.#orderKey = (index) => key.get(index);
    this.#orderRev = (index) => rev.get(index);
    this.#used = new Float64Array(count);
    let used = 0;
    let previous = -1;
    for (const i of order) {
      if (previous >= 0 && rev.get(previous) === rev.get(i)) {
        this.collisions.push({ first: row.get(previous), second: row.get(i), rev: rev.get(i) });
      } else this.#used[used++] = rev.get(i);
      previous = i;
    }
    this.#used = this.#used.subarray(0, used);
    this.#runEnd = new Float64Array(used);
    for (let i = used - 1; i >= 0; i--) {
      const own = this.#used[i] as number;
      this.#runEnd[i] = this.#used[i + 1] === own + 1 ? (this.#runEnd[i + 1] as number) : own;
    }

    // Counting sort by key keeps the order of revisions.
    this.#first = new Int32Array(ledger.keys.size + 1);
    for (const i of order) (this.#first[key.get(i) + 1] as number)++;
    for (let k = 1; k < this.#first.length; k++) (this.#first[k] as number) += this.#first[k - 1] as number;
    const next = this.#first.slice();
    this.#rev = new Float64Array(count);
    this.#val = new Int32Array(count);
    this.#row = new Int32Array(count);
    for (const i of order) {
      const k = key.get(i);
      const at = next[k] as number;
      next[k] = at + 1;
      this.#rev[at] = rev.get(i);
      this.#val[at] = val.get(i);
      this.#row[at] = row.get(i);
    }
  }

  /** Deletions of a key that may have made a revision between `after` and `upTo`, none before, by the time `end`. */
  #mayHaveDeleted(key: number, after: number, upTo: number, end: number): boolean {
    const free = this.nextFree(after);
    const fits = ({ start, below }: FreeDeletion): boolean => start <= end && free <= upTo && free < below;
    return (this.#freeDeletions.get(key) ?? []).some(fits) || this.#swallowedDeletions.some(fits);
  }

  /** Whether a deletion that went down with a killed process may have made a revision that a watcher saw at that time. */
  mayBeSwallowed(rev: number, at: number): boolean {
    return this.#swallowedDeletions.some(({ start, below }) => start <= at && rev < below);
  }

  /** How many writes of a key there may have been that nobody knows of; a crash swallows any number. */
  unseenWrites(key: number): number {
    if (this.#ledger.crashedSegments.size > 0) return Number.POSITIVE_INFINITY;
    return this.#unseen.get(key) ?? 0;
  }

  /** All versions of a key, oldest first. */
  *of(key: number): Generator<Version> {
    for (let i = this.#first[key] ?? 0; i < (this.#first[key + 1] ?? 0); i++) yield this.#version(i);
  }

  /** All known writes of the history, in order of revision. */
  eachByRevision(write: (rev: number, key: number) => void): void {
    for (const index of this.#order) write(this.#orderRev(index), this.#orderKey(index));
  }

  /** The newest known version of a key at a revision. */
  at(key: number, rev: number): Version | undefined {
    let low = this.#first[key] ?? 0;
    const start = low;
    let high = this.#first[key + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#rev[middle] as number) <= rev) low = middle + 1;
      else high = middle;
    }
    return low === start ? undefined : this.#version(low - 1);
  }

  /** The smallest revision above `rev` that no known write made: room for an unknown one. */
  nextFree(rev: number): number {
    let low = 0;
    let high = this.#used.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#used[middle] as number) <= rev) low = middle + 1;
      else high = middle;
    }
    return this.#used[low] === rev + 1 ? (this.#runEnd[low] as number) + 1 : rev + 1;
  }

  isKnown(rev: number): boolean {
    return this.nextFree(rev - 1) !== rev;
  }

  /** Whether a value may come from a process that was killed before it recorded the write. */
  swallowed(val: number): boolean {
    const segment = /^v(\d+)\./.exec(this.#ledger.values.name(val))?.[1];
    return segment !== undefined && this.#ledger.crashedSegments.has(Number(segment));
  }

  /** Why a key can't have looked like this at that revision; nothing when it can. */
  contradiction(seen: Sighting): Contradiction | undefined {
    const version = this.at(seen.key, seen.rev);
    return seen.val === absent ? this.#missing(seen, version) : this.#wrongValue(seen, version);
  }

  #missing(seen: Sighting, version: Version | undefined): Contradiction | undefined {
    const ledger = this.#ledger;
    if (version === undefined || version.val === absent) return undefined;
    if (this.#mayHaveDeleted(seen.key, version.rev, seen.rev, seen.end)) return undefined;
    const wrote = `revision ${version.rev} wrote ${ledger.values.name(version.val)}`;
    const missing = `${ledger.keys.name(seen.key)} is missing at revision ${seen.rev}, although ${wrote}`;
    const idle = this.#misanswered(version, seen);
    if (idle !== undefined) {
      const message = `${missing}; either operation ${ledger.id(idle)} deleted it at revision ${ledger.rev(idle)} and answered deleted = 0, or that write was lost before`;
      return { message, rows: [...this.#lost(version).rows, idle], misanswered: idle };
    }
    return { message: `${missing} and nothing deleted it`, ...this.#lost(version) };
  }

  /**
   * The first deletion after the version that answered `deleted` = 0 at a revision which nobody else made, although the key
   * was there: it has deleted it. Its own answer is then a contradiction of its own.
   */
  #misanswered(version: Version, { key, rev, end }: Sighting): number | undefined {
    const ledger = this.#ledger;
    const rows = (this.#idleDeletions.get(key) ?? []).filter((row) => {
      const own = ledger.rev(row);
      if (own <= version.rev || own > rev || ledger.start(row) > end) return false;
      return !this.isKnown(own) && !this.#mayHaveDeleted(key, version.rev, own, ledger.end(row));
    });
    return rows.sort((a, b) => ledger.rev(a) - ledger.rev(b))[0];
  }

  /** Deletions of all keys that answered `deleted` = 0. */
  *idleDeletions(): Generator<number> {
    for (const rows of this.#idleDeletions.values()) yield* rows;
  }

  #wrongValue(seen: Sighting, version: Version | undefined): Contradiction | undefined {
    const ledger = this.#ledger;
    const writer = ledger.writerOf(seen.val);
    const origin = writer === undefined ? undefined : this.#wrongOrigin(writer, seen);
    const newer = version !== undefined && version.rev > seen.mod;
    const orphan = writer === undefined && !this.swallowed(seen.val);
    if (!orphan && origin === undefined && seen.mod <= seen.rev && !newer) return undefined;

    const what = `${ledger.keys.name(seen.key)} holds ${ledger.values.name(seen.val)} (mod revision ${seen.mod}) at revision ${seen.rev}`;
    const { rows, ...lost } = this.#lost(version);
    if (orphan) return { message: `${what}, which nobody wrote`, rows, ...lost };
    const proof = writer === undefined ? rows : [writer, ...rows.filter((row) => row !== writer)];
    if (origin !== undefined) return { message: `${what}, ${origin}`, rows: proof };
    if (version === undefined || !newer) return { message: `${what}, a revision of the future`, rows: proof };
    const did = version.val === absent ? 'had deleted it' : `had written ${ledger.values.name(version.val)}`;
    return { message: `${what}, although revision ${version.rev} ${did}`, rows: proof, ...lost };
  }

  /** The version that should have been seen; it is lost if it was acknowledged. */
  #lost(version: Version | undefined): { rows: readonly number[]; lost?: number } {
    if (version?.row === undefined) return { rows: [] };
    const acknowledged = this.#ledger.outcome(version.row) === 'ok';
    return { rows: [version.row], ...(acknowledged && { lost: version.row }) };
  }

  #wrongOrigin(writer: number, seen: Sighting): string | undefined {
    const ledger = this.#ledger;
    if (ledger.key(writer) !== seen.key) return `which was written to ${ledger.keys.name(ledger.key(writer))}`;
    if (ledger.outcome(writer) === 'failed') return 'which a write that failed would have written';
    if (ledger.start(writer) > seen.end) return 'whose write had not begun yet';
    if (ledger.outcome(writer) === 'ok') {
      if (!ledger.wrote(writer)) return 'which a cas would have written whose comparison did not hold';
      if (ledger.rev(writer) !== seen.mod) return `but its write was acknowledged at revision ${ledger.rev(writer)}`;
      return undefined;
    }
    const settled = this.settled.get(writer);
    return settled === seen.mod ? undefined : `but others saw it with mod revision ${settled ?? 'none'}`;
  }

  #version(index: number): Version {
    const row = this.#row[index] as number;
    return {
      rev: this.#rev[index] as number,
      val: this.#val[index] as number,
      row: row === unrecorded ? undefined : row,
    };
  }

  /** Gives deletions that watchers saw and no answer explains to unknown deletions of that key, and adds crash victims. */
  #settleDeletions(
    unknown: readonly number[],
    add: (key: number, rev: number, val: number, row: number) => void,
    known: { readonly key: { get(i: number): number; length: number }; readonly rev: { get(i: number): number } },
  ): void {
    const ledger = this.#ledger;
    const byKey = new Map<number, number[]>();
    for (const row of unknown) {
      const rows = byKey.get(ledger.key(row));
      if (rows) rows.push(row);
      else byKey.set(ledger.key(row), [row]);
    }
    for (const rows of byKey.values()) rows.sort((a, b) => ledger.start(a) - ledger.start(b));
    const firstAfter = byKey.size + ledger.crashedSegments.size > 0 ? revisionsByTime(ledger) : () => 0;
    if (byKey.size > 0) {
      const explained = new Set<number>();
      for (let i = 0; i < known.key.length; i++) if (byKey.has(known.key.get(i))) explained.add(known.rev.get(i));
      const order = sortedRows(
        Int32Array.from({ length: ledger.deletionKey.length }, (_, i) => i),
        (i) => ledger.deletionRev.get(i),
      );
      for (const i of order) {
        const rev = ledger.deletionRev.get(i);
        const key = ledger.deletionKey.get(i);
        const rows = byKey.get(key);
        if (rows === undefined || explained.has(rev)) continue;
        const chosen = rows.findIndex((row) => ledger.start(row) <= ledger.deletionAt.get(i));
        if (chosen < 0) continue;
        const [row] = rows.splice(chosen, 1);
        if (row === undefined) continue;
        explained.add(rev);
        this.settled.set(row, rev);
        add(key, rev, absent, row);
      }
      for (const [key, rows] of byKey) {
        if (rows.length > 0)
          this.#freeDeletions.set(
            key,
            rows.map((row) => ({ start: ledger.start(row), below: firstAfter(ledger.start(row) + latestUs) })),
          );
      }
    }
    this.#addSwallowed(add, firstAfter);
  }

  /** A killed process loses the records of its last moments: values that were seen all the same, and maybe a deletion. */
  #addSwallowed(
    add: (key: number, rev: number, val: number, row: number) => void,
    firstAfter: (time: number) => number,
  ): void {
    const ledger = this.#ledger;
    if (ledger.crashedSegments.size === 0) return;
    for (const { val, key } of ledger.unwritten()) {
      const mod = ledger.modOf(val);
      if (mod !== undefined && this.swallowed(val)) add(key, mod, val, unrecorded);
    }
    for (const { lastAt, nextAt } of ledger.crashedSegments.values()) {
      // Clients go on while nobody takes their records, and end at some time before the next segment begins.
      this.#swallowedDeletions.push({ start: lastAt - swallowedUs, below: firstAfter(nextAt + lateUs) });
    }
  }
}

const bucketUs = 100_000;

/**
 * Revisions are in the order in which writes took effect: says of any time from which revision on all were made after it.
 * The answer is good to the next tenth of a second, which spares sorting a million writes.
 */
function revisionsByTime(ledger: Ledger): (time: number) => number {
  const bucketOf = (time: number): number => Math.floor(time / bucketUs);
  const written = rowsWhere(ledger.length, (row) => ledger.wrote(row));
  const smallest = new Map<number, number>();
  for (const row of written) {
    const bucket = bucketOf(ledger.start(row));
    smallest.set(bucket, Math.min(smallest.get(bucket) ?? Number.POSITIVE_INFINITY, ledger.rev(row)));
  }
  const buckets = [...smallest.keys()].sort((a, b) => a - b);
  /** Smallest revision of the bucket at the same place and all later ones. */
  const from = new Float64Array(buckets.length + 1).fill(Number.POSITIVE_INFINITY);
  for (let i = buckets.length - 1; i >= 0; i--) {
    from[i] = Math.min(from[i + 1] as number, smallest.get(buckets[i] as number) as number);
  }
  return (time) => {
    const next = buckets.findIndex((bucket) => bucket > bucketOf(time));
    return next < 0 ? Number.POSITIVE_INFINITY : (from[next] as number);
  };
}
