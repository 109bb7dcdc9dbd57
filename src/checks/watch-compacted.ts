// Owns the check that a watch from a revision that is compacted ends with the reason, so that clients list again.
// Must not compact what another client may still watch or read.
import { watchFromCompacted } from '../etcd/compacted-watch.ts';
import type { Check } from './check.ts';

/** The revision is enough to make revision 1 compacted, and too little to trouble anybody else. */
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
    const answer = await watchFromCompacted(client, Buffer.from(`${prefix}a`), 1n);
    if (answer.told === 'events') return 'events of a compacted revision';
    const known = answer.compactRevision >= BigInt(compactedRevision);
    return known ? 'cancelled as compacted' : `cancelled with compact revision ${answer.compactRevision}`;
  },
};
