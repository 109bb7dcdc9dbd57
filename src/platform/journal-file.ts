// Owns the journal of one run as a file of JSON lines.
// Must not know what the records mean: the engine validates them.
import type { JournalStore } from '../engine/ports.ts';
import { createJsonLines, readJsonLines } from './json-lines.ts';

const what = 'The journal';

/**
 * The file is made by the first append. A last line without its newline was never acknowledged: reading leaves it out,
 * the first append cuts it off. Throws `journal-damaged` where a complete line is not JSON, `no-space` and
 * `no-permission` where the file cannot be written, `run-in-progress` where another process has written to it as well.
 */
export function createJournalFile(file: string): JournalStore {
  const lines = createJsonLines(file, what, (record, last) => numberOf(record) === numberOf(last) + 1);
  return { append: (record) => lines.append(record), read: () => readJsonLines(file, what) };
}

/** 0 for what has no number: before the first record. */
function numberOf(record: unknown): number {
  const seq: unknown = typeof record === 'object' && record !== null && 'seq' in record ? record.seq : 0;
  return typeof seq === 'number' ? seq : 0;
}
