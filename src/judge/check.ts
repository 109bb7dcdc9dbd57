// Owns the shape of one compatibility check's result (what the catalog expects against what was seen), and when the
// results of a state are whole.
// Must not know how a check is run (checks/).
import type { ClusterState } from '../plan/steps.ts';

export interface CheckResult {
  /** Check id, e.g. "watch-compacted". */
  readonly check: string;
  /** Printable state, e.g. "3.5.33→3.6.14 mixed 1/3". */
  readonly state: string;
  readonly member: string;
  /** Release of the member the check went through. */
  readonly release: string;
  readonly expected: string;
  readonly seen: string;
  readonly ok: boolean;
  readonly durationMs: number;
  readonly error?: string;
}

/**
 * Whether a state was observed as planned: each of these checks through each voter, and as many of them on the new
 * release as the state says. Anything less is not an observation of that state.
 */
export function isWholeObservation(
  { to, upgraded, voters }: ClusterState,
  checks: readonly string[],
  results: readonly CheckResult[],
): boolean {
  // A step that was observed again counts as it was seen last.
  const releases = new Map(results.map(({ member, release }) => [member, release]));
  const seen = new Set(results.map(({ member, check }) => `${check} through ${member}`));
  return (
    releases.size === voters &&
    [...releases.values()].filter((release) => release === to).length === upgraded &&
    [...releases.keys()].every((member) => checks.every((check) => seen.has(`${check} through ${member}`)))
  );
}
