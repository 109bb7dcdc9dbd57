// Owns the check that a renewal gives a lease its whole time again.
// Must not use the library's own renewals, which would hide one that gives too little.
import type { Check } from './check.ts';

const ttlSeconds = 5;
/** The wait is long enough that a lease which was not renewed shows it, in whole seconds. */
const waitMs = 1_500;

export const leaseKeepalive: Check = {
  id: 'lease-keepalive',
  run: async ({ first: { client }, prefix, clock }) => {
    const lease = client.lease(ttlSeconds, { autoKeepAlive: false });
    try {
      await lease.put(`${prefix}key`).value('leased').exec();
      const ID = await lease.grant();
      await clock.sleep(waitMs);
      const { TTL } = await lease.keepaliveOnce();
      if (Number(TTL) !== ttlSeconds) return `renewed to ${TTL} s of ${ttlSeconds} s`;
      const left = await client.leaseClient.leaseTimeToLive({ ID, keys: true });
      if (Number(left.TTL) < ttlSeconds - 1) return `${left.TTL} s left right after a renewal to ${TTL} s`;
      return left.keys.length === 1 ? 'renewed to its full TTL' : `${left.keys.length} keys on the lease`;
    } finally {
      await lease.revoke().catch(() => undefined);
    }
  },
};
