// Owns what backups need of the live cluster: one taken from it, and what it says of itself now.
// Must not judge anything; nothing is written there.
import type { LiveCluster } from '../../backup/live-cluster.ts';
import type { Sidecar } from '../../backup/sidecar.ts';
import { chooseSource } from '../../backup/source-member.ts';
import { takeBackup } from '../../backup/take.ts';
import type { Credentials, MemberAddress } from '../../engine/ports.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { readClusterId, readMemberList, readProbe } from '../../etcd/facts.ts';
import { createMemberAccess } from '../../etcd/member-access.ts';
import { connectMember, requireMemberUrl } from '../../etcd/member-client.ts';
import { membersAt } from '../plan/endpoint-members.ts';
import { type Connection, readCredentials } from '../plan/live-cluster.ts';
import { tool } from '../shell/envelope.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import type { Tools } from '../shell/tools.ts';

/** Takes a backup to `path`. `baseDir`: where relative names of certificates start. Throws what keeps it from that. */
export async function takeFromCluster(
  connection: Connection,
  baseDir: string,
  path: string,
  surroundings: Surroundings,
  { clock, progress }: Tools,
): Promise<Sidecar> {
  const { signal } = surroundings;
  const credentials = await readCredentials(connection, surroundings, baseDir);
  await using access = createMemberAccess(credentials);
  progress.now('asking the members');
  try {
    const source = await chooseSource(membersOf(connection), access, clock, signal);
    progress.line(`from ${source.member.clientUrl}, a ${source.role} on etcd ${source.version}`);
    return await takeBackup({
      source,
      credentials,
      path,
      clock,
      signal,
      toolVersion: tool.version,
      progress: (doing) => progress.now(doing),
      line: (text) => progress.line(text),
    });
  } catch (error) {
    // A member that we started has its log with us; a live one has not.
    if (!(error instanceof EtcdMigrateError) || error.code !== 'member-lost') throw error;
    throw new EtcdMigrateError('connection-failed', `${error.message} No backup was taken.`, {
      hint: 'Look at the member that is named, and at the network between it and here; then take the backup again.',
      cause: error,
    });
  }
}

/**
 * The result says in words why the cluster could not be asked, where it could not: what the backups themselves prove
 * does not depend on it.
 */
export async function lookAtLiveCluster(
  connection: Connection,
  baseDir: string,
  surroundings: Surroundings,
): Promise<LiveCluster | string> {
  const { signal } = surroundings;
  let credentials: Credentials;
  try {
    credentials = await readCredentials(connection, surroundings, baseDir);
  } catch (error) {
    return whyOf(error);
  }
  const answers = await Promise.allSettled(
    membersOf(connection).map((member) => askMember(member, credentials, signal)),
  );
  signal.throwIfAborted();
  const facts = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  const [first, ...others] = facts;
  if (first === undefined) {
    return answers.flatMap((answer) => (answer.status === 'rejected' ? [whyOf(answer.reason)] : [])).join('; ');
  }
  const strange = others.find(({ clusterId }) => clusterId !== first.clusterId);
  if (strange !== undefined) {
    return `the endpoints are of two clusters, ${first.clusterId} and ${strange.clusterId}`;
  }
  return facts.reduce((newest, each) => (each.revision > newest.revision ? each : newest));
}

async function askMember(member: MemberAddress, credentials: Credentials, signal: AbortSignal): Promise<LiveCluster> {
  const client = connectMember(member.clientUrl, credentials);
  try {
    // Status would say what this member has, which may lag behind.
    const { revision } = await readProbe(client, member, 'linearizable', signal);
    const clusterId = await readClusterId(client, member, signal);
    const memberIds = (await readMemberList(client, member, signal)).map(({ id }) => id.toString(16));
    return { revision, clusterId, memberIds };
  } finally {
    client.close();
  }
}

function membersOf({ endpoints }: Connection): readonly MemberAddress[] {
  for (const url of endpoints) requireMemberUrl(url);
  return membersAt(endpoints);
}

/** A bug is no reason that can be told, and is thrown as it is. */
function whyOf(error: unknown): string {
  if (error instanceof EtcdMigrateError && error.kind !== 'bug') return error.message;
  throw error;
}
