// Owns the check that a put makes exactly one new revision.
// Must not count revisions of other keys: other clients write meanwhile.
import type { Check } from './check.ts';

export const put: Check = {
  id: 'put',
  run: async ({ first: { client }, prefix }) => {
    const key = `${prefix}key`;
    await client.put(key).value('before').exec();
    const { header } = await client.put(key).value('after').exec();
    // Other clients write too: what counts is the history of this key around the revision of the answer.
    const at = await client.get(key).revision(header.revision).exec();
    const justBefore = await client
      .get(key)
      .revision(String(BigInt(header.revision) - 1n))
      .exec();
    const grew =
      at.kvs[0]?.mod_revision === header.revision &&
      at.kvs[0].value.toString() === 'after' &&
      at.kvs[0].version === '2' &&
      justBefore.kvs[0]?.value.toString() === 'before';
    return grew ? 'revision grows by one' : `mod revision ${at.kvs[0]?.mod_revision} after revision ${header.revision}`;
  },
};
