// Owns the few calls that change a cluster: move the leader, write the probe key, make raft entries that move no revision.
// Must not repeat a call: a time-out means unknown, and only the caller may re-read and decide.
import type { MemberAddress } from '../engine/ports.ts';
import { EtcdMigrateError } from '../errors.ts';
import { etcdCallError } from './errors.ts';
import { PROBE_KEY } from './facts.ts';
import type { MemberClient } from './member-client.ts';

const WRITE_DEADLINE_MS = 7_000;
/** etcd waits up to an election time-out per try for the new leader. */
const MOVE_DEADLINE_MS = 10_000;
/**
 * Grant + revoke pairs in flight. 128 made 10,400 entries in 8.8 s (rulebook K21), and is far below etcd's own limit.
 */
const CHURN_CONCURRENCY = 128;
/** A lease that is granted but not revoked (we died in between) goes away by itself after this. */
const CHURN_TTL_SECONDS = 60;

/** The call goes to the leader, the only member that accepts it. Returns once the target leads or etcd gave up. */
export async function moveLeader(
  client: MemberClient,
  leader: MemberAddress,
  to: { readonly id: bigint },
  signal?: AbortSignal,
): Promise<void> {
  try {
    await client.unary(
      'Maintenance',
      'moveLeader',
      { targetID: to.id.toString() },
      { deadlineMs: MOVE_DEADLINE_MS, signal },
    );
  } catch (error) {
    signal?.throwIfAborted();
    throw etcdCallError(`MoveLeader of ${leader.name} at ${leader.clientUrl} to member ${to.id.toString(16)}`, error);
  }
}

/** Writes the member's name under the probe key. Returns the revision of that write. */
export async function writeProbe(
  client: MemberClient,
  member: MemberAddress,
  signal?: AbortSignal,
): Promise<{ revision: bigint }> {
  try {
    const answer = await client.unary<{ header: { revision: string } }>(
      'KV',
      'put',
      { key: Buffer.from(PROBE_KEY), value: Buffer.from(member.name) },
      { deadlineMs: WRITE_DEADLINE_MS, signal },
    );
    return { revision: BigInt(answer.header.revision) };
  } catch (error) {
    signal?.throwIfAborted();
    throw etcdCallError(`The probe write through ${member.name} at ${member.clientUrl}`, error);
  }
}

/**
 * Makes at least `entries` raft entries, two per pair. Stops at the first call that fails and says how far it came;
 * whoever resumes looks at the raft snapshots and asks for what is still missing.
 */
export async function churnLeases(
  client: MemberClient,
  member: MemberAddress,
  entries: number,
  signal?: AbortSignal,
): Promise<void> {
  const pairs = Math.ceil(entries / 2);
  let begun = 0;
  let done = 0;
  const failures: unknown[] = [];
  const options = { deadlineMs: WRITE_DEADLINE_MS, signal };
  const work = async (): Promise<void> => {
    while (begun < pairs && failures.length === 0) {
      begun++;
      try {
        const lease = await client.unary<{ ID: string }>(
          'Lease',
          'leaseGrant',
          { TTL: String(CHURN_TTL_SECONDS), ID: '0' },
          options,
        );
        await client.unary('Lease', 'leaseRevoke', { ID: lease.ID }, options);
        done++;
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(CHURN_CONCURRENCY, pairs) }, work));
  signal?.throwIfAborted();
  if (failures.length > 0) {
    const cause = etcdCallError(`Lease grant and revoke through ${member.name} at ${member.clientUrl}`, failures[0]);
    throw new EtcdMigrateError(cause.code, `${cause.message} (after ${done * 2} of ${entries} raft entries)`, {
      cause,
      hint: cause.hint,
      details: { ...cause.details, entriesDone: done * 2 },
    });
  }
}
