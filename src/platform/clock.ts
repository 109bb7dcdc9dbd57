// Owns the real clock.
// Must not know what is being timed.
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from './ports.ts';

export const systemClock: Clock = {
  wallMs: () => Date.now(),
  // This is CLOCK_MONOTONIC, whose origin is the same for all processes of one boot, so that history segments of a
  // resumed run compare.
  monotonicUs: () => Number(process.hrtime.bigint() / 1000n),
  sleep: async (ms, signal) => {
    try {
      await delay(ms, undefined, signal ? { signal } : {});
    } catch (error) {
      throw signal?.aborted ? signal.reason : error;
    }
  },
};
