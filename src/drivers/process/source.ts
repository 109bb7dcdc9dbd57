// Owns the source of clusters of local processes: made, taken over and removed below one directory.
// Must not hold how any of it is done (provisioner.ts, runs.ts).
import { createMemberAccess } from '../../etcd/member-access.ts';
import type { SourcePlace, ThrowAwayCluster, ThrowAwaySource } from '../cluster-source.ts';
import { createProcessProvisioner, type ProvisionedProcesses } from './provisioner.ts';
import { listForeign, listRuns, removeRun } from './runs.ts';

export function openProcessSource({ stateDir, logs, ...tools }: SourcePlace): ThrowAwaySource {
  const provisioner = createProcessProvisioner({ stateDir, failureLogsIn: logs, ...tools });
  const remove = (runId: string): Promise<void> => removeRun(stateDir, runId, { keepLogsIn: logs });
  const clusterOf = (
    { driver, credentials }: ProvisionedProcesses,
    removeIt: () => Promise<void>,
  ): ThrowAwayCluster => ({
    driver,
    credentials,
    connect: () => createMemberAccess(credentials),
    end: async (how) => await (how === 'remove' ? removeIt() : driver[Symbol.asyncDispose]()),
  });
  return {
    open: async (spec, signal) => {
      const made = await provisioner.provision(spec, signal);
      const { anonymous, restoreMs, driver } = made;
      // Nobody asks for the last words of a backup's copy.
      const removeIt = spec.restore ? () => driver.destroy() : () => remove(spec.runId);
      return { ...clusterOf(made, removeIt), anonymous, restoreMs };
    },
    adopt: async (runId, signal) => clusterOf(await provisioner.adopt(runId, signal), () => remove(runId)),
    remains: async () => ({ runs: await listRuns(stateDir), foreign: await listForeign(stateDir) }),
    remove,
  };
}
