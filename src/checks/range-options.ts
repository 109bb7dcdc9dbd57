// Owns the check of what a range can be asked for: limit, order, keys only, count only, an old revision.
// Must not ask for more than its own prefix.
import type { Check } from './check.ts';

export const rangeOptions: Check = {
  id: 'range-options',
  run: async ({ first: { client }, prefix }) => {
    let past = '';
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const { header } = await client.put(`${prefix}${name}`).value(name).exec();
      if (name === 'c') past = header.revision;
    }
    const all = () => client.getAll().prefix(prefix);
    const names = (kvs: readonly { key: Buffer }[]) =>
      kvs.map(({ key }) => key.toString().slice(prefix.length)).join('');

    const limited = await all().limit(2).exec();
    const descending = await all().sort('Key', 'Descend').exec();
    const oldest = await all().sort('Create', 'Ascend').limit(1).exec();
    const end = `${prefix.slice(0, -1)}0`;
    const range = { key: Buffer.from(prefix), range_end: Buffer.from(end) };
    const keysOnly = await client.kv.range({ ...range, keys_only: true });
    const countOnly = await client.kv.range({ ...range, count_only: true });
    const atPast = await all().revision(past).exec();

    const honoured: readonly (readonly [string, boolean])[] = [
      ['limit', names(limited.kvs) === 'ab' && limited.more && limited.count === '5'],
      ['order', names(descending.kvs) === 'edcba' && names(oldest.kvs) === 'a'],
      ['keys-only', names(keysOnly.kvs) === 'abcde' && keysOnly.kvs.every(({ value }) => value.length === 0)],
      ['count-only', countOnly.kvs.length === 0 && countOnly.count === '5'],
      ['revision', names(atPast.kvs) === 'abc'],
    ];
    const broken = honoured.filter(([, ok]) => !ok).map(([name]) => name);
    return broken.length === 0
      ? 'limit, order, keys-only, count-only and revision honoured'
      : `not honoured: ${broken.join(', ')}`;
  },
};
