// Owns writing `history.jsonl`: segments, buffering, back-pressure, and repair after a crash.
// Must not know what the records mean.
import { type FileHandle, open } from 'node:fs/promises';
import { EtcdMigrateError } from '../errors.ts';
import type { HistoryRecord, MarkRecord } from '../judge/history.ts';
import { parseLine } from '../judge/read-history.ts';
import type { Clock } from '../platform/ports.ts';
import { bootId } from './boot.ts';

const flushEveryMs = 100;
/** Above this `ready` makes its callers wait. Operations in flight are bounded, so the excess over it is too. */
const bufferBytes = 4 * 1024 * 1024;

export interface Recorder extends AsyncDisposable {
  /** Number of this process's segment, from 1. */
  readonly segment: number;
  /** Takes a record; it is in the file at most about 100 ms later. Never throws: see `ready`. */
  record(record: HistoryRecord): void;
  /** Stamps and writes a mark; resolves when it and all before it are handed to the operating system. */
  mark(event: MarkRecord['event'], facts?: Omit<MarkRecord, 'k' | 'at' | 'event'>): Promise<void>;
  /** Resolves when there is room for more; rejects once writing has failed. */
  ready(): Promise<void>;
  flush(): Promise<void>;
  /** Bytes that wait to be written. */
  readonly bufferedBytes: number;
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

  let lines: string[] = [];
  let bytes = 0;
  let failure: EtcdMigrateError | undefined;
  let writing: Promise<void> | undefined;
  let closed = false;

  const record = (entry: HistoryRecord): void => {
    if (failure !== undefined || closed) return;
    const line = `${JSON.stringify(entry)}\n`;
    lines.push(line);
    bytes += line.length;
  };
  const writeAll = async (): Promise<void> => {
    while (lines.length > 0 && failure === undefined) {
      const batch = lines.join('');
      const batchBytes = bytes;
      lines = [];
      try {
        await handle.appendFile(batch);
      } catch (error) {
        failure = writeFailure(file, error);
      }
      bytes -= batchBytes;
    }
  };
  const flush = async (): Promise<void> => {
    while (lines.length > 0 && failure === undefined) {
      writing ??= writeAll().finally(() => {
        writing = undefined;
      });
      await writing;
    }
    if (failure !== undefined) throw failure;
  };
  const timer = setInterval(() => void flush().catch(() => undefined), flushEveryMs);
  timer.unref();

  record({
    k: 'segment',
    n: segment,
    at: clock.monotonicUs(),
    wall: new Date(clock.wallMs()).toISOString(),
    boot: await bootId(),
  });

  const close = async (): Promise<void> => {
    if (closed) return;
    clearInterval(timer);
    try {
      await flush();
      await handle.sync();
    } finally {
      closed = true;
      await handle.close();
    }
  };
  return {
    segment,
    record,
    mark: (event, facts = {}) => {
      record({ k: 'mark', at: clock.monotonicUs(), event, ...facts });
      return flush();
    },
    ready: async () => {
      if (failure !== undefined) throw failure;
      while (bytes > bufferBytes) await flush();
    },
    flush,
    get bufferedBytes() {
      return bytes;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
