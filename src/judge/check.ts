// Owns the shape of one compatibility check's result (what the catalog expects against what was seen), and what
// the results of a state lack.
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
  /** What earlier tries saw, which met another leader or a time in which this process stood still. Absent: none did. */
  readonly disturbed?: readonly string[];
}

/**
 * What is missing of a state that was to be observed, in words without a full stop: each of these checks through each
 * voter, and as many of them on the new release as the state says. Null where it is whole.
 */
export function lackOfObservation(
  { to, upgraded, voters }: ClusterState,
  checks: readonly string[],
  results: readonly CheckResult[],
): string | null {
  if (results.length === 0) return 'no check';
  // A step that was observed again counts as it was seen last.
  const releases = new Map(results.map(({ member, release }) => [member, release]));
  if (releases.size !== voters) return `checks through ${releases.size} members of ${voters}`;
  const onNew = [...releases.values()].filter((release) => release === to).length;
  if (onNew !== upgraded) return `${onNew} members on ${to} instead of ${upgraded}`;
  const seen = new Set(results.map(({ member, check }) => `${check} through ${member}`));
  const missing = [...releases.keys()]
    .flatMap((member) => checks.map((check) => `${check} through ${member}`))
    .filter((each) => !seen.has(each));
  const [first] = missing;
  if (first === undefined) return null;
  const more = missing.length > 1 ? ` (and ${missing.length - 1} more)` : '';
  return `no undisturbed answer to the check ${first}${more}`;
}
