// Owns the answer to "on which side of the point of no return is this hop?": one function from evidence to side.
// Must not wait or change anything.
import { compareLines, lineOf } from '../catalog/version.ts';
import type { Hop } from '../plan/steps.ts';
import { type Bounds, bounded, isInterruption } from './bounded.ts';
import type { JournalRecord } from './journal.ts';
import { readLimitMs } from './limits.ts';
import type { ClusterView, HostFacts, Member } from './ports.ts';
import { isFound, type Sight, type Survey, surveyCluster } from './survey.ts';
import { recordsAbout } from './undoing.ts';

/** `unknown`: nothing proves that the cluster version has not moved, and nothing says that it has. */
export type Side = 'before' | 'after' | 'unknown';

/** What was seen of one member. */
export interface MemberEvidence {
  readonly name: string;
  /**
   * What runs there by etcd's own word, or its host's where etcd is silent. `nothing`: the host was seen, and no
   * process of ours runs there. `changing`: a switch is under way on it, so that this may be otherwise in a moment.
   * `not-seen`: neither has answered.
   */
  readonly runs: { readonly release: string } | 'nothing' | 'changing' | 'not-seen';
  /** The cluster version that it reports; null where it reports none. */
  readonly clusterVersion: string | null;
  /** It reported this after a linearizable read through it, so it has applied whatever was committed before. */
  readonly isCurrent: boolean;
  /** What it says of a downgrade job. `unheard-of`: its release knows no such thing. */
  readonly downgrade: 'none' | 'active' | 'unheard-of' | 'not-seen';
}

/** The hop that is asked about, and what the journal knows of it where live state is silent. */
export interface About {
  readonly hop: Hop | undefined;
  /** Whether a try to replace the hop's last old member was not undone (`lastSwitchIntended`). */
  readonly lastSwitchIntended: boolean;
  /** Why the way back was proven broken when it was tried; null where it was not. */
  readonly brokenBack: string | null;
}

export interface Evidence extends Pick<About, 'hop' | 'lastSwitchIntended'> {
  /** Empty where nobody looked. */
  readonly members: readonly MemberEvidence[];
}

export function aboutHop(hop: Hop | undefined, records: readonly JournalRecord[]): About {
  return { hop, lastSwitchIntended: lastSwitchIntended(hop, records), brokenBack: brokenBack(hop, records) };
}

/**
 * The cluster version moves once the leader has seen every member on the new line, 0.5–4 s later; an old binary does
 * not start from then on (K16). So, for a minor hop:
 *
 * - `after`, as soon as any member reports the new cluster version, or every member is seen on the new line: it is
 *   about to move, and nobody can say when.
 * - `before`, where an old member serves: it answers clients only when it has applied what was committed before its
 *   start, and would have ended over the new version. Or where some member is not on the new line, so that the version
 *   cannot move, and another proves that it has not: what it reports, it reports after a linearizable read. Without
 *   that, an old version may be the word of a member that lags behind. An old process that is silent proves nothing: a
 *   supervisor may be starting it over and over.
 * - Where nothing of that was seen, the journal counts for `after` alone: what was never intended here may all the same
 *   have been done by another hand.
 *
 * A patch hop has no such point: etcd may go back within a line at any time.
 */
export function sideOf({ hop, members, lastSwitchIntended }: Evidence): Side {
  if (hop === undefined) return 'unknown';
  if (hop.kind !== 'minor') return 'before';
  const isNew = (version: string): boolean => compareLines(lineOf(version), lineOf(hop.to)) >= 0;
  const seen = members.map(({ runs, clusterVersion, isCurrent }) => {
    const reports = clusterVersion === null ? 'nothing' : isNew(clusterVersion) ? 'new' : 'old';
    const line = typeof runs === 'string' ? runs : isNew(runs.release) ? 'new' : 'old';
    return { line, reports, isCurrent };
  });
  if (seen.some(({ reports }) => reports === 'new')) return 'after';
  if (seen.length > 0 && seen.every(({ line }) => line === 'new')) return 'after';
  if (seen.some(({ line, reports }) => line === 'old' && reports === 'old')) return 'before';
  const cannotMove = seen.some(({ line }) => line === 'old' || line === 'nothing');
  const hasNotMoved = seen.some(({ reports, isCurrent }) => reports === 'old' && isCurrent);
  if (cannotMove && hasNotMoved) return 'before';
  return lastSwitchIntended ? 'after' : 'unknown';
}

/**
 * Whether the journal knows of a try to replace the hop's last old member that was not undone: the new process may have
 * been up, and the cluster version moved. False says nothing.
 */
function lastSwitchIntended(hop: Hop | undefined, records: readonly JournalRecord[]): boolean {
  const last = hop?.steps.findLast(({ step }) => step.kind === 'switch-member' && step.purpose === 'upgrade');
  if (hop === undefined || last === undefined) return false;
  let intended = false;
  let before = false;
  for (const record of recordsAbout(last.id, records)) {
    if (record.type === 'step-finished') intended = true;
    // A member that was put back passed its gates on the old release, which serves before the flip only.
    if (record.type === 'member-restored') intended = false;
    if (record.type === 'switch-intended') {
      before = intended;
      if (record.to.release === hop.to) intended = true;
    }
    // What the host refused has changed nothing.
    if (record.type === 'switch-ended' && record.outcome === 'refused') intended = before;
  }
  return intended;
}

/** Why going back was proven broken in this hop: it was tried, and not undone by a later try that went well. */
function brokenBack(hop: Hop | undefined, records: readonly JournalRecord[]): string | null {
  const last = records.findLast((record) => record.type === 'way-back-broken' && record.hop === hop?.id);
  return last?.type === 'way-back-broken' ? last.why : null;
}

export interface Sighting {
  readonly side: Side;
  readonly survey: Survey;
  readonly members: readonly MemberEvidence[];
}

/** Finds the side with one look at all members. `limitMs` bounds what is asked of etcd. Only an interrupt throws. */
export async function lookAtSide(
  sight: Sight,
  bounds: Bounds,
  members: readonly Member[],
  about: Pick<About, 'hop' | 'lastSwitchIntended'>,
  limitMs = readLimitMs,
): Promise<Sighting> {
  const [survey, answers, downgrades] = await Promise.all([
    surveyCluster(sight, bounds, members),
    Promise.all(members.map((member) => askVersions(sight.view, bounds, member, limitMs))),
    Promise.all(members.map((member) => askDowngrade(sight.view, bounds, member, limitMs))),
  ]);
  const evidence = survey.members.map(({ member, host }, index): MemberEvidence => {
    const answer = answers[index] ?? null;
    return {
      name: member.name,
      runs: answer === null ? onHost(host) : { release: answer.server },
      clusterVersion: answer?.cluster ?? null,
      isCurrent: answer?.isCurrent ?? false,
      downgrade: downgradeOf(downgrades[index], answer),
    };
  });
  return { side: sideOf({ ...about, members: evidence }), survey, members: evidence };
}

function onHost(host: HostFacts | null): MemberEvidence['runs'] {
  if (host === null || host.running === null) return 'not-seen';
  // Where it cannot be seen whether a switch is under way, one may be.
  if (host.changing !== false) return 'changing';
  // Of a process that somebody else has started only etcd itself could tell the release.
  if (isFound(host.running)) return 'not-seen';
  return host.running === 'nothing' ? 'nothing' : { release: host.running.release };
}

/** What each member showed, for messages that have to say why the side is not known. */
export function evidenceInWords(members: readonly MemberEvidence[]): string {
  if (members.length === 0) return 'no member could be looked at';
  return members
    .map(({ name, runs, clusterVersion, isCurrent }) => {
      if (runs === 'not-seen') return `neither the host of ${name} nor etcd on it answered`;
      if (runs === 'changing') return `${name} is being switched`;
      if (runs === 'nothing') return `${name} has no running process`;
      const what = `${name} runs ${runs.release}`;
      if (clusterVersion === null) return `${what} and reports no cluster version`;
      return `${what} and reports cluster version ${clusterVersion}${isCurrent ? '' : ', which may be out of date'}`;
    })
    .join('; ');
}

interface Answer {
  readonly server: string;
  /** Null where the member itself does not know it yet: etcd then says "not_decided". */
  readonly cluster: string | null;
  readonly isCurrent: boolean;
}

/** What a member says of a downgrade job; undefined where it does not answer. */
async function askDowngrade(
  view: Pick<ClusterView, 'downgradeEnabled'>,
  bounds: Bounds,
  member: Member,
  limitMs: number,
): Promise<boolean | null | undefined> {
  try {
    return await bounded(bounds, `The downgrade state of ${member.name}`, limitMs, (signal) =>
      view.downgradeEnabled(member, signal),
    );
  } catch (error) {
    if (isInterruption(error)) throw error;
    return undefined;
  }
}

function downgradeOf(enabled: boolean | null | undefined, answer: Answer | null): MemberEvidence['downgrade'] {
  if (enabled === true) return 'active';
  if (enabled === false) return 'none';
  // Before 3.5 there is no such thing; a release that has it must say.
  const isOld = answer !== null && compareLines(lineOf(answer.server), '3.5') < 0;
  return enabled === null && isOld ? 'unheard-of' : 'not-seen';
}

/** The versions that a member tells of. Null where etcd does not answer, or not with a version. */
async function askVersions(
  view: Pick<ClusterView, 'versions' | 'read'>,
  bounds: Bounds,
  member: Member,
  limitMs: number,
): Promise<Answer | null> {
  const ask = async (isCurrent: boolean): Promise<Answer | null> => {
    try {
      const { server, cluster } = await bounded(bounds, `/version of ${member.name}`, limitMs, async (signal) => {
        if (isCurrent) await view.read(member, 'linearizable', signal);
        return await view.versions(member, signal);
      });
      const isVersion = (text: string): boolean => /^\d+\.\d+/.test(text);
      return isVersion(server) ? { server, cluster: isVersion(cluster) ? cluster : null, isCurrent } : null;
    } catch (error) {
      if (isInterruption(error)) throw error;
      return null; // a member that is down says nothing; the others do
    }
  };
  // Both are asked at once, so that a cluster without quorum, which cannot read, costs no more time than one look.
  const [current, plain] = await Promise.all([ask(true), ask(false)]);
  return current ?? plain;
}
