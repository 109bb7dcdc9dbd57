// Owns the seeded disturbances of a deep rehearsal.
// Must not know how a member is killed, nor draw from anything but the seed and the place.
import { createHash } from 'node:crypto';

export type Disturbance = 'leader' | 'follower';

/**
 * Which member to kill at each place, if any. Each place draws for itself, so a plan that gains a step elsewhere keeps
 * its disturbances; at least one place of a hop gets one. One member at a time and only with a member to spare, so
 * the quorum never breaks: none for fewer than three voters.
 */
export function killsAt(seed: number, places: readonly string[], voters: number): ReadonlyMap<string, Disturbance> {
  const kills = new Map<string, Disturbance>();
  if (voters < 3) return kills;
  for (const place of places) {
    const draw = drawFor(seed, place) % 3;
    if (draw !== 0) kills.set(place, draw === 1 ? 'leader' : 'follower');
  }
  const [first] = places;
  if (kills.size === 0 && first !== undefined)
    kills.set(first, drawFor(seed, 'first') % 2 === 0 ? 'leader' : 'follower');
  return kills;
}

function drawFor(seed: number, place: string): number {
  return createHash('sha256').update(`${seed}/kill/${place}`).digest().readUInt32LE(0);
}
