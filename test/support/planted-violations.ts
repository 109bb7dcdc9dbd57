// Owns the ways in which a right history is made wrong, and which judge must notice each.
// Must not use any judge's code.
import type {
  FinalEntry,
  FinalRecord,
  HistoryRecord,
  HoldRecord,
  LeaseRecord,
  OperationRecord,
  WatchRecord,
} from '../../src/judge/history.ts';
import type { Random } from '../../src/platform/ports.ts';

export interface Planting {
  readonly kind: string;
  /** The judge that must say so; with several, at least one of them. */
  readonly judges: readonly string[];
  /** `fail` unless only doubt can be proven. */
  readonly verdict: 'fail' | 'inconclusive';
  /** The wrong history, or nothing where this one has no place for it. */
  plant(records: readonly HistoryRecord[], random: Random): HistoryRecord[] | undefined;
}

const isOperation = (record: HistoryRecord): record is OperationRecord => record.k === 'op';
const isWatch = (record: HistoryRecord): record is WatchRecord => record.k === 'watch';
const isEvent = (record: HistoryRecord): record is WatchRecord =>
  record.k === 'watch' && (record.event === 'put' || record.event === 'delete');
const ok = (record: OperationRecord): boolean => record.outcome === 'ok';
const wrote = (record: OperationRecord): boolean =>
  ok(record) && (record.op === 'put' || record.swapped === true || record.deleted === true);

interface Known {
  readonly rev: number;
  readonly val: string | null;
  readonly by: OperationRecord;
}

/** Acknowledged versions of each key, oldest first. */
function versionsOf(records: readonly HistoryRecord[]): Map<string, Known[]> {
  const versions = new Map<string, Known[]>();
  for (const record of records) {
    if (!isOperation(record) || !wrote(record)) continue;
    const known = versions.get(record.key) ?? [];
    known.push({ rev: Number(record.rev), val: record.deleted === true ? null : (record.val ?? null), by: record });
    versions.set(record.key, known);
  }
  for (const known of versions.values()) known.sort((a, b) => a.rev - b.rev);
  return versions;
}

/** Keys that an operation of unknown outcome may have touched: what is planted there may have an excuse. */
function doubtfulKeys(records: readonly HistoryRecord[]): Set<string> {
  return new Set(
    records
      .filter(isOperation)
      .filter(({ outcome }) => outcome === 'unknown')
      .map(({ key }) => key),
  );
}

function choose<T>(random: Random, items: readonly T[]): T | undefined {
  return items.length === 0 ? undefined : random.pick(items);
}

const replaced = (records: readonly HistoryRecord[], old: HistoryRecord, by: HistoryRecord): HistoryRecord[] =>
  records.map((record) => (record === old ? by : record));

function insertedAfter(
  records: readonly HistoryRecord[],
  place: HistoryRecord,
  record: HistoryRecord,
): HistoryRecord[] {
  const index = records.indexOf(place);
  return [...records.slice(0, index + 1), record, ...records.slice(index + 1)];
}

/** Reads of one key that saw a value. */
function readsOf(records: readonly HistoryRecord[], op: OperationRecord['op']): OperationRecord[] {
  return records.filter(isOperation).filter((record) => record.op === op && ok(record) && record.got != null);
}

function listedKeys(
  records: readonly HistoryRecord[],
): { final: FinalRecord; key: string; val: string; mod: number }[] {
  return records
    .filter((record) => record.k === 'final')
    .flatMap((final) => final.kvs.map(([key, val, mod]) => ({ final, key, val, mod: Number(mod) })));
}

/** The recheck that covers an event, where there is one. */
function rechecks(records: readonly HistoryRecord[]): (event: WatchRecord) => WatchRecord | undefined {
  const all = records.filter(isWatch).filter(({ event, seen }) => event === 'rechecked' && seen !== undefined);
  return ({ watcher, rev }) =>
    all.find(
      (record) => record.watcher === watcher && Number(record.rev) <= Number(rev) && Number(rev) <= Number(record.upTo),
    );
}

/** Events of acknowledged writes, so that it is known that they must be there; rechecked ones or all others. */
function owedEvents(records: readonly HistoryRecord[], second: boolean): WatchRecord[] {
  const acknowledged = new Set(
    records
      .filter(isOperation)
      .filter(wrote)
      .map(({ rev }) => rev),
  );
  const recheckOf = rechecks(records);
  return records
    .filter(isEvent)
    .filter((event) => acknowledged.has(event.rev) && (recheckOf(event) !== undefined) === second);
}

/** Each event's successor at the same watcher. */
function successors(records: readonly HistoryRecord[]): Map<WatchRecord, WatchRecord> {
  const last = new Map<string, WatchRecord>();
  const next = new Map<WatchRecord, WatchRecord>();
  for (const event of records.filter(isEvent)) {
    const before = last.get(event.watcher);
    if (before !== undefined) next.set(before, event);
    last.set(event.watcher, event);
  }
  return next;
}

const watchPlantings: readonly Planting[] = [
  {
    ...{ kind: 'two events swapped', judges: ['watch'], verdict: 'fail' },
    plant: (records, random) => {
      const plain = new Set(owedEvents(records, false));
      const next = successors(records);
      const first = choose(
        random,
        [...plain].filter((event) => {
          const after = next.get(event);
          return after !== undefined && plain.has(after);
        }),
      );
      const second = first && next.get(first);
      if (first === undefined || second === undefined) return undefined;
      return records.map((record) =>
        record === first ? { ...second, at: first.at } : record === second ? { ...first, at: second.at } : record,
      );
    },
  },
  {
    ...{ kind: 'an event twice', judges: ['watch'], verdict: 'fail' },
    plant: (records, random) => {
      const event = choose(random, owedEvents(records, false));
      return event && insertedAfter(records, event, { ...event });
    },
  },
  {
    ...{ kind: 'an event dropped', judges: ['watch'], verdict: 'fail' },
    plant: (records, random) => {
      const event = choose(random, owedEvents(records, false));
      return event && records.filter((record) => record !== event);
    },
  },
  {
    ...{ kind: 'an old event again after a reconnect', judges: ['watch'], verdict: 'fail' },
    plant: (records, random) => {
      const recheckOf = rechecks(records);
      const started = new Set<string>();
      const reopened = choose(
        random,
        records.filter(isWatch).filter(({ event, watcher }) => {
          if (event === 'put') started.add(watcher);
          return event === 'opened' && started.has(watcher);
        }),
      );
      if (reopened === undefined) return undefined;
      const before = records.slice(0, records.indexOf(reopened)).filter(isEvent);
      const old = choose(
        random,
        before.filter((event) => event.watcher === reopened.watcher && recheckOf(event) === undefined),
      );
      return old && insertedAfter(records, reopened, { ...old, at: reopened.at + 1 });
    },
  },
  {
    ...{ kind: 'an event with a value that nobody wrote', judges: ['watch'], verdict: 'fail' },
    plant: (records, random) => {
      const event = choose(
        random,
        owedEvents(records, false).filter(({ event }) => event === 'put'),
      );
      return event && replaced(records, event, { ...event, val: 'v77.1' });
    },
  },
  {
    ...{ kind: 'an event dropped that a raw watch saw', judges: ['watch'], verdict: 'inconclusive' },
    plant: (records, random) => {
      const event = choose(random, owedEvents(records, true));
      return event && records.filter((record) => record !== event);
    },
  },
  {
    ...{ kind: 'an event dropped that a raw watch lacks too', judges: ['watch'], verdict: 'fail' },
    plant: (records, random) => {
      const event = choose(random, owedEvents(records, true));
      const recheck = event && rechecks(records)(event);
      if (event === undefined || recheck === undefined) return undefined;
      const seen = (recheck.seen ?? []).filter((rev) => rev !== event.rev);
      return replaced(records, recheck, { ...recheck, seen }).filter((record) => record !== event);
    },
  },
];

const judgesOfData = ['linearizability', 'durability', 'serializable-reads'];

function lifeOf(
  [key, val, mod]: FinalEntry,
  { create, version }: { readonly create: string; readonly version: string },
): FinalEntry {
  return [key, val, mod, create, version];
}

/** Changes, on every member, when some key was created and how often it was written since; twice at least, and no doubt. */
function withLives(
  records: readonly HistoryRecord[],
  random: Random,
  change: (create: string, version: number, mod: string) => readonly [create: string, version: string],
): HistoryRecord[] | undefined {
  const doubtful = doubtfulKeys(records);
  const entries = records.filter((record) => record.k === 'final').flatMap(({ kvs }) => kvs);
  const [chosen] =
    choose(
      random,
      entries.filter(([key, , , , version]) => !doubtful.has(key) && Number(version) > 1),
    ) ?? [];
  if (chosen === undefined) return undefined;
  const changed = (entry: FinalEntry): FinalEntry => {
    const [key, , mod, before = '', count] = entry;
    if (key !== chosen) return entry;
    const [create, version] = change(before, Number(count), mod);
    return lifeOf(entry, { create, version });
  };
  return records.map((record) => (record.k === 'final' ? { ...record, kvs: record.kvs.map(changed) } : record));
}

const dataPlantings: readonly Planting[] = [
  {
    ...{ kind: 'an acknowledged write missing at the end', judges: ['durability'], verdict: 'fail' },
    plant: (records, random) => {
      const doubtful = doubtfulKeys(records);
      const versions = versionsOf(records);
      const entry = choose(
        random,
        listedKeys(records).filter(({ key, mod }) => !doubtful.has(key) && versions.get(key)?.at(-1)?.rev === mod),
      );
      if (entry === undefined) return undefined;
      const { final, key } = entry;
      return replaced(records, final, { ...final, kvs: final.kvs.filter(([name]) => name !== key) });
    },
  },
  {
    ...{ kind: 'an acknowledged write undone at the end', judges: ['durability'], verdict: 'fail' },
    plant: (records, random) => {
      const versions = versionsOf(records);
      const entry = choose(
        random,
        listedKeys(records).filter(({ key, mod }) => {
          const known = versions.get(key) ?? [];
          return known.at(-1)?.rev === mod && known.at(-2)?.val != null;
        }),
      );
      const older = entry && versions.get(entry.key)?.at(-2);
      if (entry === undefined || older?.val == null) return undefined;
      const old = [entry.key, older.val, String(older.rev)] as const;
      return replaced(records, entry.final, {
        ...entry.final,
        kvs: entry.final.kvs.map((each) => (each[0] === entry.key ? old : each)),
      });
    },
  },
  {
    ...{ kind: 'an acknowledged write lost and overwritten', judges: ['durability'], verdict: 'fail' },
    plant: (records, random) => withLives(records, random, (create, version) => [create, String(version - 1)]),
  },
  {
    ...{ kind: 'a write that nobody made, overwritten', judges: ['durability'], verdict: 'fail' },
    plant: (records, random) => withLives(records, random, (create, version) => [create, String(version + 1)]),
  },
  {
    ...{ kind: 'acknowledged writes lost, and the key created anew', judges: ['durability'], verdict: 'fail' },
    plant: (records, random) => withLives(records, random, (_, __, mod) => [mod, '1']),
  },
  {
    ...{ kind: 'a deletion lost and overwritten', judges: ['durability'], verdict: 'fail' },
    plant: (records, random) => {
      const doubtful = doubtfulKeys(records);
      const reborn = [...versionsOf(records)].flatMap(([key, known]) => {
        const deletion = known.findLastIndex(({ val }) => val === null);
        const before = known.slice(0, deletion);
        const born = before.findLastIndex(({ val }) => val === null) + 1;
        const first = known[born];
        const lives = deletion > born && deletion < known.length - 1 && first !== undefined && !doubtful.has(key);
        return lives ? [{ key, create: String(first.rev), version: String(known.length - born - 1) }] : [];
      });
      const chosen = choose(random, reborn);
      return (
        chosen &&
        records.map((record) =>
          record.k === 'final'
            ? { ...record, kvs: record.kvs.map((each) => (each[0] === chosen.key ? lifeOf(each, chosen) : each)) }
            : record,
        )
      );
    },
  },
  {
    ...{ kind: 'the last revisions gone', judges: ['durability'], verdict: 'fail' },
    plant: (records, random) => {
      const final = choose(
        random,
        records.filter((record) => record.k === 'final'),
      );
      const newest = Math.max(
        ...records
          .filter(isOperation)
          .filter(wrote)
          .map(({ rev }) => Number(rev)),
      );
      return final && replaced(records, final, { ...final, rev: String(newest - 1) });
    },
  },
  {
    ...{ kind: 'a deleted key back at the end', judges: ['durability'], verdict: 'fail' },
    plant: (records, random) => {
      const listed = new Set(listedKeys(records).map(({ key }) => key));
      const [key, known] = choose(
        random,
        [...versionsOf(records)].filter(
          ([name, all]) => !listed.has(name) && all.at(-1)?.val === null && all.at(-2)?.val != null,
        ),
      ) ?? ['', []];
      const before = known.at(-2);
      const final = choose(
        random,
        records.filter((record) => record.k === 'final'),
      );
      if (before?.val == null || final === undefined) return undefined;
      return replaced(records, final, { ...final, kvs: [...final.kvs, [key, before.val, String(before.rev)]] });
    },
  },
  {
    ...{ kind: 'a read of an older version', judges: ['linearizability'], verdict: 'fail' },
    plant: (records, random) => {
      const versions = versionsOf(records);
      const older = (read: OperationRecord): Known[] =>
        (versions.get(read.key) ?? []).filter(({ rev, val }) => val !== null && rev < Number(read.got?.mod));
      const read = choose(
        random,
        readsOf(records, 'get').filter((each) => older(each).length > 0),
      );
      const version = read && choose(random, older(read));
      if (read === undefined || version?.val == null) return undefined;
      return replaced(records, read, { ...read, got: { val: version.val, mod: String(version.rev) } });
    },
  },
  {
    ...{ kind: 'a stale read that admits its revision', judges: ['linearizability'], verdict: 'fail' },
    plant: (records, random) => {
      const gets = readsOf(records, 'get');
      const read = choose(random, gets);
      if (read === undefined) return undefined;
      const earlier = gets.filter(
        (each) => each.key === read.key && Number(each.rev) < Number(read.rev) && endedBefore(records, each, read),
      );
      const source = choose(random, earlier);
      return source && replaced(records, read, { ...read, ...pick(source) });
    },
  },
  {
    ...{ kind: 'a read of a value that nobody wrote', judges: ['linearizability'], verdict: 'fail' },
    plant: (records, random) => {
      const read = choose(random, readsOf(records, 'get'));
      if (!read?.got) return undefined;
      return replaced(records, read, { ...read, got: { ...read.got, val: 'v77.1' } });
    },
  },
  {
    ...{ kind: 'a damaged value in a range', judges: ['linearizability'], verdict: 'fail' },
    plant: (records, random) => {
      const ranges = records.filter(isOperation).filter(({ kvs }) => (kvs?.length ?? 0) > 0);
      const range = choose(random, ranges);
      const entry = range && choose(random, range.kvs ?? []);
      if (range === undefined || entry === undefined) return undefined;
      const kvs = (range.kvs ?? []).map((each) =>
        each === entry ? ([each[0], 'damaged:0123', each[2]] as const) : each,
      );
      return replaced(records, range, { ...range, kvs });
    },
  },
  {
    ...{ kind: 'a key missing in a range', judges: ['linearizability'], verdict: 'fail' },
    plant: (records, random) => {
      const doubtful = doubtfulKeys(records);
      const ranges = records.filter(isOperation).filter(({ kvs }) => kvs?.some(([key]) => !doubtful.has(key)));
      const range = choose(random, ranges);
      const entry =
        range &&
        choose(
          random,
          (range.kvs ?? []).filter(([key]) => !doubtful.has(key)),
        );
      if (range === undefined || entry === undefined) return undefined;
      return replaced(records, range, { ...range, kvs: (range.kvs ?? []).filter((each) => each !== entry) });
    },
  },
  {
    ...{ kind: 'a failed write that took effect', judges: judgesOfData, verdict: 'fail' },
    plant: (records, random) => {
      const seen = new Set([
        ...readsOf(records, 'get').map(({ got }) => got?.val),
        ...listedKeys(records).map(({ val }) => val),
      ]);
      const write = choose(
        random,
        records.filter(isOperation).filter((record) => record.op === 'put' && ok(record) && seen.has(record.val)),
      );
      if (write === undefined) return undefined;
      const { rev: _, ...rest } = write;
      return replaced(records, write, { ...rest, outcome: 'failed' });
    },
  },
  {
    ...{ kind: 'a failed delete that took effect', judges: [...judgesOfData, 'watch'], verdict: 'fail' },
    plant: (records, random) => {
      const doubtful = doubtfulKeys(records);
      const lookedAt = new Set(
        records
          .filter(isOperation)
          .filter(({ got }) => got === null)
          .map(({ key, rev }) => `${key}@${rev}`),
      );
      const versions = versionsOf(records);
      const deletion = choose(
        random,
        records.filter(isOperation).filter((record) => {
          if (record.deleted !== true || doubtful.has(record.key)) return false;
          const known = versions.get(record.key) ?? [];
          const next = known[known.findIndex(({ by }) => by === record) + 1];
          return next === undefined || next.by.op === 'cas' || lookedAt.has(`${record.key}@${record.rev}`);
        }),
      );
      if (deletion === undefined) return undefined;
      const { rev: _, deleted: __, ...rest } = deletion;
      return replaced(records, deletion, { ...rest, outcome: 'failed' });
    },
  },
  {
    ...{ kind: 'a deleted key read again', judges: ['linearizability'], verdict: 'fail' },
    plant: (records, random) => {
      const versions = versionsOf(records);
      const before = (read: OperationRecord): Known | undefined => {
        const known = (versions.get(read.key) ?? []).filter(({ rev }) => rev <= Number(read.rev));
        return known.at(-1)?.val === null ? known.findLast(({ val }) => val !== null) : undefined;
      };
      const gets = records
        .filter(isOperation)
        .filter((record) => record.op === 'get' && ok(record) && record.got === null);
      const read = choose(
        random,
        gets.filter((each) => before(each) !== undefined),
      );
      const version = read && before(read);
      if (read === undefined || version?.val == null) return undefined;
      return replaced(records, read, { ...read, got: { val: version.val, mod: String(version.rev) } });
    },
  },
  {
    ...{ kind: 'two cas that both replaced one revision', judges: ['linearizability'], verdict: 'fail' },
    plant: (records, random) => {
      const swaps = records.filter(isOperation).filter(({ swapped, expect }) => swapped === true && expect !== '0');
      const refused = records.filter(isOperation).filter(({ swapped }) => swapped === false);
      const pairs = refused.flatMap((second) => {
        const first = swaps.find(({ key, rev }) => key === second.key && Number(rev) < Number(second.rev));
        return first === undefined ? [] : [{ first, second }];
      });
      const pair = choose(random, pairs);
      if (pair?.first.expect === undefined) return undefined;
      const { got: _, ...rest } = pair.second;
      return replaced(records, pair.second, { ...rest, swapped: true, expect: pair.first.expect });
    },
  },
  {
    ...{ kind: 'a serializable read that goes back', judges: ['serializable-reads'], verdict: 'fail' },
    plant: (records, random) => {
      const reads = records.filter(isOperation).filter((record) => record.op === 'get-serializable' && ok(record));
      const restarts = restartsOf(records);
      const quiet = (member: string | undefined, from: number, to: number): boolean =>
        !restarts.some((span) => span.member === member && span.from <= to && from <= span.to);
      const read = choose(
        random,
        reads.filter((each) => {
          const previous = reads.findLast(({ via, end = 0 }) => via === each.via && end < each.start);
          return (
            previous !== undefined &&
            quiet(each.via, previous.start, each.end ?? each.start) &&
            sourceFor(each, previous)
          );
        }),
      );
      const previous = read && reads.findLast(({ via, end = 0 }) => via === read.via && end < read.start);
      const source = read && previous && sourceFor(read, previous);
      return read && source && replaced(records, read, { ...read, ...pick(source) });

      /** An older answer about the same key, from before a revision that this member had already shown. */
      function sourceFor(each: OperationRecord, before: OperationRecord): OperationRecord | undefined {
        return reads.find(({ key, rev }) => key === each.key && Number(rev) < Number(before.rev));
      }
    },
  },
  {
    ...{ kind: 'a serializable read of the future', judges: ['serializable-reads'], verdict: 'fail' },
    plant: (records, random) => {
      const starts = new Map(
        records
          .filter(isOperation)
          .filter(wrote)
          .map(({ val, start }) => [val, start]),
      );
      const reads = readsOf(records, 'get-serializable');
      const pairs = reads.slice(0, Math.floor(reads.length / 2)).flatMap((early) => {
        const late = reads.find(({ key, got }) => key === early.key && (starts.get(got?.val) ?? 0) > (early.end ?? 0));
        return late === undefined ? [] : [{ early, late }];
      });
      const pair = choose(random, pairs);
      return pair && replaced(records, pair.early, { ...pair.early, ...pick(pair.late) });
    },
  },
  {
    ...{ kind: 'a serializable read of a wrong version', judges: ['serializable-reads'], verdict: 'fail' },
    plant: (records, random) => {
      const read = choose(random, readsOf(records, 'get-serializable'));
      if (!read?.got) return undefined;
      return replaced(records, read, { ...read, got: { ...read.got, mod: String(Number(read.got.mod) - 1) } });
    },
  },
];

/** When each member was being restarted. */
function restartsOf(records: readonly HistoryRecord[]): { member: string | undefined; from: number; to: number }[] {
  const marks = records.filter((record) => record.k === 'mark');
  return marks
    .filter(({ event }) => event === 'switch-start')
    .map(({ member, at: from }) => {
      const end = marks.find((mark) => mark.event === 'switch-end' && mark.member === member && mark.at >= from);
      return { member, from, to: end?.at ?? Number.POSITIVE_INFINITY };
    });
}

/** What an answer said. */
function pick({ rev, got }: OperationRecord): Pick<OperationRecord, 'rev' | 'got'> {
  return { ...(rev !== undefined && { rev }), ...(got !== undefined && { got }) };
}

/** Whether somebody had an answer newer than `older`'s before `read` began, so that repeating it is provably stale. */
function endedBefore(records: readonly HistoryRecord[], older: OperationRecord, read: OperationRecord): boolean {
  return records
    .filter(isOperation)
    .some((each) => wrote(each) && Number(each.rev) > Number(older.rev) && (each.end ?? Infinity) < read.start);
}

function holdsOf(records: readonly HistoryRecord[], kind: HoldRecord['kind']): HoldRecord[] {
  return records.filter((record) => record.k === 'hold').filter((record) => record.kind === kind);
}

function overlap(kind: HoldRecord['kind']): Planting['plant'] {
  return (records, random) => {
    const holds = holdsOf(records, kind);
    const pairs = holds.flatMap((released, index) => {
      if (released.event !== 'released') return [];
      const next = holds.slice(index + 1).find(({ event, name }) => event === 'acquired' && name === released.name);
      return next === undefined || next.holder === released.holder ? [] : [{ released, next }];
    });
    const pair = choose(random, pairs);
    if (pair === undefined) return undefined;
    const without = records.filter((record) => record !== pair.released);
    return insertedAfter(without, pair.next, { ...pair.released, at: pair.next.at + 1000 });
  };
}

const leasesOf = (records: readonly HistoryRecord[]): LeaseRecord[] => records.filter((record) => record.k === 'lease');

const leasePlantings: readonly Planting[] = [
  {
    ...{ kind: 'the key of an ended lease back', judges: ['lease'], verdict: 'fail' },
    plant: (records, random) => {
      const gone = choose(
        random,
        leasesOf(records).filter(({ event }) => event === 'key-gone'),
      );
      return (
        gone && insertedAfter(records, gone, { ...gone, event: 'key-seen', start: gone.at + 1000, at: gone.at + 2000 })
      );
    },
  },
  {
    ...{ kind: 'the key of an abandoned lease alive for ever', judges: ['lease'], verdict: 'fail' },
    plant: (records, random) => {
      const left = new Set(
        leasesOf(records)
          .filter(({ event }) => event === 'abandoned')
          .map(({ lease }) => lease),
      );
      const gone = choose(
        random,
        leasesOf(records).filter(({ event, lease }) => event === 'key-gone' && left.has(lease)),
      );
      if (gone === undefined) return undefined;
      const late = gone.at + 600_000_000;
      return replaced(records, gone, { ...gone, event: 'key-seen', start: late, at: late + 1000 });
    },
  },
  {
    ...{ kind: 'the key of a kept lease gone', judges: ['lease'], verdict: 'fail' },
    plant: (records, random) => {
      const left = new Set(
        leasesOf(records)
          .filter(({ event }) => event === 'abandoned')
          .map(({ lease }) => lease),
      );
      const seen = choose(
        random,
        leasesOf(records).filter(({ event, lease }) => event === 'key-seen' && !left.has(lease)),
      );
      return seen && replaced(records, seen, { ...seen, event: 'key-gone' });
    },
  },
  {
    ...{ kind: 'a lease lost although it was renewed', judges: ['lease'], verdict: 'fail' },
    plant: (records, random) => {
      const renewed = choose(
        random,
        leasesOf(records).filter(({ event }) => event === 'renewed'),
      );
      if (renewed === undefined) return undefined;
      const { k, lease, client } = renewed;
      return insertedAfter(records, renewed, { k, lease, client, event: 'lost', at: renewed.at + 1000 });
    },
  },
];

const otherPlantings: readonly Planting[] = [
  { ...{ kind: 'two holders of one lock', judges: ['mutual-exclusion'], verdict: 'fail' }, plant: overlap('lock') },
  { ...{ kind: 'two leaders', judges: ['mutual-exclusion'], verdict: 'fail' }, plant: overlap('election') },
  {
    ...{ kind: 'a fencing revision that goes back', judges: ['mutual-exclusion'], verdict: 'fail' },
    plant: (records, random) => {
      const acquired = records.filter((record) => record.k === 'hold').filter(({ event }) => event === 'acquired');
      const hold = choose(
        random,
        acquired.filter((each) => acquired.find(({ name }) => name === each.name) !== each),
      );
      return hold && replaced(records, hold, { ...hold, token: '1' });
    },
  },
  {
    ...{ kind: 'a member with other data', judges: ['hash'], verdict: 'fail' },
    plant: (records, random) => {
      const hash = choose(
        random,
        records.filter((record) => record.k === 'hash'),
      );
      const member = hash && choose(random, Object.keys(hash.hashes));
      if (hash === undefined || member === undefined) return undefined;
      return replaced(records, hash, { ...hash, hashes: { ...hash.hashes, [member]: (hash.hashes[member] ?? 0) ^ 1 } });
    },
  },
  {
    ...{ kind: 'a long time without an acknowledged write', judges: ['availability'], verdict: 'fail' },
    plant: (records, random) => withoutAnswers(records, random, ['put', 'cas', 'delete']),
  },
  {
    ...{ kind: 'a long time without an acknowledged read', judges: ['availability'], verdict: 'fail' },
    plant: (records, random) => withoutAnswers(records, random, ['get', 'range']),
  },
  {
    ...{ kind: 'an id twice', judges: ['assumptions'], verdict: 'fail' },
    plant: (records, random) => {
      const [first, second] = [
        choose(random, records.filter(isOperation)),
        choose(random, records.filter(isOperation)),
      ];
      return first && second && first !== second ? replaced(records, second, { ...second, id: first.id }) : undefined;
    },
  },
  {
    ...{ kind: 'a value written twice', judges: ['assumptions'], verdict: 'fail' },
    plant: (records, random) => {
      const puts = records.filter(isOperation).filter(({ val }) => val !== undefined);
      const [first, second] = [choose(random, puts), choose(random, puts)];
      if (first?.val === undefined || second === undefined || first === second) return undefined;
      return replaced(records, second, { ...second, val: first.val });
    },
  },
  {
    ...{ kind: 'the record of an operation lost', judges: ['assumptions'], verdict: 'fail' },
    plant: (records, random) => {
      const lost = choose(random, records.filter(isOperation));
      return records.filter((record) => record !== lost);
    },
  },
  {
    ...{ kind: 'half of the reads lost', judges: ['assumptions'], verdict: 'fail' },
    plant: (records, random) =>
      records.filter((record) => !isOperation(record) || record.val !== undefined || random.next() < 0.5),
  },
  {
    ...{ kind: 'the last operations lost', judges: ['assumptions'], verdict: 'fail' },
    plant: (records, random) => {
      const last = new Set<HistoryRecord>(records.filter(isOperation).slice(-1 - random.int(100)));
      return records.filter((record) => !last.has(record));
    },
  },
  {
    ...{ kind: 'no word of how many operations there were', judges: ['assumptions'], verdict: 'inconclusive' },
    plant: (records) =>
      records.map((record) => {
        if (record.k !== 'mark') return record;
        const { operations: _, ...rest } = record;
        return rest;
      }),
  },
  {
    ...{ kind: 'an operation that ends before it starts', judges: ['assumptions'], verdict: 'fail' },
    plant: (records, random) => {
      const operation = choose(
        random,
        records.filter(isOperation).filter(({ end }) => end !== undefined),
      );
      return operation && replaced(records, operation, { ...operation, end: operation.start - 1 });
    },
  },
  {
    ...{ kind: 'no final listing through one member', judges: ['durability'], verdict: 'inconclusive' },
    plant: (records, random) => {
      const { member } =
        choose(
          random,
          records.filter((record) => record.k === 'final'),
        ) ?? {};
      return records.filter((record) => record.k !== 'final' || record.member !== member);
    },
  },
  {
    ...{ kind: 'no hashes', judges: ['hash'], verdict: 'inconclusive' },
    plant: (records) => records.filter(({ k }) => k !== 'hash'),
  },
];

/** Six seconds in which no such operation is answered: they fail, as they do when nobody leads. */
function withoutAnswers(
  records: readonly HistoryRecord[],
  random: Random,
  ops: readonly OperationRecord['op'][],
): HistoryRecord[] | undefined {
  const operations = records.filter(isOperation);
  const [first, last] = [operations[0]?.due ?? 0, operations.at(-1)?.due ?? 0];
  const longUs = 6_000_000;
  if (last - first < longUs * 1.5) return undefined;
  const from = first + random.int(Math.floor(last - first - longUs));
  return records.map((record) => {
    if (!isOperation(record) || !ops.includes(record.op) || !ok(record)) return record;
    if ((record.end ?? 0) < from || record.start > from + longUs) return record;
    const { end: _, rev: __, got: ___, kvs: ____, swapped: _____, deleted: ______, ...rest } = record;
    return { ...rest, outcome: 'unknown', error: 'deadline exceeded' };
  });
}

/** Where some observed state after the first begins: with the change of the cluster before it. */
function beginOfSomeState(records: readonly HistoryRecord[], random: Random): number | undefined {
  const states = records.flatMap((record, index) => (record.k === 'mark' && record.state !== undefined ? [index] : []));
  const state = choose(random, states.slice(1));
  return state && records.findLastIndex((record, index) => index < state && isChange(record));
}

const isChange = (record: HistoryRecord): boolean =>
  record.k === 'mark' && (record.event === 'switch-end' || record.state !== undefined);

/** From one state on: what is missing, however much there was before. */
function lacking(what: string, lacks: (record: HistoryRecord) => boolean): Planting {
  return {
    ...{ kind: `no ${what} from some state on`, judges: ['coverage'], verdict: 'inconclusive' },
    plant: (records, random) => {
      const from = beginOfSomeState(records, random);
      return from === undefined ? undefined : records.filter((record, index) => index < from || !lacks(record));
    },
  };
}

/** From one state on: what one member answered, the next one answers. */
function diverted(what: string, ops: readonly OperationRecord['op'][]): Planting {
  return {
    ...{ kind: `no ${what} through one member from some state on`, judges: ['coverage'], verdict: 'inconclusive' },
    plant: (records, random) => {
      const from = beginOfSomeState(records, random) ?? Number.POSITIVE_INFINITY;
      const [member, other] = random.pick([
        ['m1', 'm2'],
        ['m2', 'm3'],
        ['m3', 'm1'],
      ] as const);
      const mine = (record: HistoryRecord): record is OperationRecord =>
        isOperation(record) && ops.includes(record.op) && record.via === member;
      return records.map((record, index) => (index >= from && mine(record) ? { ...record, via: other } : record));
    },
  };
}

const coveragePlantings: readonly Planting[] = [
  {
    ...{ kind: 'no read but through one member', judges: ['coverage'], verdict: 'inconclusive' },
    plant: (records, random) => {
      const via = random.pick(['m1', 'm2', 'm3']);
      const isRead = ({ op }: OperationRecord): boolean => op === 'get' || op === 'get-serializable' || op === 'range';
      return records.map((record) => (isOperation(record) && isRead(record) ? { ...record, via } : record));
    },
  },
  diverted('linearizable read', ['get', 'range']),
  diverted('write', ['put', 'cas', 'delete']),
  diverted('serializable read', ['get-serializable']),
  lacking('lock released', (record) => record.k === 'hold' && record.kind === 'lock'),
  lacking('leadership released', (record) => record.k === 'hold' && record.kind === 'election'),
  lacking('lease renewed nor seen', (record) => record.k === 'lease'),
  lacking('event of a watch', (record) => isEvent(record)),
  {
    ...{ kind: 'no state observed', judges: ['coverage'], verdict: 'inconclusive' },
    plant: (records) => records.filter((record) => record.k !== 'mark' || record.state === undefined),
  },
];

export const plantings: readonly Planting[] = [
  ...dataPlantings,
  ...watchPlantings,
  ...leasePlantings,
  ...otherPlantings,
  ...coveragePlantings,
];

/** When the last segment began, where an earlier one did not end in good order. */
function resumedAt(records: readonly HistoryRecord[]): number | undefined {
  const segments = records.filter((record) => record.k === 'segment');
  return segments.length > 1 ? segments.at(-1)?.at : undefined;
}

/** Past this, no request of a process that was killed can take effect any more: the deadline of an operation and a bit. */
const settledAfterUs = 5_300_000;

/** For histories of a process that was killed and resumed: its last moments excuse nothing that came long after. */
export const crashPlantings: readonly Planting[] = [
  {
    ...{
      kind: 'a key missing at the end that was acknowledged after a resume',
      judges: ['durability'],
      verdict: 'fail',
    },
    plant: (records, random) => {
      const settled = (resumedAt(records) ?? Infinity) + settledAfterUs;
      const doubtful = doubtfulKeys(records);
      const versions = versionsOf(records);
      const entry = choose(
        random,
        listedKeys(records).filter(({ key, mod }) => {
          const last = versions.get(key)?.at(-1);
          return !doubtful.has(key) && last?.rev === mod && last.by.start > settled;
        }),
      );
      if (entry === undefined) return undefined;
      const { final, key } = entry;
      return replaced(records, final, { ...final, kvs: final.kvs.filter(([name]) => name !== key) });
    },
  },
  {
    ...{ kind: 'a key read as missing that was acknowledged after a resume', judges: ['durability'], verdict: 'fail' },
    plant: (records, random) => {
      const settled = (resumedAt(records) ?? Infinity) + settledAfterUs;
      const doubtful = doubtfulKeys(records);
      const starts = new Map(records.filter(isOperation).map(({ val, start }) => [val, start]));
      const read = choose(
        random,
        readsOf(records, 'get').filter(({ key, got }) => !doubtful.has(key) && (starts.get(got?.val) ?? 0) > settled),
      );
      return read && replaced(records, read, { ...read, got: null });
    },
  },
  {
    ...{ kind: 'a deletion seen after a resume that nobody made', judges: ['watch'], verdict: 'fail' },
    plant: (records, random) => {
      const settled = (resumedAt(records) ?? Infinity) + settledAfterUs;
      const doubtful = doubtfulKeys(records);
      const late = new Map(
        records
          .filter(isOperation)
          .filter((record) => wrote(record) && record.start > settled)
          .map(({ rev, deleted }) => [rev, deleted]),
      );
      const event = choose(
        random,
        records
          .filter(isEvent)
          .filter(({ event: what, rev, key }) => what === 'put' && late.has(rev) && !doubtful.has(key ?? '')),
      );
      if (event === undefined) return undefined;
      const { val: _, ...rest } = event;
      return replaced(records, event, { ...rest, event: 'delete' });
    },
  },
];
