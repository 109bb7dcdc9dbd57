// Owns the choice of the member that is touched next, from live state, and whether it may be touched at all.
// Must not change anything.
import { compareVersions } from '../catalog/version.ts';
import { sameDeployment } from '../plan/deployment.ts';
import type { Deployment } from '../plan/steps.ts';
import { seconds, waitingTime } from './bounded.ts';
import { pause } from './gates.ts';
import { contactLimitMs, pollMaximumMs, recoverLimitMs } from './limits.ts';
import { notOurs } from './processes.ts';
import { emit, type Run } from './run-state.ts';
import { stop } from './stop.ts';
import { isFound, isSilent, type MemberSurvey, quorumOf, type Survey, seenRunning, surveyCluster } from './survey.ts';

const unseen = 'what runs there cannot be seen from here';

export function onDeployment(survey: Survey, wanted: Deployment): readonly MemberSurvey[] {
  return survey.members.filter((member) => {
    const running = seenRunning(member);
    return running !== undefined && sameDeployment(running, wanted);
  });
}

/**
 * Looks until every host shows what runs there, at most `contactLimitMs`; then the run is held, because nobody knows
 * what runs there.
 */
export async function surveyWithContact(run: Run): Promise<Survey> {
  const waited = waitingTime(run.bounds.clock, contactLimitMs);
  for (;;) {
    const survey = await surveyCluster(run.options, run.bounds, run.members);
    const lost = survey.members.filter(({ host }) => host === null || host.running === null);
    if (lost.length === 0) return survey;
    if (waited() >= contactLimitMs) {
      const names = lost.map(
        ({ member, host, hostError }) => `${member.name} (${host ? unseen : (hostError ?? 'no answer')})`,
      );
      throw stop(
        'member-lost',
        `Contact with the host of ${names.join(', ')} was lost for ${seconds(contactLimitMs)}.`,
      );
    }
    emit(run, {
      type: 'progress',
      message: `waiting for the host of ${lost.map(({ member }) => member.name).join(', ')}`,
    });
    await pause(run, pollMaximumMs);
  }
}

/** Throws a hold where somebody else has started what runs on a member: it is looked at before anything is changed. */
export function requireOurs({ members }: Survey): void {
  const foreign = members.find(({ host }) => isFound(host?.running));
  if (foreign !== undefined) throw notOurs(foreign.member, 'nothing was changed; `resume` looks at what it is');
}

/**
 * Why the member must not be stopped now, or null when it may: every other member is up, and they are a quorum without
 * it. A member that is down already takes nothing away from the others, so only they count. Fewer than three members
 * can spare none: there every stop is an outage, and the plan says so by asking for no margin.
 */
export function obstacleTo(survey: Survey, name: string): string | null {
  const others = survey.members.filter(({ member }) => member.name !== name);
  const down = others.filter(({ up }) => !up);
  if (down.length > 0) {
    const why = down.map((each) => {
      const what = isSilent(each) ? 'does not answer' : 'is down';
      return `${each.member.name} ${what} (${each.statusError ?? 'it knows no leader'})`;
    });
    return `${why.join(' and ')}, so no other member may be stopped`;
  }
  if (survey.members.length >= 3 && others.length < quorumOf(survey.members.length)) {
    return `${others.length} of ${survey.members.length} members are no quorum`;
  }
  return null;
}

/**
 * The next member that does not run `to`: one that is down first, then the oldest release, followers before the
 * leader. Gives a cluster that is not whole `recoverLimitMs` to become so by itself. Throws a hold where no member may
 * be touched. Null when all members run `to`.
 */
export async function chooseMember(run: Run, to: Deployment): Promise<{ chosen: MemberSurvey; survey: Survey } | null> {
  const waited = waitingTime(run.bounds.clock, recoverLimitMs);
  for (;;) {
    const survey = await surveyWithContact(run);
    requireOurs(survey);
    const done = new Set(onDeployment(survey, to).map(({ member }) => member.name));
    const candidates = survey.members.filter(({ member }) => !done.has(member.name)).sort(byUrgency(survey));
    const [first] = candidates;
    if (!first) return null;
    const whole = survey.members.every(({ up }) => up) && survey.leader !== null;
    const overdue = waited() >= recoverLimitMs;
    const obstacle = obstacleTo(survey, first.member.name);
    // A process that ended will not come back by waiting; one that runs may only be slow.
    const isEnded = first.host?.running === 'nothing';
    if (obstacle === null && (whole || overdue || isEnded)) return { chosen: first, survey };
    if (overdue) {
      const reason = obstacle ?? 'the members do not agree on a leader';
      throw stop('gate-failed', `No member can be switched safely: after ${seconds(recoverLimitMs)} ${reason}.`, {
        hold: true,
      });
    }
    emit(run, {
      type: 'progress',
      message: `waiting for all members to be up: ${obstacle ?? 'no agreement on a leader'}`,
    });
    await pause(run, pollMaximumMs);
  }
}

function byUrgency(survey: Survey): (left: MemberSurvey, right: MemberSurvey) => number {
  const isLeader = (m: MemberSurvey): number => (survey.leader?.member.name === m.member.name ? 1 : 0);
  const isUp = (m: MemberSurvey): number => (m.up ? 1 : 0);
  const release = (m: MemberSurvey): string => seenRunning(m)?.release ?? '0.0.0';
  return (left, right) =>
    isUp(left) - isUp(right) || isLeader(left) - isLeader(right) || compareVersions(release(left), release(right));
}
