// Owns moving leadership away from a member before it is stopped, and proving that it moved.
// Must not stop anything.
import { bounded, elapsedMs, inOneLine, isInterruption } from './bounded.ts';
import { pause, waitUntil } from './gates.ts';
import { leaderMoveLimitMs, pollMinimumMs, readLimitMs, successorLimitMs } from './limits.ts';
import type { Member } from './ports.ts';
import { emit, type Run } from './run-state.ts';
import { stop } from './stop.ts';
import { type MemberSurvey, quorumOf, surveyStatus } from './survey.ts';

const attempts = 4;

/**
 * After this a majority of Status answers agrees on a leader that is not `member`. The receiver is caught up and, if
 * there is a choice, not the member that was restarted last. An error of the call means unknown: the answers decide.
 */
export async function moveLeadershipAway(run: Run, member: Member): Promise<void> {
  if (run.members.length === 1) return;
  let lastError = 'no attempt was possible';
  for (let attempt = 0; attempt < attempts; attempt++) {
    const leader = await agreedLeader(run);
    if (leader.member.name !== member.name) return;
    const receiver = await caughtUpReceiver(run, leader, attempt);
    try {
      await bounded(run.bounds, `MoveLeader of ${member.name}`, readLimitMs, (s) =>
        run.options.control.moveLeader(member, { id: receiver.memberId }, s),
      );
    } catch (error) {
      if (isInterruption(error)) throw error;
      lastError = inOneLine(error);
    }
    const successor = await successorOf(run, member);
    if (successor !== null) {
      emit(run, { type: 'leader-moved', from: member.name, to: successor });
      return;
    }
  }
  throw stop(
    'gate-failed',
    `Leadership could not be moved away from ${member.name} in ${attempts} attempts (${lastError}); it was not stopped.`,
  );
}

/**
 * After this a majority of Status answers agrees on a leader that runs the release; gives its name. Throws `gate-failed`
 * where none is fit to lead, or leadership does not move.
 */
export async function moveLeadershipTo(run: Run, release: string): Promise<string> {
  let lastError = 'no attempt was possible';
  for (let attempt = 0; attempt < attempts; attempt++) {
    const leader = await agreedLeader(run);
    if (leader.status?.version === release) return leader.member.name;
    const receiver = await caughtUpReceiver(run, leader, attempt, release);
    try {
      await bounded(run.bounds, `MoveLeader of ${leader.member.name}`, readLimitMs, (s) =>
        run.options.control.moveLeader(leader.member, { id: receiver.memberId }, s),
      );
    } catch (error) {
      if (isInterruption(error)) throw error;
      lastError = inOneLine(error);
    }
    const successor = await successorOf(run, leader.member);
    if (successor !== null) emit(run, { type: 'leader-moved', from: leader.member.name, to: successor });
  }
  const leader = await agreedLeader(run);
  if (leader.status?.version === release) return leader.member.name;
  throw stop('gate-failed', `No member on ${release} came to lead in ${attempts} attempts (${lastError}).`);
}

/** The members learn of a new leader one by one; null when a majority still calls `member` leader after the limit. */
async function successorOf(run: Run, member: Member): Promise<string | null> {
  const { clock } = run.bounds;
  const begin = clock.monotonicUs();
  for (;;) {
    const { leader } = await surveyStatus(run.options.view, run.bounds, run.members);
    if (leader && leader.member.name !== member.name) return leader.member.name;
    if (elapsedMs(clock, begin) >= successorLimitMs) return null;
    await pause(run, pollMinimumMs);
  }
}

export async function agreedLeader(run: Run): Promise<MemberSurvey> {
  let leader: MemberSurvey | null = null;
  await waitUntil(run, { name: 'leader-agreed', timeoutMs: leaderMoveLimitMs }, async () => {
    const survey = await surveyStatus(run.options.view, run.bounds, run.members);
    leader = survey.leader;
    const seen = survey.members.map(
      (m) => `${m.member.name}: ${m.status ? m.status.leaderId.toString(16) : m.statusError}`,
    );
    return leader === null
      ? {
          open: false,
          observation: `no majority of ${quorumOf(run.members.length)} agrees on a leader (${seen.join(', ')})`,
        }
      : { open: true, observation: `${(leader as MemberSurvey).member.name} leads` };
  });
  if (leader === null) throw stop('internal-error', 'The gate leader-agreed opened without a leader.');
  return leader;
}

/** Waits until a follower has applied what the leader had committed at the beginning; prefers not the last restarted. */
async function caughtUpReceiver(
  run: Run,
  leader: MemberSurvey,
  attempt: number,
  release?: string,
): Promise<{ memberId: bigint }> {
  const goal = leader.status?.raftIndex ?? 0n;
  let receiver: { memberId: bigint } | null = null;
  await waitUntil(run, { name: 'leadership-receiver', timeoutMs: leaderMoveLimitMs }, async () => {
    const survey = await surveyStatus(run.options.view, run.bounds, run.members);
    const caughtUp = survey.members.filter(
      ({ member, status, up }) =>
        up &&
        status &&
        member.name !== leader.member.name &&
        (release === undefined || status.version === release) &&
        !status.isLearner &&
        status.raftAppliedIndex >= goal,
    );
    const rested = caughtUp.filter(({ member }) => member.name !== run.memory.lastSwitched);
    const pool = rested.length > 0 ? rested : caughtUp;
    receiver = pool[attempt % Math.max(1, pool.length)]?.status ?? null;
    const seen = survey.members.map((m) => `${m.member.name} at ${m.status?.raftAppliedIndex ?? m.statusError}`);
    return receiver === null
      ? {
          open: false,
          observation: `no follower${release === undefined ? '' : ` on ${release}`} has applied ${goal}: ${seen.join(', ')}`,
        }
      : { open: true, observation: `a follower has applied ${goal}` };
  });
  if (receiver === null) throw stop('internal-error', 'The gate leadership-receiver opened without a receiver.');
  return receiver;
}
