// Owns what is done when a member changed without being asked to: it is told and journaled, what ran is brought back, and
// the run is held.
// Must not watch (sentinel.ts), nor start anything else than what ran.
import { compareVersions } from '../catalog/version.ts';
import type { EtcdMigrateError, FailureCode } from '../errors.ts';
import { nameDeployment, sameDeployment } from '../plan/deployment.ts';
import type { Deployment } from '../plan/steps.ts';
import { type Adoption, adoptFound, passAdoptedGates } from './adopting.ts';
import { lookBeforeStop } from './before-stop.ts';
import { bounded, inOneLine, isInterruption } from './bounded.ts';
import { lookAtHost } from './host.ts';
import { type JournalRecord, openJournal } from './journal.ts';
import { inspectLimitMs } from './limits.ts';
import type { EngineOptions } from './options.ts';
import type { HostFacts, Member } from './ports.ts';
import {
  changeSince,
  codeOfEnd,
  endInWords,
  isBeingStopped,
  isLastWord,
  isNotOurs,
  knownProcess,
  notOurs,
  rememberProcess,
  startable,
  type UnaskedChange,
} from './processes.ts';
import { describeFailure } from './restoring.ts';
import { emit, type Run } from './run-state.ts';
import { aboutHop } from './side.ts';
import { evidenceOf, stop } from './stop.ts';
import { isFound } from './survey.ts';
import { changeMember } from './switching.ts';
import { seenWayBack } from './way-back-proof.ts';

/** What is known of an end that nobody asked for. */
export interface UnaskedEnd {
  readonly code: FailureCode;
  /** "m2 ended by itself, with exit code 2, while it ran 3.5.33", without a full stop. */
  readonly message: string;
  readonly lines: readonly string[];
}

/** What it takes to look at members and to tell what was seen. */
interface Teller extends Pick<Run, 'bounds' | 'journal'> {
  readonly options: Pick<EngineOptions, 'driver' | 'events' | 'log'>;
}

/** Finds out how it ended, journals it, unless that was done before, and tells it. */
export async function tellUnaskedEnd(
  run: Teller,
  { member, known, kind, end, now }: UnaskedChange,
  step: string | null,
): Promise<UnaskedEnd> {
  const lines = await lastWordsOf(run, { member, known });
  const code = codeOfEnd(end, lines);
  const by = { 'member-crashed': 'by itself', 'member-killed': 'by another hand' }[code as string];
  const other = now === null || sameDeployment(now, known.deployment) ? '' : ` as ${nameDeployment(now)}`;
  const again = {
    ended: '',
    restarted: `, and was started again by another hand${other}`,
    replaced: ', and something that this run has not started runs there',
  }[kind];
  const message = `${member.name} ended${by === undefined ? '' : ` ${by}`}, ${endInWords(end)}, while it ran ${nameDeployment(known.deployment)}${again}`;
  if (!isJournaled(member, message, run.journal.records)) {
    await run.journal.append({ type: 'process-changed', step, member: member.name, code, what: message });
  }
  // An earlier process may have died, or run out of disk, before anybody heard of it.
  emit(run, { type: 'member-changed', member: member.name, code, message });
  return { code, message, lines };
}

/** Whether just that was journaled since the process is known that it is about. */
function isJournaled({ name }: Member, message: string, records: readonly JournalRecord[]): boolean {
  const last = records.findLast(
    (record) => (record.type === 'process-known' || record.type === 'process-changed') && record.member === name,
  );
  return last?.type === 'process-changed' && last.what === message;
}

/**
 * The error that ends the run: what changed, and what became of the member. What ran there is started again, unless that
 * is an old release that would not start, or whose binary is not the one that was verified.
 */
export async function afterUnaskedChange(run: Run, change: UnaskedChange): Promise<EtcdMigrateError> {
  const end = await tellUnaskedEnd(run, change, run.step.planned.id);
  const became =
    change.kind === 'ended'
      ? (await bringBack(run, change.member, change.known.deployment)).said
      : 'It was left as it runs now';
  const said = describeFailure(run, { message: end.message, evidence: end.lines });
  return stop(end.code, `${said}. ${became}.`, { hold: true, evidence: end.lines });
}

interface BroughtBack {
  /** `past`: it is an old release that starts no more; the way is forward. */
  readonly is: 'back' | 'past' | 'not-back';
  /** Without a full stop. */
  readonly said: string;
}

/** The first of these that starts there at all: an old release that starts no more leaves it to the next. */
async function bringBackFirst(run: Run, member: Member, deployments: readonly Deployment[]): Promise<BroughtBack> {
  let last: BroughtBack = { is: 'past', said: 'nothing is known to have run there' };
  for (const deployment of deployments) {
    last = await bringBack(run, member, deployment);
    if (last.is !== 'past') break;
  }
  return last;
}

async function bringBack(run: Run, member: Member, deployment: Deployment): Promise<BroughtBack> {
  const not = (said: string): BroughtBack => ({ is: 'not-back', said });
  const { hop } = run.step;
  const name = nameDeployment(deployment);
  const ground = { options: run.options, bounds: run.bounds, members: run.members, hop };
  if (deployment.release !== hop.to) {
    const { brokenBack: _, ...about } = aboutHop(hop, run.journal.records);
    // That going back was tried in vain says nothing about a member that never left its release.
    const { way } = await seenWayBack(ground, { ...about, brokenBack: null }, { waitMs: 0, stopped: member });
    if (way.is === 'shut') return { is: 'past', said: `${name} was not started there again: ${way.why}` };
  }
  const { objections } = await lookBeforeStop(run, member, [deployment.release]);
  const replaced = objections.find(({ code }) => code === 'binary-replaced');
  if (replaced !== undefined) return not(`${name} was not started there again: ${replaced.message}`);
  const back = await changeMember(run, member, null, deployment);
  switch (back.outcome) {
    case 'running':
      return { is: 'back', said: `What ran there, ${name}, was started again` };
    case 'exited':
      return not(`Started again, ${back.message}; ${member.name} is down, its data is untouched`);
    case 'unchanged':
      return not(`${name} could not be started there again: ${inOneLine(back.error)}`);
  }
}

/** etcd's last lines since the process was known, and those further up in which it gave up. */
async function lastWordsOf(
  run: Teller,
  { member, known }: Pick<UnaskedChange, 'member' | 'known'>,
): Promise<readonly string[]> {
  const [words, lines]: [string[], string[]] = [[], []];
  try {
    await bounded(run.bounds, `The log of ${member.name}`, inspectLimitMs, async (signal) => {
      for await (const line of run.options.driver.logs(member, known.sinceWallMs)) {
        if (signal.aborted) return;
        lines.push(line);
        const dropped = lines.length > 20 ? lines.shift() : undefined;
        if (dropped !== undefined && isLastWord(dropped) && words.length < 5) words.push(dropped);
      }
    });
  } catch (error) {
    if (isInterruption(error)) throw error;
    run.options.log.warn(`The log of ${member.name} cannot be read`, { error: inOneLine(error) });
  }
  return [...words, ...lines];
}

/**
 * Before the first step of a run that goes on: what changed while nobody looked is told, every member without a process
 * gets back what ran there, what others have started is taken over where it is what we would have started, all of that
 * before anybody waits for health, and from here on their processes are known. Throws a hold, naming which, where one
 * could not be brought back or taken over. Whatever happened is for the judge of processes.
 */
export async function takeUp(run: Run): Promise<void> {
  const troubles: EtcdMigrateError[] = [];
  const found: Member[] = [];
  for (const member of newestFirst(run)) {
    const known = knownProcess(member.name, run.journal.records);
    const host = await seenOnHost(run, member);
    const change = changeSince(run.journal.records, member, host);
    const end = change && (await tellUnaskedEnd(run, change, run.step.planned.id));
    const isDown = host?.running === 'nothing' && host.changing !== true;
    const owed = isDown ? startable(member, run.journal.records) : [];
    if (isFound(host?.running)) found.push(member);
    else if (owed.length > 0) {
      // Where an old release starts no more, the plan's own step goes on with this member, forwards.
      const back = await bringBackFirst(run, member, owed);
      if (back.is === 'not-back') {
        troubles.push(stop('member-ended', `${member.name} is down. ${back.said}`, { hold: true }));
      }
    } else if (change?.kind === 'ended') {
      const back = await bringBack(run, member, change.known.deployment);
      if (back.is !== 'back' && end !== null) {
        troubles.push(stop(end.code, `${end.message}. ${back.said}`, { hold: true, evidence: end.lines }));
      }
    } else {
      // One that was told to stop will end by our own hand, whenever that is: nothing is known of it until then.
      const isNew = known === undefined && !isBeingStopped(member, run.journal.records);
      if (change === null ? isNew : change.kind === 'restarted') await rememberProcess(run, member, null);
    }
  }
  const adopted: { readonly member: Member; readonly adoption: Extract<Adoption, { is: 'adopted' }> }[] = [];
  for (const member of found) {
    const adoption = await adoptFound(run, member);
    if (adoption.is === 'adopted') adopted.push({ member, adoption });
    else troubles.push(notOurs(member, adoption.why));
  }
  // Where somebody else's process is among them, the run stays as it was: a person has to look at it.
  const first = troubles.find(isNotOurs) ?? troubles[0];
  if (first !== undefined) {
    const said = troubles.map(({ message }) => message.replace(/\.$/, '')).join('. ');
    throw stop(first.code, `${said}.`, { hold: true, evidence: evidenceOf(first) });
  }
  for (const { member, adoption } of adopted) await passAdoptedGates(run, member, adoption);
}

/**
 * Looks once more when the engine has ended, and clients have read everything back: what changed since is journaled and
 * told, and is for the judge of processes. Gives the members that changed.
 */
export async function lookAfterwards(
  options: Pick<EngineOptions, 'driver' | 'journal' | 'events' | 'clock' | 'log' | 'signal'>,
  members: readonly Member[],
): Promise<readonly string[]> {
  const journal = await openJournal(options.journal, options.clock);
  const run = { options, bounds: { clock: options.clock, signal: options.signal }, journal };
  const changed: string[] = [];
  for (const member of members) {
    const change = changeSince(journal.records, member, await seenOnHost(run, member));
    if (change === null) continue;
    await tellUnaskedEnd(run, change, null);
    changed.push(member.name);
  }
  return changed;
}

/** An old release does not start past the point of no return: on which side the cluster is, the new ones tell first. */
function newestFirst({ members, journal }: Run): readonly Member[] {
  const releaseOf = ({ name }: Member): string => knownProcess(name, journal.records)?.deployment.release ?? '0.0.0';
  return [...members].sort((left, right) => compareVersions(releaseOf(right), releaseOf(left)));
}

async function seenOnHost(run: Teller, member: Member): Promise<HostFacts | null> {
  try {
    return await lookAtHost(run.options.driver, run.bounds, member);
  } catch (error) {
    if (isInterruption(error)) throw error;
    // Whoever chooses a member waits for its host, and says so.
    return null;
  }
}
