// Owns what one member says about itself and the cluster: each call goes to exactly that member, once.
// Must not change anything (control.ts) nor judge what it reads.
import type { Credentials, ListedMember, MemberAddress, MemberStatus } from '../engine/ports.ts';
import { EtcdMigrateError } from '../errors.ts';
import { etcdCallError } from './errors.ts';
import { getFromMember } from './http.ts';
import type { MemberClient } from './member-client.ts';

/** ClusterView promises this: longer silence is `member-lost`. */
const READ_DEADLINE_MS = 5_000;

/** The one key that the engine itself reads and writes. */
export const PROBE_KEY = 'etcd-migrate/probe';

interface Header {
  readonly member_id: string;
  readonly revision: string;
}

/** Reads Maintenance.Status. Releases before 3.4 send no applied index: there it equals the committed one. */
export async function readStatus(
  client: MemberClient,
  member: MemberAddress,
  signal?: AbortSignal,
): Promise<MemberStatus> {
  const answer = await call<{
    header: Header;
    version: string;
    dbSize: string;
    leader: string;
    raftIndex: string;
    raftTerm: string;
    raftAppliedIndex: string;
    errors: string[];
    isLearner: boolean;
  }>(client, member, 'Status', 'Maintenance', 'status', {}, signal);
  const raftIndex = BigInt(answer.raftIndex);
  const applied = BigInt(answer.raftAppliedIndex);
  return {
    memberId: BigInt(answer.header.member_id),
    version: answer.version,
    leaderId: BigInt(answer.leader),
    raftTerm: BigInt(answer.raftTerm),
    raftIndex,
    raftAppliedIndex: applied === 0n ? raftIndex : applied,
    revision: BigInt(answer.header.revision),
    databaseBytes: Number(answer.dbSize),
    isLearner: answer.isLearner,
    errors: answer.errors,
  };
}

/** Reads the cluster's id, in hexadecimal, as etcd prints it. */
export async function readClusterId(
  client: MemberClient,
  member: MemberAddress,
  signal?: AbortSignal,
): Promise<string> {
  const { header } = await call<{ header: { cluster_id: string } }>(
    client,
    member,
    'Status',
    'Maintenance',
    'status',
    {},
    signal,
  );
  return BigInt.asUintN(64, BigInt(header.cluster_id)).toString(16);
}

/** Reads Cluster.MemberList as this member knows it; linearizable from 3.5 on (the field is unknown before). */
export async function readMemberList(
  client: MemberClient,
  via: MemberAddress,
  signal?: AbortSignal,
): Promise<readonly ListedMember[]> {
  const answer = await call<{
    members: { ID: string; name: string; peerURLs: string[]; isLearner: boolean }[];
  }>(client, via, 'MemberList', 'Cluster', 'memberList', { linearizable: true }, signal);
  return answer.members.map((listed) => ({
    id: BigInt(listed.ID),
    name: listed.name,
    peerUrls: listed.peerURLs,
    isLearner: listed.isLearner,
  }));
}

export async function readAlarms(
  client: MemberClient,
  via: MemberAddress,
  signal?: AbortSignal,
): Promise<readonly { memberId: bigint; alarm: string }[]> {
  const answer = await call<{ alarms: { memberID: string; alarm: string }[] }>(
    client,
    via,
    'Alarm list',
    'Maintenance',
    'alarm',
    { action: 'GET' },
    signal,
  );
  return answer.alarms.map(({ memberID, alarm }) => ({ memberId: BigInt(memberID), alarm: alarm.toUpperCase() }));
}

/**
 * Reads Maintenance.HashKV at one revision; `compactRevision` is 0n where nothing was compacted before it. The raw
 * method is called, because etcd3's wrapper calls a name that does not exist.
 */
export async function readHashKv(
  client: MemberClient,
  member: MemberAddress,
  revision: bigint,
  signal?: AbortSignal,
): Promise<{ hash: number; compactRevision: bigint }> {
  if (revision < 1n) {
    // A revision of 0 would mean "your own latest": members under load would then be compared at different revisions.
    throw new EtcdMigrateError('internal-error', `HashKV needs a pinned revision, not ${revision}.`);
  }
  const answer = await call<{ hash: number; compact_revision: string }>(
    client,
    member,
    `HashKV at revision ${revision}`,
    'Maintenance',
    'hashKv',
    { revision: revision.toString() },
    signal,
  );
  // The answer is -1 while nothing was compacted.
  const compactRevision = BigInt(answer.compact_revision);
  return { hash: answer.hash, compactRevision: compactRevision < 0n ? 0n : compactRevision };
}

/** Reads a range over the probe key: it proves the path, whether or not the key exists. */
export async function readProbe(
  client: MemberClient,
  member: MemberAddress,
  mode: 'serializable' | 'linearizable',
  signal?: AbortSignal,
): Promise<{ revision: bigint }> {
  const answer = await call<{ header: Header }>(
    client,
    member,
    `A ${mode} read`,
    'KV',
    'range',
    { key: Buffer.from(PROBE_KEY), serializable: mode === 'serializable' },
    signal,
  );
  return { revision: BigInt(answer.header.revision) };
}

/** Reads GET /version on the client URL. `storage` is there from 3.6 on. */
export async function readVersions(
  member: MemberAddress,
  credentials: Credentials,
  signal?: AbortSignal,
): Promise<{ server: string; cluster: string; storage?: string }> {
  const { status, body } = await getFromMember(member.clientUrl, '/version', credentials, READ_DEADLINE_MS, signal);
  const parsed = status === 200 ? parseObject(body) : null;
  const { etcdserver, etcdcluster, storage } = parsed ?? {};
  if (typeof etcdserver !== 'string' || typeof etcdcluster !== 'string') {
    throw unexpected(`GET /version of ${member.name} at ${member.clientUrl}`, status, body);
  }
  return {
    server: etcdserver,
    cluster: etcdcluster,
    ...(typeof storage === 'string' && storage !== '' ? { storage } : {}),
  };
}

/** Reads GET /downgrade/enabled on the peer URL: true or false from 3.5 on, null (404) before. */
export async function readDowngradeEnabled(
  member: MemberAddress,
  credentials: Credentials,
  signal?: AbortSignal,
): Promise<boolean | null> {
  const { status, body } = await getFromMember(
    member.peerUrl,
    '/downgrade/enabled',
    credentials,
    READ_DEADLINE_MS,
    signal,
  );
  if (status === 404) return null;
  const word = body.trim();
  if (status === 200 && (word === 'true' || word === 'false')) return word === 'true';
  throw unexpected(`GET /downgrade/enabled of ${member.name} at ${member.peerUrl}`, status, body);
}

async function call<T>(
  client: MemberClient,
  member: MemberAddress,
  name: string,
  service: 'KV' | 'Cluster' | 'Maintenance',
  method: string,
  request: object,
  signal: AbortSignal | undefined,
): Promise<T> {
  try {
    return await client.unary<T>(service, method, request, { deadlineMs: READ_DEADLINE_MS, signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw etcdCallError(`${name} of ${member.name} at ${member.clientUrl}`, error);
  }
}

function parseObject(body: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function unexpected(what: string, status: number, body: string): EtcdMigrateError {
  const words = body.replace(/\s+/g, ' ').trim().slice(0, 200);
  // On 5xx the member lives but cannot answer now (no leader, shutting down), which is the same as silence.
  return new EtcdMigrateError(status >= 500 ? 'member-lost' : 'etcd-refused', `${what}: HTTP ${status} "${words}"`, {
    details: { status },
  });
}
