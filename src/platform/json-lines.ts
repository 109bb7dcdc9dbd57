// Owns JSON lines in a file: each is on the disk when `append` resolves, and a line that a crash tore is no line.
// Must not know what the records mean.
import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EtcdMigrateError } from '../errors.ts';
import { syncDirectory } from './files.ts';

export interface JsonLines {
  append(record: unknown): Promise<void>;
}

/**
 * The file is made by the first append, which also cuts off a last line without its newline: that was never
 * acknowledged. `what` names the file in errors ("The journal"): `no-space`, `no-permission`, and `run-in-progress`
 * where somebody else has written to it as well. `follows`: whether a record may stand behind the last that is there.
 */
export function createJsonLines(
  file: string,
  what: string,
  follows: (record: unknown, last: unknown) => boolean = () => true,
): JsonLines {
  /** Flags to open it with for a look at its end; null while the end is known to be whole. */
  let repair: string | number | null = 'a+';
  /** So many bytes are there by our own hand, or were at our first look. */
  let size = 0;
  return {
    append: (record) =>
      explained(file, what, async () => {
        if (repair !== null) {
          const end = await cutTornTail(file, repair);
          if (!follows(record, end.last)) throw written(file, what);
          ({ size } = end);
        }
        // The end is in doubt until this record is whole. These flags never make the file anew: a journal that lost its
        // beginning would be none.
        repair = constants.O_RDWR | constants.O_APPEND;
        // The file is opened for each record, a few dozen a run, so that nobody has to close it.
        await using handle = await open(file, constants.O_WRONLY | constants.O_APPEND);
        if ((await handle.stat()).size !== size) throw written(file, what);
        const line = Buffer.from(`${JSON.stringify(record)}\n`);
        await handle.appendFile(line);
        await handle.sync();
        size += line.length;
        // Somebody else may have written in the same moment.
        if ((await handle.stat()).size !== size) throw written(file, what);
        repair = null;
      }),
  };
}

function written(file: string, what: string): EtcdMigrateError {
  return new EtcdMigrateError(
    'run-in-progress',
    `${what} ${file} was written by another process as well: somebody else works on this run.`,
  );
}

/**
 * The complete lines of a file that somebody else may be writing, parsed; empty when there is none. A last line without
 * its newline was never acknowledged. Throws `journal-damaged` where a complete line is not JSON or the file is none,
 * `no-permission` where it may not be read; `what` names the file.
 */
export async function readJsonLines(file: string, what: string): Promise<readonly unknown[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (!isErrno(error)) throw error;
    if (error.code === 'ENOENT') return [];
    const code = error.code === 'EACCES' || error.code === 'EPERM' ? 'no-permission' : 'journal-damaged';
    throw new EtcdMigrateError(code, `${what} ${file} cannot be read: ${error.message}.`, { cause: error });
  }
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  lines.pop();
  return lines.map((line, index) => {
    try {
      return JSON.parse(line) as unknown;
    } catch (error) {
      throw new EtcdMigrateError('journal-damaged', `Line ${index + 1} of ${file} is not JSON; nothing was changed.`, {
        cause: error,
      });
    }
  });
}

interface End {
  readonly size: number;
  /** The last record; undefined where there is none, or it is no JSON: who reads the file tells of that. */
  readonly last: unknown;
}

async function cutTornTail(file: string, flags: string | number): Promise<End> {
  await using handle = await open(file, flags, 0o600);
  const bytes = await handle.readFile();
  const complete = bytes.lastIndexOf(0x0a) + 1;
  if (complete < bytes.length) await handle.truncate(complete);
  await syncDirectory(dirname(file)); // the name is part of what must survive
  const begin = bytes.lastIndexOf(0x0a, complete - 2) + 1;
  return { size: complete, last: parsed(bytes.toString('utf8', begin, Math.max(begin, complete))) };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function explained<T>(file: string, what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isErrno(error)) throw error;
    const code = error.code === 'ENOSPC' || error.code === 'EDQUOT' ? 'no-space' : 'no-permission';
    throw new EtcdMigrateError(code, `${what} ${file} cannot be written: ${error.message}.`, { cause: error });
  }
}

function isErrno(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
