// Owns the check that a key lives as long as its lease and ends with it.
// Must not bound how late a lease may end: the runner does.
import type { Check } from './check.ts';

/** etcd raises this to one and a half election timeouts; it looks for expired leases every 500 ms. */
const ttlSeconds = 1;
const lookEveryMs = 100;

export const leaseExpiry: Check = {
  id: 'lease-expiry',
  run: async ({ first: { client }, prefix, clock }) => {
    const key = `${prefix}key`;
    // The clock is read before the grant is sent: however late the answers are, etcd cannot have granted earlier.
    const sentUs = clock.monotonicUs();
    const { ID, TTL } = await client.leaseClient.leaseGrant({ TTL: ttlSeconds });
    await client.put(key).value('leased').lease(ID).exec();
    const ttlMs = Number(TTL) * 1000;
    while ((await client.get(key).exec()).kvs.length > 0) await clock.sleep(lookEveryMs);
    const livedMs = (clock.monotonicUs() - sentUs) / 1000;
    return livedMs >= ttlMs ? 'key gone after its lease' : `key gone ${Math.round(livedMs)} ms into ${ttlMs} ms`;
  },
};
