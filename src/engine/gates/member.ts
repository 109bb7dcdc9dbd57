// Owns the gates that ask a member itself: runs what is wanted, has caught up, reads and writes.
// Must not look at any other member, except the leader for the index to reach.

import { nameDeployment } from '../../plan/deployment.ts';
import { bounded } from '../bounded.ts';
import { readLimitMs } from '../limits.ts';
import type { Member } from '../ports.ts';
import type { Run } from '../run-state.ts';
import { stop } from '../stop.ts';
import { surveyStatus } from '../survey.ts';
import type { Condition, GateSubject } from './condition.ts';
import { lookAtSettings } from './settings.ts';

export function memberRunning(run: Run, subject: GateSubject): Condition {
  const member = memberOf(subject);
  return async () => {
    const status = await bounded(run.bounds, `Status of ${member.name}`, readLimitMs, (s) =>
      run.options.view.status(member, s),
    );
    const wanted = subject.wanted?.release;
    if (wanted !== undefined && status.version !== wanted) {
      return { open: false, observation: `${member.name} still reports ${status.version}, wanted ${wanted}` };
    }
    const settings = await lookAtSettings(run, member, subject.wanted?.overrides ?? {});
    return {
      open: settings.open,
      observation: `${member.name} reports ${status.version}${settings.open ? ' and' : ', but'} ${settings.said}`,
    };
  };
}

/** The goal is what the leader had committed when the gate began: a moving goal could never be reached under load. */
export function raftCaughtUp(run: Run, subject: GateSubject): Condition {
  const member = memberOf(subject);
  let goal: bigint | null = null;
  return async () => {
    if (goal === null) {
      const survey = await surveyStatus(run.options.view, run.bounds, run.members);
      if (!survey.leader?.status) {
        return { open: false, observation: 'a majority does not agree on a leader, so the index to reach is unknown' };
      }
      goal = survey.leader.status.raftIndex;
    }
    const status = await bounded(run.bounds, `Status of ${member.name}`, readLimitMs, (s) =>
      run.options.view.status(member, s),
    );
    const observation = `${member.name} has applied ${status.raftAppliedIndex} of ${goal}`;
    return { open: status.raftAppliedIndex >= goal && status.leaderId !== 0n, observation };
  };
}

export function memberReads(run: Run, subject: GateSubject): Condition {
  const member = memberOf(subject);
  return async () => {
    const { view } = run.options;
    const serializable = await bounded(run.bounds, `A serializable read of ${member.name}`, readLimitMs, (s) =>
      view.read(member, 'serializable', s),
    );
    const linearizable = await bounded(run.bounds, `A linearizable read of ${member.name}`, readLimitMs, (s) =>
      view.read(member, 'linearizable', s),
    );
    if (linearizable.revision < serializable.revision) {
      return {
        open: false,
        observation: `${member.name} read linearizably at ${linearizable.revision} after ${serializable.revision}`,
      };
    }
    return { open: true, observation: `${member.name} reads at revision ${linearizable.revision}` };
  };
}

export function memberWrites(run: Run, subject: GateSubject): Condition {
  const member = memberOf(subject);
  return async () => ({ open: true, observation: `${member.name} wrote at revision ${await write(run, member)}` });
}

/** A member answers a write only when it has applied it: afterwards no member's consistent index is 0 (K29). */
export function membersWrite(run: Run): Condition {
  const written = new Map<Member, bigint>();
  return async () => {
    for (const member of run.members) if (!written.has(member)) written.set(member, await write(run, member));
    const revisions = [...written].map(([member, revision]) => `${member.name} at revision ${revision}`);
    return { open: true, observation: `written through ${revisions.join(', ')}` };
  };
}

async function write(run: Run, member: Member): Promise<bigint> {
  const { revision } = await bounded(run.bounds, `A write through ${member.name}`, readLimitMs, (s) =>
    run.options.control.probeWrite(member, s),
  );
  return revision;
}

function memberOf(subject: GateSubject): Member {
  if (!subject.member) {
    throw stop(
      'internal-error',
      `A member gate was asked without a member (wanted ${nameDeployment(subject.wanted ?? null)}).`,
    );
  }
  return subject.member;
}
