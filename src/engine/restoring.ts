// Owns the way back of one member after our own change went wrong: its old binary, its data untouched.
// Must not wipe or remove anything, nor go back where that would cost quorum or is no longer possible.
import { compareLines, lineOf } from '../catalog/version.ts';
import type { FailureCode } from '../errors.ts';
import { EtcdMigrateError } from '../errors.ts';
import { nameDeployment, sameDeployment } from '../plan/deployment.ts';
import type { Deployment, GateSpec } from '../plan/steps.ts';
import { lookBeforeStop } from './before-stop.ts';
import { inOneLine, isInterruption } from './bounded.ts';
import { isMembersOwn, passGates } from './gates.ts';
import { contactLimitMs, restoredGateMs } from './limits.ts';
import type { Member } from './ports.ts';
import type { Run } from './run-state.ts';
import { onDeployment, requireOurs, surveyWithContact } from './selection.ts';
import { evidenceInWords } from './side.ts';
import { isHold, stop } from './stop.ts';
import { changeMember } from './switching.ts';
import { seenWayBack, type WaySighting } from './way-back-proof.ts';

export interface Failure {
  readonly code: FailureCode;
  /** What went wrong, without a full stop. */
  readonly message: string;
  /** etcd's own last lines. */
  readonly evidence: readonly string[];
  /** The process of the new deployment has ended, so there is nothing to lose by starting the old one. */
  readonly ended: boolean;
}

const gatesAfterRestoring: readonly GateSpec[] = (['member-running', 'raft-caught-up', 'members-healthy'] as const).map(
  (name) => ({ name, timeoutMs: restoredGateMs }),
);

/** Gives the member its old deployment back where that is safe, and ends the run either way with what stands now. */
export async function restoreAndStop(
  run: Run,
  member: Member,
  old: Deployment,
  tried: Deployment,
  failure: Failure,
): Promise<never> {
  const said = `${describeFailure(run, failure)}.`;
  const { hop } = run.step;
  const survey = await surveyWithContact(run);
  requireOurs(survey);
  const host = survey.members.find((each) => each.member.name === member.name)?.host;
  // Where nothing runs there is nothing to lose, but somebody may have started it again meanwhile.
  const hasEnded = failure.ended && host?.running === 'nothing';
  // One that runs is given time to be proven; for one that has ended every second is an outage.
  const waitMs = hasEnded ? 0 : contactLimitMs;
  const { side, way, members } = await lookBack(run, member, waitMs);
  if (way.is === 'shut' && way.code === 'downgrade-in-progress') {
    throw end(
      { ...failure, code: way.code },
      `${said} ${old.release} was not started on ${member.name}: ${way.why}.`,
      true,
    );
  }
  if (goesBack(old, tried)) {
    if (side === 'after') {
      throw end(
        failure,
        `${said} ${member.name} cannot go back to ${old.release}: the cluster version is ${hop.to} already. The other members keep quorum; repair ${member.name} and resume.`,
        true,
      );
    }
    // Nobody knows the side. Where nothing runs, the old binary itself gives the answer: it does not start past the
    // point of no return, and leaves the data as they are (K16). A process that runs is not stopped to find that out.
    if (side === 'unknown' && !hasEnded) {
      throw end(
        failure,
        `${said} ${member.name} keeps ${nameDeployment(tried)}: nothing proves that the cluster version has not moved (${evidenceInWords(members)}); past that ${old.release} would not start. Do not start ${old.release} until \`status\` knows.`,
        true,
      );
    }
  }

  // The last look is the last thing before the stop: the proof of the way back may have taken its time.
  const { objections } = await lookBeforeStop(run, member, [old.release]);
  // Of a member that is down nothing can be taken; only a binary that nobody knows must not be started on its data.
  const objection = objections.find(({ code }) => !hasEnded || code === 'binary-replaced');
  if (objection !== undefined) {
    const isPassing = objection.code === 'gate-failed' || objection.code === 'machine-overloaded';
    const code = isPassing ? failure.code : objection.code;
    throw end(
      { ...failure, code },
      `${said} ${member.name} keeps ${nameDeployment(tried)}: ${objection.message}.`,
      true,
    );
  }
  const back = await changeMember(
    run,
    member,
    hasEnded ? null : { deployment: tried, process: host?.process ?? null },
    old,
  );
  if (back.outcome === 'unchanged') {
    throw end(
      failure,
      `${said} ${member.name} could not be put back on ${nameDeployment(old)} (${inOneLine(back.error)}) and still runs ${nameDeployment(tried)}.`,
      true,
    );
  }
  if (back.outcome === 'exited') {
    // Where the version has moved it is no wonder that the old one does not start.
    const isBroken = goesBack(old, tried) && side === 'before' && back.code === 'member-start-failed';
    if (isBroken)
      await noteBrokenBack(run, member, `${old.release} did not start again on ${member.name}: ${back.message}`);
    if (!hasEnded) await goForwardAgain(run, member, { old, tried }, said, failure);
    throw end(
      { ...failure, evidence: [...failure.evidence, ...back.lastLines] },
      `${said} Putting ${nameDeployment(old)} back failed as well: ${back.message}. ${member.name} is down; its data is untouched. ${await quorumSentence(run)}`,
      true,
    );
  }
  await run.journal.append({ type: 'member-restored', step: run.step.planned.id, member: member.name, to: old });
  try {
    await passGates(run, gatesAfterRestoring, { member, wanted: old });
  } catch (error) {
    if (isInterruption(error) || !(error instanceof EtcdMigrateError)) throw error;
    if (goesBack(old, tried) && isMembersOwn(error)) {
      await noteBrokenBack(run, member, `${member.name} is not well on ${old.release} again: ${inOneLine(error)}`);
    }
    throw end(
      failure,
      `${said} ${member.name} runs ${nameDeployment(old)} again, but: ${inOneLine(error)}`,
      isHold(error),
    );
  }
  const still = onDeployment(await surveyWithContact(run), tried).map((m) => m.member.name);
  const where =
    still.length === 0
      ? `so no member runs ${nameDeployment(tried)} any more`
      : `and ${still.join(', ')} still run${still.length === 1 ? 's' : ''} ${nameDeployment(tried)}: go on with resume when the cause is gone, or back with rollback`;
  throw end(failure, `${said} ${member.name} is back on ${nameDeployment(old)} and healthy, ${where}.`, false);
}

/**
 * What a member without a process ran before, other than `to`: by the journal, and the hop's source where it says
 * nothing. A release that the member never ran is no way back.
 */
export function deploymentBefore(run: Run, member: Member, to: Deployment): Deployment {
  const { hop } = run.step;
  const ran: Deployment[] = [];
  let intended: Deployment | undefined;
  for (const record of run.journal.records) {
    if (record.type === 'switch-intended' && record.member === member.name) {
      if (record.from) ran.push(record.from);
      intended = record.to;
    } else if (record.type === 'switch-ended' && record.member === member.name) {
      if (record.outcome === 'running' && intended) ran.push(intended);
    }
  }
  const ofThisHop = ran.filter(({ release }) => release === hop.from || release === hop.to);
  return ofThisHop.findLast((deployment) => !sameDeployment(deployment, to)) ?? { release: hop.from, overrides: {} };
}

/** The failure in etcd's and our words; a known symptom is named with its cure. */
export function describeFailure(run: Run, failure: Pick<Failure, 'message' | 'evidence'>): string {
  const symptom = run.options.symptomOf(failure.evidence);
  const message = failure.message.replace(/\.$/, '');
  if (!symptom) return message;
  const plain = (text: string): string => text.replace(/\.$/, '');
  // etcd's own words name the flag, the entry or the version that our explanation can only speak of.
  const line = failure.evidence.find((each) => run.options.symptomOf([each]) !== undefined);
  const quoted = line === undefined ? '' : `: "${line.trim().slice(0, 300)}"`;
  return `${message}${quoted}. This is ${symptom.knownAs}: ${plain(symptom.explanation)}. ${plain(symptom.remedy)}`;
}

function end(failure: Failure, message: string, hold: boolean): EtcdMigrateError {
  return stop(failure.code, message, { hold, evidence: failure.evidence });
}

/**
 * Puts the tried deployment back where the flip came between our look and the start of the old binary, or may have
 * come. Only where it is proven that the cluster version has not moved was it something else that kept the old one
 * down.
 */
async function goForwardAgain(
  run: Run,
  member: Member,
  { old, tried }: { readonly old: Deployment; readonly tried: Deployment },
  said: string,
  failure: Failure,
): Promise<void> {
  const { hop } = run.step;
  if (!goesBack(old, tried)) return;
  const { side } = await lookBack(run, member, 0);
  if (side === 'before') return;
  const forward = await changeMember(run, member, null, tried);
  if (forward.outcome !== 'running') return;
  const why =
    side === 'after'
      ? `The cluster version became ${hop.to} meanwhile, so the old release does not start any more`
      : `${old.release} did not start, and whether the cluster version has moved is not known`;
  throw end(failure, `${said} ${why}; ${member.name} runs ${nameDeployment(tried)} again.`, true);
}

/** Journals that going back was tried in this hop and did not work: from now on it is no way that is offered or gone. */
export async function noteBrokenBack(run: Run, member: Member, why: string): Promise<void> {
  const { hop, planned } = run.step;
  const said = why.replace(/\.$/, '');
  await run.journal.append({ type: 'way-back-broken', step: planned.id, hop: hop.id, member: member.name, why: said });
}

/** Whether the way leads to an older line: only there can the cluster version bar it. */
function goesBack(old: Deployment, tried: Deployment): boolean {
  return compareLines(lineOf(old.release), lineOf(tried.release)) < 0;
}

/** The way back that the old binary of a stopped member will meet, by what is seen alone. */
function lookBack({ options, bounds, members, step }: Run, stopped: Member, waitMs: number): Promise<WaySighting> {
  const ground = { options, bounds, members, hop: step.hop };
  return seenWayBack(ground, { lastSwitchIntended: false, brokenBack: null }, { waitMs, stopped });
}

async function quorumSentence(run: Run): Promise<string> {
  const survey = await surveyWithContact(run);
  const up = survey.members.filter((m) => m.up).length;
  return survey.leader
    ? `${up} of ${survey.members.length} members are up and have quorum, with no margin left.`
    : `${up} of ${survey.members.length} members are up and see no leader.`;
}
