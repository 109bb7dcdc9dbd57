// Owns one look at all members at the same time: what runs where, who is up, who leads.
// Must not decide or wait.
import type { Deployment } from '../plan/steps.ts';
import type { Bounds } from './bounded.ts';
import { bounded, inOneLine, isInterruption } from './bounded.ts';
import { lookAtHost } from './host.ts';
import { readLimitMs } from './limits.ts';
import type {
  ClusterDriver,
  ClusterView,
  FoundProcess,
  HostFacts,
  Member,
  MemberProcess,
  MemberStatus,
} from './ports.ts';

export interface MemberSurvey {
  readonly member: Member;
  /** Null when the host could not be looked at. */
  readonly host: HostFacts | null;
  readonly hostError: string | null;
  /** Null when etcd did not answer. */
  readonly status: MemberStatus | null;
  readonly statusError: string | null;
  /** Whether it answers Status and knows a leader. */
  readonly up: boolean;
}

/** What of ours is known to run there; undefined where nothing of ours runs and where that cannot be seen. */
export function seenRunning({ host }: { readonly host: Pick<HostFacts, 'running'> | null }): Deployment | undefined {
  const running = host?.running;
  return !running || running === 'nothing' || isFound(running) ? undefined : running;
}

/** What of ours runs on a member, by a look at its host. */
export interface Running {
  readonly deployment: Deployment;
  /** Null where it cannot be seen. */
  readonly process: MemberProcess | null;
}

export function runningOn(survey: Survey, { name }: Pick<Member, 'name'>): Running | null {
  const host = survey.members.find(({ member }) => member.name === name)?.host ?? null;
  const deployment = seenRunning({ host });
  return deployment === undefined ? null : { deployment, process: host?.process ?? null };
}

/** Whether what runs there was started by none of our acts, and has not been adopted. */
export function isFound(running: HostFacts['running'] | undefined): running is FoundProcess {
  return typeof running === 'object' && running !== null && 'executable' in running;
}

/** Whether a member does not answer and nothing says that it is down: it may well serve others. */
export function isSilent({ host, status }: Pick<MemberSurvey, 'host' | 'status'>): boolean {
  return status === null && host?.running !== 'nothing';
}

export interface Survey {
  readonly members: readonly MemberSurvey[];
  /** The member that a majority of all members calls leader; null when there is no such agreement. */
  readonly leader: MemberSurvey | null;
}

export interface Sight {
  readonly driver: Pick<ClusterDriver, 'inspect'>;
  readonly view: Pick<ClusterView, 'status' | 'versions' | 'read' | 'downgradeEnabled'>;
}

/** Looks at hosts and at etcd. Never throws for a member's sake; only an interrupt ends it. */
export async function surveyCluster(sight: Sight, bounds: Bounds, members: readonly Member[]): Promise<Survey> {
  return assemble(
    await Promise.all(
      members.map(async (member) => {
        const [host, status] = await Promise.all([
          attempt(() => lookAtHost(sight.driver, bounds, member)),
          readStatus(sight.view, bounds, member),
        ]);
        return surveyOf(member, host, status);
      }),
    ),
  );
}

/** Looks at etcd only: cheap enough for the last moment before a mutation. */
export async function surveyStatus(view: Sight['view'], bounds: Bounds, members: readonly Member[]): Promise<Survey> {
  const unseen: Attempt<HostFacts> = { value: null, error: 'not looked at' };
  return assemble(
    await Promise.all(members.map(async (member) => surveyOf(member, unseen, await readStatus(view, bounds, member)))),
  );
}

/**
 * The survey with what these members answer now. One look at all lasts as long as its slowest answer, and by then the
 * others' may be seconds old.
 */
export async function asked(
  { members }: Survey,
  view: Sight['view'],
  bounds: Bounds,
  again: (member: Member) => boolean,
): Promise<Survey> {
  return assemble(
    await Promise.all(
      members.map(async (each) => {
        if (!again(each.member)) return each;
        const { host, hostError } = each;
        return surveyOf(each.member, { value: host, error: hostError }, await readStatus(view, bounds, each.member));
      }),
    ),
  );
}

export function quorumOf(voters: number): number {
  return Math.floor(voters / 2) + 1;
}

/** The greatest of the numbers, or `floor` when there is none greater. */
export function highest(numbers: readonly bigint[], floor: bigint): bigint {
  let best = floor;
  for (const number of numbers) if (number > best) best = number;
  return best;
}

interface Attempt<T> {
  readonly value: T | null;
  readonly error: string | null;
}

async function attempt<T>(call: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await call(), error: null };
  } catch (error) {
    if (isInterruption(error)) throw error;
    return { value: null, error: inOneLine(error) };
  }
}

function readStatus(view: Sight['view'], bounds: Bounds, member: Member): Promise<Attempt<MemberStatus>> {
  return attempt(() => bounded(bounds, `Status of ${member.name}`, readLimitMs, (s) => view.status(member, s)));
}

function surveyOf(member: Member, host: Attempt<HostFacts>, status: Attempt<MemberStatus>): MemberSurvey {
  return {
    member,
    host: host.value,
    hostError: host.error,
    status: status.value,
    statusError: status.error,
    up: status.value !== null && status.value.leaderId !== 0n,
  };
}

function assemble(members: readonly MemberSurvey[]): Survey {
  const leader = members.find((candidate) => {
    const id = candidate.status?.memberId;
    if (id === undefined) return false;
    return members.filter((other) => other.status?.leaderId === id).length >= quorumOf(members.length);
  });
  return { members, leader: leader ?? null };
}
