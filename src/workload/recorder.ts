// Owns the file `history.jsonl`: its segments, and its repair after a crash.
// Must not know what the records mean.
import { type FileHandle, open } from 'node:fs/promises';
import { EtcdMigrateError } from '../errors.ts';
import { parseLine } from '../judge/read-history.ts';
import type { Clock } from '../platform/ports.ts';
import { bootId } from './boot.ts';
import { type BufferedWriter, bufferHistory } from './history-writer.ts';

const bufferBytes = 4 * 1024 * 1024;

/** A history file that is being written: what is handed over is with the operating system. */
export interface Recorder extends BufferedWriter, AsyncDisposable {
  close(): Promise<void>;
}

function writeFailure(file: string, error: unknown): EtcdMigrateError {
  const code = (error as NodeJS.ErrnoException).code;
  const kind = code === 'ENOSPC' || code === 'EDQUOT' ? 'no-space' : 'no-permission';
  return new EtcdMigrateError(kind, `Cannot write the history of the clients to ${file}: ${(error as Error).message}`, {
    cause: error,
    details: { file },
  });
}

/** Cuts a line that a crash left unfinished and returns the number of the last segment, 0 for a new file. */
async function repair(handle: FileHandle): Promise<number> {
  // A pipe or device has no past, and may be endless to read.
  if (!(await handle.stat()).isFile()) return 0;
  const chunk = Buffer.alloc(1024 * 1024);
  let position = 0;
  let lastNewline = -1;
  let lastSegment = 0;
  let rest = '';
  for (;;) {
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, position);
    if (bytesRead === 0) break;
    const newline = chunk.subarray(0, bytesRead).lastIndexOf(10);
    if (newline >= 0) lastNewline = position + newline;
    // As latin1 every byte is one character, so a character that is cut at a chunk's end does no harm here.
    const lines = (rest + chunk.toString('latin1', 0, bytesRead)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!line.startsWith('{"k":"segment"')) continue;
      const record = parseLine(line, 0);
      // A record that is damaged is the judges' to find; ours is still numbered after the last that is whole.
      if (record.k === 'segment') lastSegment = record.n;
    }
    position += bytesRead;
  }
  await handle.truncate(lastNewline + 1);
  return lastSegment;
}

/** Opens the history for appending, as a new segment of whatever earlier processes left there. */
export async function openRecorder(file: string, clock: Clock): Promise<Recorder> {
  const handle = await open(file, 'a+').catch((error: unknown) => {
    throw writeFailure(file, error);
  });
  let segment: number;
  try {
    segment = (await repair(handle)) + 1;
  } catch (error) {
    await handle.close();
    throw writeFailure(file, error);
  }

  const writer = bufferHistory({
    segment,
    clock,
    bufferBytes,
    write: async (lines) => {
      await handle.appendFile(lines).catch((error: unknown) => {
        throw writeFailure(file, error);
      });
    },
  });
  writer.record({
    k: 'segment',
    n: segment,
    at: clock.monotonicUs(),
    wall: new Date(clock.wallMs()).toISOString(),
    boot: await bootId(),
  });

  let closed: Promise<void> | undefined;
  const closeOnce = async (): Promise<void> => {
    try {
      await writer.end();
      await handle.sync();
    } finally {
      await handle.close();
    }
  };
  const close = (): Promise<void> => {
    closed ??= closeOnce();
    return closed;
  };
  return Object.assign(writer, { close, [Symbol.asyncDispose]: close });
}
