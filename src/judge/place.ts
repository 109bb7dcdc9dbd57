// Owns the words for where something was seen: through which member, on which release, in which state, under whom.
// Must not know how that is found out (timeline.ts), nor judge.

import { highestOf, isVersion } from '../catalog/version.ts';

export interface Place {
  readonly member?: string;
  /** What that member ran then; both where it was being switched. */
  readonly release?: string;
  /** Step id of the plan. */
  readonly step?: string;
  /** How far the members were, in words: "1 of 3 on 3.6.14". */
  readonly state?: string;
  /** Who led, with the release; two where the leader changed about then. */
  readonly led?: string;
}

/** "m1 (3.6.14)". */
export function memberInWords(member: string, release: string | undefined): string {
  return release === undefined ? member : `${member} (${release})`;
}

/** "1 of 3 on 3.6.14", or "all on 3.6.14"; undefined where not every member's release is known, or one is no version. */
export function releasesInWords(releases: readonly (string | undefined)[]): string | undefined {
  const known = releases.filter((each) => each !== undefined);
  const [only, another] = new Set(known);
  if (only === undefined || known.length < releases.length) return undefined;
  if (another === undefined) return `all on ${only}`;
  if (!known.every(isVersion)) return undefined;
  const newest = highestOf(known);
  return `${known.filter((each) => each === newest).length} of ${known.length} on ${newest}`;
}

/** "seen through m1 (3.6.14) in step 1.4, 1 of 3 on 3.6.14, led by m2 (3.5.33)"; empty where nothing is known. */
export function placeInWords({ member, release, step, state, led }: Place): string {
  const through = member === undefined ? undefined : `through ${memberInWords(member, release)}`;
  const during = step === undefined ? undefined : `in step ${step}`;
  const first = [through, during].filter((each) => each !== undefined).join(' ');
  const parts = [first, state, led === undefined ? undefined : `led by ${led}`];
  const said = parts.filter((each) => each !== undefined && each !== '');
  return said.length === 0 ? '' : `seen ${said.join(', ')}`;
}
