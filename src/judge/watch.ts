// Owns the judgement of watches: every event once, in the order of revisions, with the right content, none missing.
// Must not decide who is to blame beyond what a raw watch proves.
import { present } from '../present.ts';
import { type Column, float64, int32 } from './column.ts';
import type { HistoryRecord, WatchRecord } from './history.ts';
import { absent, type Ledger } from './ledger.ts';
import { minimumWatchEvents, watchSlackUs } from './minimums.ts';
import type { Timeline } from './timeline.ts';
import type { Judge, JudgeVerdict } from './verdict.ts';
import type { Versions } from './versions.ts';
import { amount, failed, passed, unsure, Violations } from './violations.ts';

const name = 'watch';

interface Recheck {
  readonly record: WatchRecord;
  readonly from: number;
  readonly upTo: number;
  readonly seen: readonly number[];
}

interface Watcher {
  readonly name: string;
  readonly opened: WatchRecord;
  /** First revision that the application asked for. */
  readonly from: number;
  /** Highest revision delivered so far. */
  position: number;
  closed: WatchRecord | undefined;
  segment: number;
  readonly rev: Column<Float64Array>;
  readonly at: Column<Float64Array>;
  readonly key: Column<Int32Array>;
  /** Value number; -1 for a deletion. */
  readonly val: Column<Int32Array>;
  /** Number of the member that delivered it; -1 where that is not known. */
  readonly via: Column<Int32Array>;
  readonly rechecks: Recheck[];
}

export function createWatchJudge(ledger: Ledger, versions: () => Versions, timeline: Timeline): Judge {
  const watchers = new Map<string, Watcher>();
  const orphans: WatchRecord[] = [];
  return {
    name,
    observe: (record: HistoryRecord) => {
      ledger.observe(record);
      timeline.observe(record);
      if (record.k === 'watch') take(record, ledger, watchers, orphans);
    },
    verdict: () =>
      new WatchJudgement({ ledger, versions: versions(), timeline }, [...watchers.values()], orphans).verdict(),
  };
}

function take(record: WatchRecord, ledger: Ledger, watchers: Map<string, Watcher>, orphans: WatchRecord[]): void {
  const watcher = watchers.get(record.watcher);
  if (record.event === 'opened') {
    // Opening again is a resume: what lies between is owed all the same.
    if (watcher === undefined) watchers.set(record.watcher, begin(record, ledger.segments.length));
    else watcher.closed = undefined;
    return;
  }
  if (watcher === undefined) {
    if (record.event !== 'lost' && record.event !== 'closed' && record.event !== 'rechecked') orphans.push(record);
    return;
  }
  switch (record.event) {
    case 'put':
    case 'delete': {
      if (record.rev === undefined || record.key === undefined) return;
      watcher.rev.push(Number(record.rev));
      watcher.at.push(record.at);
      watcher.key.push(ledger.keys.number(record.key));
      watcher.val.push(record.event === 'delete' || record.val === undefined ? absent : ledger.value(record.val));
      watcher.via.push(record.via === undefined ? -1 : ledger.members.number(record.via));
      watcher.position = Math.max(watcher.position, Number(record.rev));
      return;
    }
    case 'closed':
      watcher.closed = record;
      return;
    case 'rechecked':
      if (record.seen === undefined || record.rev === undefined || record.upTo === undefined) return;
      watcher.rechecks.push({
        record,
        from: Number(record.rev),
        upTo: Number(record.upTo),
        seen: record.seen.map(Number),
      });
      return;
  }
}

function begin(record: WatchRecord, segment: number): Watcher {
  const from = Number(record.rev ?? 0);
  return {
    name: record.watcher,
    opened: record,
    from,
    position: from - 1,
    closed: undefined,
    segment,
    rev: float64(),
    at: float64(),
    key: int32(),
    val: int32(),
    via: int32(),
    rechecks: [],
  };
}

class WatchJudgement {
  readonly #ledger: Ledger;
  readonly #versions: Versions;
  readonly #watchers: readonly Watcher[];
  readonly #proven: Violations;
  /** What was wrong in the application's watch and right in a raw one. */
  readonly #clearedByRaw: Violations;
  /** Between the end that etcd put to a watch and the next one's beginning nobody watched. */
  readonly #unwatched: Violations;
  readonly #written: Uint8Array;

  constructor(
    {
      ledger,
      versions,
      timeline,
    }: { readonly ledger: Ledger; readonly versions: Versions; readonly timeline: Timeline },
    watchers: readonly Watcher[],
    orphans: readonly WatchRecord[],
  ) {
    this.#proven = new Violations(timeline);
    this.#clearedByRaw = new Violations(timeline);
    this.#unwatched = new Violations(timeline);
    this.#ledger = ledger;
    this.#versions = versions;
    this.#watchers = watchers;
    for (const record of orphans) {
      this.#proven.add(`Watcher ${record.watcher} got an event before it was opened`, () => [record]);
    }
    this.#written = new Uint8Array(ledger.keys.size);
    for (let row = 0; row < ledger.length; row++) this.#written[ledger.key(row)] = 1;
  }

  verdict(): JudgeVerdict {
    let events = 0;
    let open = 0;
    for (const watcher of this.#watchers) {
      events += watcher.rev.length;
      const crashed = watcher.segment < this.#ledger.segments.length;
      if (watcher.closed === undefined && !crashed) open++;
      this.#judgeOrder(watcher);
      this.#judgeContent(watcher);
      this.#judgeCompleteness(watcher);
      this.#judgeRechecks(watcher);
      this.#judgeCancellation(watcher);
    }
    const watchers = amount(this.#watchers.length, 'watcher');
    if (this.#proven.count > 0) return failed(name, events, this.#proven, 'watch-violated');
    if (this.#clearedByRaw.count > 0) {
      return unsure(
        name,
        events,
        'client-library-anomaly',
        `${this.#clearedByRaw.headline()}; a raw watch of the same stretch was right, so etcd holds the events, and the client library or the live stream delivered them wrongly.`,
        this.#clearedByRaw,
      );
    }
    if (this.#unwatched.count > 0) {
      return unsure(name, events, 'history-incomplete', `${this.#unwatched.headline()}.`, this.#unwatched);
    }
    if (open > 0) {
      return unsure(
        name,
        events,
        'history-incomplete',
        `${amount(open, 'watcher')} of ${watchers} never came to an end in the history.`,
      );
    }
    if (events < minimumWatchEvents) {
      return unsure(
        name,
        events,
        'too-few-operations',
        `Only ${amount(events, 'event')} reached ${watchers}; ${minimumWatchEvents} are needed.`,
      );
    }
    return passed(name, events, `${amount(events, 'event')} to ${watchers}: each once, in order, none missing.`);
  }

  #judgeOrder(watcher: Watcher): void {
    const { rev, key } = watcher;
    let position = watcher.from - 1;
    /** Keys that had an event at `position`: one transaction may touch several, each once. */
    let keysHere = new Set<number>();
    for (let i = 0; i < rev.length; i++) {
      const here = rev.get(i);
      if (here < watcher.from) {
        this.#report(watcher, here, `got revision ${here}, older than the ${watcher.from} it asked for`, i);
      } else if (here < position) {
        this.#report(watcher, here, `got revision ${here} after revision ${position}`, i);
      } else if (here === position && keysHere.has(key.get(i))) {
        this.#report(watcher, here, `got revision ${here} twice`, i);
      }
      if (here > position) {
        position = here;
        keysHere = new Set();
      }
      if (here === position) keysHere.add(key.get(i));
    }
  }

  #judgeContent(watcher: Watcher): void {
    for (let i = 0; i < watcher.rev.length; i++) {
      const key = watcher.key.get(i);
      // Keys that no operation names belong to somebody else: only their order can be judged.
      if (this.#written[key] !== 1) continue;
      const rev = watcher.rev.get(i);
      const val = watcher.val.get(i);
      if (val === absent) {
        const version = this.#versions.at(key, rev);
        if (version?.rev === rev && version.val === absent) continue;
        if (this.#versions.mayBeSwallowed(rev, watcher.at.get(i))) continue;
        this.#proven.add(
          `Watcher ${watcher.name} saw ${this.#ledger.keys.name(key)} deleted at revision ${rev}, where nobody deleted it`,
          () => this.#evidence(watcher, i),
        );
        continue;
      }
      const wrong = this.#versions.contradiction({ key, val, mod: rev, rev, end: watcher.at.get(i) });
      if (wrong === undefined) continue;
      this.#proven.add(`Watcher ${watcher.name}: ${wrong.message}`, () => [
        ...wrong.rows.map((row) => this.#ledger.record(row)),
        ...this.#evidence(watcher, i),
      ]);
    }
  }

  #judgeCompleteness(watcher: Watcher): void {
    const prefix = watcher.opened.prefix ?? '';
    const watched = this.#keysUnder(prefix);
    const delivered = Float64Array.from({ length: watcher.rev.length }, (_, i) => watcher.rev.get(i)).sort();
    const until = (watcher.closed?.at ?? Number.NEGATIVE_INFINITY) - watchSlackUs;
    let next = 0;
    this.#versions.eachByRevision((rev, key) => {
      if (rev < watcher.from || watched[key] !== 1) return;
      while (next < delivered.length && (delivered[next] as number) < rev) next++;
      if (delivered[next] === rev) return;
      const row = this.#versions.at(key, rev)?.row;
      if (rev > watcher.position) {
        // Past the last delivered event only what was acknowledged well before the end is owed.
        if (row === undefined || this.#ledger.outcome(row) !== 'ok' || this.#ledger.end(row) > until) return;
      }
      this.#report(watcher, rev, `never got revision ${rev} (${this.#ledger.keys.name(key)})`, undefined, row);
    });
  }

  /** A raw watch is evidence of its own: what it lacks, etcd lacks. */
  #judgeRechecks(watcher: Watcher): void {
    const watched = this.#keysUnder(watcher.opened.prefix ?? '');
    for (const recheck of watcher.rechecks) {
      const { from, upTo, seen, record } = recheck;
      for (let i = 1; i < seen.length; i++) {
        if ((seen[i] as number) >= (seen[i - 1] as number)) continue;
        this.#proven.add(`A raw watch of ${watcher.opened.prefix} got revision ${seen[i]} after ${seen[i - 1]}`, () => [
          record,
        ]);
      }
      const present = new Set(seen);
      this.#versions.eachByRevision((rev, key) => {
        if (rev < from || rev > upTo || watched[key] !== 1 || present.has(rev)) return;
        const row = this.#versions.at(key, rev)?.row;
        this.#proven.add(
          `A raw watch of ${watcher.opened.prefix} from ${from} to ${upTo} lacks revision ${rev}`,
          () => [...(row === undefined ? [] : [this.#ledger.record(row)]), record],
        );
      });
    }
  }

  /**
   * A watch that etcd ended owes nothing from then on, and the application lists and watches anew. Whether etcd was right
   * to end it is not in the history, so what was written until the next watch of the prefix began is a doubt.
   */
  #judgeCancellation(watcher: Watcher): void {
    const { closed, position, opened } = watcher;
    if (closed?.error === undefined) return;
    const later = this.#watchers.filter((each) => each.opened.prefix === opened.prefix && each.opened.at >= closed.at);
    const next = later.reduce((from, each) => Math.min(from, each.from), Number.POSITIVE_INFINITY);
    const watched = this.#keysUnder(opened.prefix ?? '');
    let missed = 0;
    this.#versions.eachByRevision((rev, key) => {
      if (rev > position && rev < next && watched[key] === 1) missed++;
    });
    if (missed === 0) return;
    this.#unwatched.add(
      `Watcher ${watcher.name} was ended by etcd (${closed.error}) after revision ${position}, and nobody watched ${amount(missed, 'write')} that came then`,
      () => [closed, ...later.slice(0, 1).map((each) => each.opened)],
    );
  }

  /** It is proven against etcd, unless a raw watch of the same stretch had the revision exactly once and in order. */
  #report(watcher: Watcher, rev: number, what: string, event: number | undefined, row?: number): void {
    const recheck = watcher.rechecks.find(({ from, upTo }) => from <= rev && rev <= upTo);
    const inRaw = recheck !== undefined && recheck.seen.filter((seen) => seen === rev).length === 1;
    const into = inRaw ? this.#clearedByRaw : this.#proven;
    // What never came was owed when it was written, or with the next event.
    const place = (): HistoryRecord | null => {
      const next = event ?? this.#firstAfter(watcher, rev);
      if (next !== undefined) return this.#evidence(watcher, next).at(-1) ?? null;
      return row === undefined ? watcher.opened : this.#ledger.record(row);
    };
    into.add(
      `Watcher ${watcher.name} ${what}`,
      () => [
        ...(row === undefined ? [] : [this.#ledger.record(row)]),
        ...(event === undefined ? [watcher.opened] : this.#evidence(watcher, event)),
        ...(recheck === undefined
          ? []
          : [{ ...recheck.record, seen: recheck.seen.filter((seen) => Math.abs(seen - rev) < 5).map(String) }]),
      ],
      () => ({ record: place() }),
    );
  }

  /** The first event that came and is newer than a revision. */
  #firstAfter({ rev }: Watcher, revision: number): number | undefined {
    for (let i = 0; i < rev.length; i++) if (rev.get(i) > revision) return i;
    return undefined;
  }

  /** The event itself and the one before it. */
  #evidence(watcher: Watcher, index: number): HistoryRecord[] {
    const records: HistoryRecord[] = [];
    for (let i = Math.max(0, index - 1); i <= index; i++) {
      const val = watcher.val.get(i);
      records.push({
        k: 'watch',
        watcher: watcher.name,
        at: watcher.at.get(i),
        event: val === absent ? 'delete' : 'put',
        rev: String(watcher.rev.get(i)),
        key: this.#ledger.keys.name(watcher.key.get(i)),
        ...(val !== absent && { val: this.#ledger.values.name(val) }),
        ...present({ via: watcher.via.get(i) < 0 ? undefined : this.#ledger.members.name(watcher.via.get(i)) }),
      });
    }
    return records;
  }

  #keysUnder(prefix: string): Uint8Array {
    const { keys } = this.#ledger;
    return Uint8Array.from({ length: keys.size }, (_, key) => (keys.name(key).startsWith(prefix) ? 1 : 0));
  }
}
