// Owns reading a member's log file: the last words of one start, and the lines since a moment.
// Must not write it (the host script appends both streams of etcd to it).
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { lastWords, wallMsOf } from './log-lines.ts';

/** The reason stands near the beginning of a start that failed, or near its end: both are looked at. */
const HEAD_BYTES = 64 * 1024;
const TAIL_BYTES = 256 * 1024;

/** Lines of the start whose output begins at byte `from`; empty when there is no log. */
export async function readLastWords(path: string, from: number): Promise<readonly string[]> {
  try {
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    const text = async (start: number, end: number) => {
      const buffer = Buffer.alloc(Math.max(0, end - start));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
      return buffer.subarray(0, bytesRead).toString();
    };
    if (size - from <= HEAD_BYTES + TAIL_BYTES) return lastWords(await text(from, size));
    return lastWords(`${await text(from, from + HEAD_BYTES)}\n${await text(size - TAIL_BYTES, size)}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Lines from the first one that is not older than `sinceWallMs`, to the end of the file as it is now. */
export async function* readLogSince(path: string, sinceWallMs: number): AsyncGenerator<string> {
  const stream = createReadStream(path);
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  let reached = false;
  try {
    for await (const line of lines) {
      // Lines without a time belong to the line before them; those that are a little out of order are not left out.
      reached ||= (wallMsOf(line) ?? Number.NEGATIVE_INFINITY) >= sinceWallMs;
      if (reached) yield line;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  } finally {
    lines.close();
    stream.destroy();
  }
}
