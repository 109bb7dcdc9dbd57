// Owns the description of a cluster as it stands: one row per member, one sentence for people.
// Must not change, wait for or decide anything.
import { nameDeployment } from '../plan/deployment.ts';
import type { Deployment, Hop } from '../plan/steps.ts';
import { bounded, inOneLine } from './bounded.ts';
import { lookAtHost } from './host.ts';
import { lastLookMs } from './limits.ts';
import type { Clock, ClusterDriver, ClusterView, HostFacts, Member } from './ports.ts';
import { type About, lookAtSide, type Side, sideOf } from './side.ts';
import { isFound, isSilent, quorumOf, type Sight, type Survey, seenRunning } from './survey.ts';
import { type WayBack, wayBackOf } from './way-back.ts';

export interface MemberDescription {
  readonly name: string;
  readonly clientUrl: string;
  /** `unreachable`: etcd does not answer, and what runs on the host cannot be seen, so nothing is known. */
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
  readonly side: Side;
  readonly wayBack: WayBack;
}

export interface DescribeOptions {
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
  /** Limit of each single look, milliseconds. */
  readonly limitMs?: number;
}

/**
 * Looks at every member at once; takes at most about three times `limitMs` whatever answers. Throws only when the
 * inventory fails.
 */
export async function describeCluster(
  driver: ClusterDriver,
  view: ClusterView,
  about: About,
  options: DescribeOptions = {},
): Promise<ClusterDescription> {
  const { clock, signal } = options;
  const members = await driver.inventory(signal);
  const limitMs = options.limitMs ?? lastLookMs;
  const limited = clock ? limitSight({ driver, view }, clock, limitMs) : { driver, view };
  const bounds = { clock: clock ?? unlimitedClock, signal: signal ?? new AbortController().signal };
  const { survey, side, members: evidence } = await lookAtSide(limited, bounds, members, about, limitMs);
  const rows = await Promise.all(
    survey.members.map(async ({ member, host, hostError, status, statusError, up }): Promise<MemberDescription> => {
      let versionsError: string | null = null;
      const versions = status
        ? await limited.view.versions(member, bounds.signal).catch((error: unknown) => {
            versionsError = inOneLine(error);
            return null;
          })
        : null;
      const errors = [hostError, statusError, versionsError].filter((error) => error !== null);
      return {
        name: member.name,
        clientUrl: member.clientUrl,
        health: up ? 'healthy' : status ? 'no-leader' : healthByHost(host),
        running: seenRunning({ host }) ?? null,
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
  const wayBack = wayBackOf({ ...about, side, members: evidence });
  return { members: rows, sentence: sentenceOf(survey), side, wayBack };
}

/** The health of a member that does not answer Status, by what its host shows. */
function healthByHost(host: HostFacts | null): 'silent' | 'stopped' | 'unreachable' {
  if (host === null || host.running === null) return 'unreachable';
  return host.running === 'nothing' ? 'stopped' : 'silent';
}

export interface Standing {
  readonly sentence: string;
  readonly side: Side;
  readonly wayBack: WayBack;
}

/** The last words of a run about the cluster: what runs where, and on which side of the hop's point of no return. */
export async function standingOf(
  options: { readonly driver: ClusterDriver; readonly view: ClusterView; readonly clock: Clock },
  members: readonly Member[],
  about: About,
  limitMs = lastLookMs,
): Promise<Standing> {
  // The run's signal has no say in this look: an interrupted run has to tell its standing as well, and quickly.
  const bounds = { clock: options.clock, signal: new AbortController().signal };
  const limited = limitSight(options, options.clock, limitMs);
  const { survey, side, members: evidence } = await lookAtSide(limited, bounds, members, about, limitMs);
  const wayBack = wayBackOf({ ...about, side, members: evidence });
  return { sentence: withSide(sentenceOf(survey), about.hop, side, wayBack), side, wayBack };
}

/**
 * The standing of a run whose cluster cannot even be looked at: only the journal is left, and it cannot open a way
 * back.
 */
export function unknownStanding(error: unknown, about: About): Standing {
  const side = sideOf({ ...about, members: [] });
  const wayBack = wayBackOf({ ...about, side, members: [] });
  const sentence = `The cluster could not be looked at: ${inOneLine(error)}`;
  return { sentence: withSide(sentence, about.hop, side, wayBack), side, wayBack };
}

/** The side in words for people, without a full stop. */
export function sideInWords(hop: Hop | undefined, side: Side, way: WayBack): string {
  if (hop === undefined) return 'the plan has no hop';
  const name = `${hop.from} → ${hop.to}`;
  if (hop.kind !== 'minor') {
    const shut = way.is === 'shut' ? `, but the way back to ${hop.from} is shut: ${way.why}` : '';
    return `the patch hop ${name} has no point of no return${shut}`;
  }
  switch (side) {
    case 'before':
      return `before the point of no return of ${name}: ${wayInWords(hop, way)}`;
    case 'after':
      return `past the point of no return of ${name}: only forward`;
    case 'unknown':
      return `it is not known on which side of the point of no return of ${name} the cluster is: do not start ${hop.from} until \`status\` knows`;
  }
}

function wayInWords({ from }: Hop, way: WayBack): string {
  switch (way.is) {
    case 'open':
      return `the way back to ${from} is open`;
    case 'shut':
      return `the way back to ${from} is shut all the same: ${way.why}`;
    case 'unknown':
      return `whether the way back to ${from} is open is not known: ${way.why}`;
  }
}

function withSide(sentence: string, hop: Hop | undefined, side: Side, way: WayBack): string {
  return `${sentence.replace(/\.$/, '')}; ${sideInWords(hop, side, way)}.`;
}

function sentenceOf(survey: Survey): string {
  const groups = new Map<string, string[]>();
  for (const { member, host, status } of survey.members) {
    // Where the host could not be looked at, etcd itself may have said what it is.
    const what = wordsFor(host, status?.version);
    groups.set(what, [...(groups.get(what) ?? []), member.name]);
  }
  const parts = [...groups].map(([what, names]) => {
    const list = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('');
    if (/^\d/.test(what)) return `${list} ${names.length > 1 ? 'run' : 'runs'} ${what}`;
    return `${list} ${names.length > 1 ? what.replace(/^has/, 'have') : what}`;
  });
  return `${parts.join(', ')}; ${leaderInWords(survey)}; ${healthInWords(survey)}.`;
}

function leaderInWords(survey: Survey): string {
  if (survey.leader) return `${survey.leader.member.name} leads`;
  return survey.members.some(isSilent) ? 'no leader is known' : 'no agreed leader';
}

function healthInWords(survey: Survey): string {
  const [up, silent, total] = [
    survey.members.filter((m) => m.up).length,
    survey.members.filter(isSilent).length,
    survey.members.length,
  ];
  const words = [`${up} of ${total} members up`];
  if (silent > 0) words.push(silent === 1 ? '1 does not answer' : `${silent} do not answer`);
  const quorum = quorumOf(total);
  if (up + silent < quorum) words.push('without quorum');
  else if (up < quorum) words.push('whether there is a quorum is not known');
  return words.join(', ');
}

function wordsFor(host: HostFacts | null, version: string | undefined): string {
  if (host === null || host.running === null) return version ?? 'cannot be reached';
  if (isFound(host.running)) {
    return version === undefined
      ? 'has a process that this run has not started'
      : `${version} (not started by this run)`;
  }
  return host.running === 'nothing' ? 'has no running process' : nameDeployment(host.running);
}

/** The same looks as `sight` gives, each with its own short limit. */
function limitSight({ driver, view }: Sight, clock: Clock, limitMs: number): Sight {
  const limit = <T>(what: string, signal: AbortSignal | undefined, call: (s: AbortSignal) => Promise<T>): Promise<T> =>
    bounded({ clock, signal: signal ?? new AbortController().signal }, what, limitMs, call);
  return {
    driver: {
      inspect: (member, signal) =>
        lookAtHost(driver, { clock, signal: signal ?? new AbortController().signal }, member, limitMs),
    },
    view: {
      status: (member, signal) => limit(`Status of ${member.name}`, signal, (s) => view.status(member, s)),
      versions: (member, signal) => limit(`/version of ${member.name}`, signal, (s) => view.versions(member, s)),
      downgradeEnabled: (member, signal) =>
        limit(`The downgrade state of ${member.name}`, signal, (s) => view.downgradeEnabled(member, s)),
      read: (member, mode, signal) => limit(`A read of ${member.name}`, signal, (s) => view.read(member, mode, s)),
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
