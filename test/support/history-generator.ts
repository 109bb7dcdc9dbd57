// Owns valid histories: a simulated store with concurrency, unknown outcomes, restarts, watches, leases and locks.
// Must not use any judge's code: it is their independent counterpart.
import type { FinalEntry, HistoryRecord, OperationKind, OperationRecord } from '../../src/judge/history.ts';
import type { Random } from '../../src/platform/ports.ts';
import { createRandom } from '../../src/platform/random.ts';

export interface GeneratorOptions {
  readonly seed: number;
  readonly operations: number;
  readonly clients?: number;
  readonly keys?: number;
  /** Operations per second. */
  readonly rate?: number;
  /** Shares of all writes. */
  readonly unknown?: number;
  readonly failed?: number;
  /** Restarts of members, each a step of its own. */
  readonly restarts?: number;
  readonly watchers?: number;
  /** The recording process dies in the middle and a second segment goes on. */
  readonly crash?: boolean;
}

interface Version {
  readonly rev: number;
  readonly val: string | null;
}

const members = ['m1', 'm2', 'm3'];
const prefix = 'app/kv/';
const secondUs = 1_000_000;
const keyName = (index: number): string => `${prefix}${String(Math.floor(index / 8)).padStart(4, '0')}/${index % 8}`;
const groupName = (group: number): string => `${prefix}${String(group).padStart(4, '0')}/`;

/** All records in file order. */
export function generateHistory(options: GeneratorOptions): HistoryRecord[] {
  const records: { readonly at: number; readonly record: HistoryRecord }[] = [];
  new Simulation(options, {
    emit: (record, at) => records.push({ at, record }),
    // A killed process loses what it had not written.
    crash: (at) => {
      while ((records.at(-1)?.at ?? 0) > at - 200_000) records.pop();
    },
  }).run();
  return records.map(({ record }) => record);
}

/** The same, handed out one by one: for histories that are too large to hold. Not for `crash`. */
export function streamHistory(options: Omit<GeneratorOptions, 'crash'>, emit: (record: HistoryRecord) => void): void {
  new Simulation(options, { emit, crash: () => undefined }).run();
}

interface Sink {
  emit(record: HistoryRecord, at: number): void;
  crash(at: number): void;
}

/** Events in order of time; equal times in order of entry. */
class Agenda {
  readonly #heap: { readonly at: number; readonly order: number; readonly run: () => void }[] = [];
  #entered = 0;

  add(at: number, run: () => void): void {
    const heap = this.#heap;
    heap.push({ at, order: this.#entered++, run });
    for (let i = heap.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!this.#before(i, parent)) break;
      this.#swap(i, parent);
      i = parent;
    }
  }

  next(): { readonly at: number; readonly run: () => void } | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined) return undefined;
    if (heap.length === 0) return first;
    heap[0] = last;
    for (let i = 0; ; ) {
      let smallest = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < heap.length && this.#before(child, smallest)) smallest = child;
      if (smallest === i) return first;
      this.#swap(i, smallest);
      i = smallest;
    }
  }

  #before(a: number, b: number): boolean {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (first === undefined || second === undefined) return false;
    return first.at < second.at || (first.at === second.at && first.order < second.order);
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (first === undefined || second === undefined) return;
    this.#heap[a] = second;
    this.#heap[b] = first;
  }
}

interface Watcher {
  readonly name: string;
  readonly prefix: string;
  /** Events that etcd owes it, oldest first, and when the last one was delivered. */
  owed: { readonly rev: number; readonly key: string; readonly val: string | null }[];
  /** All of its events so far, for the second opinion after a resume. */
  readonly past: number[];
  connected: boolean;
  lastDelivery: number;
  lastSeen: number;
}

class Simulation {
  readonly #options: Required<GeneratorOptions>;
  readonly #random: Random;
  readonly #sink: Sink;
  readonly #agenda = new Agenda();
  #now = 1000 * secondUs;
  #revision = 1;
  readonly #store = new Map<string, Version[]>();
  /** What clients believe to be a key's mod revision. */
  readonly #believed = new Map<string, number>();
  readonly #memberRev = new Map(members.map((member) => [member, 1]));
  #watchers: Watcher[] = [];
  /** Members are asked in turn, by each kind of operation. */
  readonly #turns = new Map<OperationKind, number>();
  #segment = 0;
  #written = 0;
  #recorded = 0;
  #alive = true;
  #working = true;

  constructor(options: GeneratorOptions, sink: Sink) {
    const defaults = {
      clients: 6,
      keys: 24,
      rate: 100,
      unknown: 0.01,
      failed: 0,
      restarts: 3,
      watchers: 2,
      crash: false,
    };
    this.#options = { ...defaults, ...options };
    this.#random = createRandom(options.seed);
    this.#sink = sink;
  }

  run(): void {
    const { operations, rate, crash } = this.#options;
    const lengthUs = (operations / rate) * secondUs;
    if (crash) {
      this.#runSegment(Math.floor(operations / 2), lengthUs / 2, false);
      this.#now += secondUs;
      this.#runSegment(Math.ceil(operations / 2), lengthUs / 2, true);
    } else this.#runSegment(operations, lengthUs, true);
  }

  #runSegment(operations: number, lengthUs: number, orderly: boolean): void {
    this.#segment++;
    this.#recorded = 0;
    this.#alive = true;
    this.#working = true;
    const begin = this.#now;
    const wall = new Date(1_700_000_000_000 + begin / 1000).toISOString();
    this.#emit({ k: 'segment', n: this.#segment, at: begin, wall, boot: 'one' });
    this.#openWatchers();
    this.#emit({ k: 'mark', at: begin + 10, event: 'workload-start' });
    const intervalUs = lengthUs / operations;
    const planOne = (index: number): void => {
      if (index >= operations) return;
      const due = Math.round(begin + 1000 + index * intervalUs);
      this.#agenda.add(due, () => {
        this.#startOperation(index, due);
        planOne(index + 1);
      });
    };
    planOne(0);
    this.#planRestarts(begin, lengthUs);
    this.#planLeases(begin, lengthUs);
    this.#planHolds(begin, lengthUs);
    const end = begin + lengthUs;
    if (!orderly) this.#agenda.add(end, () => this.#die());
    this.#agenda.add(end, () => {
      this.#working = false;
    });
    for (let event = this.#agenda.next(); event !== undefined; event = this.#agenda.next()) {
      this.#now = Math.max(this.#now, event.at);
      event.run();
    }
    this.#now += 200_000;
    if (!orderly) return;
    for (const member of members) this.#emit({ k: 'mark', at: this.#now, event: 'process-unchanged', member });
    this.#emit({ k: 'mark', at: this.#now, event: 'workload-end', operations: this.#recorded });
    this.#listAll();
  }

  #emit(record: HistoryRecord): void {
    if (record.k === 'op') this.#recorded++;
    if (this.#alive) this.#sink.emit(record, this.#now);
  }

  #die(): void {
    this.#sink.crash(this.#now);
    this.#alive = false;
  }

  // The store.

  #at(key: string, rev: number): Version | undefined {
    const versions = this.#store.get(key) ?? [];
    for (let i = versions.length - 1; i >= 0; i--) {
      const version = versions[i];
      if (version !== undefined && version.rev <= rev) return version;
    }
    return undefined;
  }

  #write(key: string, val: string | null): number {
    const rev = ++this.#revision;
    const versions = this.#store.get(key);
    if (versions) versions.push({ rev, val });
    else this.#store.set(key, [{ rev, val }]);
    for (const watcher of this.#watchers) {
      if (!key.startsWith(watcher.prefix)) continue;
      watcher.owed.push({ rev, key, val });
      if (watcher.connected) this.#deliver(watcher);
    }
    return rev;
  }

  #entry(key: string, rev: number): { val: string; mod: string } | null {
    const version = this.#at(key, rev);
    return version === undefined || version.val === null ? null : { val: version.val, mod: String(version.rev) };
  }

  // Clients.

  #startOperation(index: number, due: number): void {
    const random = this.#random;
    const { clients, keys, unknown, failed } = this.#options;
    const dice = random.next();
    const op: OperationKind =
      dice < 0.4
        ? 'put'
        : dice < 0.6
          ? 'get'
          : dice < 0.75
            ? 'get-serializable'
            : dice < 0.8
              ? 'range'
              : dice < 0.95
                ? 'cas'
                : 'delete';
    const keyIndex = random.int(keys);
    const key = op === 'range' ? groupName(Math.floor(keyIndex / 8)) : keyName(keyIndex);
    const writes = op === 'put' || op === 'cas';
    const turn = this.#turns.get(op) ?? 0;
    this.#turns.set(op, turn + 1);
    const via = members[turn % members.length] as string;
    const expect = String(random.next() < 0.8 ? (this.#believed.get(key) ?? 0) : Math.max(0, this.#revision - 50));
    const base = {
      k: 'op' as const,
      id: this.#segment * 1_000_000_000 + index,
      client: `c${random.int(clients)}`,
      op,
      key,
      ...(writes && { val: `v${this.#segment}.${this.#written++}` }),
      ...(op === 'cas' && { expect }),
      due,
      via,
    };
    const start = due + random.int(300);
    const fate = random.next();
    const changes = writes || op === 'delete';
    if (changes && fate < unknown) {
      // It may take effect late, or never; the client gives up meanwhile.
      if (random.next() < 0.5)
        this.#agenda.add(start + random.int(random.next() < 0.2 ? 2 * secondUs : 5000), () => this.#apply(base));
      this.#agenda.add(start + 8000, () =>
        this.#emit({ ...base, start, outcome: 'unknown', error: 'deadline exceeded' }),
      );
      return;
    }
    if (fate >= unknown && fate < unknown + failed) {
      const end = start + 500;
      this.#agenda.add(end, () => this.#emit({ ...base, start, end, outcome: 'failed', error: 'no connection' }));
      return;
    }
    const point = start + 100 + random.int(4000);
    const end = point + 100 + random.int(4000);
    this.#agenda.add(point, () => {
      const answer = this.#apply(base);
      this.#agenda.add(end, () => {
        this.#learn(base, answer);
        this.#emit({ ...base, start, end, outcome: 'ok', ...answer });
      });
    });
  }

  #learn({ op, key }: Pick<OperationRecord, 'op' | 'key'>, answer: Partial<OperationRecord>): void {
    if (answer.got !== undefined) this.#believed.set(key, Number(answer.got?.mod ?? 0));
    else if (op === 'put' || answer.swapped === true) this.#believed.set(key, Number(answer.rev));
    else if (op === 'delete') this.#believed.set(key, 0);
  }

  #apply(operation: Pick<OperationRecord, 'op' | 'key' | 'val' | 'expect' | 'via'>): Partial<OperationRecord> {
    const { op, key, val = '', expect, via = 'm1' } = operation;
    if (op === 'get-serializable') {
      const least = this.#memberRev.get(via) ?? 1;
      const rev = Math.max(least, this.#revision - this.#random.int(6));
      this.#memberRev.set(via, rev);
      return { rev: String(rev), got: this.#entry(key, rev) };
    }
    const answer = this.#applyStrictly(op, key, val, expect);
    this.#memberRev.set(via, this.#revision);
    return answer;
  }

  #applyStrictly(op: OperationKind, key: string, val: string, expect: string | undefined): Partial<OperationRecord> {
    const current = this.#entry(key, this.#revision);
    switch (op) {
      case 'put':
        return { rev: String(this.#write(key, val)) };
      case 'delete':
        if (current === null) return { rev: String(this.#revision), deleted: false };
        return { rev: String(this.#write(key, null)), deleted: true };
      case 'cas':
        if ((current?.mod ?? '0') !== expect) return { rev: String(this.#revision), swapped: false, got: current };
        return { rev: String(this.#write(key, val)), swapped: true };
      case 'range': {
        const kvs: [string, string, string][] = [];
        for (let i = 0; i < 8; i++) {
          const entry = this.#entry(`${key}${i}`, this.#revision);
          if (entry !== null) kvs.push([`${key}${i}`, entry.val, entry.mod]);
        }
        return { rev: String(this.#revision), kvs };
      }
      default:
        return { rev: String(this.#revision), got: current };
    }
  }

  // Watches.

  #openWatchers(): void {
    this.#watchers = Array.from({ length: this.#options.watchers }, (_, index) => ({
      name: `w${this.#segment}.${index}`,
      prefix: index === 0 ? prefix : groupName(0),
      owed: [],
      past: [],
      connected: true,
      lastDelivery: this.#now,
      lastSeen: this.#revision,
    }));
    for (const { name, prefix: watched } of this.#watchers) {
      this.#emit({
        k: 'watch',
        watcher: name,
        at: this.#now,
        event: 'opened',
        prefix: watched,
        rev: String(this.#revision + 1),
      });
    }
  }

  #deliver(watcher: Watcher): void {
    const at = Math.max(watcher.lastDelivery + 1, this.#now + 200 + this.#random.int(3000));
    watcher.lastDelivery = at;
    this.#agenda.add(at, () => {
      if (!watcher.connected) return;
      const event = watcher.owed.shift();
      if (event === undefined) return;
      watcher.lastSeen = event.rev;
      watcher.past.push(event.rev);
      this.#emit({
        k: 'watch',
        watcher: watcher.name,
        at,
        event: event.val === null ? 'delete' : 'put',
        rev: String(event.rev),
        key: event.key,
        ...(event.val !== null && { val: event.val }),
      });
    });
  }

  #reconnect(watcher: Watcher): void {
    watcher.connected = false;
    const lostAfter = watcher.lastSeen;
    this.#emit({ k: 'watch', watcher: watcher.name, at: this.#now, event: 'lost', error: 'stream ended' });
    this.#agenda.add(this.#now + 150_000, () => {
      const rev = String(watcher.lastSeen + 1);
      this.#emit({ k: 'watch', watcher: watcher.name, at: this.#now, event: 'opened', prefix: watcher.prefix, rev });
      watcher.connected = true;
      for (let i = watcher.owed.length; i > 0; i--) this.#deliver(watcher);
    });
    this.#agenda.add(this.#now + 500_000, () => {
      const seen = watcher.past.filter((rev) => rev > lostAfter && rev <= watcher.lastSeen).map(String);
      const range = { rev: String(lostAfter + 1), upTo: String(watcher.lastSeen), seen };
      if (seen.length > 0)
        this.#emit({
          k: 'watch',
          watcher: watcher.name,
          at: this.#now,
          event: 'rechecked',
          prefix: watcher.prefix,
          ...range,
        });
    });
  }

  // Members, leases, holds.

  #observe(step: string): void {
    this.#emit({ k: 'mark', at: this.#now, event: 'step-start', step, state: `state ${step}` });
  }

  /** What a member says of itself, a second after it was asked last. */
  #say(member: string, answer: { readonly release: string; readonly term: number } | null): void {
    const at = this.#now;
    const said = answer && { release: answer.release, term: String(answer.term), leader: 'm2' };
    this.#emit({ k: 'seen', at, since: at - secondUs, member, ...(said ?? { error: 'connection refused' }) });
  }

  #planRestarts(begin: number, lengthUs: number): void {
    const { restarts } = this.#options;
    const release = new Map(members.map((member) => [member, '3.5.33']));
    let term = this.#segment * 100;
    const sayAll = (): void => {
      for (const each of members) this.#say(each, { release: release.get(each) ?? '', term });
    };
    this.#agenda.add(begin + 30, sayAll);
    this.#agenda.add(begin + 20, () => this.#observe(`${this.#segment}.0.a1`));
    for (let index = 0; index < restarts; index++) {
      const member = members[index % members.length] ?? 'm1';
      const at = begin + Math.round((lengthUs * (index + 0.5)) / (restarts + 0.5));
      const step = `${this.#segment}.${index + 1}`;
      this.#agenda.add(at, () => {
        this.#emit({ k: 'mark', at: this.#now, event: 'step-start', step });
        this.#emit({ k: 'mark', at: this.#now, event: 'switch-start', step, member, release: '3.6.14' });
        for (const watcher of this.#watchers)
          if (watcher.connected && this.#random.next() < 0.7) this.#reconnect(watcher);
      });
      this.#agenda.add(at + 100_000, () => this.#emit({ k: 'mark', at: this.#now, event: 'switch-end', step, member }));
      this.#agenda.add(at + 50_000, () => this.#say(member, null));
      this.#agenda.add(at + 900_000, () => {
        release.set(member, '3.6.14');
        term++;
        sayAll();
      });
      this.#agenda.add(at + 120_000, () => {
        const hash = this.#random.int(2 ** 32);
        const hashes = Object.fromEntries(members.map((each) => [each, hash]));
        this.#emit({ k: 'hash', at: this.#now, rev: String(this.#revision), step, hashes });
        this.#emit({ k: 'mark', at: this.#now, event: 'step-end', step });
        this.#observe(`${step}.a1`);
      });
    }
  }

  #planLeases(begin: number, lengthUs: number): void {
    for (let index = 0; index < 2; index++)
      this.#keepLease(`kept-${this.#segment}-${index}`, begin + 2000 + index, begin + lengthUs);
    const abandoned = Math.max(2, Math.floor(lengthUs / (8 * secondUs)));
    for (let index = 0; index < abandoned; index++) {
      this.#abandonLease(`left-${this.#segment}-${index}`, begin + 3000 + index * 8 * secondUs);
    }
  }

  #keepLease(lease: string, begin: number, end: number): void {
    const facts = { k: 'lease' as const, lease, client: 'c0' };
    const key = `app/lease/${lease}`;
    this.#agenda.add(begin, () => {
      this.#revision++;
      this.#emit({ ...facts, event: 'granted', start: begin - 900, at: this.#now, ttlMs: 6000, key });
    });
    for (let at = begin + 2 * secondUs; at < end; at += 2 * secondUs) {
      this.#agenda.add(at, () =>
        this.#emit({ ...facts, event: 'renewed', start: at - 800, at: this.#now, ttlMs: 6000 }),
      );
    }
    for (let at = begin + 300_000; at < end; at += 200_000) {
      this.#agenda.add(at, () => this.#emit({ ...facts, event: 'key-seen', start: at - 900, at: this.#now, key }));
    }
    this.#agenda.add(end, () => {
      this.#revision++;
      this.#emit({ ...facts, event: 'revoked', start: end, at: this.#now });
    });
    this.#agenda.add(end + 3000, () =>
      this.#emit({ ...facts, event: 'key-gone', start: end + 2000, at: this.#now, key }),
    );
  }

  /** Two seconds to live; nobody renews it, and etcd notices within half a second. */
  #abandonLease(lease: string, begin: number): void {
    const facts = { k: 'lease' as const, lease, client: 'c1' };
    const key = `app/lease/${lease}`;
    this.#agenda.add(begin, () => {
      this.#revision++;
      this.#emit({ ...facts, event: 'granted', start: begin - 900, at: this.#now, ttlMs: 2000, key });
      this.#emit({ ...facts, event: 'abandoned', at: this.#now, key });
    });
    for (let at = begin + 250_000; at < begin + 1_900_000; at += 250_000) {
      this.#agenda.add(at, () => this.#emit({ ...facts, event: 'key-seen', start: at - 900, at: this.#now, key }));
    }
    this.#agenda.add(begin + 2_400_000, () => this.#revision++);
    this.#agenda.add(begin + 2_600_000, () =>
      this.#emit({ ...facts, event: 'key-gone', start: this.#now - 900, at: this.#now, key }),
    );
  }

  #planHolds(begin: number, lengthUs: number): void {
    for (const kind of ['lock', 'election'] as const) this.#contend(kind, 0, begin + 5000, begin + lengthUs);
  }

  #contend(kind: 'lock' | 'election', round: number, from: number, until: number): void {
    const random = this.#random;
    const facts = { k: 'hold' as const, kind, name: `app/${kind}/0`, holder: `c${random.int(3)}.${round % 2}` };
    this.#agenda.add(from, () => {
      if (!this.#working) return;
      this.#emit({ ...facts, event: 'requested', at: this.#now });
      const token = String(++this.#revision);
      this.#agenda.add(this.#now + 500 + random.int(2000), () =>
        this.#emit({ ...facts, event: 'acquired', at: this.#now, token }),
      );
      const released = this.#now + 20_000 + random.int(250_000);
      this.#agenda.add(released, () => {
        this.#emit({ ...facts, event: 'released', at: this.#now, token });
        this.#revision++;
        this.#contend(kind, round + 1, this.#now + 500 + random.int(40_000), until);
      });
    });
  }

  #listAll(): void {
    for (const watcher of this.#watchers) {
      this.#emit({ k: 'watch', watcher: watcher.name, at: this.#now, event: 'closed', rev: String(watcher.lastSeen) });
    }
    const kvs: FinalEntry[] = [];
    for (const key of [...this.#store.keys()].sort()) {
      const entry = this.#entry(key, this.#revision);
      const versions = this.#store.get(key) ?? [];
      const life = versions.slice(versions.findLastIndex(({ val }) => val === null) + 1);
      if (entry !== null) kvs.push([key, entry.val, entry.mod, String(life[0]?.rev), String(life.length)]);
    }
    const half = Math.floor(kvs.length / 2);
    for (const member of members) {
      const facts = { k: 'final' as const, member, rev: String(this.#revision), at: this.#now };
      this.#emit({ ...facts, kvs: kvs.slice(0, half) });
      this.#emit({ ...facts, kvs: kvs.slice(half), complete: true });
    }
  }
}
