// Owns the order in which a plan's steps are carried out: each upgrade step, then the legs that hang on it.
// Must not know how a step is carried out.
import type { Hop, Leg, Plan, PlannedStep } from './steps.ts';

export interface ExecutableStep {
  readonly planned: PlannedStep;
  readonly hop: Hop;
  readonly part: 'upgrade' | 'leg';
  readonly leg?: Leg;
  /** How deep it stands in the printed tree: hops are at 0, upgrade steps at 1, steps of legs at 2. */
  readonly depth: number;
}

/** Upgrade and legs in execution order. A plan without legs is what production runs. */
export function executableSteps(plan: Plan): readonly ExecutableStep[] {
  const legsAfter = new Map<string, Leg[]>();
  for (const leg of plan.legs) legsAfter.set(leg.after, [...(legsAfter.get(leg.after) ?? []), leg]);
  return plan.upgrade.hops.flatMap((hop) =>
    hop.steps.flatMap((planned) => [
      { planned, hop, part: 'upgrade' as const, depth: 1 },
      ...(legsAfter.get(planned.id) ?? []).flatMap((leg) =>
        leg.steps.map((step) => ({ planned: step, hop, part: 'leg' as const, leg, depth: 2 })),
      ),
    ]),
  );
}
