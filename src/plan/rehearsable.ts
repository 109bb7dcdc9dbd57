// Owns what of a plan a driver cannot rehearse: legs, which are left out, and what its gates cannot see. Both are said.
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

/** Whether the gates on settings can see any; where they cannot, a warning. */
export function seesSettings(capabilities: ReadonlySet<Capability>, objections: Objections): boolean {
  if (capabilities.has('see-settings')) return true;
  objections.add(
    'warning',
    'rule/not-rehearsed',
    'The driver does not have the capability see-settings, so nothing proves that members run with the settings of the plan and no others. The verdict is inconclusive at best.',
    'Rehearse on Linux, where the settings of a running process can be seen.',
  );
  return false;
}
