// Owns which legs of a plan a driver can rehearse. Those that it cannot are left out, and said.
// Must not leave out a step of the upgrade: a driver that lacks what one needs is refused as a whole.
import { type Capability, unmetNeeds } from './needs.ts';
import type { Objections } from './objections.ts';
import type { Leg } from './steps.ts';

/** The legs that can be rehearsed, in their order and with their ids; a warning for each capability that others need. */
export function rehearsableLegs(
  legs: readonly Leg[],
  capabilities: ReadonlySet<Capability>,
  objections: Objections,
): readonly Leg[] {
  const leftOut = new Map<Capability, string[]>();
  const kept = legs.filter(({ id, title, steps }) => {
    const [unmet] = unmetNeeds(steps, capabilities);
    if (unmet === undefined) return true;
    leftOut.set(unmet.capability, [...(leftOut.get(unmet.capability) ?? []), `${id} ${title}`]);
    return false;
  });
  for (const [capability, titles] of leftOut) {
    objections.add(
      'warning',
      'rule/not-rehearsed',
      `The driver does not have the capability ${capability}, so this is not rehearsed: ${titles.join('; ')}. The verdict is inconclusive at best.`,
      'Rehearse with a driver that has it, or at a depth that does not ask for it.',
    );
  }
  return kept;
}
