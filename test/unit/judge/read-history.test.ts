import { describe, expect, test } from 'vitest';
import type { HistoryRecord } from '../../../src/judge/history.ts';
import { readHistory } from '../../../src/judge/read-history.ts';

async function read(lines: readonly string[]): Promise<HistoryRecord[]> {
  const records: HistoryRecord[] = [];
  for await (const record of readHistory(lines)) records.push(record);
  return records;
}

const segment = '{"k":"segment","n":1,"at":1,"wall":"w","boot":"b"}';
const mark = '{"k":"mark","at":2,"event":"workload-start"}';

describe('a line cut off in the middle', () => {
  const cut = mark.slice(0, 20);
  test('is what a killed process leaves at the end', async () => {
    expect((await read([segment, cut])).at(-1)).toMatchObject({ k: 'unreadable', line: 2, torn: true });
  });
  test('is expected before a new segment', async () => {
    const records = await read([segment, cut, segment.replace('"n":1', '"n":2')]);
    expect(records.map((record) => (record.k === 'unreadable' ? record.torn : record.k))).toEqual([
      'segment',
      true,
      'segment',
    ]);
  });
  test('is damage anywhere else', async () => {
    const records = await read([segment, cut, mark]);
    expect(records[1]).toMatchObject({ k: 'unreadable', line: 2, torn: false });
    expect(records[2]).toMatchObject({ k: 'mark' });
  });
});

const operation = {
  k: 'op',
  id: 1,
  client: 'c',
  op: 'get',
  key: 'k',
  due: 1,
  start: 1,
  end: 2,
  outcome: 'ok',
  rev: '5',
  got: null,
};
const event = { k: 'watch', watcher: 'w', at: 1, event: 'put', key: 'k', val: 'v', rev: '3' };

test.each([
  [operation],
  [{ ...operation, op: 'put', val: 'v1.1', got: undefined }],
  [{ ...operation, outcome: 'unknown', end: undefined, rev: undefined, got: undefined, op: 'delete' }],
  [event],
  [{ k: 'watch', watcher: 'w', at: 1, event: 'progress' }],
  [{ k: 'watch', watcher: 'w', at: 1, event: 'rechecked', rev: '3', error: 'compacted' }],
  [{ k: 'final', member: 'm1', rev: '9', at: 3, kvs: [['k', 'v', '3']] }],
])('accepts %j', async (record) => {
  expect(await read([JSON.stringify(record)])).toEqual([JSON.parse(JSON.stringify(record))]);
});

test.each([
  ['a number instead of an object', '7', 'not an object'],
  ['another kind', '{"k":"other"}', 'unknown kind'],
  ['a read without what it saw', JSON.stringify({ ...operation, got: undefined }), 'ok get without got'],
  ['an answer without a revision', JSON.stringify({ ...operation, rev: undefined }), 'ok without rev'],
  ['an answer without an end', JSON.stringify({ ...operation, end: undefined }), 'ok without end'],
  ['a negative time', JSON.stringify({ ...operation, start: -1 }), 'start'],
  ['a revision that is a number', JSON.stringify({ ...operation, rev: 5 }), 'ok without rev'],
  [
    'a revision that is not exact as a number',
    JSON.stringify({ ...event, rev: '9007199254740993' }),
    'rev is not a revision',
  ],
  ['a put without a value', JSON.stringify({ ...operation, op: 'put' }), 'put without val'],
  [
    'a cas that does not say whether it swapped',
    JSON.stringify({ ...operation, op: 'cas', val: 'v', expect: '1' }),
    'swapped',
  ],
  ['a delete that does not say whether it deleted', JSON.stringify({ ...operation, op: 'delete' }), 'deleted'],
  ['a range without keys', JSON.stringify({ ...operation, op: 'range' }), 'kvs'],
  ['a damaged entry', '{"k":"final","member":"m","rev":"9","at":3,"kvs":[["k","v"]]}', 'entry of kvs'],
  ['a hash that is a text', '{"k":"hash","at":1,"rev":"5","hashes":{"m1":"x"}}', 'not a number'],
])('refuses %s', async (_, line, reason) => {
  const [record] = await read(['', '', '', line]);
  expect(record).toMatchObject({
    k: 'unreadable',
    line: 4,
    torn: false,
    reason: expect.stringContaining(reason),
  });
});
