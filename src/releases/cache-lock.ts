// Owns the promise that one process at a time obtains a release for a cache.
// Must not be needed for correctness: entries appear by an atomic rename; the lock only saves doing the work twice.
import { dirname } from 'node:path';
import { lock } from 'proper-lockfile';
import { EtcdMigrateError } from '../errors.ts';
import { fileError } from '../platform/files.ts';
import type { Clock } from '../platform/ports.ts';
import { makeDirectory } from './workspace.ts';

/** A dead owner's lock is taken over after this long; a live one touches it five times as often. */
const STALE_MS = 10_000;
const RETRY_MS = 250;
/** The wait is longer than the slowest build that we allow. */
const LONGEST_WAIT_MS = 20 * 60_000;

export interface LockRequest {
  /** What is locked; `<path>.lock` appears beside it. */
  readonly path: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Called every time the lock was found taken. */
  readonly onWait: () => void;
}

/** Waits at most 20 minutes, then throws `release-unobtainable`; throws the signal's reason on abort. */
export async function lockEntry({ path, clock, signal, onWait }: LockRequest): Promise<AsyncDisposable> {
  const begunUs = clock.monotonicUs();
  await makeDirectory(dirname(path));
  for (;;) {
    signal.throwIfAborted();
    try {
      let lost = false;
      const release = await lock(path, {
        realpath: false,
        stale: STALE_MS,
        update: STALE_MS / 5,
        onCompromised: () => {
          // This process was frozen and another took over: both then install, one after the other, the same release.
          lost = true;
        },
      });
      return { [Symbol.asyncDispose]: async () => (lost ? undefined : await release()) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw fileError(error, 'Locking', `${path}.lock`);
    }
    if (clock.monotonicUs() - begunUs > LONGEST_WAIT_MS * 1000) {
      throw new EtcdMigrateError(
        'release-unobtainable',
        `Another process has held ${path}.lock for ${LONGEST_WAIT_MS / 60_000} minutes; nothing was changed.`,
      );
    }
    onWait();
    await clock.sleep(RETRY_MS, signal);
  }
}
