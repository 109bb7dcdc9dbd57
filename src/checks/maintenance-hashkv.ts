// Owns the check that HashKV answers for a revision that is asked for, while others write.
// Must not compare members with each other: a gate does.
import { classifyEtcdError } from '../etcd/errors.ts';
import type { Check } from './check.ts';

/** A compaction between two answers changes what a hash covers; more than this many in a row is no coincidence. */
const ATTEMPTS = 5;

export const maintenanceHashkv: Check = {
  id: 'maintenance-hashkv',
  run: async ({ first, prefix }) => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const { header } = await first.client.put(`${prefix}a`).value('1').exec();
      try {
        const at = await first.hashKv(header.revision);
        await first.client.put(`${prefix}a`).value('2').exec();
        const again = await first.hashKv(header.revision);
        if (at.compact_revision !== again.compact_revision) continue;
        return at.hash !== 0 && at.hash === again.hash
          ? 'a hash at the asked revision'
          : `hashes ${at.hash} and ${again.hash} at one revision, compacted at ${at.compact_revision}`;
      } catch (error) {
        if (classifyEtcdError(error) !== 'compacted') throw error;
      }
    }
    return `compacted ${ATTEMPTS} times between two answers`;
  },
};
