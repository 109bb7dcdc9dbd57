// Owns the slow and obvious linearizability check: try every order of every subset of unknown writes.
// Must not share code with the search it checks.
import type { KeyOperation } from '../../src/judge/wgl.ts';

/** Revisions that known writes made; an unknown write's revision is none of them. */
export function bruteForce(
  required: readonly KeyOperation[],
  unknown: readonly KeyOperation[],
  known: ReadonlySet<number>,
): boolean {
  const all = [...required, ...unknown];
  const isRequired = (index: number): boolean => index < required.length;

  /** @param showed the newest revision that an answer has shown so far */
  const place = (placed: readonly number[], val: number, mod: number | 'unseen', showed: number): boolean => {
    if (all.every((_, index) => !isRequired(index) || placed.includes(index))) return true;
    return all.some((operation, index) => {
      if (placed.includes(index)) return false;
      const mustComeFirst = all.some(
        (other, o) => isRequired(o) && o !== index && !placed.includes(o) && other.end < operation.start,
      );
      if (mustComeFirst) return false;
      const { kind, rev, expect = 0, effective } = operation;
      const holds = mod === 'unseen' ? expect > 0 && !known.has(expect) : mod === expect;
      const happens = kind === 'put' || (kind === 'cas' && (effective ?? holds)) || (kind === 'delete' && val !== -1);

      if (kind === 'get') {
        if (val !== operation.val) return false;
        if (val !== -1 && operation.mod !== undefined && mod !== 'unseen' && mod !== operation.mod) return false;
      }
      if (kind === 'cas' && isRequired(index)) {
        if (effective === true && !holds) return false;
        if (effective === false && mod === expect) return false;
        const { found } = operation;
        if (found !== undefined && found.val !== val) return false;
        if (found !== undefined && val !== -1 && mod !== 'unseen' && mod !== found.mod) return false;
      }
      if (kind === 'delete' && effective !== undefined && effective !== (val !== -1)) return false;

      let newest = showed;
      if (rev !== undefined) {
        if (happens ? rev <= showed : rev < showed) return false;
        newest = rev;
      } else if (happens && !isRequired(index)) {
        // It made some revision that is nobody else's.
        newest = showed + 1;
        while (known.has(newest)) newest++;
      }
      const next = [...placed, index];
      if (!happens) return place(next, val, mod, newest);
      if (kind === 'delete') return place(next, -1, 0, newest);
      return place(next, operation.val, rev ?? 'unseen', newest);
    });
  };
  return place([], -1, 0, 0);
}
