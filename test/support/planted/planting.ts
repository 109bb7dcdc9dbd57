// Owns what a planted violation is, and what plantings look up in a right history.
// Must not use any judge's code.
import type { FinalRecord, HistoryRecord, OperationRecord, WatchRecord } from '../../../src/judge/history.ts';
import type { Random } from '../../../src/platform/ports.ts';

export interface Planting {
  readonly kind: string;
  /** The judge that must say so; with several, at least one of them. */
  readonly judges: readonly string[];
  /** `fail` unless only doubt can be proven. */
  readonly verdict: 'fail' | 'inconclusive';
  /** The wrong history, or nothing where this one has no place for it. */
  plant(records: readonly HistoryRecord[], random: Random): HistoryRecord[] | undefined;
}

export const isOperation = (record: HistoryRecord): record is OperationRecord => record.k === 'op';
export const isWatch = (record: HistoryRecord): record is WatchRecord => record.k === 'watch';
export const isEvent = (record: HistoryRecord): record is WatchRecord =>
  record.k === 'watch' && (record.event === 'put' || record.event === 'delete');
export const ok = (record: OperationRecord): boolean => record.outcome === 'ok';
export const wrote = (record: OperationRecord): boolean =>
  ok(record) && (record.op === 'put' || record.swapped === true || record.deleted === true);

export interface Known {
  readonly rev: number;
  readonly val: string | null;
  readonly by: OperationRecord;
}

/** Acknowledged versions of each key, oldest first. */
export function versionsOf(records: readonly HistoryRecord[]): Map<string, Known[]> {
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
export function doubtfulKeys(records: readonly HistoryRecord[]): Set<string> {
  return new Set(
    records
      .filter(isOperation)
      .filter(({ outcome }) => outcome === 'unknown')
      .map(({ key }) => key),
  );
}

export function choose<T>(random: Random, items: readonly T[]): T | undefined {
  return items.length === 0 ? undefined : random.pick(items);
}

export const replaced = (records: readonly HistoryRecord[], old: HistoryRecord, by: HistoryRecord): HistoryRecord[] =>
  records.map((record) => (record === old ? by : record));

export function insertedAfter(
  records: readonly HistoryRecord[],
  place: HistoryRecord,
  record: HistoryRecord,
): HistoryRecord[] {
  const index = records.indexOf(place);
  return [...records.slice(0, index + 1), record, ...records.slice(index + 1)];
}

/** Reads of one key that saw a value. */
export function readsOf(records: readonly HistoryRecord[], op: OperationRecord['op']): OperationRecord[] {
  return records.filter(isOperation).filter((record) => record.op === op && ok(record) && record.got != null);
}

export function listedKeys(
  records: readonly HistoryRecord[],
): { final: FinalRecord; key: string; val: string; mod: number }[] {
  return records
    .filter((record) => record.k === 'final')
    .flatMap((final) => final.kvs.map(([key, val, mod]) => ({ final, key, val, mod: Number(mod) })));
}

/** The recheck that covers an event, where there is one. */
export function rechecks(records: readonly HistoryRecord[]): (event: WatchRecord) => WatchRecord | undefined {
  const all = records.filter(isWatch).filter(({ event, seen }) => event === 'rechecked' && seen !== undefined);
  return ({ watcher, rev }) =>
    all.find(
      (record) => record.watcher === watcher && Number(record.rev) <= Number(rev) && Number(rev) <= Number(record.upTo),
    );
}

/** Events of acknowledged writes, so that it is known that they must be there; rechecked ones or all others. */
export function owedEvents(records: readonly HistoryRecord[], second: boolean): WatchRecord[] {
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
export function successors(records: readonly HistoryRecord[]): Map<WatchRecord, WatchRecord> {
  const last = new Map<string, WatchRecord>();
  const next = new Map<WatchRecord, WatchRecord>();
  for (const event of records.filter(isEvent)) {
    const before = last.get(event.watcher);
    if (before !== undefined) next.set(before, event);
    last.set(event.watcher, event);
  }
  return next;
}

/** What an answer said. */
export function pick({ rev, got }: OperationRecord): Pick<OperationRecord, 'rev' | 'got'> {
  return { ...(rev !== undefined && { rev }), ...(got !== undefined && { got }) };
}
