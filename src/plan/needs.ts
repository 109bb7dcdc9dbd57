// Owns what each kind of step needs of the driver that carries it out, beyond what every driver has.
// Must not know any driver, nor what follows where one lacks something.
import type { PlannedStep, Step } from './steps.ts';

/**
 * What only some drivers can do: stop and start members, kill one without warning and bring it back, make a cluster from
 * a backup, see the settings that a process really runs with. Looking at members, staging releases and reading logs
 * belongs to every driver.
 */
export type Capability = 'stop-start' | 'kill' | 'restore-data' | 'see-settings';

const needs: Readonly<Record<Step['kind'], Capability | null>> = {
  verify: null,
  stage: null,
  'switch-member': 'stop-start',
  'renew-raft-snapshots': null,
  hold: null,
  'wait-cluster-version': null,
  observe: null,
  lead: null,
  'kill-member': 'kill',
};

interface UnmetNeed {
  readonly planned: PlannedStep;
  readonly capability: Capability;
}

/** The steps that cannot be carried out with these capabilities, in order, and what each lacks. */
export function unmetNeeds(steps: readonly PlannedStep[], capabilities: ReadonlySet<Capability>): readonly UnmetNeed[] {
  return steps.flatMap((planned) => {
    const capability = needs[planned.step.kind];
    return capability === null || capabilities.has(capability) ? [] : [{ planned, capability }];
  });
}
