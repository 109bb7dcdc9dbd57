// Owns the step that puts a deployment on the next member: choose, move leadership, switch, gates, or the way back.
// Must not know how a driver does it.

import { lineOf } from '../../catalog/version.ts';
import { EtcdMigrateError, type FailureCode } from '../../errors.ts';
import { nameDeployment } from '../../plan/deployment.ts';
import type { Deployment, StepOf } from '../../plan/steps.ts';
import { lookBeforeStop } from '../before-stop.ts';
import { elapsedMs, inOneLine, isInterruption, seconds, waitingTime } from '../bounded.ts';
import { tellUnaskedEnd } from '../bringing-back.ts';
import { isMembersOwn, passGates, pause } from '../gates.ts';
import { holdDueBefore } from '../held.ts';
import { moveLeadershipAway } from '../leadership.ts';
import { pollMaximumMs, recoverLimitMs, settleLimitMs } from '../limits.ts';
import type { Member } from '../ports.ts';
import { changeSince, knownProcess, rememberProcess, type UnaskedChange, unasked } from '../processes.ts';
import { deploymentBefore, describeFailure, noteBrokenBack, restoreAndStop } from '../restoring.ts';
import { emit, type Run, unfinishedSwitch } from '../run-state.ts';
import { chooseMember, onDeployment, surveyWithContact } from '../selection.ts';
import { unaskedChangeOf } from '../sentinel.ts';
import { aboutHop } from '../side.ts';
import { evidenceOf, isHold, stop } from '../stop.ts';
import { type Running, runningOn, type Survey, seenRunning } from '../survey.ts';
import { changeMember, isRefusal, lastLinesOf } from '../switching.ts';
import { requireWayBack, sideNow } from '../way-back-proof.ts';
import { hold } from './hold.ts';
import { putInPlace } from './stage.ts';

/** How often the choice may be overtaken by events (a leader that comes back, a member that goes away) before we stop. */
const rounds = 6;

/**
 * After this step at least `ordinal` members run `to`. Normally that is one member more; a resumed step may find it
 * done already (then only the gates are passed again) or has more than one member to do. One at a time in any case.
 */
export async function switchMember(run: Run, step: StepOf<'switch-member'>): Promise<string> {
  for (let round = 0; round < rounds; round++) {
    const done = await switchUpTo(run, step);
    if (done !== null) return done;
  }
  throw notStill('to say which members are left', 'what was changed is in the journal');
}

/**
 * Says what was switched. Null when another hand has changed the members that were left: they have to be looked at anew.
 */
async function switchUpTo(run: Run, step: StepOf<'switch-member'>): Promise<string | null> {
  const open = unfinishedSwitch(run);
  const before = await surveyWithContact(run);
  const there = onDeployment(before, step.to);
  if (there.length >= step.ordinal) {
    for (const { member } of there) {
      const isOurs = open?.member === member.name;
      await verify(run, step, member, isOurs ? (open.from ?? deploymentBefore(run, member, step.to)) : null);
    }
    await tellSide(run);
    return `${there.length} members run ${nameDeployment(step.to)} already`;
  }
  const switched: string[] = [];
  for (;;) {
    const survey = await surveyWithContact(run);
    if (onDeployment(survey, step.to).length >= step.ordinal) break;
    await holdWhereDue(run, step, survey);
    const done = await switchOne(run, step);
    if (done === null) return null;
    switched.push(done);
  }
  await tellSide(run);
  return `${switched.join(', ')} → ${nameDeployment(step.to)}`;
}

/**
 * Holds where the hop's hold is due in the middle of this step, and journals it as what it is: a run killed after it
 * need not hold once more.
 */
async function holdWhereDue(run: Run, step: StepOf<'switch-member'>, survey: Survey): Promise<void> {
  const done = onDeployment(survey, step.to);
  const [last, ...others] = survey.members.filter((member) => !done.includes(member));
  // A last member that is down is not held for: no gate of a hold would open, and what counts then is that it comes up
  // again.
  if (step.purpose !== 'upgrade' || !last || !seenRunning(last) || others.length > 0) return;
  const due = holdDueBefore(run, last.member.name, step.to);
  if (!due) return;
  const begin = run.bounds.clock.monotonicUs();
  await run.journal.append({ type: 'step-started', step: due.id });
  await hold(run, due.step);
  const durationMs = elapsedMs(run.bounds.clock, begin);
  await run.journal.append({ type: 'step-finished', step: due.id, durationMs });
  await run.journal.append({ type: 'step-started', step: run.step.planned.id });
}

/** Switches one more member and gives its name; null when none is left, or somebody else was there first. */
async function switchOne(run: Run, step: StepOf<'switch-member'>): Promise<string | null> {
  const ready = await readyMember(run, step);
  if (ready === null) return null;
  const { member, from } = ready;
  const old = from?.deployment ?? deploymentBefore(run, member, step.to);
  const end = await changeMember(run, member, from, step.to);
  switch (end.outcome) {
    case 'running':
      await verify(run, step, member, old);
      return member.name;
    case 'exited':
      return await restoreAndStop(run, member, old, step.to, {
        code: end.code === 'member-start-failed' ? await ofWayBack(run, step, member, end.code, end.message) : end.code,
        message: `${member.name} did not start on ${nameDeployment(step.to)}: ${end.message}`,
        evidence: end.lastLines,
        ended: true,
      });
    case 'unchanged': {
      const { error } = end;
      if (!(error instanceof EtcdMigrateError)) throw error;
      // Somebody has started something where nothing ran: what that is has to be looked at first.
      if (from === null && isRefusal(error)) return null;
      if (from !== null && error.code === 'member-stop-failed')
        throw await afterSlowStop(run, member, from.deployment, error);
      throw stop(
        error.code,
        `${member.name} was not switched and still runs ${nameDeployment(from?.deployment ?? null)}: ${error.message}`,
        { evidence: evidenceOf(error), cause: error },
      );
    }
  }
}

/**
 * A member that was told to stop, and has not within its time, may do so at any moment: that is waited for, and what ran
 * is started again. Gives the error that ends the run, with what became of it.
 */
async function afterSlowStop(
  run: Run,
  member: Member,
  from: Deployment,
  error: EtcdMigrateError,
): Promise<EtcdMigrateError> {
  const held = (became: string): EtcdMigrateError =>
    stop(error.code, `${member.name} was not switched: ${error.message} ${became}`, {
      hold: true,
      evidence: evidenceOf(error),
      cause: error,
    });
  const waited = waitingTime(run.bounds.clock, settleLimitMs);
  for (;;) {
    const survey = await surveyWithContact(run);
    const host = survey.members.find((each) => each.member.name === member.name)?.host;
    if (host?.running === 'nothing') break;
    if (waited() >= settleLimitMs) {
      return held(
        `${seconds(settleLimitMs)} later it still runs, and may end at any moment: \`resume\` goes on with this member.`,
      );
    }
    emit(run, { type: 'progress', message: `${member.name} was told to stop, and still runs` });
    await pause(run, pollMaximumMs);
  }
  const back = await changeMember(run, member, null, from);
  if (back.outcome === 'running') return held(`It ended later, and runs ${nameDeployment(from)} again.`);
  const why = back.outcome === 'exited' ? back.message : inOneLine(back.error);
  return held(`It ended later, and could not be started again: ${why}. Its data is untouched.`);
}

/**
 * The member to touch. The last look before it is stopped is at the standing conditions, and at who leads: what may pass
 * starts the choice anew, what only somebody can change holds the run. Null when every member runs `to`.
 */
async function readyMember(
  run: Run,
  step: StepOf<'switch-member'>,
): Promise<{ member: Member; from: Running | null } | null> {
  const waited = waitingTime(run.bounds.clock, recoverLimitMs);
  for (let round = 1; ; round++) {
    const choice = await chooseMember(run, step.to);
    if (!choice) return null;
    const { member, up } = choice.chosen;
    if (step.purpose === 'roll-back') await requireTheWayBack(run, step.to);
    if (up) await moveLeadershipAway(run, member);
    const old = seenRunning(choice.chosen) ?? deploymentBefore(run, member, step.to);
    const releases = [step.to.release, old.release];
    // Where one was taken away it comes back here, while the member still runs.
    for (const release of releases) await putInPlace(run, member, release);
    const { objections, survey } = await lookBeforeStop(run, member, releases);
    // One that has ended or was replaced since our last act on it is told as that, and never just started anew.
    const host = survey.members.find((each) => each.member.name === member.name)?.host ?? null;
    const change = changeSince(run.journal.records, member, host);
    if (change !== null) throw unasked(change);
    const from = runningOn(survey, member);
    const leads = run.members.length > 1 && survey.leader?.member.name === member.name;
    const known = survey.leader !== null || !up || run.members.length === 1;
    if (objections.length === 0 && !leads && known) return { member, from };
    const waitedMs = waited();
    const lasting =
      objections.find(({ mayPass }) => !mayPass) ?? (waitedMs < recoverLimitMs ? undefined : objections[0]);
    if (lasting !== undefined) {
      const after = lasting.mayPass ? ` for ${seconds(recoverLimitMs)}` : '';
      const messages = [...new Set(objections.map(({ message }) => message))].join('; ');
      throw stop(lasting.code, `${member.name} was not stopped${after}: ${messages}.`, {
        hold: true,
      });
    }
    if (objections.length === 0 && round >= rounds) throw notStill('to choose a member', 'nothing was changed');
    if (objections.length > 0) {
      emit(run, { type: 'progress', message: `waiting to stop ${member.name}: ${objections[0]?.message}` });
      await pause(run, pollMaximumMs);
    }
  }
}

function notStill(what: string, sofar: string): EtcdMigrateError {
  const message = `The cluster was not still for long enough ${what} in ${rounds} attempts; ${sofar}.`;
  return stop('gate-failed', message, { hold: true });
}

/**
 * Stops going back where the way is not open, whatever the plan says: past the point of no return the old release would
 * be refused (K16).
 */
async function requireTheWayBack(run: Run, to: Deployment): Promise<void> {
  const { hop } = run.step;
  if (lineOf(to.release) === lineOf(hop.to)) return;
  await requireWayBack(
    { options: run.options, bounds: run.bounds, members: run.members, hop },
    aboutHop(hop, run.journal.records),
    `no further member was switched back to ${to.release}`,
  );
}

/**
 * Passes the step's gates. Where they stay shut, the member gets `old` back, unless nobody may go on or back by
 * himself.
 */
async function verify(run: Run, step: StepOf<'switch-member'>, member: Member, old: Deployment | null): Promise<void> {
  const sinceWallMs = run.bounds.clock.wallMs();
  try {
    await passGates(run, step.gates, { member, wanted: step.to });
    // One whose switch ended while nobody looked is known from here on.
    const isKnown = knownProcess(member.name, run.journal.records) !== undefined;
    if (!isKnown) await rememberProcess(run, member, run.step.planned.id);
  } catch (error) {
    const change = unaskedChangeOf(error);
    // What ends right after our own change is that change's doing: it is undone, as where its gates stay shut.
    if (change?.member.name === member.name && old !== null)
      return await undo({ ...run, bounds: run.unwatched }, step, change, old);
    if (isInterruption(error) || !(error instanceof EtcdMigrateError) || error.kind === 'bug') throw error;
    const host = (await surveyWithContact(run)).members.find((m) => m.member.name === member.name)?.host ?? null;
    // A gate may give up before anybody has seen why.
    const unseen = changeSince(run.journal.records, member, host);
    if (unseen !== null && old !== null) return await undo(run, step, unseen, old);
    if (unseen !== null) throw unasked(unseen);
    const lines = await lastLinesOf(run, member, sinceWallMs);
    const message = `${member.name} on ${nameDeployment(step.to)}: ${error.message}`;
    if (old === null || isHold(error)) {
      throw stop(error.code, `${describeFailure(run, { message, evidence: lines })}. Nothing was undone.`, {
        hold: isHold(error),
        evidence: lines,
        cause: error,
      });
    }
    const ended = host?.running === 'nothing';
    const code = ended ? 'member-start-failed' : error.code;
    const isItsOwn = ended || isMembersOwn(error);
    await restoreAndStop(run, member, old, step.to, {
      code: isItsOwn ? await ofWayBack(run, step, member, code, error.message) : code,
      message,
      evidence: lines,
      ended,
    });
  }
}

/** Gives a member whose new process has ended in the middle of its gates its old deployment back. */
async function undo(run: Run, step: StepOf<'switch-member'>, change: UnaskedChange, old: Deployment): Promise<void> {
  const { member } = change;
  const end = await tellUnaskedEnd(run, change, run.step.planned.id);
  const isItsOwn = end.code === 'member-crashed';
  await restoreAndStop(run, member, old, step.to, {
    code: isItsOwn ? await ofWayBack(run, step, member, end.code, end.message) : end.code,
    message: end.message,
    evidence: end.lines,
    ended: change.kind === 'ended',
  });
}

/**
 * The code of a member's own failure on the release that it was switched to. On a way back it is the way that is proven
 * broken, which is journaled: nobody goes it again.
 */
async function ofWayBack(
  run: Run,
  step: StepOf<'switch-member'>,
  member: Member,
  code: FailureCode,
  why: string,
): Promise<FailureCode> {
  const { hop } = run.step;
  if (step.purpose !== 'roll-back' || lineOf(step.to.release) === lineOf(hop.to)) return code;
  await noteBrokenBack(run, member, `${member.name} did not come back on ${nameDeployment(step.to)}: ${why}`);
  return 'roll-back-broken';
}

async function tellSide(run: Run): Promise<void> {
  const { hop } = run.step;
  if (hop.kind !== 'minor') return;
  const side = await sideNow(run);
  if (side !== 'before') emit(run, { type: 'point-of-no-return', side });
}
