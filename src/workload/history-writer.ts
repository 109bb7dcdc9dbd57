// Owns the buffer between those who record and whoever takes the records: order, batches, back-pressure.
// Must not know where the lines go, nor what the records mean.
import type { HistoryRecord, MarkRecord } from '../judge/history.ts';
import type { Clock } from '../platform/ports.ts';

const flushEveryMs = 100;

/** What those need who record. */
export interface HistoryWriter {
  /** Number of this process's segment, from 1. */
  readonly segment: number;
  /** Takes a record; it is on its way at most about 100 ms later. Never throws: see `ready`. */
  record(record: HistoryRecord): void;
  /** Stamps and writes a mark; resolves when it and all before it are handed over. */
  mark(event: MarkRecord['event'], facts?: Omit<MarkRecord, 'k' | 'at' | 'event'>): Promise<void>;
  /** Resolves when there is room for more; rejects once writing has failed. */
  ready(): Promise<void>;
  /** Resolves when all that was recorded until now is handed over. */
  flush(): Promise<void>;
}

export interface BufferedWriter extends HistoryWriter {
  /** Takes whole lines of records that another process has made. Never throws: see `ready`. */
  take(lines: string): void;
  /** Bytes that wait to be handed over. */
  readonly bufferedBytes: number;
  /** Hands over what is left. What is recorded afterwards is lost. */
  end(): Promise<void>;
}

export interface BufferOptions {
  readonly segment: number;
  readonly clock: Clock;
  /** Hands whole lines over; one call at a time. What it rejects with ends the writing, and is told by `ready`. */
  readonly write: (lines: string) => Promise<void>;
  /** Above this `ready` makes its callers wait. Operations in flight are bounded, so the excess over it is too. */
  readonly bufferBytes: number;
}

export function bufferHistory({ segment, clock, write, bufferBytes }: BufferOptions): BufferedWriter {
  let lines: string[] = [];
  let bytes = 0;
  /** How many were taken, and of these how many are handed over. */
  let takenCount = 0;
  let handedOver = 0;
  let failure: { readonly error: unknown } | undefined;
  let writing: Promise<void> | undefined;
  let ended = false;

  const take = (text: string): void => {
    if (failure !== undefined || ended) return;
    lines.push(text);
    bytes += text.length;
    takenCount += 1;
  };
  const record = (entry: HistoryRecord): void => take(`${JSON.stringify(entry)}\n`);
  const writeBatch = async (): Promise<void> => {
    const [batch, batchBytes, upTo] = [lines.join(''), bytes, takenCount];
    lines = [];
    try {
      await write(batch);
      handedOver = upTo;
    } catch (error) {
      failure = { error };
    }
    bytes -= batchBytes;
  };
  /** Waits for what there is now, and not for what comes meanwhile: that may never end. */
  const flush = async (): Promise<void> => {
    const upTo = takenCount;
    while (handedOver < upTo && failure === undefined) {
      writing ??= writeBatch().finally(() => {
        writing = undefined;
      });
      await writing;
    }
    if (failure !== undefined) throw failure.error;
  };
  const timer = setInterval(() => void flush().catch(() => undefined), flushEveryMs);
  timer.unref();

  return {
    segment,
    record,
    take,
    mark: (event, facts = {}) => {
      record({ k: 'mark', at: clock.monotonicUs(), event, ...facts });
      return flush();
    },
    ready: async () => {
      if (failure !== undefined) throw failure.error;
      while (bytes > bufferBytes) await flush();
    },
    flush,
    get bufferedBytes() {
      return bytes;
    },
    end: async () => {
      clearInterval(timer);
      ended = true;
      await flush();
    },
  };
}
