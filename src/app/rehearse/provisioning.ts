// Owns the wiring of the cluster sources: which driver, where it keeps its clusters and which binaries it starts.
// Must not name a driver (drivers/index.ts).
import type { ThrowAwayDriver, ThrowAwaySource } from '../../drivers/cluster-source.ts';
import { EtcdMigrateError } from '../../errors.ts';
import type { Capability } from '../../plan/needs.ts';
import { createRandom } from '../../platform/random.ts';
import type { RunDirectory } from '../run/run-directory.ts';
import type { Tools } from '../shell/tools.ts';
import { type Obtained, verifiedBinaries } from './verified-binaries.ts';

/** Whoever only looks at what is there, or removes it, starts no binary and has no releases. */
export const nothingObtained: Obtained = { binaries: {}, releases: [] };

/** The driver of new runs: the first of the list that can do this much. Throws `capability-missing`. */
export function chooseDriver(drivers: readonly ThrowAwayDriver[], capability: Capability): ThrowAwayDriver {
  const driver = drivers.find(({ capabilities }) => capabilities.has(capability));
  if (driver !== undefined) return driver;
  throw new EtcdMigrateError(
    'capability-missing',
    `This needs a driver with the capability ${capability}; ${namesOf(drivers)} ${drivers.length === 1 ? 'lacks' : 'lack'} it. Nothing was started.`,
  );
}

/** The driver that a run was begun with. Throws `driver-unknown`, naming it. */
export function driverNamed(drivers: readonly ThrowAwayDriver[], name: string): ThrowAwayDriver {
  const driver = drivers.find((each) => each.name === name);
  if (driver !== undefined) return driver;
  throw new EtcdMigrateError(
    'driver-unknown',
    `The run was begun with the driver "${name}", which this etcd-migrate does not have (it has ${namesOf(drivers)}). Its cluster was not touched.`,
  );
}

function namesOf(drivers: readonly ThrowAwayDriver[]): string {
  return drivers.map(({ name }) => name).join(', ') || 'none';
}

/** Where a driver keeps the clusters of this output directory, and which binaries it starts. */
export function openSource(
  driver: ThrowAwayDriver,
  directory: RunDirectory,
  context: Obtained,
  tools: Pick<Tools, 'clock' | 'log'>,
): Promise<ThrowAwaySource> {
  return driver.source({
    stateDir: directory.path,
    logs: directory.logs,
    binaries: verifiedBinaries(context),
    clock: tools.clock,
    log: tools.log,
    random: createRandom(process.pid),
  });
}
