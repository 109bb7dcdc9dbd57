// Owns the restore that begins while the file is still being read: by which release, and what comes of it.
// Must not judge it (restore-link.ts).
import { lineOf } from '../catalog/version.ts';
import { EtcdMigrateError } from '../errors.ts';
import type { Clock } from '../platform/ports.ts';
import type { ReleaseFor, Restore, RestoreRequest } from './ports.ts';
import { attemptRestore, type RestoreOutcome } from './restore-link.ts';
import type { EarlyFacts } from './snapshot.ts';

export interface Ahead {
  readonly restoring: RestoreRequest;
  /** `clock.monotonicUs()` when it began. */
  readonly startedUs: number;
  readonly outcome: RestoreOutcome;
}

export interface AheadRequest {
  readonly path: string;
  readonly voters: number;
  /** Exact release that restores it; undefined: the one that wrote it, or else the newest of its line. */
  readonly release?: string;
  readonly madeBy?: string;
  readonly otherReleases: readonly string[];
}

export interface AheadTools {
  readonly clock: Clock;
  readonly restore: Restore;
  readonly releaseFor: ReleaseFor;
  readonly signal?: AbortSignal | undefined;
}

export interface RestoringAhead extends AsyncDisposable {
  /** Begins the restore; does nothing where it has begun. */
  begin(early: EarlyFacts, skipHashCheck: boolean): void;
  /** Gives what came of the restore; a cluster is the caller's then. */
  end(): Promise<Ahead>;
}

/**
 * A restore that begins as soon as the hash behind the database fits: reading every key takes as long as etcd's tool
 * does. Disposing it before its end stops it and removes what it made.
 */
export function restoringAhead(request: AheadRequest, tools: AheadTools): RestoringAhead {
  const stop = new AbortController();
  const signal = tools.signal === undefined ? stop.signal : AbortSignal.any([stop.signal, tools.signal]);
  let work: Promise<Ahead> | undefined;
  let taken = false;
  const restore = async (early: EarlyFacts, skipHashCheck: boolean): Promise<Ahead> => {
    const line = lineThatWrote(early);
    const release =
      request.release ?? (await tools.releaseFor(requireLine(line, request.path), request.madeBy, signal));
    const restoring: RestoreRequest = {
      snapshot: request.path,
      release,
      voters: request.voters,
      skipHashCheck,
      // The first cluster stands until the last of the others is gone, and only then is it used.
      atOnce: request.otherReleases.some((other) => other !== release) ? 2 : 1,
      auth: early.auth.enabled,
      databaseBytes: early.databaseBytes,
    };
    const startedUs = tools.clock.monotonicUs();
    return { restoring, startedUs, outcome: await attemptRestore(restoring, tools.restore, signal) };
  };
  return {
    begin: (early: EarlyFacts, skipHashCheck: boolean): void => {
      work ??= restore(early, skipHashCheck);
      work.catch(() => undefined); // `end` tells how it ended
    },
    end: async (): Promise<Ahead> => {
      if (work === undefined)
        throw new EtcdMigrateError('internal-error', 'A restore was waited for that never began.');
      const done = await work;
      taken = true;
      return done;
    },
    [Symbol.asyncDispose]: async (): Promise<void> => {
      if (taken) return;
      stop.abort(new EtcdMigrateError('interrupted', 'The restore is not needed any more.'));
      const done = await work?.catch(() => undefined); // a restore that failed leaves nothing, whatever ended it
      if (done !== undefined && !(done.outcome instanceof EtcdMigrateError)) await done.outcome[Symbol.asyncDispose]();
    },
  };
}

/** Gives the line by what the store itself says from 3.6 on, and before by the cluster's version, once it had one. */
export function lineThatWrote({ storageVersion, clusterVersion }: EarlyFacts): string | undefined {
  const version = storageVersion ?? clusterVersion;
  return version === null ? undefined : lineOf(version);
}

function requireLine(line: string | undefined, path: string): string {
  if (line !== undefined) return line;
  throw new EtcdMigrateError('usage', `${path} does not say which etcd wrote it: the store has no version yet.`, {
    hint: 'Name the release with --release.',
  });
}
