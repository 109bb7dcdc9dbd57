// Owns the proof that the journal file survives a death in the middle of a line and refuses damage elsewhere.
// Must not know what records mean.
import { appendFile, mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type JournalRecord, openJournal, validateRecords } from '../../../src/engine/journal.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { createJournalFile } from '../../../src/platform/journal-file.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'journal-'));
});
afterEach(() => rm(directory, { recursive: true }));

const record = (seq: number): JournalRecord => ({
  seq,
  at: '2026-01-01T00:00:00.000Z',
  type: 'step-started',
  step: `${seq}`,
});

test('no file: an empty journal', async () => {
  expect(await createJournalFile(join(directory, 'journal.jsonl')).read()).toEqual([]);
});

test('a torn last line is not read, and the next append replaces it', async () => {
  const file = join(directory, 'journal.jsonl');
  await createJournalFile(file).append(record(1));
  await appendFile(file, '{"seq":2,"at":"2026-01-01T00');
  const again = createJournalFile(file);
  expect(await again.read()).toEqual([record(1)]);
  const journal = await openJournal(again, systemClock);
  await journal.append({ type: 'step-started', step: '2' });
  expect(validateRecords(await createJournalFile(file).read())).toMatchObject([record(1), { seq: 2, step: '2' }]);
});

test.each([
  ['a line that is not JSON', `${JSON.stringify(record(1))}\n{"se\n${JSON.stringify(record(2))}\n`],
  ['a missing record', `${JSON.stringify(record(1))}\n${JSON.stringify(record(3))}\n`],
  ['a doubled record', `${JSON.stringify(record(1))}\n${JSON.stringify(record(1))}\n`],
  ['an unknown type', `${JSON.stringify({ seq: 1, at: '', type: 'surprise' })}\n`],
])('%s is journal-damaged', async (_name, text) => {
  const file = join(directory, 'journal.jsonl');
  await writeFile(file, text);
  await expect(openJournal(createJournalFile(file), systemClock)).rejects.toMatchObject({ code: 'journal-damaged' });
});

test('a directory that cannot be written is named', async () => {
  const file = join(directory, 'missing', 'journal.jsonl');
  await expect(createJournalFile(file).append(record(1))).rejects.toMatchObject({ code: 'no-permission' });
});

test.runIf(process.platform === 'linux')('no file descriptor stays open, for nobody closes a journal', async () => {
  const file = join(directory, 'journal.jsonl');
  const journal = createJournalFile(file);
  for (const seq of [1, 2]) await journal.append(record(seq));
  const links = await Promise.all(
    (await readdir('/proc/self/fd')).map((fd) => readlink(join('/proc/self/fd', fd)).catch(() => '')),
  );
  expect(links.filter((link) => link.startsWith(directory))).toEqual([]);
});

test('a journal that vanished is not begun anew in its middle', async () => {
  const file = join(directory, 'journal.jsonl');
  const journal = createJournalFile(file);
  await journal.append(record(1));
  await rm(file);
  for (const seq of [2, 3]) await expect(journal.append(record(seq))).rejects.toMatchObject({ code: 'no-permission' });
  expect(await readdir(directory)).toEqual([]);
});

test('two that write to one journal both notice, and no number stands there twice', async () => {
  const file = join(directory, 'journal.jsonl');
  const ours = await openJournal(createJournalFile(file), systemClock);
  await ours.append({ type: 'step-started', step: 'a' });
  const theirs = await openJournal(createJournalFile(file), systemClock);
  await theirs.append({ type: 'step-started', step: 'b' });
  const refused = {
    code: 'run-in-progress',
    message: expect.stringContaining('was written by another process as well'),
  };
  await expect(ours.append({ type: 'step-started', step: 'c' })).rejects.toMatchObject(refused);
  // Nor after another look at the end of the file: the number is theirs.
  await expect(ours.append({ type: 'step-started', step: 'c' })).rejects.toMatchObject(refused);
  await theirs.append({ type: 'step-started', step: 'd' });
  expect(validateRecords(await createJournalFile(file).read())).toMatchObject([
    { step: 'a' },
    { step: 'b' },
    { step: 'd' },
  ]);
});
