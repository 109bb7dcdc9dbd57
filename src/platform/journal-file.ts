// Owns an append-only file of JSON lines that is on the disk when `append` resolves.
// Must not know what the records mean: the engine validates them.
import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { JournalRecord } from '../engine/journal.ts';
import type { JournalStore } from '../engine/ports.ts';
import { EtcdMigrateError } from '../errors.ts';

/**
 * The journal of one run; the file is made by the first append. A last line without its newline was never
 * acknowledged: reading leaves it out, the first append cuts it off. Throws `journal-damaged` where a complete line is
 * not JSON, `no-space` and `no-permission` where the file cannot be written.
 */
export function createJournalFile(file: string): JournalStore {
  /** Flags to open it with for a look at its end; null while the end is known to be whole. */
  let repair: string | number | null = 'a+';
  return {
    append: (record) =>
      explained(file, async () => {
        if (repair !== null) await cutTornTail(file, repair);
        // Until this record is whole. Never made anew: a journal that lost its beginning would be none.
        repair = constants.O_RDWR | constants.O_APPEND;
        // Opened for each record, a few dozen a run, so that nobody has to close a journal.
        await using handle = await open(file, constants.O_WRONLY | constants.O_APPEND);
        await handle.appendFile(`${JSON.stringify(record)}\n`);
        await handle.sync();
        repair = null;
      }),
    read: () => readJournalFile(file),
  };
}

/** Reads a journal that somebody else may be writing; empty when there is none. */
export async function readJournalFile(file: string): Promise<readonly JournalRecord[]> {
  try {
    return parseLines(await readFile(file, 'utf8'), file);
  } catch (error) {
    if (!isErrno(error)) throw error;
    if (error.code === 'ENOENT') return [];
    const code = error.code === 'EACCES' || error.code === 'EPERM' ? 'no-permission' : 'journal-damaged';
    throw new EtcdMigrateError(code, `The journal ${file} cannot be read: ${error.message}.`, { cause: error });
  }
}

function parseLines(text: string, file: string): readonly JournalRecord[] {
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  lines.pop();
  return lines.map((line, index) => {
    try {
      return JSON.parse(line) as JournalRecord;
    } catch (error) {
      throw new EtcdMigrateError('journal-damaged', `Line ${index + 1} of ${file} is not JSON; nothing was changed.`, {
        cause: error,
      });
    }
  });
}

async function cutTornTail(file: string, flags: string | number): Promise<void> {
  await using handle = await open(file, flags, 0o600);
  const bytes = await handle.readFile();
  const complete = bytes.lastIndexOf(0x0a) + 1;
  if (complete < bytes.length) await handle.truncate(complete);
  await using directory = await open(dirname(file), 'r');
  await directory.sync(); // the name is part of what must survive
}

async function explained<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isErrno(error)) throw error;
    const code = error.code === 'ENOSPC' || error.code === 'EDQUOT' ? 'no-space' : 'no-permission';
    throw new EtcdMigrateError(code, `The journal ${file} cannot be written: ${error.message}.`, { cause: error });
  }
}

function isErrno(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
