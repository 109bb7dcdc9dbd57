// Owns the check that a linearizable and a serializable read give what was put.
// Must not read what others have put.
import type { Check } from './check.ts';

export const get: Check = {
  id: 'get',
  run: async ({ first: { client }, prefix }) => {
    const key = `${prefix}key`;
    // The value is no text: bytes must come back as they went.
    const value = Buffer.from([0, 1, 127, 128, 255]);
    await client.put(key).value(value).exec();
    const linearizable = await client.get(key).buffer();
    const serializable = await client.get(key).serializable(true).buffer();
    const same = linearizable?.equals(value) === true && serializable?.equals(value) === true;
    return same ? 'the value that was put' : `${linearizable?.toString('hex')} and ${serializable?.toString('hex')}`;
  },
};
