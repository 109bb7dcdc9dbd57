// Owns which member a backup is taken from: a follower that has applied all that the leader had when it was asked.
// Must not take it.
import type { ClusterView, MemberAddress } from '../engine/ports.ts';
import { EtcdMigrateError } from '../errors.ts';
import type { Clock } from '../platform/ports.ts';

export interface SourceMember {
  readonly member: MemberAddress;
  readonly version: string;
  /** "follower" spares the leader, which has the work of every write; "leader" where no other was named or answered. */
  readonly role: 'follower' | 'leader';
}

const pollMs = 200;
const caughtUpMs = 30_000;

/** Throws `connection-failed` where no member answers, and `gate-failed` where the chosen one does not catch up. */
export async function chooseSource(
  members: readonly MemberAddress[],
  view: Pick<ClusterView, 'status' | 'read'>,
  clock: Clock,
  signal?: AbortSignal,
): Promise<SourceMember> {
  const asked = await Promise.allSettled(
    members.map(async (member) => ({ member, status: await view.status(member, signal) })),
  );
  signal?.throwIfAborted();
  const answers = asked.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  // A learner may be far behind, and etcd serves no snapshot from it.
  // A leader that the others have left behind says so for a while, and nothing linearizable is read from its side. Of
  // the others, the furthest is caught up the soonest.
  const voters = answers
    .filter(({ status }) => !status.isLearner)
    .sort(
      (a, b) =>
        descending(a.status.raftTerm, b.status.raftTerm) ||
        descending(a.status.raftAppliedIndex, b.status.raftAppliedIndex),
    );
  const leader = voters.find(({ status }) => status.memberId === status.leaderId);
  const followers = voters.filter(({ status }) => status.memberId !== status.leaderId && status.leaderId !== 0n);
  const [chosen] = leader === undefined ? followers : [...followers, leader];
  if (chosen === undefined) {
    const why = asked.map((each, index) => {
      const name = members[index]?.clientUrl;
      if (each.status === 'rejected') return (each.reason as Error).message;
      return each.value.status.isLearner ? `${name} is a learner` : `${name} knows no leader`;
    });
    throw new EtcdMigrateError('connection-failed', `No member can give a backup:\n${why.join('\n')}`, {
      hint: 'Name endpoints of voting members of a cluster that has a leader.',
    });
  }
  const { member, status } = chosen;
  // The read is linearizable: it answers once the member has applied everything that was committed when it was asked.
  await view.read(member, 'linearizable', signal);
  // Without the leader's own word, the member's word of what is committed counts.
  const wanted = leader?.status.raftAppliedIndex ?? status.raftIndex;
  const begunUs = clock.monotonicUs();
  for (;;) {
    const { raftAppliedIndex } = await view.status(member, signal);
    if (raftAppliedIndex >= wanted) break;
    if ((clock.monotonicUs() - begunUs) / 1000 > caughtUpMs) {
      throw new EtcdMigrateError(
        'gate-failed',
        `${member.clientUrl} has applied ${raftAppliedIndex} of ${wanted} after ${caughtUpMs / 1000} s; no backup was taken.`,
        { hint: 'Look why this member lags behind its leader, or name another endpoint.' },
      );
    }
    await clock.sleep(pollMs, signal);
  }
  return { member, version: status.version, role: chosen === leader ? 'leader' : 'follower' };
}

function descending(a: bigint, b: bigint): number {
  return a === b ? 0 : a < b ? 1 : -1;
}
