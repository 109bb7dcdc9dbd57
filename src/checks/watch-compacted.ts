// Owns the check that a watch from a revision that is compacted ends with the reason, so that clients list again.
import type { Check } from './check.ts';

/** Enough to make revision 1 compacted, and too little to trouble anybody else. */
const compactedRevision = '2';

export const watchCompacted: Check = {
  id: 'watch-compacted',
  run: async ({ first: { client }, prefix }) => {
    await client.put(`${prefix}a`).value('1').exec();
    await client.put(`${prefix}a`).value('2').exec();
    await client.kv.compact({ revision: compactedRevision }).catch((error: Error) => {
      if (!error.message.includes('required revision has been compacted')) throw error;
    });
    // The member has applied the compaction once it answers this.
    await client.get(`${prefix}a`).exec();
    const stream = await client.watchClient.watch();
    try {
      return await new Promise<string>((resolve, reject) => {
        stream.on('error', reject);
        stream.on('data', ({ canceled, compact_revision, events }) => {
          if (events.length > 0) resolve('events of a compacted revision');
          if (canceled) {
            const known = BigInt(compact_revision) >= BigInt(compactedRevision);
            resolve(known ? 'cancelled as compacted' : `cancelled with compact revision ${compact_revision}`);
          }
        });
        stream.write({ create_request: { key: Buffer.from(`${prefix}a`), start_revision: '1' } });
      });
    } finally {
      stream.cancel();
    }
  },
};
