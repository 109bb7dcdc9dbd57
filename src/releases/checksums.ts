// Owns reading a SHA256SUMS file.
// Must not know where it came from.
import type { Refusal } from './source.ts';

const LINE = /^([0-9a-fA-F]{64})[ \t]+[ *]?(\S+)$/;

/** The published sha256 of a file, lower case; a refusal when the list has none, or two different ones. */
export function findChecksum(list: string, file: string): string | Refusal {
  const lines = list.split(/\r?\n/).filter((line) => line.trim() !== '');
  const entries = lines.flatMap((line) => {
    const match = LINE.exec(line.trim());
    return match?.[1] && match[2] ? [{ sha256: match[1].toLowerCase(), name: match[2].replace(/^\.\//, '') }] : [];
  });
  if (entries.length === 0) return { refused: 'SHA256SUMS is not a list of checksums' };
  const sums = new Set(entries.filter(({ name }) => name === file).map(({ sha256 }) => sha256));
  const [sum] = sums;
  if (sum === undefined) return { refused: `SHA256SUMS has no line for ${file}` };
  if (sums.size > 1) return { refused: `SHA256SUMS has ${sums.size} different sums for ${file}` };
  return sum;
}
