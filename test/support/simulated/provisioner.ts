// Owns the Provisioner of simulated clusters: worlds by run id.
// Must not know the engine.

import type { ClusterSpec, ProvisionedCluster, Provisioner } from '../../../src/drivers/throw-away.ts';
import { EtcdMigrateError } from '../../../src/errors.ts';
import { memberNamesOf } from '../../../src/plan/channels.ts';
import type { Random } from '../../../src/platform/ports.ts';
import { createSimulatedDriver } from './driver.ts';
import type { VirtualClock } from './virtual-clock.ts';
import { World } from './world.ts';

export interface SimulatedProvisioner extends Provisioner {
  /** The world behind a run, for views, faults and judgements. */
  worldOf(runId: string): World;
}

export function createSimulatedProvisioner(clock: VirtualClock, random: Random): SimulatedProvisioner {
  const worlds = new Map<string, World>();
  const worldOf = (runId: string): World => {
    const world = worlds.get(runId);
    if (!world) throw new EtcdMigrateError('cluster-not-made', `There is no simulated run ${runId}.`);
    return world;
  };
  const provisioned = (runId: string): ProvisionedCluster => ({
    driver: createSimulatedDriver(worldOf(runId)),
    credentials: {},
  });
  return {
    worldOf,
    provision: async (spec: ClusterSpec) => {
      const names = memberNamesOf(spec.voters, spec.memberNames);
      worlds.set(
        spec.runId,
        new World({ clock, random: random.fork(spec.runId), names, release: spec.release, settings: spec.settings }),
      );
      return provisioned(spec.runId);
    },
    adopt: async (runId) => provisioned(runId),
  };
}
