// Owns the check that a key that does not exist is an empty answer and no error.
// Must not put the key that it looks for.
import type { Check } from './check.ts';

export const notFound: Check = {
  id: 'not-found',
  run: async ({ first: { client }, prefix }) => {
    const { kvs, count, more } = await client.get(`${prefix}nothing`).exec();
    return kvs.length === 0 && count === '0' && !more ? 'no key, count 0' : `${kvs.length} keys, count ${count}`;
  },
};
