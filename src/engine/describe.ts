// Owns the description of a cluster as it stands: one row per member, one sentence for people.
// Must not change, wait for or decide anything.
import { compareLines, lineOf } from '../catalog/version.ts';
import { nameDeployment } from '../plan/deployment.ts';
import type { Deployment, Hop } from '../plan/steps.ts';
import { bounded, inOneLine } from './bounded.ts';
import { lastLookMs } from './limits.ts';
import type { Clock, ClusterDriver, ClusterView, Member } from './ports.ts';
import { hasFlipped, type Side, sideOf } from './side.ts';
import { quorumOf, type Sight, type Survey, surveyCluster } from './survey.ts';

export interface MemberDescription {
  readonly name: string;
  readonly clientUrl: string;
  /** `unreachable`: neither etcd nor the host answers, so nothing is known. */
  readonly health: 'healthy' | 'no-leader' | 'silent' | 'stopped' | 'unreachable';
  readonly running: Deployment | null;
  readonly version: string | null;
  readonly clusterVersion: string | null;
  readonly storageVersion: string | null;
  readonly isLeader: boolean;
  readonly raftIndex: bigint | null;
  readonly raftAppliedIndex: bigint | null;
  readonly revision: bigint | null;
  readonly databaseBytes: number | null;
  readonly freeBytes: number | null;
  /** Why something above is null. */
  readonly error: string | null;
}

export interface ClusterDescription {
  readonly members: readonly MemberDescription[];
  /** "m1 and m2 run 3.6.14, m3 runs 3.5.33; m1 leads; 3 of 3 members up." */
  readonly sentence: string;
}

export interface DescribeOptions {
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
  /** Limit of each single look, milliseconds. */
  readonly limitMs?: number;
}

/** Looks at every member at once; takes at most about three times `limitMs` whatever answers. Throws only when the inventory fails. */
export async function describeCluster(
  driver: ClusterDriver,
  view: ClusterView,
  options: DescribeOptions = {},
): Promise<ClusterDescription> {
  const { clock, signal } = options;
  const members = await driver.inventory(signal);
  const limited = clock ? limitSight({ driver, view }, clock, options.limitMs ?? lastLookMs) : { driver, view };
  const bounds = { clock: clock ?? unlimitedClock, signal: signal ?? new AbortController().signal };
  const survey = await surveyCluster(limited, bounds, members);
  const rows = await Promise.all(
    survey.members.map(async ({ member, host, hostError, status, statusError, up }): Promise<MemberDescription> => {
      const versions = status ? await limited.view.versions(member, bounds.signal).catch(() => null) : null;
      const errors = [hostError, statusError].filter((error) => error !== null);
      return {
        name: member.name,
        clientUrl: member.clientUrl,
        health: up ? 'healthy' : status ? 'no-leader' : host ? (host.running ? 'silent' : 'stopped') : 'unreachable',
        running: host?.running ?? null,
        version: status?.version ?? null,
        clusterVersion: versions?.cluster ?? null,
        storageVersion: versions?.storage ?? null,
        isLeader: survey.leader?.member.name === member.name,
        raftIndex: status?.raftIndex ?? null,
        raftAppliedIndex: status?.raftAppliedIndex ?? null,
        revision: status?.revision ?? null,
        databaseBytes: host?.databaseBytes ?? status?.databaseBytes ?? null,
        freeBytes: host?.freeBytes ?? null,
        error: errors.length > 0 ? errors.join('; ') : null,
      };
    }),
  );
  return { members: rows, sentence: sentenceOf(survey) };
}

/**
 * The side of a hop's point of no return by what was seen of its members; null when not all hosts could be seen, unless
 * the cluster version says it. As `sideOf`: a member without a process counts as old.
 */
export function liveSide({ members }: ClusterDescription, hop: Hop | undefined): Side | null {
  if (hop?.kind !== 'minor') return 'before';
  const isNew = (version: string): boolean => compareLines(lineOf(version), lineOf(hop.to)) >= 0;
  if (members.some(({ clusterVersion }) => clusterVersion !== null && isNew(clusterVersion))) return 'after';
  if (members.some(({ running }) => running !== null && !isNew(running.release))) return 'before';
  if (members.some(({ health }) => health === 'stopped')) return 'before';
  return members.every(({ running }) => running !== null) ? 'after' : null;
}

export interface Standing {
  readonly sentence: string;
  readonly side: Side;
}

/** The last words of a run about the cluster: what runs where, and on which side of the hop's point of no return. */
export async function standingOf(
  options: { readonly driver: ClusterDriver; readonly view: ClusterView; readonly clock: Clock },
  members: readonly Member[],
  hop: Hop,
  limitMs = lastLookMs,
): Promise<Standing> {
  // Not the run's signal: an interrupted run has to say this as well, and quickly.
  const bounds = { clock: options.clock, signal: new AbortController().signal };
  const limited = limitSight(options, options.clock, limitMs);
  const [survey, flipped] = await Promise.all([
    surveyCluster(limited, bounds, members),
    hasFlipped(limited.view, bounds, members, hop),
  ]);
  const side = sideOf(hop, survey, flipped);
  return { sentence: `${sentenceOf(survey).replace(/\.$/, '')}; ${sideInWords(hop, side)}.`, side };
}

function sideInWords(hop: Hop, side: Side): string {
  const name = `${hop.from} → ${hop.to}`;
  if (hop.kind !== 'minor') return `the patch hop ${name} has no point of no return`;
  return side === 'before'
    ? `before the point of no return of ${name}: the way back to ${hop.from} is open`
    : `past the point of no return of ${name}: only forward`;
}

function sentenceOf(survey: Survey): string {
  const groups = new Map<string, string[]>();
  for (const { member, host, status } of survey.members) {
    // Where the host could not be looked at, etcd itself may have said what it is.
    const unseen = status?.version ?? 'cannot be reached';
    const what = host === null ? unseen : host.running ? nameDeployment(host.running) : 'has no running process';
    groups.set(what, [...(groups.get(what) ?? []), member.name]);
  }
  const parts = [...groups].map(([what, names]) => {
    const list = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('');
    if (/^\d/.test(what)) return `${list} ${names.length > 1 ? 'run' : 'runs'} ${what}`;
    return `${list} ${names.length > 1 ? what.replace(/^has/, 'have') : what}`;
  });
  const up = survey.members.filter((m) => m.up).length;
  const total = survey.members.length;
  const health = `${up} of ${total} members up${up < quorumOf(total) ? ', without quorum' : ''}`;
  const leader = survey.leader ? `${survey.leader.member.name} leads` : 'no agreed leader';
  return `${parts.join(', ')}; ${leader}; ${health}.`;
}

/** The same looks, each with its own short limit. */
function limitSight({ driver, view }: Sight, clock: Clock, limitMs: number): Sight {
  const limit = <T>(what: string, signal: AbortSignal | undefined, call: (s: AbortSignal) => Promise<T>): Promise<T> =>
    bounded({ clock, signal: signal ?? new AbortController().signal }, what, limitMs, call);
  return {
    driver: {
      inspect: (member, signal) => limit(`The host of ${member.name}`, signal, (s) => driver.inspect(member, s)),
    },
    view: {
      status: (member, signal) => limit(`Status of ${member.name}`, signal, (s) => view.status(member, s)),
      versions: (member, signal) => limit(`/version of ${member.name}`, signal, (s) => view.versions(member, s)),
    },
  };
}

/** Where no clock is given, the ports' own deadlines are the limits. */
const unlimitedClock: Clock = {
  wallMs: () => 0,
  monotonicUs: () => 0,
  sleep: (_ms, signal) =>
    new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true })),
};

/** For a run whose cluster cannot even be looked at. */
export function unknownStanding(error: unknown): Standing {
  return { sentence: `The cluster could not be looked at: ${inOneLine(error)}`, side: 'before' };
}
