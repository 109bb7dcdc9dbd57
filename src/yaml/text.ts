// Owns turning a file's bytes into text: size, encoding, and a clear no to what is not a text file.
// Must not know YAML, nor what the file is for.
import type { Finding, FindingId } from '../findings.ts';

/**
 * The most that a file may have: far above any real file of settings, so that a wrong path to a big file is told at
 * once.
 */
const MAX_FILE_BYTES = 1024 * 1024;

/** Why bytes are no text. The list is closed. */
export type TextMistake = 'too-big' | 'not-utf8' | 'binary';

export interface TextSource {
  /** The name of the file as messages show it. */
  readonly file: string;
  /** The id of the finding on such a mistake. */
  readonly idOf: (mistake: TextMistake) => FindingId;
}

/**
 * Reads UTF-8, with or without a byte order mark, or says what is wrong, located to the line where that is possible.
 */
export function decodeText(bytes: Uint8Array, source: TextSource): { readonly text: string } | Finding {
  if (bytes.length > MAX_FILE_BYTES) {
    const mebibytes = (bytes.length / MAX_FILE_BYTES).toFixed(1);
    return unreadable(source, 'too-big', `The file is ${mebibytes} MiB; at most 1 MiB is read.`, 'check the path');
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return unreadable(source, 'not-utf8', 'The file is UTF-16.', 'save it as UTF-8', { line: 1, column: 1 });
  }
  const zero = bytes.indexOf(0);
  if (zero !== -1) {
    const message = 'The file is not a text file: it has a NUL byte here.';
    return unreadable(source, 'binary', message, 'check the path', placeOf(bytes, zero));
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return unreadable(source, 'not-utf8', 'This line is not valid UTF-8.', 'save the file as UTF-8', {
      line: firstUndecodableLine(bytes),
    });
  }
}

function placeOf(bytes: Uint8Array, offset: number): { line: number; column: number } {
  const before = bytes.subarray(0, offset);
  return {
    line: before.reduce((line, byte) => (byte === 0x0a ? line + 1 : line), 1),
    column: offset - before.lastIndexOf(0x0a),
  };
}

/** A line break is never part of another UTF-8 character, so lines can be judged one by one. */
function firstUndecodableLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end === -1 ? bytes.length : end;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, stop));
    } catch {
      return line;
    }
    start = stop + 1;
  }
  return line;
}

function unreadable(
  { file, idOf }: TextSource,
  mistake: TextMistake,
  message: string,
  fix: string,
  place: { line?: number; column?: number } = {},
): Finding {
  return { id: idOf(mistake), severity: 'error', message, where: { file, ...place }, fix };
}
