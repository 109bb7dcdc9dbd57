// Owns a few words about a run's end whose room on the disk was taken at its beginning: a disk that is full by then still
// takes them.
// Must not know what they say.
import { open, readFile, rm } from 'node:fs/promises';
import { pathError } from './files.ts';

const bytes = 4096;

/** Takes the room. What an earlier run left there is gone. Throws `no-space`, `no-permission`. */
export async function reserveLastWord(file: string): Promise<void> {
  await overwrite(file, 'w', '');
}

/** Writes the words in place, as JSON of at most 4 KiB: no block is asked for. */
export async function writeLastWord(file: string, word: object): Promise<void> {
  const text = JSON.stringify(word);
  if (Buffer.byteLength(text) > bytes) throw new RangeError(`a last word has at most ${bytes} bytes`);
  await overwrite(file, 'r+', text);
}

/** The words, parsed; null where there are none, or not whole ones. */
export async function readLastWord(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch {
    // Nothing but room, no file, or a word that a crash tore: the journal counts.
    return null;
  }
}

export async function removeLastWord(file: string): Promise<void> {
  await rm(file, { force: true });
}

async function overwrite(file: string, flags: 'w' | 'r+', text: string): Promise<void> {
  try {
    await using handle = await open(file, flags, 0o600);
    await handle.write(Buffer.from(text.padEnd(bytes)), 0, bytes, 0);
    await handle.sync();
  } catch (error) {
    throw pathError(error, 'Writing', file);
  }
}
