// Owns the answer to "can this hop be undone?": one answer from all that can shut the way.
// Must not look, wait or change anything: who demands an open way is way-back-proof.ts.
import { lineOf } from '../catalog/version.ts';
import type { FailureCode } from '../errors.ts';
import { type About, evidenceInWords, type MemberEvidence, type Side } from './side.ts';

/**
 * `unknown`: nothing shuts it that anybody saw, and nothing proves that it is open. Unknown is not open. `why` is half a
 * sentence, without a full stop.
 */
export type WayBack =
  | { readonly is: 'open' }
  | {
      readonly is: 'shut';
      readonly code: Extract<FailureCode, 'past-point-of-no-return' | 'downgrade-in-progress' | 'roll-back-broken'>;
      readonly why: string;
    }
  | { readonly is: 'unknown'; readonly why: string };

export interface WayBackEvidence extends About {
  readonly side: Side;
  readonly members: readonly MemberEvidence[];
}

/**
 * What shuts the way: the point of no return, a downgrade job (a restarted member would die over it: K5), and that it
 * was tried and did not work.
 */
export function wayBackOf({ hop, side, members, lastSwitchIntended, brokenBack }: WayBackEvidence): WayBack {
  if (hop === undefined) return { is: 'unknown', why: 'the plan has no hop' };
  if (side === 'after') {
    return { is: 'shut', code: 'past-point-of-no-return', why: whyPastIt({ hop, members, lastSwitchIntended }) };
  }
  const jobs = members.flatMap(({ name, downgrade }) => (downgrade === 'active' ? [name] : []));
  if (jobs.length > 0) {
    const why = `a downgrade job is active on ${jobs.join(', ')}, over which a restarted member would not start again (K5)`;
    return { is: 'shut', code: 'downgrade-in-progress', why };
  }
  if (brokenBack !== null) return { is: 'shut', code: 'roll-back-broken', why: brokenBack };
  if (side === 'unknown') {
    return {
      is: 'unknown',
      why: `nothing proves that the cluster version has not moved (${evidenceInWords(members)})`,
    };
  }
  // A job is in the raft log: one that has answered has read it, whatever the others know.
  const isAsked = members.some(({ downgrade }) => downgrade === 'none');
  const isUnheardOf = members.length > 0 && members.every(({ downgrade }) => downgrade === 'unheard-of');
  if (isAsked || isUnheardOf) return { is: 'open' };
  return { is: 'unknown', why: 'no member says whether a downgrade job is active (K5)' };
}

function whyPastIt({
  hop,
  members,
  lastSwitchIntended,
}: Pick<WayBackEvidence, 'members' | 'lastSwitchIntended'> & { readonly hop: NonNullable<About['hop']> }): string {
  const isOld = (version: string): boolean => lineOf(version) === lineOf(hop.from);
  const reported = members.find(({ clusterVersion }) => clusterVersion !== null && !isOld(clusterVersion));
  if (reported) return `the cluster version is ${lineOf(reported.clusterVersion ?? hop.to)}`;
  const isSeen = members.length > 0 && members.every(({ runs }) => typeof runs !== 'string' && !isOld(runs.release));
  if (isSeen || !lastSwitchIntended) return 'no member runs the old release any more';
  return `its last switch was begun, and nothing that could be seen disproves it: ${evidenceInWords(members)}`;
}
