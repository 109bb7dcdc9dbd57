// Owns what a backup is beside the live cluster: of it or of another, and how far behind.
// Must not ask the cluster.
import type { FailureCode } from '../errors.ts';

/** What the live cluster says, asked after the backup was read: it can then only be ahead. */
export interface LiveCluster {
  /** The revision as a linearizable read gives it. */
  readonly revision: bigint;
  /** Id in hexadecimal. */
  readonly clusterId: string;
  readonly memberIds: readonly string[];
}

export interface LiveComparison {
  readonly broken?: {
    readonly verdict: 'fail' | 'inconclusive';
    readonly reason: FailureCode;
    readonly why: string;
  };
  readonly seen: readonly string[];
}

/**
 * `live` says in words why the cluster could not be asked, where it could not. `clusterId` is that of the backup's
 * sidecar; without one a backup is of a cluster with which it shares a member.
 */
export function compareWithLive(
  {
    keySpace,
    members,
  }: { readonly keySpace: { readonly revision: number }; readonly members: readonly { readonly id: string }[] },
  live: LiveCluster | string,
  { clusterId, rpoRevisions }: { readonly clusterId?: string; readonly rpoRevisions?: number },
): LiveComparison {
  if (typeof live === 'string') {
    const unasked = `the live cluster could not be asked: ${live}`;
    if (rpoRevisions === undefined) return { seen: [unasked] };
    const why = `Nobody can say how many revisions it is behind: ${unasked}`;
    return { broken: { verdict: 'inconclusive', reason: 'backup-age-unknown', why }, seen: [] };
  }
  const isOfIt =
    clusterId === undefined ? members.some(({ id }) => live.memberIds.includes(id)) : clusterId === live.clusterId;
  if (!isOfIt) {
    const own = clusterId === undefined ? `members ${members.map(({ id }) => id).join(', ')}` : `cluster ${clusterId}`;
    const theirs = clusterId === undefined ? `members ${live.memberIds.join(', ')}` : `cluster ${live.clusterId}`;
    return failing('backup-foreign', `It is of ${own}; the live cluster is ${theirs}`);
  }
  const behind = live.revision - BigInt(keySpace.revision);
  if (behind < 0n) {
    const why = `It is of revision ${keySpace.revision}, but the live cluster only at ${live.revision}: that has lost data, or was restored from an older backup`;
    return failing('backup-foreign', why);
  }
  if (rpoRevisions !== undefined && behind > BigInt(rpoRevisions)) {
    return failing(
      'backup-stale',
      `The live cluster is ${behind} revisions ahead of it; policy allows ${rpoRevisions}`,
    );
  }
  return { seen: [`the live cluster is ${behind} revisions ahead of it`] };
}

function failing(reason: FailureCode, why: string): LiveComparison {
  return { broken: { verdict: 'fail', reason, why }, seen: [] };
}
