// Owns the comparison of each member's stored member list with the list the cluster serves (K6, K7, K29).
// Must not repair anything.
import { bounded } from '../bounded.ts';
import { readLimitMs, storedMembersLimitMs } from '../limits.ts';
import type { Member } from '../ports.ts';
import type { Run } from '../run-state.ts';
import type { Condition } from './condition.ts';

export function membersBucketClean(run: Run): Condition {
  return async () => {
    // The members are asked one after the other, because each answer costs the member a snapshot of its database.
    for (const member of run.members) {
      const complaint = await complaintAbout(run, member);
      if (complaint !== null) {
        return { open: false, observation: `${member.name} ${complaint}`, code: 'members-bucket-stale' };
      }
    }
    return { open: true, observation: `every member stores exactly the ${run.members.length} listed members` };
  };
}

async function complaintAbout(run: Run, member: Member): Promise<string | null> {
  const listed = await bounded(run.bounds, `The member list of ${member.name}`, readLimitMs, (s) =>
    run.options.view.memberList(member, s),
  );
  const { members: stored, removedIds } = await bounded(
    run.bounds,
    `The stored members of ${member.name}`,
    storedMembersLimitMs,
    (s) => run.options.view.storedMembers(member, s),
  );
  // An empty answer has nothing to complain about, and proves nothing.
  if (listed.length !== run.members.length) return `lists ${listed.length} members of ${run.members.length}`;
  const hex = (id: bigint): string => id.toString(16);
  const listedIds = new Set(listed.map(({ id }) => id));
  const storedIds = new Set(stored.map(({ id }) => id));
  const removed = new Set(removedIds);
  const buried = listed.filter(({ id }) => removed.has(id));
  if (buried.length > 0) return `stores live members as removed: ${buried.map((m) => m.name || hex(m.id)).join(', ')}`;
  const zombies = stored.filter(({ id }) => !listedIds.has(id));
  if (zombies.length > 0)
    return `stores members that the cluster no longer lists: ${zombies.map((m) => hex(m.id)).join(', ')}`;
  const missing = listed.filter(({ id }) => !storedIds.has(id));
  if (missing.length > 0) return `does not store the members ${missing.map((m) => m.name || hex(m.id)).join(', ')}`;
  const learners = stored.filter((m) => m.isLearner && !listed.some((l) => l.id === m.id && l.isLearner));
  if (learners.length > 0) return `still stores as learner: ${learners.map((m) => hex(m.id)).join(', ')}`;
  return null;
}
