// Owns turning a file's bytes into text: size, encoding, and a clear no to what is not a text file.
// Must not know YAML.
import type { EtcdMigrateError } from '../errors.ts';
import type { Finding } from '../findings.ts';
import { mistakesError } from './mistakes.ts';

/** Far above any real manifest, so that a wrong path to a big file is told at once. */
export const MAX_FILE_BYTES = 1024 * 1024;

/** UTF-8 with or without a byte order mark. Throws `manifest-unreadable`, located to the line where that is possible. */
export function decodeText(bytes: Uint8Array, file: string): string {
  if (bytes.length > MAX_FILE_BYTES) {
    const mebibytes = (bytes.length / MAX_FILE_BYTES).toFixed(1);
    throw unreadable(
      file,
      'rule/manifest-too-big',
      `The file is ${mebibytes} MiB; a manifest is at most 1 MiB.`,
      'check the path',
    );
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw unreadable(file, 'rule/manifest-not-utf8', 'The file is UTF-16.', 'save it as UTF-8', { line: 1, column: 1 });
  }
  const zero = bytes.indexOf(0);
  if (zero !== -1) {
    throw unreadable(
      file,
      'rule/manifest-binary',
      'The file is not a text file: it has a NUL byte here.',
      'check the path',
      placeOf(bytes, zero),
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(file, 'rule/manifest-not-utf8', 'This line is not valid UTF-8.', 'save the file as UTF-8', {
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
  file: string,
  id: string,
  message: string,
  fix: string,
  place: { line?: number; column?: number } = {},
): EtcdMigrateError {
  const finding: Finding = { id, severity: 'error', message, where: { file, ...place }, fix };
  return mistakesError('manifest-unreadable', file, [finding]);
}
