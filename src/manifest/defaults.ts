// Owns the default of every optional manifest key: schema texts, reference page, template and resolver read this table.
// Must not know how a default is shown or applied.

/** Where etcd binaries may come from, in the order in which they are tried. */
export const sources = ['local', 'cache', 'github', 'mirror', 'go', 'debian', 'image'] as const;

export const defaults = {
  version: 1,
  name: 'etcd',
  members: 3,
  rehearsal: {
    depth: 'standard',
    seed: 1,
    workload: {
      clients: 8,
      rate: 100,
      keys: 64,
      valueSize: 64,
      mix: { put: 40, get: 20, getSerializable: 15, range: 5, cas: 15, delete: 5 },
    },
    thresholds: { longestWriteGapMs: 5000, longestReadGapMs: 5000, failedOperations: 0, unknownOperations: 20 },
    timeLimits: { gateMs: 60_000, soakMs: 1000, dwellMs: 2000, totalMs: 2_700_000 },
  },
  backups: { choose: 'newest', sampleSize: 3, members: 1 },
  releases: { sources },
} as const;
