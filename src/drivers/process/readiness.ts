// Owns the wait from "all members started" to "every member serves", bounded and with its last observation.
// Must not start or stop anything.
import type {
  Clock,
  ClusterDriver,
  ClusterView,
  Credentials,
  MemberAddress,
  SwitchResult,
} from '../../engine/ports.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { createMemberAccess } from '../../etcd/member-access.ts';
import { readLastWords } from './member-log.ts';
import { memberPaths, type RunPaths } from './run-state.ts';
import { blameNewMember, startFailed } from './start-failure.ts';

export interface ReadinessOptions {
  readonly paths: RunPaths;
  readonly driver: Pick<ClusterDriver, 'inspect'>;
  readonly members: readonly MemberAddress[];
  readonly credentials: Credentials;
  readonly release: string;
  readonly clock: Clock;
  readonly limitMs: number;
  readonly signal?: AbortSignal | undefined;
}

const POLL_MS = 100;

/**
 * Waits until every member answers Status with a leader, and knows the cluster version (before that it refuses some
 * calls). Gives the members' ids by name, in hexadecimal. Throws `member-start-failed`, or the host's trouble, as soon as a member ends or when the time is up.
 */
export async function waitUntilReady(options: ReadinessOptions): Promise<Readonly<Record<string, string>>> {
  const { members, clock, release, limitMs, signal } = options;
  await using access = createMemberAccess(options.credentials);
  const begun = clock.monotonicUs();
  for (;;) {
    const observed = await Promise.all(members.map((member) => observe(access, member, signal)));
    // The processes are looked at after the answers: what answered on the port of a dead member was a stranger.
    await requireAlive(options);
    const missing = observed.flatMap(({ missing }) => (missing === null ? [] : [missing]));
    if (missing.length === 0) return Object.fromEntries(observed.map(({ name, id }) => [name, id]));
    const waitedMs = (clock.monotonicUs() - begun) / 1000;
    if (waitedMs > limitMs) {
      throw new EtcdMigrateError(
        'member-start-failed',
        `The cluster of ${members.length} members on etcd ${release} is not ready after ${Math.round(waitedMs / 1000)} s; ` +
          `all members were stopped and removed. Last seen: ${missing.join('; ')}.`,
        { hint: "See the members' logs in the output directory." },
      );
    }
    await clock.sleep(POLL_MS, signal);
  }
}

interface Observed {
  readonly name: string;
  readonly id: string;
  /** What the member still lacks; null where nothing. */
  readonly missing: string | null;
}

async function observe(view: ClusterView, member: MemberAddress, signal?: AbortSignal): Promise<Observed> {
  const { name } = member;
  try {
    const { leaderId, memberId } = await view.status(member, signal);
    const id = memberId.toString(16);
    if (leaderId === 0n) return { name, id, missing: `${name} knows no leader` };
    const { cluster } = await view.versions(member, signal);
    const isKnown = /^\d+\.\d+/.test(cluster);
    return { name, id, missing: isKnown ? null : `${name} reports the cluster version "${cluster}"` };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof EtcdMigrateError) return { name, id: '', missing: `${name}: ${error.message}` };
    throw error;
  }
}

async function requireAlive({ paths, driver, members, release }: ReadinessOptions): Promise<void> {
  const ended: { readonly member: MemberAddress; readonly result: Extract<SwitchResult, { outcome: 'exited' }> }[] = [];
  for (const member of members) {
    const own = memberPaths(paths, member.name);
    const { running, lastExit } = await driver.inspect(member);
    if (running !== 'nothing') continue;
    const lastLines = await readLastWords(own.log, 0);
    const unseen = { code: null, signal: null };
    const exit = { ...(lastExit === 'none' || lastExit === null ? unseen : lastExit), lastLines, stopMs: 0 };
    ended.push({ member, result: await blameNewMember({ outcome: 'exited', ...exit }, own.directory) });
  }
  // Several members end for one reason, and not each of them finds the words for it.
  const telling = ended.find(({ result }) => result.hostTrouble !== undefined) ?? ended[0];
  if (telling !== undefined) throw startFailed(telling.member, paths.directory, release, telling.result);
}
