// Owns reading the lines of `history.jsonl`: parsing and a fast check of every field that judges rely on.
// Must not know files (it takes lines) nor judge what the records say.
import type { HistoryRecord, UnreadableRecord } from './history.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Yields every line's record, and an `unreadable` record for each line that is none. A line cut off in the middle that
 * is the last one, or is followed by a new segment, is what a killed process leaves behind: `torn`.
 */
export async function* readHistory(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<HistoryRecord> {
  let line = 0;
  let broken: UnreadableRecord | undefined;
  for await (const text of lines) {
    line++;
    if (text === '') continue;
    const record = parseLine(text, line);
    if (broken !== undefined) {
      yield record.k === 'segment' ? broken : { ...broken, torn: false };
      broken = undefined;
    }
    if (record.k === 'unreadable' && record.torn) broken = record;
    else yield record;
  }
  if (broken !== undefined) yield broken;
}

/** One line's record. `torn` means only that the line is not whole JSON: whether that is expected depends on the next. */
export function parseLine(text: string, line: number): HistoryRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { k: 'unreadable', line, reason: (error as Error).message, torn: true };
  }
  const reason = mistakeIn(value);
  return reason === undefined ? (value as HistoryRecord) : { k: 'unreadable', line, reason, torn: false };
}

const operations: ReadonlySet<unknown> = new Set(['put', 'delete', 'get', 'get-serializable', 'range', 'cas']);
const outcomes: ReadonlySet<unknown> = new Set(['ok', 'failed', 'unknown']);
const events: Readonly<Record<string, ReadonlySet<unknown>>> = {
  mark: new Set([
    'step-start',
    'step-end',
    'switch-start',
    'switch-end',
    'leader-moved',
    'leader-seen',
    'led',
    'process-unchanged',
    'member-changed',
    'workload-start',
    'workload-end',
    'stalled',
  ]),
  watch: new Set(['opened', 'put', 'delete', 'progress', 'lost', 'closed', 'rechecked']),
  lease: new Set([
    'granted',
    'grant-failed',
    'renewed',
    'renewal-failed',
    'abandoned',
    'revoked',
    'key-seen',
    'key-gone',
    'lost',
  ]),
  hold: new Set(['requested', 'acquired', 'released', 'lost', 'failed']),
};

/** Says what is wrong with a record, or nothing. It is by hand: a million records must take a second, not ten. */
function mistakeIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not an object';
  const record = value as Fields;
  switch (record.k) {
    case 'op':
      return mistakeInOperation(record);
    case 'segment':
      return need(record, ['n', 'at'], ['wall', 'boot']);
    case 'mark':
      return unknownEvent(record, 'mark') ?? need(record, record.event === 'stalled' ? ['at', 'from'] : ['at'], []);
    case 'watch':
      return unknownEvent(record, 'watch') ?? need(record, ['at'], ['watcher']) ?? mistakeInWatch(record);
    case 'lease':
      return unknownEvent(record, 'lease') ?? need(record, ['at'], ['lease', 'client']) ?? mistakeInLease(record);
    case 'hold':
      return unknownEvent(record, 'hold') ?? need(record, ['at'], ['name', 'holder', 'kind']) ?? mistakeInHold(record);
    case 'hash':
      return need(record, ['at'], []) ?? needRevision(record, 'rev') ?? mistakeInHashes(record.hashes);
    case 'seen':
      return need(record, ['at'], ['member']) ?? mistakeInLook(record);
    case 'final':
      return need(record, ['at'], ['member']) ?? needRevision(record, 'rev') ?? mistakeInEntries(record.kvs);
    default:
      return `unknown kind of record ${JSON.stringify(record.k)}`;
  }
}

function mistakeInOperation(record: Fields): string | undefined {
  const { op, outcome } = record;
  if (!operations.has(op)) return `unknown operation ${JSON.stringify(op)}`;
  if (!outcomes.has(outcome)) return `unknown outcome ${JSON.stringify(outcome)}`;
  const common = need(record, ['id', 'due', 'start'], ['client', 'key']);
  if (common !== undefined) return common;
  const writes = op === 'put' || op === 'cas';
  if (writes && typeof record.val !== 'string') return `${op} without val`;
  // `expect` is left out where a cas was given up before the client said what it compares with: it may do anything then.
  if (op === 'cas' && (outcome === 'ok' || record.expect !== undefined)) {
    const wrong = needRevision(record, 'expect');
    if (wrong !== undefined) return wrong;
  }
  if (record.end !== undefined && !isTime(record.end)) return 'end is not a time';
  const { got } = record;
  if (got !== undefined && got !== null) {
    if (typeof got !== 'object') return 'got is not an object';
    const { val, mod } = got as Fields;
    if (typeof val !== 'string' || !isRevision(mod)) return 'got without val or mod';
  }
  if (record.kvs !== undefined) {
    const wrong = mistakeInEntries(record.kvs);
    if (wrong !== undefined) return wrong;
  }
  if (outcome !== 'ok') return undefined;
  if (!isTime(record.end)) return 'ok without end';
  if (!isRevision(record.rev)) return 'ok without rev';
  if (op === 'cas' && typeof record.swapped !== 'boolean') return 'ok cas without swapped';
  if (op === 'delete' && typeof record.deleted !== 'boolean') return 'ok delete without deleted';
  if ((op === 'get' || op === 'get-serializable') && got === undefined) return `ok ${op} without got`;
  if (op === 'range' && record.kvs === undefined) return 'ok range without kvs';
  return undefined;
}

function mistakeInWatch(record: Fields): string | undefined {
  switch (record.event) {
    case 'opened':
      return need(record, [], ['prefix']) ?? needRevision(record, 'rev');
    case 'put':
      return need(record, [], ['key', 'val']) ?? needRevision(record, 'rev');
    case 'delete':
      return need(record, [], ['key']) ?? needRevision(record, 'rev');
    case 'rechecked': {
      const { seen, error } = record;
      if (typeof error === 'string') return undefined;
      if (!Array.isArray(seen) || !seen.every(isRevision)) return 'rechecked without seen';
      return needRevision(record, 'rev') ?? needRevision(record, 'upTo');
    }
    default:
      return undefined;
  }
}

function mistakeInLease(record: Fields): string | undefined {
  const { event, key } = record;
  if (event === 'granted' && !isTime(record.ttlMs)) return 'granted without ttlMs';
  if ((event === 'key-seen' || event === 'key-gone') && typeof key !== 'string') return `${String(event)} without key`;
  return undefined;
}

function mistakeInHold(record: Fields): string | undefined {
  if (record.kind !== 'lock' && record.kind !== 'election') return 'kind is neither lock nor election';
  return record.event === 'acquired' ? needRevision(record, 'token') : undefined;
}

function mistakeInLook({ since, termSince, release, term, leader }: Fields): string | undefined {
  for (const time of [since, termSince]) if (time !== undefined && !isTime(time)) return 'since is not a time';
  if (release === undefined)
    return term === undefined && leader === undefined ? undefined : 'an answer without release';
  if (typeof release !== 'string') return 'release is not a text';
  if (leader !== undefined && typeof leader !== 'string') return 'leader is not a text';
  return isRevision(term) ? undefined : 'an answer without term';
}

function mistakeInHashes(hashes: unknown): string | undefined {
  if (typeof hashes !== 'object' || hashes === null) return 'hash without hashes';
  return Object.values(hashes).every((hash) => typeof hash === 'number') ? undefined : 'a hash is not a number';
}

function mistakeInEntries(entries: unknown): string | undefined {
  if (!Array.isArray(entries)) return 'kvs is not a list';
  for (const entry of entries as unknown[]) {
    if (
      !Array.isArray(entry) ||
      typeof entry[0] !== 'string' ||
      typeof entry[1] !== 'string' ||
      !isRevision(entry[2]) ||
      !entry.slice(3).every(isRevision)
    ) {
      return 'an entry of kvs is not [key, val, mod]';
    }
  }
  return undefined;
}

function unknownEvent(record: Fields, kind: string): string | undefined {
  return events[kind]?.has(record.event) ? undefined : `unknown event ${JSON.stringify(record.event)} of ${kind}`;
}

function need(record: Fields, times: readonly string[], texts: readonly string[]): string | undefined {
  for (const name of times) if (!isTime(record[name])) return `${name} is not a number of at least 0`;
  for (const name of texts) if (typeof record[name] !== 'string') return `${name} is not a text`;
  return undefined;
}

function needRevision(record: Fields, name: string): string | undefined {
  return isRevision(record[name]) ? undefined : `${name} is not a revision`;
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && Number.isFinite(value);
}

/** Judges calculate with revisions as numbers, which is exact up to 2^53; etcd counts from 1, so nothing real is larger. */
function isRevision(value: unknown): value is string {
  if (typeof value !== 'string' || value.length === 0 || value.length > 16) return false;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return value.length < 16 || Number(value) <= Number.MAX_SAFE_INTEGER;
}
