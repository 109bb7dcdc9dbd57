// Owns `--take-over`: the proof that nobody works on a run whose owner cannot be seen from here.
// Must not take the lock (run-lock.ts), nor change anything.
import { stat } from 'node:fs/promises';
import type { ThrowAwayDriver } from '../../drivers/cluster-source.ts';
import type { ClusterDriver } from '../../engine/ports.ts';
import { EtcdMigrateError } from '../../errors.ts';
import type { LockOptions } from '../../platform/run-lock.ts';
import { driverNamed, openSource } from '../rehearse/provisioning.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import type { Tools } from '../shell/tools.ts';
import { recoverRun } from './recovery.ts';
import { parseRunContext } from './run-context-schema.ts';
import type { RunDirectory } from './run-directory.ts';

/** A run that goes on writes down what its clients do several times a second. */
const STILL_MS = 10_000;

/** How the lock is taken: from nobody who may still work, unless a person has named the run. */
export function takenOver(
  directory: RunDirectory,
  named: string | undefined,
  { drivers, signal }: Pick<Surroundings, 'drivers' | 'signal'>,
  tools: Tools,
): LockOptions {
  if (named === undefined) return {};
  return { prove: () => proveStill(directory, named, { ...tools, drivers, signal }) };
}

interface Looking extends Pick<Tools, 'clock' | 'log' | 'progress'> {
  readonly drivers: readonly ThrowAwayDriver[];
  readonly signal: AbortSignal;
}

/**
 * Looks twice, 10 s apart, at the members' processes and at what a run writes. Throws `run-in-progress` where anything
 * has changed or is changing, `usage` where the run in this directory is another than the named one.
 */
async function proveStill(directory: RunDirectory, named: string, looking: Looking): Promise<void> {
  const { clock, progress, signal } = looking;
  const recovery = await recoverRun(directory);
  if (recovery.runId !== named) {
    throw new EtcdMigrateError(
      'usage',
      `--take-over names run ${named}, and ${directory.path} holds run ${recovery.runId}. Nothing was changed.`,
    );
  }
  progress.now(`watching for ${STILL_MS / 1000} s whether somebody still works on run ${named}`);
  const source = await openSource(
    driverNamed(looking.drivers, parseRunContext(recovery.context).driver),
    directory,
    parseRunContext(recovery.context),
    looking,
  );
  const cluster = await source.adopt(named, signal).catch((error: unknown) => {
    // Members that were never made do not change.
    if (error instanceof EtcdMigrateError && error.code === 'cluster-not-made') return null;
    throw error;
  });
  try {
    const look = async (): Promise<readonly Seen[]> => [
      ...(await filesOf(directory)),
      ...(cluster === null ? [] : await membersOf(cluster.driver, signal)),
    ];
    const before = await look();
    await clock.sleep(STILL_MS, signal);
    const after = await look();
    const moved = before.filter(
      ({ what, state }, index) => state === null || after[index]?.state !== state || after[index]?.what !== what,
    );
    if (moved.length === 0) return;
    throw new EtcdMigrateError(
      'run-in-progress',
      `Run ${named} was not taken over: ${moved.map(({ what }) => what).join(', ')} changed within ${STILL_MS / 1000} s, so somebody still works on it. Nothing was changed.`,
    );
  } finally {
    await cluster?.end('leave');
  }
}

/** `state` is equal as long as nothing changes; null while something is known to change. */
interface Seen {
  readonly what: string;
  readonly state: string | null;
}

async function filesOf({ journal, history, checks }: RunDirectory): Promise<readonly Seen[]> {
  return await Promise.all(
    Object.entries({ journal, history, checks }).map(async ([name, path]) => ({
      what: `the ${name}`,
      state: await stat(path).then(
        ({ size, mtimeMs }) => `${size} ${mtimeMs}`,
        () => 'none',
      ),
    })),
  );
}

async function membersOf(driver: ClusterDriver, signal: AbortSignal): Promise<readonly Seen[]> {
  return await Promise.all(
    (await driver.inventory(signal)).map(async (member) => {
      const { process, running, changing } = await driver.inspect(member, signal);
      const state = changing === true ? null : JSON.stringify([process?.identity ?? null, running]);
      return { what: `the process of ${member.name}`, state };
    }),
  );
}
