// Owns the check that a lock has one holder at a time, by the client library's own lock.
// Must not judge whether two ever held it while members restarted: judge/ does, from the workload's locks.
import type { Check } from './check.ts';

const ttlSeconds = 5;

export const lock: Check = {
  id: 'lock',
  run: async ({ first, second, prefix }) => {
    const key = `${prefix}lock`;
    const one = await first.client.lock(key).ttl(ttlSeconds).acquire();
    const refused = await second.client
      .lock(key)
      .ttl(ttlSeconds)
      .acquire()
      .then(
        async (other) => {
          await other.release();
          return false;
        },
        (error: Error) => {
          if (error.message.includes('Failed to acquire a lock')) return true;
          throw error;
        },
      );
    await one.release();
    const two = await second.client.lock(key).ttl(ttlSeconds).acquire();
    await two.release();
    return refused ? 'second holder waits for the first' : 'two holders at once';
  },
};
