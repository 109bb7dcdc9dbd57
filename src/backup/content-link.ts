// Owns the third link: what the restored members serve is what the file holds, key for key, lease for lease.
// Must not print keys or values: hashes and counts say enough.
import { createHash } from 'node:crypto';
import type { Member } from '../engine/ports.ts';
import { countKeys, listLeases, listRoles, listUsers, readKey } from '../etcd/contents.ts';
import { readAlarms, readHashKv } from '../etcd/facts.ts';
import { connectMember, type MemberClient } from '../etcd/member-client.ts';
import type { Clock } from '../platform/ports.ts';
import { type Link, linkOf } from './links.ts';
import type { RestoredCluster } from './ports.ts';
import type { SnapshotFacts } from './snapshot.ts';

/** Of the groups with most keys: a range counts its keys in etcd's index, so counting them all costs little. */
const countedPrefixes = 20;

/** What whoever owns the data says must be in every backup of them. */
export interface KeyExpectation {
  /** Shown in the evidence: its owner wrote it down for that. */
  readonly prefix: string;
  readonly atLeast: number;
  readonly atMost: number;
}

export interface ContentOptions {
  readonly clock: Clock;
  /** `clock.monotonicUs()` when the members were about to start: leases run from there. */
  readonly startedUs: number;
  readonly expect: readonly KeyExpectation[];
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
      for (const { what, expected, found } of await compare(facts, client, member, agedSeconds, signal)) {
        if (expected === found) seen.push(`${member.name}: ${what} ${found}`);
        else wrong.push(`${member.name}: ${what} is ${found}; the file says ${expected}`);
      }
    } finally {
      client.close();
    }
  }
  const code = wrong.length > 0 ? 'backup-content-differs' : 'backup-unexpected-keys';
  // What the file never held is no fault of the restore: only looked at where that is in order.
  if (wrong.length === 0) await meetExpectations(facts, cluster, expect, signal, wrong, seen);
  return linkOf('content', { wrong, seen, code }, (clock.monotonicUs() - beginUs) / 1000);
}

async function meetExpectations(
  { keySpace }: SnapshotFacts,
  cluster: RestoredCluster,
  expect: readonly KeyExpectation[],
  signal: AbortSignal | undefined,
  wrong: string[],
  seen: string[],
): Promise<void> {
  const [member] = cluster.members;
  if (member === undefined || expect.length === 0) return;
  const client = connectMember(member.clientUrl, cluster.credentials);
  try {
    for (const { prefix, atLeast, atMost } of expect) {
      const range = { revision: BigInt(keySpace.revision), prefix: Buffer.from(prefix) };
      const keys = await countKeys(client, member, range, signal);
      if (keys < atLeast) wrong.push(`${keys} keys below ${prefix}; at least ${atLeast} are expected`);
      else if (keys > atMost) wrong.push(`${keys} keys below ${prefix}; at most ${atMost} are expected`);
      else seen.push(`${keys} keys below ${prefix}, as expected`);
    }
  } finally {
    client.close();
  }
}

interface Comparison {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

async function compare(
  facts: SnapshotFacts,
  client: MemberClient,
  member: Member,
  agedSeconds: () => number,
  signal: AbortSignal | undefined,
): Promise<Comparison[]> {
  const { keySpace, auth, compactRevision } = facts;
  const revision = BigInt(keySpace.revision);
  // Before anything that takes time. A lease that has not run out by the end of the call must be there.
  const leases = await listLeases(client, member, signal);
  const [known, there] = [new Set(facts.leases.map(({ id }) => id)), new Set(leases)];
  const aged = agedSeconds();
  const strange = leases.filter((id) => !known.has(id));
  const missing = facts.leases.filter(({ id, ttlSeconds }) => ttlSeconds > aged && !there.has(id));
  const served = await readHashKv(client, member, revision, signal);
  const keys = await countKeys(client, member, { revision }, signal);
  const alarms = await readAlarms(client, member, signal);
  const [prefixes, differing] = await comparePrefixes(facts, client, member, signal);
  const sample = await compareSample(facts, client, member, signal);
  // Their names are not printed.
  const namesOf = (names: readonly string[]): string => [...names].sort().join('\0');
  const sameNames = (file: readonly string[], served: readonly string[]) =>
    namesOf(file) === namesOf(served) ? `${file.length}, by the same names` : `${served.length}, by other names`;
  const [users, roles] = [await listUsers(client, member, signal), await listRoles(client, member, signal)];
  return [
    { what: `HashKV at revision ${revision}`, expected: String(keySpace.hash), found: String(served.hash) },
    { what: 'compact revision', expected: String(compactRevision), found: String(served.compactRevision) },
    { what: 'number of keys', expected: String(keySpace.keys), found: String(keys) },
    { what: `number of the ${prefixes} largest prefixes with another count`, expected: '0', found: String(differing) },
    {
      what: `number of ${sample.asked} sampled keys with another value`,
      expected: '0',
      found: String(sample.differing),
    },
    { what: 'number of alarms', expected: String(facts.alarms), found: String(alarms.length) },
    { what: 'number of leases that the file has not', expected: '0', found: String(strange.length) },
    {
      what: `number of the file's ${known.size} leases that are missing`,
      expected: '0',
      found: String(missing.length),
    },
    { what: 'users', expected: sameNames(auth.users, auth.users), found: sameNames(auth.users, users) },
    { what: 'roles', expected: sameNames(auth.roles, auth.roles), found: sameNames(auth.roles, roles) },
  ];
}

/** A prefix's range has the keys of its group, and of every group that begins with it. */
async function comparePrefixes(
  { keySpace }: SnapshotFacts,
  client: MemberClient,
  member: Member,
  signal: AbortSignal | undefined,
): Promise<readonly [prefixes: number, differing: number]> {
  const groups = keySpace.keysByPrefix;
  // Keys without a slash have no prefix of their own, and bytes that are no UTF-8 cannot be asked for by their name.
  const asked = groups.filter(([name]) => name !== '' && !name.includes('\ufffd')).slice(0, countedPrefixes);
  let differing = 0;
  for (const [name] of asked) {
    const expected = groups.reduce((sum, [other, keys]) => (other.startsWith(name) ? sum + keys : sum), 0);
    const range = { revision: BigInt(keySpace.revision), prefix: Buffer.from(name) };
    if ((await countKeys(client, member, range, signal)) !== expected) differing++;
  }
  return [asked.length, differing];
}

async function compareSample(
  { keySpace }: SnapshotFacts,
  client: MemberClient,
  member: Member,
  signal: AbortSignal | undefined,
): Promise<{ readonly asked: number; readonly differing: number }> {
  let differing = 0;
  for (const { key, modRevision, valueSha256 } of keySpace.sample) {
    const found = await readKey(client, member, { key, revision: BigInt(keySpace.revision) }, signal);
    const digest = found && createHash('sha256').update(found.value).digest('hex');
    if (found?.modRevision !== BigInt(modRevision) || digest !== valueSha256) differing++;
  }
  return { asked: keySpace.sample.length, differing };
}
