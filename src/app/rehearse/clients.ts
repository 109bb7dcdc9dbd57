// Owns the port behind which a rehearsal's clients live, and the way to the real ones.
// Must not load them before they are used: `--help` is to stay quick.
import type { RunChecksOptions } from '../../checks/run.ts';
import type { CheckResult } from '../../judge/check.ts';
import type { Workload, WorkloadOptions } from '../../workload/workload.ts';

/** Those who use the cluster while it is upgraded. What they saw is recorded, and judged by others. */
export interface Clients {
  /** Resolves once the clients are connected and the first operations are due. */
  start(options: WorkloadOptions): Promise<Workload>;
  /** Every compatibility check through every member; rejects only with the signal's reason. */
  check(options: RunChecksOptions): Promise<CheckResult[]>;
}

const load = () => import('./etcd-clients.ts');

export const etcdClients: Clients = {
  start: async (options) => (await load()).startWorkload(options),
  check: async (options) => (await load()).runChecks(options),
};
