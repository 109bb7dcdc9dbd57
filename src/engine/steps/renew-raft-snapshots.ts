// Owns the preparation that makes every member take a fresh raft snapshot (K21, K22), and its proof on the hosts' disks.
// Must not trust the number of entries sent: only the snapshot files prove it.
import type { StepOf } from '../../plan/steps.ts';
import { bounded, elapsedMs, inOneLine, isInterruption, waitingTime } from '../bounded.ts';
import { pause } from '../gates.ts';
import { lookAtHost } from '../host.ts';
import { pollMaximumMs } from '../limits.ts';
import type { HostFacts } from '../ports.ts';
import { emit, type Run, type StepFacts } from '../run-state.ts';
import { stop } from '../stop.ts';
import { highest, surveyStatus } from '../survey.ts';

/** At most so many entries per member's snapshot interval: enough for the slowest file, bounded for the cluster. */
const budgetFactor = 3;
const chunkMaximum = 2_000;

/** The highest applied index of any member: a snapshot at or above it covers everything the members had applied. */
export async function renewalGoal(run: Run): Promise<StepFacts> {
  const { members } = await surveyStatus(run.options.view, run.bounds, run.members);
  const silent = members.filter(({ status }) => status === null);
  if (silent.length > 0) {
    const names = silent.map(({ member, statusError }) => `${member.name} (${statusError ?? 'no answer'})`);
    throw stop(
      'gate-failed',
      `The raft index to cover is unknown: ${names.join(', ')} did not answer. Nothing was changed.`,
    );
  }
  const goal = highest(
    members.flatMap(({ status }) => (status ? [status.raftAppliedIndex] : [])),
    0n,
  );
  return { goal: goal.toString() };
}

export async function renewRaftSnapshots(run: Run, step: StepOf<'renew-raft-snapshots'>): Promise<string> {
  const { clock } = run.bounds;
  const goal = BigInt(run.facts.goal ?? '-1');
  if (goal < 0n) throw stop('internal-error', `Step ${run.step.planned.id} was journaled without its goal.`);
  const begin = clock.monotonicUs();
  const waited = waitingTime(clock, step.timeoutMs);
  const budget = step.snapshotCount * budgetFactor + 1_000;
  const chunk = Math.min(chunkMaximum, Math.max(100, Math.ceil(step.snapshotCount / 4)));
  let sent = 0;
  let attempt = 0;
  let lastError = '';
  for (;;) {
    const stale = await staleMembers(run, goal);
    if (stale.length === 0) {
      run.memory.preparationMs += elapsedMs(clock, begin);
      return `every member has a raft snapshot at or above index ${goal} (${sent} entries sent)`;
    }
    const spentMs = waited();
    emit(run, { type: 'progress', message: `${step.reason}: ${sent} raft entries sent; ${stale.join('; ')}` });
    if (spentMs >= step.timeoutMs) {
      const error = lastError === '' ? '' : `; last error: ${lastError}`;
      throw stop(
        'raft-snapshot-stale',
        `After ${sent} raft entries not every member has a raft snapshot at or above index ${goal}: ${stale.join('; ')}${error}.`,
      );
    }
    if (sent >= budget) {
      await pause(run, pollMaximumMs); // the files may still appear
      continue;
    }
    try {
      // The entries are counted before the answer: a time-out means unknown, and the budget bounds what the cluster may
      // have to bear.
      sent += chunk;
      await churn(run, attempt, chunk, step.timeoutMs - spentMs);
    } catch (error) {
      if (isInterruption(error)) throw error;
      lastError = inOneLine(error);
      attempt += 1;
      await pause(run, pollMaximumMs);
    }
  }
}

async function churn(run: Run, attempt: number, entries: number, limitMs: number): Promise<void> {
  const { members, leader } = await surveyStatus(run.options.view, run.bounds, run.members);
  const healthy = [...(leader ? [leader] : []), ...members.filter((m) => m.up && m !== leader)];
  const via = healthy[attempt % Math.max(1, healthy.length)];
  if (!via) throw stop('gate-failed', 'no member is up');
  await bounded(run.bounds, `Lease grants through ${via.member.name}`, Math.max(1, limitMs), (signal) =>
    run.options.control.churnLeases(via.member, entries, signal),
  );
}

/**
 * Members without the proof, with what they have; a host that does not answer proves nothing now. Where snapshots cannot
 * be seen at all nothing ever will: throws `gate-failed` rather than send entries for it.
 */
async function staleMembers(run: Run, goal: bigint): Promise<readonly string[]> {
  const seen = await Promise.all(
    run.members.map(async (member) => {
      let raftSnapshots: HostFacts['raftSnapshots'];
      try {
        ({ raftSnapshots } = await lookAtHost(run.options.driver, run.bounds, member));
      } catch (error) {
        if (isInterruption(error)) throw error;
        return `${member.name}: ${inOneLine(error)}`;
      }
      if (raftSnapshots === null) {
        throw stop(
          'gate-failed',
          `The raft snapshots of ${member.name} cannot be seen from here, so nothing could prove that they were renewed; no entries are sent for it.`,
        );
      }
      const newest = highest(
        raftSnapshots.map(({ index }) => index),
        -1n,
      );
      return newest >= goal ? null : `${member.name}: newest snapshot ${newest < 0n ? 'none' : `at ${newest}`}`;
    }),
  );
  return seen.filter((complaint) => complaint !== null);
}
