// Owns the pace of progress: something at least once a second, never more than five lines a second.
// Must not know what a terminal looks like.

import type { Source } from '../manifest/resolve.ts';
import type { Clock } from '../platform/ports.ts';
import { present } from '../present.ts';
import type { ReleaseProgress, Tell } from './source.ts';

const SHORTEST_US = 200_000;
const HEARTBEAT_MS = 1_000;

export interface Telling {
  readonly clock: Clock;
  readonly onProgress: (progress: ReleaseProgress) => void;
  readonly release: string | null;
}

/** What the work is handed: a `tell` per source. */
export type TellFor = (source: Source | null) => Tell;

/**
 * Runs `work` and repeats the last thing it told, with the time so far, whenever it is silent for a second: a compiler
 * that says nothing for a minute must not look like a hang.
 */
export async function withProgress<T>(
  { clock, onProgress, release }: Telling,
  signal: AbortSignal,
  work: (tellFor: TellFor) => Promise<T>,
): Promise<T> {
  const begunUs = clock.monotonicUs();
  let last: Omit<ReleaseProgress, 'elapsedMs'> | undefined;
  let shownUs = Number.NEGATIVE_INFINITY;
  const show = (): void => {
    if (last === undefined) return;
    shownUs = clock.monotonicUs();
    onProgress({ ...last, elapsedMs: Math.round((shownUs - begunUs) / 1000) });
  };
  const tellFor: TellFor = (source) => (activity, detail, bytes) => {
    const changed = last?.activity !== activity || last.source !== source;
    last = {
      release,
      source,
      activity,
      detail,
      ...present({ bytes: bytes === undefined ? undefined : bytes.done, totalBytes: bytes?.total }),
    };
    if (changed || clock.monotonicUs() - shownUs >= SHORTEST_US) show();
  };
  const done = new AbortController();
  const heartbeat = beat(clock, AbortSignal.any([signal, done.signal]), () => {
    if (clock.monotonicUs() - shownUs >= (HEARTBEAT_MS - 100) * 1000) show();
  });
  try {
    return await work(tellFor);
  } finally {
    done.abort();
    await heartbeat;
  }
}

async function beat(clock: Clock, signal: AbortSignal, each: () => void): Promise<void> {
  while (!signal.aborted) {
    try {
      await clock.sleep(HEARTBEAT_MS, signal);
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    }
    each();
  }
}
