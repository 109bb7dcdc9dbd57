// Owns the check that a transaction takes the branch its comparison picks, and that branch alone.
// Must not touch keys outside its own prefix.
import type { Check } from './check.ts';

export const transaction: Check = {
  id: 'transaction',
  run: async ({ first: { client }, prefix }) => {
    const key = `${prefix}key`;
    const create = () =>
      client
        .if(key, 'Create', '==', 0)
        .then(client.put(key).value('created'))
        .else(client.get(key), client.put(`${prefix}else`).value('taken'))
        .commit();
    const first = await create();
    const elseBefore = await client.get(`${prefix}else`).string();
    const second = await create();
    const byValue = await client.if(key, 'Value', '==', 'created').then(client.delete().key(key)).commit();
    const picked =
      first.succeeded &&
      elseBefore === null &&
      !second.succeeded &&
      second.responses[0]?.response_range.kvs[0]?.value.toString() === 'created' &&
      (await client.get(`${prefix}else`).string()) === 'taken' &&
      byValue.succeeded &&
      (await client.get(key).string()) === null;
    return picked
      ? 'the comparison picks the branch'
      : `first ${first.succeeded}, second ${second.succeeded}, by value ${byValue.succeeded}`;
  },
};
