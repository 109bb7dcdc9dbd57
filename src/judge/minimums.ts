// Owns how much a judge must have seen before it may say "pass"; below that it says `too-few-operations`.
// Must not know how much a workload produces.

/** Acknowledged writes, for every judge of keys. Two seconds of the default workload write more. */
export const minimumWrites = 50;
/** Acknowledged linearizable reads (get, range), or serializable reads for their own judge. */
export const minimumReads = 50;
/** Events delivered to watchers. */
export const minimumWatchEvents = 50;
/** Acknowledged renewals, of all leases together. */
export const minimumRenewals = 3;
/** Keys of leases seen alive while the lease was kept alive. */
export const minimumLeaseSightings = 3;
/** Leases left to die whose key was then looked for after its time. */
export const minimumExpiries = 1;
/** Acquired locks and leaderships, by at least two holders in all. */
export const minimumHolds = 5;

/**
 * Longest time in which no lease was left to expire. Clients leave one about every 8 s and look at each until it is gone;
 * what keeps them from it for so long is known to nobody.
 */
export const longestWithoutAbandonedUs = 30_000_000;

/** A grant that failed so shortly before a state's end need not have been tried again in it. */
export const grantAgainWithinUs = 2_000_000;
/** A hold that was lost so long before its lease could end was not lost to time. */
export const lostEarlyUs = 500_000;

/** How long etcd may take past a lease's end: expiry is scanned every 500 ms, and a new leader adds an election time. */
export const leaseSlackUs = 5_000_000;
/** How long an event may take to an idle watcher before it counts as missing at the watcher's end. */
export const watchSlackUs = 5_000_000;
