// Owns the third link: what the restored members serve is what the file holds, key for key, lease for lease.
// Must not print keys or values (expectations.ts names those of the manifest): hashes and counts say enough.
import { createHash } from 'node:crypto';
import type { Member } from '../engine/ports.ts';
import { countKeys, listLeases, listRoles, listUsers, readKey, readRange } from '../etcd/contents.ts';
import { answerTo, Refusal } from '../etcd/errors.ts';
import { readAlarms, readHashKv } from '../etcd/facts.ts';
import { connectMember, type MemberClient } from '../etcd/member-client.ts';
import type { Clock } from '../platform/ports.ts';
import { type Expectations, meetExpectations } from './expectations.ts';
import { type Link, linkOf } from './links.ts';
import type { RestoredCluster } from './ports.ts';
import { PrefixDigests } from './prefix-digests.ts';
import type { SnapshotFacts } from './snapshot.ts';
import { digestOfRoles, digestOfUsers } from './stored-auth.ts';

/**
 * Only the prefixes with most keys are counted: a range counts its keys in etcd's index, so counting them all costs
 * little.
 */
const countedPrefixes = 20;

export interface ContentOptions {
  readonly clock: Clock;
  /** `clock.monotonicUs()` when the members were about to start: leases run from there. */
  readonly startedUs: number;
  readonly expect: Expectations;
  readonly signal?: AbortSignal | undefined;
}

export async function proveContent(
  facts: SnapshotFacts,
  cluster: RestoredCluster,
  { clock, startedUs, expect, signal }: ContentOptions,
): Promise<Link> {
  const beginUs = clock.monotonicUs();
  const wrong: string[] = [];
  const seen: string[] = [];
  for (const member of cluster.members) {
    const client = connectMember(member.clientUrl, cluster.credentials);
    try {
      const agedSeconds = () => (clock.monotonicUs() - startedUs) / 1_000_000;
      for (const { what, take } of looksAt(facts, client, member, agedSeconds, signal)) {
        const compared = await answerTo(take());
        if (compared instanceof Refusal) {
          wrong.push(`${member.name} does not serve what the file holds: ${what}: ${compared.words}`);
          continue;
        }
        for (const { what, expected, found } of compared) {
          if (expected === found) seen.push(`${member.name}: ${what} ${found}`);
          else wrong.push(`${member.name}: ${what} is ${found}; the file says ${expected}`);
        }
      }
    } finally {
      client.close();
    }
  }
  const durationMs = () => (clock.monotonicUs() - beginUs) / 1000;
  // What the file never held is no fault of the restore, so expectations are only looked at where the restore is in
  // order.
  if (wrong.length > 0) return linkOf('content', { wrong, seen, code: 'backup-content-differs' }, durationMs());
  const met = await meetExpectations(facts, cluster, expect, signal);
  return linkOf('content', { ...met, seen: [...seen, ...met.seen] }, durationMs());
}

interface Comparison {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

/** One thing that a member is asked; its "no" is a difference. */
interface Look {
  readonly what: string;
  take(): Promise<readonly Comparison[]>;
}

/**
 * Gives the looks in their order: leases before anything that takes time. A lease that has not run out by the end of
 * the call must be there.
 */
function looksAt(
  facts: SnapshotFacts,
  client: MemberClient,
  member: Member,
  agedSeconds: () => number,
  signal: AbortSignal | undefined,
): readonly Look[] {
  const { keySpace, auth, compactRevision } = facts;
  const revision = BigInt(keySpace.revision);
  const one = (what: string, expected: string, found: () => Promise<string>): Look => ({
    what,
    take: async () => [{ what, expected, found: await found() }],
  });
  return [
    {
      what: 'leases',
      take: async () => {
        const there = new Set(await listLeases(client, member, signal));
        const known = new Set(facts.leases.map(({ id }) => id));
        const aged = agedSeconds();
        const strange = [...there].filter((id) => !known.has(id)).length;
        const missing = facts.leases.filter(({ id, ttlSeconds }) => ttlSeconds > aged && !there.has(id)).length;
        return [
          { what: 'number of leases that the file has not', expected: '0', found: String(strange) },
          { what: `number of the file's ${known.size} leases that are missing`, expected: '0', found: String(missing) },
        ];
      },
    },
    {
      what: `HashKV at revision ${revision}`,
      take: async () => {
        const served = await readHashKv(client, member, revision, signal);
        return [
          { what: `HashKV at revision ${revision}`, expected: String(keySpace.hash), found: String(served.hash) },
          { what: 'compact revision', expected: String(compactRevision), found: String(served.compactRevision) },
        ];
      },
    },
    one('number of keys', String(keySpace.keys), async () =>
      String(await countKeys(client, member, { revision }, signal)),
    ),
    one('number of the largest prefixes with another count', '0', async () =>
      String(await differingPrefixes(facts, client, member, signal)),
    ),
    ...digestsOf(facts, client, member, signal),
    one(`number of ${keySpace.sample.length} sampled keys with another value`, '0', async () =>
      String(await differingSamples(facts, client, member, signal)),
    ),
    one('number of alarms', String(facts.alarms), async () =>
      String((await readAlarms(client, member, signal)).length),
    ),
    one('users', sameAs(auth.users, 'names and roles', true), async () => {
      const served = await listUsers(client, member, signal);
      return sameAs(served, 'names and roles', digestOfUsers(served) === digestOfUsers(auth.users));
    }),
    one('roles', sameAs(auth.roles, 'names and permissions', true), async () => {
      const served = await listRoles(client, member, signal);
      return sameAs(served, 'names and permissions', digestOfRoles(served) === digestOfRoles(auth.roles));
    }),
  ];
}

/** Users and roles are told by their number alone: their names are not printed. */
function sameAs({ length }: readonly unknown[], by: string, same: boolean): string {
  return `${length}, by ${same ? 'the same' : 'other'} ${by}`;
}

/** A prefix's range has the keys of its group, and of every group that begins with it. */
async function differingPrefixes(
  { keySpace }: SnapshotFacts,
  client: MemberClient,
  member: Member,
  signal: AbortSignal | undefined,
): Promise<number> {
  const groups = keySpace.keysByPrefix;
  // Keys without a slash have no prefix of their own, and bytes that are no UTF-8 cannot be asked for by their name.
  const asked = groups.filter(([name]) => name !== '' && !name.includes('\ufffd')).slice(0, countedPrefixes);
  let differing = 0;
  for (const [name] of asked) {
    const expected = groups.reduce((sum, [other, keys]) => (other.startsWith(name) ? sum + keys : sum), 0);
    const range = { revision: BigInt(keySpace.revision), prefix: Buffer.from(name) };
    if ((await countKeys(client, member, range, signal)) !== expected) differing++;
  }
  return differing;
}

/**
 * Compares digests of the prefixes that are small enough to be read whole; for the others HashKV, counts and samples
 * have to do.
 */
function digestsOf(
  { keySpace }: SnapshotFacts,
  client: MemberClient,
  member: Member,
  signal: AbortSignal | undefined,
): readonly Look[] {
  const { digested, digests: held, keysByPrefix } = keySpace;
  if (digested.length === 0) return [];
  const digestedPrefixes = [...held.prefixes];
  const compared = `${digestedPrefixes.length} of ${keysByPrefix.length} compared`;
  const what = `number of prefixes with another digest of their keys (${compared})`;
  const take = async (): Promise<readonly Comparison[]> => {
    const differing = new Set<string>();
    for (const range of digested) {
      const served = new PrefixDigests();
      const asked = { ...range, prefix: Buffer.from(range.prefix), revision: BigInt(keySpace.revision) };
      for await (const pair of readRange(client, member, asked, signal))
        served.add(keySpace.prefixes.of(pair.key), pair);
      const inRange = digestedPrefixes.filter((prefix) => prefix.startsWith(range.prefix));
      for (const prefix of [...inRange, ...served.prefixes]) {
        if (served.of(prefix) !== held.of(prefix)) differing.add(prefix);
      }
    }
    return [{ what, expected: '0', found: String(differing.size) }];
  };
  return [{ what, take }];
}

async function differingSamples(
  { keySpace }: SnapshotFacts,
  client: MemberClient,
  member: Member,
  signal: AbortSignal | undefined,
): Promise<number> {
  let differing = 0;
  for (const { key, modRevision, valueSha256 } of keySpace.sample) {
    const found = await readKey(client, member, { key, revision: BigInt(keySpace.revision) }, signal);
    const digest = found && createHash('sha256').update(found.value).digest('hex');
    if (found?.modRevision !== BigInt(modRevision) || digest !== valueSha256) differing++;
  }
  return differing;
}
