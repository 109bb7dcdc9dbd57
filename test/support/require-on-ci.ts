// Owns the rule that a test whose surroundings are missing is skipped aloud on a desk and fails where CI=true.
// Must not know what is missing.

/** `missing`: what the machine lacks, or null. Throws with CI=true, where a test that is not run would go unnoticed. */
export function requireOnCi(what: string, missing: string | null): void {
  if (missing === null) return;
  if (process.env['CI'] === 'true') throw new Error(`not tested: ${what}: ${missing}`);
  process.stderr.write(`not run: ${what}: ${missing}\n`);
}
