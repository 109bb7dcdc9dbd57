// Owns the gates that compare single facts over all members: releases, alarms, downgrade job, room on disk, learners.
// Must not wait or change anything.
import { loadCatalog } from '../../catalog/load.ts';
import { compareLines, lineOf } from '../../catalog/version.ts';
import { bounded } from '../bounded.ts';
import { lookAtHost } from '../host.ts';
import { readLimitMs } from '../limits.ts';
import type { Member } from '../ports.ts';
import { lackOfRoom } from '../room.ts';
import type { Run } from '../run-state.ts';
import { stop } from '../stop.ts';
import type { Condition } from './condition.ts';

/**
 * Every member runs the wanted release: before a hop's first switch that is its source, after its last one its target.
 */
export function versionsUniform(run: Run): Condition {
  const wanted = expectedRelease(run);
  return async () => {
    const seen = await fromEach(run, 'Status', async (member, signal) => {
      const { version } = await run.options.view.status(member, signal);
      return { member: member.name, version };
    });
    const wrong = seen.filter(({ version }) => version !== wanted);
    if (wrong.length === 0) return { open: true, observation: `all members run ${wanted}` };
    const names = wrong.map(({ member, version }) => `${member} runs ${version}`);
    return { open: false, observation: `${names.join(', ')}, wanted ${wanted}` };
  };
}

function expectedRelease(run: Run): string {
  const { hop, part, leg, planned } = run.step;
  const at = part === 'leg' ? leg?.after : planned.id;
  const position = hop.steps.findIndex(({ id }) => id === at);
  const isLastSwitchBefore = hop.steps
    .slice(position + 1)
    .every(({ step }) => step.kind !== 'switch-member' || step.purpose !== 'upgrade');
  const anySwitch = hop.steps.some(({ step }) => step.kind === 'switch-member' && step.purpose === 'upgrade');
  return position >= 0 && anySwitch && isLastSwitchBefore ? hop.to : hop.from;
}

export function noAlarm(run: Run): Condition {
  return async () => {
    const raised = await fromEach(run, 'Alarms', (member, signal) => run.options.view.alarms(member, signal));
    const names = new Set(raised.flat().map(({ memberId, alarm }) => `${alarm} on ${memberId.toString(16)}`));
    return names.size === 0
      ? { open: true, observation: 'no alarm' }
      : { open: false, observation: `alarm ${[...names].join(', ')}` };
  };
}

/** K5: once there is a job, a restarted 3.5 member dies. Waiting could not cure that, so the run is held at once. */
export function noDowngradeJob(run: Run): Condition {
  return async () => {
    const seen = await fromEach(run, 'The downgrade state', async (member, signal) => {
      // Only what the engine asks is known to exist: before 3.5 there is no such endpoint, and the view answers null.
      const enabled = await run.options.view.downgradeEnabled(member, signal);
      if (enabled !== null) return { member: member.name, enabled, answered: true };
      const { version } = await run.options.view.status(member, signal);
      return { member: member.name, enabled: false, answered: compareLines(lineOf(version), '3.5') < 0 };
    });
    const active = seen.filter(({ enabled }) => enabled).map(({ member }) => member);
    if (active.length > 0) {
      throw stop(
        'downgrade-in-progress',
        `A downgrade job is active on ${active.join(', ')}: a restarted member would not start again (K5).`,
      );
    }
    const silent = seen.filter(({ answered }) => !answered).map(({ member }) => member);
    if (silent.length > 0)
      return { open: false, observation: `${silent.join(', ')} did not say whether a downgrade job is active` };
    return { open: true, observation: 'no downgrade job on any member' };
  };
}

export function diskSpace(run: Run): Condition {
  return async () => {
    const hosts = await Promise.all(
      run.members.map(async (member) => ({
        member: member.name,
        facts: await lookAtHost(run.options.driver, run.bounds, member),
      })),
    );
    const full: string[] = [];
    const unseen: string[] = [];
    for (const { member, facts } of hosts) {
      const lack = lackOfRoom(facts, loadCatalog());
      if (lack === 'not-seen') unseen.push(member);
      else if (lack !== null) full.push(`${member} has ${lack}`);
    }
    if (full.length > 0) return { open: false, observation: full.join(', '), code: 'no-space' };
    if (unseen.length > 0) {
      return { open: false, observation: `the room on ${unseen.join(', ')} cannot be seen from here` };
    }
    return {
      open: true,
      observation: 'every member has room for a second copy of its database and its next WAL segment',
    };
  };
}

export function noLearner(run: Run): Condition {
  return async () => {
    const lists = await fromEach(run, 'The member list', (member, signal) =>
      run.options.view.memberList(member, signal),
    );
    const learners = new Set(lists.flat().flatMap((m) => (m.isLearner ? [m.name || m.id.toString(16)] : [])));
    if (learners.size > 0) return { open: false, observation: `learner: ${[...learners].join(', ')}` };
    // A list that leaves members out may leave out the learner, too.
    const short = lists.findIndex((list) => list.length !== run.members.length);
    if (short >= 0) {
      const seen = `${run.members[short]?.name} lists ${lists[short]?.length} members of ${run.members.length}`;
      return { open: false, observation: seen };
    }
    return { open: true, observation: 'no learner' };
  };
}

function fromEach<T>(run: Run, what: string, call: (member: Member, signal: AbortSignal) => Promise<T>): Promise<T[]> {
  return Promise.all(
    run.members.map((member) =>
      bounded(run.bounds, `${what} of ${member.name}`, readLimitMs, (signal) => call(member, signal)),
    ),
  );
}
