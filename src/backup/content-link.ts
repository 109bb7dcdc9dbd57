// Owns the third link: what the restored members serve is what the file holds, key for key, lease for lease.
// Must not print keys or values: hashes and counts say enough.
import type { Member } from '../engine/ports.ts';
import { countKeys, listLeases, listRoles, listUsers } from '../etcd/contents.ts';
import { readAlarms, readHashKv } from '../etcd/facts.ts';
import { connectMember, type MemberClient } from '../etcd/member-client.ts';
import type { Clock } from '../platform/ports.ts';
import type { Link } from './links.ts';
import type { RestoredCluster } from './ports.ts';
import type { SnapshotFacts } from './snapshot.ts';

export async function proveContent(
  facts: SnapshotFacts,
  cluster: RestoredCluster,
  { clock, signal }: { clock: Clock; signal?: AbortSignal | undefined },
): Promise<Link> {
  const startUs = clock.monotonicUs();
  const wrong: string[] = [];
  const seen: string[] = [];
  for (const member of cluster.members) {
    const client = connectMember(member.clientUrl, cluster.credentials);
    try {
      for (const { what, expected, found } of await compare(facts, client, member, signal)) {
        if (expected === found) seen.push(`${member.name}: ${what} ${found}`);
        else wrong.push(`${member.name}: ${what} is ${found}; the file says ${expected}`);
      }
    } finally {
      client.close();
    }
  }
  return {
    name: 'content',
    verdict: wrong.length === 0 ? 'pass' : 'fail',
    evidence: [...wrong, ...seen],
    failureReason: wrong.length === 0 ? null : 'backup-content-differs',
    durationMs: (clock.monotonicUs() - startUs) / 1000,
  };
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
  signal: AbortSignal | undefined,
): Promise<Comparison[]> {
  const { keySpace, auth, compactRevision } = facts;
  const revision = BigInt(keySpace.revision);
  const served = await readHashKv(client, member, revision, signal);
  const keys = await countKeys(client, member, { revision }, signal);
  const alarms = await readAlarms(client, member, signal);
  // A lease may end while the members start; nobody keeps it alive here. None may be there that was not.
  const leases = new Set(facts.leases);
  const strange = (await listLeases(client, member, signal)).filter((id) => !leases.has(id));
  const list = (names: readonly string[]): string => JSON.stringify([...names].sort());
  return [
    { what: `HashKV at revision ${revision}`, expected: String(keySpace.hash), found: String(served.hash) },
    { what: 'compact revision', expected: String(compactRevision), found: String(served.compactRevision) },
    { what: 'number of keys', expected: String(keySpace.keys), found: String(keys) },
    { what: 'number of alarms', expected: String(facts.alarms), found: String(alarms.length) },
    { what: 'number of leases that the file has not', expected: '0', found: String(strange.length) },
    { what: 'list of users', expected: list(auth.users), found: list(await listUsers(client, member, signal)) },
    { what: 'list of roles', expected: list(auth.roles), found: list(await listRoles(client, member, signal)) },
  ];
}
