// Owns the standing conditions: what must hold in the last moment before a member is stopped, in one list.
// Must not wait, stop or change anything: whoever asks decides whether to look again or to hold.
import { loadCatalog } from '../catalog/load.ts';
import { compareLines, lineOf } from '../catalog/version.ts';
import type { FailureCode } from '../errors.ts';
import { bounded, elapsedMs, inOneLine, isInterruption, seconds } from './bounded.ts';
import { inspectLimitMs, lookLimitMs, raftLagLimit, readLimitMs } from './limits.ts';
import type { ListedMember, Member } from './ports.ts';
import { lackOfRoom } from './room.ts';
import { emit, type Run } from './run-state.ts';
import { obstacleTo } from './selection.ts';
import { asked, highest, type MemberSurvey, quorumOf, type Survey, surveyCluster } from './survey.ts';

/** How often is looked where a look takes too long. */
const tries = 3;

/** Why a member must not be stopped now. */
export interface Objection {
  readonly code: FailureCode;
  /** Without a full stop. */
  readonly message: string;
  /** Whether time alone may take it away. What only somebody can change is no reason to wait. */
  readonly mayPass: boolean;
}

/** What a member says, or why it says nothing. */
type Said<T> = { readonly by: Member } & ({ readonly answer: T } | { readonly error: string });

/** All that the conditions are judged by, looked up at the same time. */
interface LastLook {
  readonly chosen: Member;
  readonly inventory: readonly Member[];
  readonly survey: Survey;
  readonly lists: readonly Said<readonly ListedMember[]>[];
  readonly alarms: readonly Said<readonly { readonly memberId: bigint; readonly alarm: string }[]>[];
  /** Whether a downgrade job is enabled; null where the release knows no such thing. */
  readonly downgrades: readonly Said<boolean | null>[];
  /** Of each release that may be started on the chosen member next: what lies there, and what was verified. */
  readonly binaries: readonly {
    readonly release: string;
    readonly verified: string | undefined;
    readonly found: string | null | { readonly error: string };
  }[];
}

/** The whole list. Each says everything that it finds. */
const conditions: readonly ((look: LastLook) => readonly Objection[])[] = [
  othersUp,
  othersCaughtUp,
  membersListed,
  quorumLeft,
  noAlarm,
  noDowngradeJob,
  roomLeft,
  binariesAsVerified,
];

export interface Verdict {
  readonly objections: readonly Objection[];
  /** The look at hosts and members that they rest on. */
  readonly survey: Survey;
}

/**
 * Looks at everything, at the other members last, and says all that speaks against stopping `member` in this moment. `releases` are those that
 * may be started on it next: the one that it is to run, and the one that it would go back to. Only an interrupt throws.
 */
export async function lookBeforeStop(run: Run, member: Member, releases: readonly string[]): Promise<Verdict> {
  for (let tried = 1; ; tried++) {
    const begun = run.bounds.clock.monotonicUs();
    const verdict = await lookOnce(run, member, releases);
    const tookMs = elapsedMs(run.bounds.clock, begun);
    if (tookMs <= lookLimitMs) return verdict;
    if (tried === tries) return { ...verdict, objections: [...verdict.objections, tooOld(tookMs)] };
    emit(run, {
      type: 'progress',
      message: `looking again before ${member.name} is stopped: ${tooOld(tookMs).message}`,
    });
  }
}

async function lookOnce(run: Run, member: Member, releases: readonly string[]): Promise<Verdict> {
  const { view } = run.options;
  const [first, lists, alarms, downgrades, binaries] = await Promise.all([
    surveyCluster(run.options, run.bounds, run.members),
    fromEach(run, 'The member list', (each, signal) => view.memberList(each, signal)),
    fromEach(run, 'Alarms', (each, signal) => view.alarms(each, signal)),
    fromEach(run, 'The downgrade state', (each, signal) => view.downgradeEnabled(each, signal)),
    Promise.all([...new Set(releases)].map((release) => lookAtBinary(run, member, release))),
  ]);
  // What is taken away is taken from the others: they are asked last, and alone.
  const survey = await asked(first, view, run.bounds, ({ name }) => name !== member.name);
  const look = { chosen: member, inventory: run.members, survey, lists, alarms, downgrades, binaries };
  const objections = conditions.flatMap((condition) => condition(look));
  return { survey, objections };
}

/** Where a host or this process itself took so long, what was seen first may be otherwise by now. */
function tooOld(tookMs: number): Objection {
  const message = `the look before the stop took ${seconds(tookMs)}, so what it saw first may be otherwise by now`;
  return { code: 'machine-overloaded', message, mayPass: true };
}

function othersUp({ survey, chosen }: LastLook): readonly Objection[] {
  const obstacle = obstacleTo(survey, chosen.name);
  return obstacle === null ? [] : [{ code: 'gate-failed', message: obstacle, mayPass: true }];
}

function othersCaughtUp({ survey, chosen }: LastLook): readonly Objection[] {
  const committed = highest(
    survey.members.flatMap(({ status }) => (status === null ? [] : [status.raftIndex])),
    0n,
  );
  return othersOf(survey, chosen).flatMap(({ member, status }): readonly Objection[] => {
    if (status === null || committed - status.raftAppliedIndex <= raftLagLimit) return [];
    const message = `${member.name} has applied ${status.raftAppliedIndex} of ${committed}, so no other member may be stopped`;
    return [{ code: 'gate-failed', message, mayPass: true }];
  });
}

/** The listed members are the inventory's, by id, all of them voters. */
function membersListed({ lists, inventory, chosen }: LastLook): readonly Objection[] {
  const objections: Objection[] = silentOf(lists, chosen, 'which members the cluster has');
  const known = new Set(inventory.map(({ id }) => id));
  for (const { by, list } of answered(lists)) {
    const listed = new Set(list.map(({ id }) => id));
    const foreign = list.filter(({ id }) => !known.has(id)).map(nameOf);
    const missing = inventory.filter(({ id }) => !listed.has(id)).map(nameOf);
    const learners = list.filter(({ id, isLearner }) => isLearner && known.has(id)).map(nameOf);
    const said = [
      ...(foreign.length > 0 ? [`lists ${foreign.join(', ')}, which this run does not know`] : []),
      ...(missing.length > 0 ? [`does not list ${missing.join(', ')}`] : []),
      ...(learners.length > 0 ? [`lists ${learners.join(', ')} as learner`] : []),
    ];
    if (said.length > 0) {
      objections.push({ code: 'membership-changed', message: `${by.name} ${said.join(' and ')}`, mayPass: false });
    }
  }
  return objections;
}

/**
 * A quorum of the voters that the cluster itself counts with. With one or two voters no stop leaves one: it is an outage
 * that the plan has announced.
 */
function quorumLeft({ lists, survey, chosen }: LastLook): readonly Objection[] {
  const up = new Set(othersOf(survey, chosen).flatMap(({ up, member }) => (up ? [member.id] : [])));
  return answered(lists).flatMap(({ by, list }): readonly Objection[] => {
    const voters = list.filter(({ isLearner }) => !isLearner);
    if (voters.length < 3) return [];
    const left = voters.filter(({ id }) => up.has(id)).length;
    if (left >= quorumOf(voters.length)) return [];
    const message = `without ${chosen.name} ${left} of the ${voters.length} voters that ${by.name} lists would be up, which are no quorum`;
    return [{ code: 'gate-failed', message, mayPass: true }];
  });
}

function noAlarm({ alarms, chosen }: LastLook): readonly Objection[] {
  const raised = new Set(
    answered(alarms).flatMap(({ list }) => list.map(({ memberId, alarm }) => `${alarm} on ${memberId.toString(16)}`)),
  );
  const objections: Objection[] = silentOf(alarms, chosen, 'whether there is an alarm');
  if (raised.size > 0) {
    objections.push({ code: 'alarm-raised', message: `alarm ${[...raised].join(', ')}`, mayPass: false });
  }
  return objections;
}

/** K5: once there is a job, a restarted 3.5 member dies, and so would the old release as the way back. */
function noDowngradeJob({ downgrades, survey, chosen }: LastLook): readonly Objection[] {
  const objections: Objection[] = silentOf(downgrades, chosen, 'whether a downgrade job is active');
  const active = answered(downgrades).flatMap(({ by, list }) => (list === true ? [by.name] : []));
  if (active.length > 0) {
    const message = `a downgrade job is active on ${active.join(', ')}: a restarted member would not start again (K5)`;
    objections.push({ code: 'downgrade-in-progress', message, mayPass: false });
  }
  for (const { by, list } of answered(downgrades)) {
    const version = survey.members.find(({ member }) => member.name === by.name)?.status?.version;
    // Before 3.5 there is no such thing; a release that has it must say.
    if (list !== null || version === undefined || compareLines(lineOf(version), '3.5') < 0) continue;
    const message = `${by.name} did not say whether a downgrade job is active`;
    objections.push({ code: 'gate-failed', message, mayPass: true });
  }
  return objections;
}

function roomLeft({ survey, chosen }: LastLook): readonly Objection[] {
  const host = survey.members.find(({ member }) => member.name === chosen.name)?.host;
  // A host that says nothing is for whoever asks what runs there.
  if (!host) return [{ code: 'member-lost', message: `the host of ${chosen.name} does not answer`, mayPass: true }];
  const lack = lackOfRoom(host, loadCatalog());
  if (lack === 'not-seen') {
    const message = `the room on ${chosen.name} cannot be seen from here`;
    return [{ code: 'gate-failed', message, mayPass: true }];
  }
  return lack === null ? [] : [{ code: 'no-space', message: `${chosen.name} has ${lack}`, mayPass: false }];
}

function binariesAsVerified({ binaries, chosen }: LastLook): readonly Objection[] {
  return binaries.flatMap(({ release, verified, found }): readonly Objection[] => {
    if (typeof found === 'object' && found !== null) {
      const message = `the binary of ${release} on ${chosen.name} could not be looked at (${found.error})`;
      return [{ code: 'gate-failed', message, mayPass: true }];
    }
    if (verified !== undefined && found === verified) return [];
    const what = found === null ? 'is not there' : `is not the one that was verified: its sha256 is ${found}`;
    return [{ code: 'binary-replaced', message: `the binary of ${release} on ${chosen.name} ${what}`, mayPass: false }];
  });
}

async function lookAtBinary(run: Run, member: Member, release: string): Promise<LastLook['binaries'][number]> {
  const verified = run.options.digests[release];
  try {
    const found = await bounded(run.bounds, `The binary of ${release} on ${member.name}`, inspectLimitMs, (signal) =>
      run.options.driver.digestOf(member, release, signal),
    );
    return { release, verified, found };
  } catch (error) {
    if (isInterruption(error)) throw error;
    return { release, verified, found: { error: inOneLine(error) } };
  }
}

async function fromEach<T>(
  run: Run,
  what: string,
  call: (member: Member, signal: AbortSignal) => Promise<T>,
): Promise<readonly Said<T>[]> {
  return await Promise.all(
    run.members.map(async (by): Promise<Said<T>> => {
      try {
        return {
          by,
          answer: await bounded(run.bounds, `${what} of ${by.name}`, readLimitMs, (signal) => call(by, signal)),
        };
      } catch (error) {
        if (isInterruption(error)) throw error;
        return { by, error: inOneLine(error) };
      }
    }),
  );
}

function answered<T>(said: readonly Said<T>[]): readonly { readonly by: Member; readonly list: T }[] {
  return said.flatMap((each) => ('answer' in each ? [{ by: each.by, list: each.answer }] : []));
}

/** Every other member must have said it; the chosen one may be down already. */
function silentOf<T>(said: readonly Said<T>[], chosen: Member, what: string): Objection[] {
  return said.flatMap((each) => {
    if ('answer' in each || each.by.name === chosen.name) return [];
    return [
      { code: 'gate-failed', message: `${each.by.name} does not say ${what} (${each.error})`, mayPass: true } as const,
    ];
  });
}

function othersOf(survey: Survey, chosen: Member): readonly MemberSurvey[] {
  return survey.members.filter(({ member }) => member.name !== chosen.name);
}

function nameOf({ id, name }: { readonly id: bigint; readonly name: string }): string {
  return name === '' ? id.toString(16) : `${name} (${id.toString(16)})`;
}
