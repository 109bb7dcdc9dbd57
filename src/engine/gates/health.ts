// Owns the gates about the whole cluster's health: every member answers and agrees; one more may fail.
// Must not use GET /health (K19, K22): health is Status, a serializable and a linearizable read.
import { bounded, inOneLine, isInterruption } from '../bounded.ts';
import { raftLagLimit, readLimitMs } from '../limits.ts';
import type { Member, MemberStatus } from '../ports.ts';
import type { Run } from '../run-state.ts';
import { highest, quorumOf, surveyStatus } from '../survey.ts';
import type { Condition } from './condition.ts';

interface Health {
  readonly member: Member;
  readonly status: MemberStatus | null;
  /** Null when healthy. */
  readonly complaint: string | null;
}

export function membersHealthy(run: Run): Condition {
  return async () => {
    const health = await Promise.all(run.members.map((member) => healthOf(run, member)));
    const complaints = health.flatMap((h) => (h.complaint === null ? [] : [`${h.member.name}: ${h.complaint}`]));
    if (complaints.length > 0) return { open: false, observation: complaints.join('; ') };
    const statuses = health.flatMap((h) => (h.status ? [h.status] : []));
    const leaders = new Set(statuses.map((status) => status.leaderId));
    if (leaders.size !== 1) return { open: false, observation: 'the members do not agree on the leader' };
    const committed = highest(
      statuses.map((status) => status.raftIndex),
      0n,
    );
    const lagging = health.filter((h) => h.status && committed - h.status.raftAppliedIndex > raftLagLimit);
    if (lagging.length > 0) {
      const names = lagging.map((h) => `${h.member.name} at ${h.status?.raftAppliedIndex ?? '?'}`);
      return { open: false, observation: `behind raft index ${committed}: ${names.join(', ')}` };
    }
    return { open: true, observation: `all ${health.length} members answer and agree on the leader` };
  };
}

/** Fewer than three members have no margin by nature; their plans do not ask for it. */
export function quorumMargin(run: Run): Condition {
  return async () => {
    const { members } = await surveyStatus(run.options.view, run.bounds, run.members);
    const up = members.filter((m) => m.up);
    const names = members.filter((m) => !m.up).map((m) => `${m.member.name} (${m.statusError ?? 'knows no leader'})`);
    const observation = `${up.length} of ${members.length} members up${names.length > 0 ? `; not ${names.join(', ')}` : ''}`;
    const open = up.length - 1 >= quorumOf(members.length);
    return { open, observation, hold: true };
  };
}

async function healthOf(run: Run, member: Member): Promise<Health> {
  const { view } = run.options;
  let status: MemberStatus | null = null;
  try {
    status = await bounded(run.bounds, `Status of ${member.name}`, readLimitMs, (s) => view.status(member, s));
    if (status.leaderId === 0n) return { member, status, complaint: 'knows no leader' };
    if (status.errors.length > 0) return { member, status, complaint: `reports ${status.errors.join(', ')}` };
    await bounded(run.bounds, `A serializable read of ${member.name}`, readLimitMs, (s) =>
      view.read(member, 'serializable', s),
    );
    await bounded(run.bounds, `A linearizable read of ${member.name}`, readLimitMs, (s) =>
      view.read(member, 'linearizable', s),
    );
    return { member, status, complaint: null };
  } catch (error) {
    if (isInterruption(error)) throw error;
    return { member, status, complaint: inOneLine(error) };
  }
}
