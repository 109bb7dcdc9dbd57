// Owns the check that a delete removes one key and says so.
// Must not delete more than it has put itself.
import type { Check } from './check.ts';

export const deleteKey: Check = {
  id: 'delete',
  run: async ({ first: { client }, prefix }) => {
    await client.put(`${prefix}a`).value('1').exec();
    await client.put(`${prefix}b`).value('2').exec();
    const { deleted } = await client.delete().key(`${prefix}a`).exec();
    const left = await client.getAll().prefix(prefix).keys();
    const one = deleted === '1' && left.length === 1 && left[0] === `${prefix}b`;
    return one ? 'one key deleted' : `${deleted} keys deleted, ${left.length} left`;
  },
};
