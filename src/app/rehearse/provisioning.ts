// Owns the wiring of the cluster sources: which driver, where it keeps its clusters and which binaries it starts.
// Must not name a driver (drivers/index.ts).
import type { ThrowAwayDriver, ThrowAwaySource } from '../../drivers/cluster-source.ts';
import { EtcdMigrateError } from '../../errors.ts';
import type { Capability } from '../../plan/needs.ts';
import { createRandom } from '../../platform/random.ts';
import { sha256OfFile } from '../../releases/digest.ts';
import type { RunContext } from '../run/run-context.ts';
import type { RunDirectory } from '../run/run-directory.ts';
import type { Tools } from '../shell/tools.ts';

/** The releases that a run has obtained; more may come while it goes on. */
export type Obtained = Pick<RunContext, 'binaries' | 'releases'>;

/** For whoever only looks at what is there, or removes it. */
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

/**
 * Path of a release's etcd, which must still be what was verified: hops stage their binary minutes after that, a resume
 * days after, and the rehearsal record names the digest. Throws `checksum-mismatch` and `binary-invalid`.
 */
export function verifiedBinaries(obtained: Obtained): (version: string) => Promise<string> {
  return async (version) => {
    const path = obtained.binaries[version];
    const verified = obtained.releases.find((release) => release.version === version)?.sha256['etcd'];
    if (path === undefined || verified === undefined) {
      throw new EtcdMigrateError('internal-error', `No binary of etcd ${version} was obtained.`);
    }
    await requireAsVerified(path, version, verified);
    return path;
  };
}

/** Throws `checksum-mismatch` for a binary that was replaced since its digest was verified, `binary-invalid` for none. */
export async function requireAsVerified(path: string, version: string, verified: string): Promise<void> {
  const found = await sha256OfFile(path).catch((cause: unknown) => {
    const why = (cause as Error).message;
    throw new EtcdMigrateError('binary-invalid', `etcd ${version} was verified, but cannot be read now: ${why}.`, {
      cause,
    });
  });
  if (found !== verified) {
    throw new EtcdMigrateError(
      'checksum-mismatch',
      `${path} (etcd ${version}) was replaced after it was verified: its sha256 is ${found}, it was ${verified}. It was not run.`,
      { hint: 'Leave the binaries alone while a rehearsal runs, and start it again.' },
    );
  }
}
