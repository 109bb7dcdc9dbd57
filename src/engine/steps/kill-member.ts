// Owns the rehearsal's step that kills a member without warning and sees it come back as it was.
// Must not kill where another member is down already.

import { EtcdMigrateError } from '../../errors.ts';
import { nameDeployment } from '../../plan/deployment.ts';
import type { Deployment, StepOf } from '../../plan/steps.ts';
import { lookBeforeStop } from '../before-stop.ts';
import { passGates } from '../gates.ts';
import type { Member, MemberProcess } from '../ports.ts';
import { describeFailure } from '../restoring.ts';
import { type Run, unfinishedSwitch } from '../run-state.ts';
import { requireOurs, surveyWithContact } from '../selection.ts';
import { stop } from '../stop.ts';
import { seenRunning } from '../survey.ts';
import { changeMember } from '../switching.ts';

export async function killMember(run: Run, step: StepOf<'kill-member'>): Promise<string> {
  const { member, running, kill } = await victimOf(run, step);
  const first =
    kill === null
      ? await changeMember(run, member, null, running)
      : await changeMember(run, member, { deployment: running, ...kill }, running, 'kill');
  // Whatever the cause, the member is brought back: starting what ran before is the same as ever.
  const end = first.outcome === 'exited' ? await changeMember(run, member, null, running) : first;
  if (end.outcome === 'exited') {
    const message = `${member.name} did not come back on ${nameDeployment(running)} after it was killed: ${end.message}`;
    throw stop(
      end.code,
      `${describeFailure(run, { message, evidence: end.lastLines })}. ${member.name} is down; its data is untouched.`,
      { hold: true, evidence: end.lastLines },
    );
  }
  if (end.outcome === 'unchanged') {
    const { error } = end;
    if (!(error instanceof EtcdMigrateError)) throw error;
    throw stop(error.code, `${member.name} was not killed and still runs: ${error.message}`, { cause: error });
  }
  await passGates(run, step.gates, { member, wanted: running });
  // Nobody starts a member twice after a crash: that the first start ended by itself is what the kill was to find out.
  if (first.outcome === 'exited' && first.code === 'member-start-failed') {
    const message = `${member.name} did not come back on ${nameDeployment(running)} after it was killed: ${first.message}`;
    throw stop(
      first.code,
      `${describeFailure(run, { message, evidence: first.lastLines })}. Started once more it came up, and runs ${nameDeployment(running)}.`,
      { evidence: first.lastLines },
    );
  }
  return `${member.name} was killed and came back on ${nameDeployment(running)}`;
}

/** A resumed step first brings back the member that it had begun with, if that is down; otherwise it kills (again). */
async function victimOf(
  run: Run,
  step: StepOf<'kill-member'>,
): Promise<{
  member: Member;
  running: Deployment /** Null when nothing runs there any more. */;
  kill: { process: MemberProcess | null } | null;
}> {
  const survey = await surveyWithContact(run);
  requireOurs(survey);
  const open = unfinishedSwitch(run);
  const begun = open && survey.members.find(({ member }) => member.name === open.member);
  if (begun && begun.host?.running === 'nothing') {
    const running = open.from ?? { release: run.step.hop.from, overrides: {} };
    return { member: begun.member, running, kill: null };
  }
  const { leader } = survey;
  if (!leader) throw stop('gate-failed', 'The members do not agree on a leader, so none was killed.', { hold: true });
  const choice =
    step.select === 'leader' || survey.members.length === 1
      ? leader
      : survey.members.find((m) => m.member.name !== leader.member.name);
  const running = choice && seenRunning(choice);
  if (!choice?.host || !running)
    throw stop('gate-failed', `No ${step.select} runs that could be killed.`, { hold: true });
  const { objections } = await lookBeforeStop(run, choice.member, [running.release]);
  const [objection] = objections;
  if (objection) throw stop(objection.code, `No member was killed: ${objection.message}.`, { hold: true });
  return { member: choice.member, running, kill: { process: choice.host.process } };
}
