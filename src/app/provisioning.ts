// Owns the wiring of the process provisioner: where its runs live and which binaries it starts.
import { createProcessProvisioner } from '../drivers/process/provisioner.ts';
import type { Provisioner } from '../engine/ports.ts';
import { EtcdMigrateError } from '../errors.ts';
import { createRandom } from '../platform/random.ts';
import type { RunContext } from './run-context.ts';
import type { RunDirectory } from './run-directory.ts';
import type { Tools } from './tools.ts';

export function openProvisioner(directory: RunDirectory, context: RunContext, tools: Tools): Provisioner {
  return createProcessProvisioner({
    stateDir: directory.path,
    failureLogsIn: directory.logs,
    binaries: async (version) => {
      const path = context.binaries[version];
      if (path === undefined)
        throw new EtcdMigrateError('internal-error', `No binary of etcd ${version} was obtained.`);
      return path;
    },
    clock: tools.clock,
    log: tools.log,
    random: createRandom(process.pid),
  });
}
