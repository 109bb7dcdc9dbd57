// Owns taking over a member's process that somebody else has started: a supervisor after a reboot, or a person.
// Must not start or stop anything. What is not as we would have started it is only told, unless a person has accepted it.
import { nameDeployment } from '../plan/deployment.ts';
import type { Deployment } from '../plan/steps.ts';
import { bounded, inOneLine, isInterruption, waitingTime } from './bounded.ts';
import { settingsBesidePlan } from './gates/settings.ts';
import { passGates, pause } from './gates.ts';
import { lookAtHost } from './host.ts';
import { pollMaximumMs, readLimitMs, recoverLimitMs, restoredGateMs } from './limits.ts';
import type { FoundProcess, HostFacts, Member, MemberStatus } from './ports.ts';
import { rememberProcess } from './processes.ts';
import { emit, type Run } from './run-state.ts';
import { isFound } from './survey.ts';

/** `not-adopted` says why, without a full stop. */
export type Adoption =
  | { readonly is: 'adopted'; readonly deployment: Deployment; readonly accepted: boolean }
  | { readonly is: 'not-adopted'; readonly why: string };

type Found = HostFacts & { readonly running: FoundProcess };

/**
 * Takes over what was found on the member, where it has the member's id and its executable, its settings and its own
 * names and directories are those of a deployment that this run gave the member. An executable or settings of another
 * kind are taken where a person has named the release that runs there; a member of another id, or a release that is no
 * end of the hop, never. Its gates are for the caller, once all members run.
 */
export async function adoptFound(run: Run, member: Member): Promise<Adoption> {
  const not = (why: string): Adoption => ({ is: 'not-adopted', why });
  const status = await statusOf(run, member);
  if ('error' in status) return not(`it does not say what it is (${status.error})`);
  const host = await lookAtHost(run.options.driver, run.bounds, member);
  if (!isStillFound(host) || host.process === null) return not('another process runs there by now');
  const { version, memberId } = status;
  if (memberId !== member.id) {
    return not(`it calls itself member ${memberId.toString(16)}, and ${member.name} is ${member.id.toString(16)}`);
  }
  const { hop } = run.step;
  if (version !== hop.from && version !== hop.to) {
    return not(`it runs ${version}, which is neither end of the hop ${hop.from} → ${hop.to}`);
  }
  const asked = run.options.acceptFound?.[member.name];
  if (asked !== undefined && asked !== version) return not(`it runs ${version}, and ${asked} was to be accepted`);
  const likeness = likenessOf(run, host, deploymentsOf(run, member, version));
  const accepted = likeness.objections.length > 0;
  if (accepted && asked === undefined) return not(`it runs ${version}, but ${likeness.objections.join(', ')}`);
  const { deployment } = likeness;
  const besides = accepted ? `, accepted although ${likeness.objections.join(', ')}` : '';
  const what = `${member.name} runs ${nameDeployment(deployment)}, started by another hand, and is taken over${besides}`;
  const { identity } = host.process;
  await run.journal.append({ type: 'process-adopted', member: member.name, identity, deployment, what });
  try {
    await run.options.driver.adopt(member, host.process, deployment);
  } catch (error) {
    if (isInterruption(error)) throw error;
    return not(inOneLine(error));
  }
  emit(run, { type: 'member-adopted', member: member.name, message: what });
  await rememberProcess(run, member, null);
  return { is: 'adopted', deployment, accepted };
}

/** The gates of a member that was taken over. One with settings that were accepted would never pass by its settings. */
export async function passAdoptedGates(
  run: Run,
  member: Member,
  { deployment, accepted }: Extract<Adoption, { is: 'adopted' }>,
): Promise<void> {
  const names = accepted ? (['raft-caught-up'] as const) : (['member-running', 'raft-caught-up'] as const);
  const gates = names.map((name) => ({ name, timeoutMs: restoredGateMs }));
  await passGates(run, gates, { member, wanted: deployment });
}

/** A member that was started a moment ago answers once it has read its log and knows a leader. */
async function statusOf(run: Run, member: Member): Promise<MemberStatus | { readonly error: string }> {
  const waited = waitingTime(run.bounds.clock, recoverLimitMs);
  for (;;) {
    try {
      return await bounded(run.bounds, `Status of ${member.name}`, readLimitMs, (signal) =>
        run.options.view.status(member, signal),
      );
    } catch (error) {
      if (isInterruption(error)) throw error;
      if (waited() >= recoverLimitMs) return { error: inOneLine(error) };
      await pause(run, pollMaximumMs);
    }
  }
}

function isStillFound(host: HostFacts): host is Found {
  return isFound(host.running);
}

/** What this run has given the member, of that release; the newest first. */
function deploymentsOf({ journal }: Run, member: Member, release: string): readonly Deployment[] {
  const given = journal.records.flatMap((record): readonly Deployment[] => {
    if (!('member' in record) || record.member !== member.name) return [];
    if (record.type === 'process-known') return [record.deployment];
    return record.type === 'switch-intended' ? [...(record.from === null ? [] : [record.from]), record.to] : [];
  });
  return [...given.toReversed().filter((deployment) => deployment.release === release), { release, overrides: {} }];
}

interface Likeness {
  /** The one that it is like, or is nearest to. */
  readonly deployment: Deployment;
  /** What it has otherwise, each without a full stop. */
  readonly objections: readonly string[];
}

function likenessOf({ options }: Run, host: Found, candidates: readonly Deployment[]): Likeness {
  const isBlind = !options.driver.capabilities.has('see-settings');
  return candidates
    .map((deployment): Likeness => {
      const unseen = isBlind ? [] : ['its settings cannot be seen'];
      const ofSettings = settingsBesidePlan(options.plan, host, deployment.overrides) ?? unseen;
      const ofBinary = ofExecutable(options.digests[deployment.release], host.running);
      return { deployment, objections: [...ofBinary, ...ofSettings] };
    })
    .reduce((nearest, each) => (each.objections.length < nearest.objections.length ? each : nearest));
}

function ofExecutable(verified: string | undefined, { executable }: FoundProcess): readonly string[] {
  if (executable === null) return ['its executable cannot be read'];
  return executable === verified
    ? []
    : [`its executable is not the one that was verified: its sha256 is ${executable}`];
}
