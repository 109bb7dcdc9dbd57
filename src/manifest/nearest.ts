// Owns finding the word that somebody most likely meant.
// Must not know what the words are for.
import { distance } from 'fastest-levenshtein';

/** Longer words are not slips of the finger, and comparing them costs time. */
const MAX_LENGTH = 40;

/** The nearest candidate, or undefined when none is near: at most a third of the letters may differ. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > MAX_LENGTH) return undefined;
  const wanted = plain(word);
  let best: { candidate: string; edits: number } | undefined;
  for (const candidate of candidates) {
    const edits = distance(wanted, plain(candidate));
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    // `to` and `cas` are so short that one edit reaches half of all words; letters swapped (`form`) cost two.
    const near = edits <= allowed || sameLetters(wanted, plain(candidate));
    if (near && wanted.length > 1 && (best === undefined || edits < best.edits)) best = { candidate, edits };
  }
  return best?.candidate;
}

/** `config-file`, `config_file` and `ConfigFile` all mean `configFile`. */
function plain(word: string): string {
  return word.toLowerCase().replace(/[-_\s.]/g, '');
}

function sameLetters(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}
