// Owns the words for where something was seen: through which member, on which release, in which state, under whom.
// Must not know how that is found out (timeline.ts), nor judge.

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

/** "seen through m1 (3.6.14) in step 1.4, 1 of 3 on 3.6.14, led by m2 (3.5.33)"; empty where nothing is known. */
export function placeInWords({ member, release, step, state, led }: Place): string {
  const through = member === undefined ? undefined : `through ${memberInWords(member, release)}`;
  const during = step === undefined ? undefined : `in step ${step}`;
  const first = [through, during].filter((each) => each !== undefined).join(' ');
  const parts = [first, state, led === undefined ? undefined : `led by ${led}`];
  const said = parts.filter((each) => each !== undefined && each !== '');
  return said.length === 0 ? '' : `seen ${said.join(', ')}`;
}
