// Owns the engine's own time limits and thresholds, each with its reason.
// Must not know which step uses them.

/** One read of a member (ClusterView promises 5 s of its own; this is the belt to its braces). */
export const readLimitMs = 8_000;
/** A streamed snapshot of the members bucket (ClusterView: 60 s). */
export const storedMembersLimitMs = 70_000;
/** One `inspect`, which looks at /proc and a directory. */
export const inspectLimitMs = 10_000;
/** A look before a stop that took longer is made again: one silent answer, and the others' once more. */
export const lookLimitMs = 2 * readLimitMs;
/** Copying a release into place. */
export const stageLimitMs = 300_000;
/** 20 s and more to stop (etcd itself takes 8 s with open streams), then a start that may replay a long WAL. */
export const switchLimitMs = 180_000;
/** How long an unclear switch may still finish on the host by itself before its state counts as settled. */
export const settleLimitMs = 45_000;
/** How long a member that is down or a cluster without leader may recover by itself before the engine decides. */
export const recoverLimitMs = 20_000;
/** Contact with a host may come back within this. */
export const contactLimitMs = 30_000;
/** Leadership moves within an election time-out (1 s) or not at all. */
export const leaderMoveLimitMs = 15_000;
/** All members know a new leader within a few heartbeats (100 ms each); after this the move counts as not happened. */
export const successorLimitMs = 5_000;
/** `observe` steps: beyond their dwell time, all checks through all members. */
export const observeLimitMs = 900_000;
/** A switch under way gets this long to finish after an interrupt; the tool must be gone within 5 s. */
export const interruptGraceMs = 3_000;
/** Reading the cluster for the last message of an interrupted run. */
export const lastLookMs = 1_200;
/** Gates of a member that got its old release back. */
export const restoredGateMs = 60_000;
/** A member that is more raft entries than this behind the leader is not caught up, whatever the load. */
export const raftLagLimit = 1_000n;
/** First pause between two looks at a condition; grows to `pollMaximumMs`. */
export const pollMinimumMs = 100;
export const pollMaximumMs = 500;
/** Hosts are looked at this often for processes that changed by themselves. */
export const sentinelPauseMs = 1_000;
/** Members are asked this often what they say of themselves, and waited for so long: a silence is to be seen as one. */
export const timelinePauseMs = 1_000;
export const timelineLookMs = 2_000;
/** Waiting is told at least this often. */
export const heartbeatMs = 900;
