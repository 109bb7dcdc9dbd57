// Owns the check that a watch from a past revision delivers everything from there on.
// Must not count on events of other prefixes.
import type { Check } from './check.ts';
import { collect, inOrder } from './watching.ts';

export const watchPast: Check = {
  id: 'watch-past',
  run: async ({ first, second: { client }, prefix }) => {
    await client.put(`${prefix}before`).value('not to be seen').exec();
    const { header } = await client.put(`${prefix}a`).value('1').exec();
    await client.put(`${prefix}b`).value('2').exec();
    await client.delete().key(`${prefix}a`).exec();
    const events = await collect(first, prefix, header.revision, 4, async () => {
      await client.put(`${prefix}c`).value('3').exec();
    });
    return inOrder(events, ['put a', 'put b', 'delete a', 'put c']);
  },
};
