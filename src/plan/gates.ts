// Owns the closed list of gates: named conditions of a cluster that must hold before the engine goes on.
// Must not know how a gate is measured (engine/gates.ts).

/** What each gate asks; printed in plans and errors. `scope` says whether it looks at one member or at all of them. */
export const gates = {
  'members-healthy': {
    scope: 'cluster',
    asks: 'every member answers Status, a serializable and a linearizable read, and none lags',
  },
  'quorum-margin': { scope: 'cluster', asks: 'the cluster keeps its quorum with one more member down' },
  'versions-uniform': {
    scope: 'cluster',
    asks: 'every member runs the source release; after the last switch of a hop, the target',
  },
  'settings-as-planned': { scope: 'cluster', asks: 'every member runs with the settings of the plan, and no others' },
  'no-alarm': { scope: 'cluster', asks: 'no member has an alarm' },
  'no-downgrade-job': { scope: 'cluster', asks: 'no member has a downgrade job enabled (K5)' },
  'hash-equal': { scope: 'cluster', asks: 'HashKV is equal on all members at one pinned revision' },
  'members-bucket-clean': {
    scope: 'cluster',
    asks: 'every member stores exactly the listed members, none as learner, none as removed (K6, K7, K29)',
  },
  'members-write': { scope: 'cluster', asks: 'a write through every member, which has then applied one (K29)' },
  'disk-space': {
    scope: 'cluster',
    asks: 'every member has room for a second copy of its database and for its next WAL segment',
  },
  'no-learner': { scope: 'cluster', asks: 'the cluster has no learner' },
  'member-running': {
    scope: 'member',
    asks: 'the member answers Status on its own endpoint with the wanted release, and runs with the settings of the plan and of the step, and no others',
  },
  'raft-caught-up': {
    scope: 'member',
    asks: 'the member has applied what the leader had committed when the gate began',
  },
  'member-reads': { scope: 'member', asks: 'a serializable and a linearizable read through the member' },
  'member-writes': { scope: 'member', asks: 'a write through the member' },
} as const satisfies Record<string, { scope: 'cluster' | 'member'; asks: string }>;

export type GateName = keyof typeof gates;
