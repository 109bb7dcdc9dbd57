// Owns the answer to "on which side of the point of no return is this hop?".
// Must not wait or change anything.
import { compareLines, lineOf } from '../catalog/version.ts';
import type { Hop } from '../plan/steps.ts';
import { type Bounds, bounded, isInterruption } from './bounded.ts';
import { readLimitMs } from './limits.ts';
import type { ClusterView, Member } from './ports.ts';
import type { Survey } from './survey.ts';

export type Side = 'before' | 'after';

/** Whether any member says that the cluster version has reached the hop's target: the truth about the way back (K16). */
export async function hasFlipped(
  view: Pick<ClusterView, 'versions'>,
  bounds: Bounds,
  members: readonly Member[],
  hop: Hop,
): Promise<boolean> {
  if (hop.kind !== 'minor') return false;
  const clusterVersions = await Promise.all(
    members.map(async (member) => {
      try {
        const { cluster } = await bounded(bounds, `/version of ${member.name}`, readLimitMs, (s) =>
          view.versions(member, s),
        );
        return cluster;
      } catch (error) {
        if (isInterruption(error)) throw error;
        return null; // a member that is down says nothing; the others do
      }
    }),
  );
  return clusterVersions.some((cluster) => cluster !== null && compareLines(lineOf(cluster), lineOf(hop.to)) >= 0);
}

/**
 * A minor hop is past it as soon as no member runs the old line any more, or the cluster version has moved. A member
 * whose process has ended counts as old: nobody can say that it is not needed to go back.
 */
export function sideOf(hop: Hop, survey: Survey, flipped: boolean): Side {
  if (hop.kind !== 'minor') return 'before';
  if (flipped) return 'after';
  const onNew = survey.members.every(({ host }) => {
    const release = host?.running?.release;
    return release !== undefined && compareLines(lineOf(release), lineOf(hop.to)) >= 0;
  });
  return onNew ? 'after' : 'before';
}
