import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HistoryRecord, SegmentRecord } from '../../../src/judge/history.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { bufferHistory } from '../../../src/workload/history-writer.ts';
import { openRecorder } from '../../../src/workload/recorder.ts';

let directory: string;
let file: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'recorder-'));
  file = join(directory, 'history.jsonl');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function lines(): Promise<HistoryRecord[]> {
  const text = await readFile(file, 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as HistoryRecord);
}

const hold = (holder: string): HistoryRecord => ({
  k: 'hold',
  kind: 'lock',
  name: 'l',
  holder,
  at: 1,
  event: 'requested',
});

test('begins with a segment and keeps the order of records and marks', async () => {
  {
    await using recorder = await openRecorder(file, systemClock);
    expect(recorder.segment).toBe(1);
    recorder.record(hold('a'));
    await recorder.mark('step-start', { step: '1.2' });
    recorder.record(hold('b'));
  }
  const [segment, a, mark, b, ...more] = await lines();
  expect(segment).toMatchObject({ k: 'segment', n: 1 });
  expect((segment as SegmentRecord).boot).not.toBe('');
  expect(a).toEqual(hold('a'));
  expect(mark).toMatchObject({ k: 'mark', event: 'step-start', step: '1.2' });
  expect(b).toEqual(hold('b'));
  expect(more).toEqual([]);
});

test('a mark is in the file when it resolves, and so is everything before it', async () => {
  await using recorder = await openRecorder(file, systemClock);
  for (let index = 0; index < 1000; index += 1) recorder.record(hold(`h${index}`));
  await recorder.mark('switch-start', { member: 'm1' });
  expect((await lines()).length).toBe(1002);
});

test('a flush waits for what there was, not for what comes while it is written', async () => {
  const written: string[] = [];
  let isOpen = true;
  const writer = bufferHistory({
    segment: 1,
    clock: systemClock,
    bufferBytes: 1000,
    write: async (lines) => {
      written.push(lines);
      // Whoever takes them is slow, and clients do not wait for him.
      await systemClock.sleep(5);
      if (isOpen) writer.record(hold('next'));
    },
  });
  writer.record(hold('first'));
  await writer.flush();
  expect(written.length).toBe(1);
  isOpen = false;
  await writer.end();
  expect(written.map((lines) => lines.split('\n').length - 1)).toEqual([1, 1]);
  writer.record(hold('after the end'));
  await writer.flush();
  expect(written.length).toBe(2);
});

test('records reach the file by themselves', async () => {
  await using recorder = await openRecorder(file, systemClock);
  recorder.record(hold('a'));
  await expect.poll(async () => (await stat(file)).size, { timeout: 5000 }).toBeGreaterThan(60);
});

test('a process that goes on after a crash cuts the torn line and begins the next segment', async () => {
  {
    await using first = await openRecorder(file, systemClock);
    first.record(hold('ä'));
  }
  const whole = await readFile(file);
  const torn = Buffer.concat([whole, Buffer.from('{"k":"hold","kind":"lock","na')]);
  await writeFile(file, torn);
  {
    await using second = await openRecorder(file, systemClock);
    expect(second.segment).toBe(2);
    second.record(hold('b'));
  }
  expect((await lines()).map((record) => (record.k === 'segment' ? record.n : record.k))).toEqual([
    1,
    'hold',
    2,
    'hold',
  ]);
  expect((await openRecorder(file, systemClock)).segment).toBe(3);
});

test.each(['', '{"k":"segm', '\n'])('a file that holds only %j is a new history', async (content) => {
  await writeFile(file, content);
  await using recorder = await openRecorder(file, systemClock);
  expect(recorder.segment).toBe(1);
});

test('finds the last segment and a torn line across the edges of its read buffer', async () => {
  const filler = `${JSON.stringify({ ...hold('x'.repeat(3000)) })}\n`;
  const text = `{"k":"segment","n":4,"at":1,"wall":"","boot":""}\n${filler.repeat(700)}{"k":"segment","n":5,"at":1,"wall":"","boot":""}\n${filler.repeat(400)}{"torn`;
  await writeFile(file, text);
  await using recorder = await openRecorder(file, systemClock);
  expect(recorder.segment).toBe(6);
  await recorder.flush();
  expect((await lines()).length).toBe(1 + 700 + 1 + 400 + 1);
});

test('many records stay bounded in memory: writers wait in ready()', async () => {
  await using recorder = await openRecorder(file, systemClock);
  const big = hold('x'.repeat(10_000));
  let most = 0;
  for (let index = 0; index < 3000; index += 1) {
    await recorder.ready();
    recorder.record(big);
    most = Math.max(most, recorder.bufferedBytes);
  }
  expect(most).toBeLessThan(6 * 1024 * 1024);
  await recorder.flush();
  expect((await lines()).length).toBe(3001);
});

test('a full disk is told by its code, at ready, at marks and at close, and record never throws', async () => {
  const open = await openRecorder('/dev/full', systemClock);
  await expect(open.mark('step-start')).rejects.toMatchObject({ code: 'no-space' });
  expect(() => open.record(hold('a'))).not.toThrow();
  await expect(open.ready()).rejects.toMatchObject({ code: 'no-space' });
  await expect(open.close()).rejects.toMatchObject({ code: 'no-space' });
});

test('a path that cannot be opened is told before anything starts', async () => {
  await expect(openRecorder(join(directory, 'missing', 'history.jsonl'), systemClock)).rejects.toMatchObject({
    code: 'no-permission',
  });
});

test('a segment whose number was damaged does not make the next one no number', async () => {
  await openRecorder(file, systemClock).then((recorder) => recorder.close());
  const first = await readFile(file, 'utf8');
  await writeFile(file, first + first.replace('"n":1', '"n":"two"'));
  await using recorder = await openRecorder(file, systemClock);
  expect(recorder.segment).toBe(2);
});
