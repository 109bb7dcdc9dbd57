// Owns an append-only file of JSON lines that is on the disk when `append` resolves.
// Must not know what the records mean: the engine validates them.
import { readFile } from 'node:fs/promises';
import type { JournalRecord } from '../engine/journal.ts';
import type { JournalStore } from '../engine/ports.ts';
import { EtcdMigrateError } from '../errors.ts';
import { createJsonLines } from './json-lines.ts';

/**
 * The journal of one run; the file is made by the first append. A last line without its newline was never
 * acknowledged: reading leaves it out, the first append cuts it off. Throws `journal-damaged` where a complete line is
 * not JSON, `no-space` and `no-permission` where the file cannot be written.
 */
export function createJournalFile(file: string): JournalStore {
  const lines = createJsonLines(file, 'The journal');
  return { append: (record) => lines.append(record), read: () => readJournalFile(file) };
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

function isErrno(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
