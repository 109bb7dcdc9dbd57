// Owns the check that a watch from now on delivers what is written afterwards.
// Must not count on events of before the watch.
import type { Check } from './check.ts';
import { collect, inOrder } from './watching.ts';

export const watchNow: Check = {
  id: 'watch-now',
  run: async ({ first, second: { client }, prefix }) => {
    await client.put(`${prefix}before`).value('not to be seen').exec();
    // The member must have applied this put, else the watch begins before it.
    await first.client.get(`${prefix}before`).exec();
    const events = await collect(first, prefix, undefined, 3, async () => {
      await client.put(`${prefix}a`).value('1').exec();
      await client.put(`${prefix}b`).value('2').exec();
      await client.delete().key(`${prefix}a`).exec();
    });
    return inOrder(events, ['put a', 'put b', 'delete a']);
  },
};
