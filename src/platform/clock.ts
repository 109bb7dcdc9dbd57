// Owns the real clock.
// Must not know what is being timed.
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from './ports.ts';

export const systemClock: Clock = {
  wallMs: () => Date.now(),
  // CLOCK_MONOTONIC: the same origin for all processes of one boot, so history segments of a resumed run compare.
  monotonicUs: () => Number(process.hrtime.bigint() / 1000n),
  sleep: async (ms, signal) => {
    try {
      await delay(ms, undefined, signal ? { signal } : {});
    } catch (error) {
      throw signal?.aborted ? signal.reason : error;
    }
  },
};
