// Owns the port behind which a rehearsal's clients live, and the way to the real ones.
// Must not load them before they are used: `--help` is to stay quick.
import type { RunChecksOptions } from '../../checks/run.ts';
import type { CheckResult } from '../../judge/check.ts';
import type { OwnProcessOptions } from '../../workload/own-process.ts';
import type { Workload } from '../../workload/workload.ts';

/** Those who use the cluster while it is upgraded. What they saw is recorded, and judged by others. */
export interface Clients {
  /** Resolves once the clients are connected and the first operations are due. */
  start(options: OwnProcessOptions): Promise<Workload>;
  /** Every compatibility check through every member; rejects only with the signal's reason. */
  check(options: RunChecksOptions): Promise<CheckResult[]>;
}

const load = () => import('./etcd-clients.ts');

/** @param program in which those of the workload live, by themselves: a module that Node runs */
export function etcdClients(program: string): Clients {
  return {
    start: async (options) => (await load()).startWorkloadApart(program, options),
    check: async (options) => (await load()).runChecks(options),
  };
}
