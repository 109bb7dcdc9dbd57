// Owns what happens to a store between two snapshots of it: small things by turns, which a seed fills in.
// Must not take snapshots, nor judge them.

import type { Credentials } from '../../src/engine/ports.ts';
import { connectMember, type MemberClient } from '../../src/etcd/member-client.ts';
import type { Random } from '../../src/platform/ports.ts';
import { createRandom } from '../../src/platform/random.ts';
import type { BareCluster, BareMember } from './bare-cluster.ts';
import { eventually } from './cluster.ts';
import { fill } from './snapshots.ts';

const call = { deadlineMs: 20_000 };

interface Answer {
  readonly header: { readonly revision: string };
}

interface Change {
  readonly client: MemberClient;
  readonly random: Random;
  /** A key of its own, or one that an earlier change wrote. */
  readonly key: () => Buffer;
  readonly put: (value: Buffer, lease?: string) => Promise<Answer>;
}

const changes: Readonly<Record<string, (change: Change) => Promise<void>>> = {
  writes: async ({ put, random }) => {
    for (let left = 1 + random.int(20); left > 0; left--) await put(Buffer.alloc(random.int(2000), left));
  },
  deletions: async ({ client, put, key }) => {
    await put(Buffer.from('deleted with its neighbours'));
    await client.unary('KV', 'deleteRange', { key: key(), range_end: Buffer.from('history/~') }, call);
  },
  leases: async ({ client, put, random }) => {
    const { ID } = await client.unary<{ ID: string }>('Lease', 'leaseGrant', { TTL: 600 + random.int(9000) }, call);
    for (let left = 1 + random.int(5); left > 0; left--) await put(Buffer.alloc(random.int(200), left), ID);
  },
  'a lease that is revoked with its keys': async ({ client, put }) => {
    const { ID } = await client.unary<{ ID: string }>('Lease', 'leaseGrant', { TTL: 3600 }, call);
    await put(Buffer.from('for a short time'), ID);
    await client.unary('Lease', 'leaseRevoke', { ID }, call);
  },
  compaction: async ({ client, put, random }) => {
    await put(Buffer.from('compacted, perhaps'));
    const { header } = await put(Buffer.from('kept'));
    const revision = Number(header.revision) - random.int(2);
    await client.unary('KV', 'compact', { revision, physical: random.next() < 0.5 }, call);
  },
  'a large value': async ({ put, random }) => {
    await put(Buffer.alloc(200_000 + random.int(1_000_000), random.int(256)));
  },
  'many writes of one revision': async ({ client, random }) => {
    const success = Array.from({ length: 2 + random.int(30) }, (_, index) => ({
      request_put: { key: Buffer.from(`history/${index}`), value: Buffer.alloc(random.int(300), index) },
    }));
    await client.unary('KV', 'txn', { compare: [], success, failure: [] }, call);
  },
  'a user and a role': async ({ client, put, random }) => {
    const name = `history-${random.int(2 ** 31)}`;
    await client.unary('Auth', 'userAdd', { name, password: 'secret-of-history' }, call);
    await client.unary('Auth', 'roleAdd', { name }, call);
    await client.unary('Auth', 'userGrantRole', { user: name, role: name }, call);
    await put(Buffer.from(name));
  },
  'a learner that never runs and goes': async ({ client, put }) => {
    // Elsewhere each time: etcd makes its id of the address and the second, and never takes back one that went.
    const { header } = await put(Buffer.from('before a learner is awaited'));
    const id = await addLearner(client, `http://127.0.0.1:${header.revision}`);
    await put(Buffer.from('while a learner is awaited'));
    await client.unary('Cluster', 'memberRemove', { ID: id }, call);
  },
};

/** The `turn`th thing that happens to it: each of them comes round again and again. At least one key is written. */
export async function happen(member: BareMember, turn: number, credentials: Credentials): Promise<void> {
  const names = [...Object.keys(changes), 'all of it'];
  const name = names[turn % names.length] as string;
  const random = createRandom(turn).fork(name);
  const change = changes[name];
  if (change === undefined) return fill(member, random.int(2 ** 31), credentials);
  const client = connectMember(member.url, credentials);
  try {
    const key = () => Buffer.from(`history/${random.int(turn * 10)}`);
    const put = (value: Buffer, lease?: string) =>
      client.unary<Answer>('KV', 'put', { key: key(), value, ...(lease !== undefined && { lease }) }, call);
    await change({ client, random, key, put });
  } finally {
    client.close();
  }
}

async function addLearner(client: MemberClient, peerUrl: string): Promise<string> {
  const request = { peerURLs: [peerUrl], isLearner: true };
  return (await client.unary<{ member: { ID: string } }>('Cluster', 'memberAdd', request, call)).member.ID;
}

/** A learner that runs, in a cluster that no authentication guards. */
export interface Learner {
  promote(): Promise<void>;
  remove(): Promise<void>;
}

/** Needs `--strict-reconfig-check=false`: etcd waits for seconds before it lets members go that have just come. */
export async function startLearner(cluster: BareCluster): Promise<Learner> {
  const [first] = cluster.members;
  if (first === undefined) throw new Error('no member');
  const asked = async <T>(ask: (client: MemberClient) => Promise<T>): Promise<T> => {
    const client = connectMember(first.url, {});
    try {
      return await ask(client);
    } finally {
      client.close();
    }
  };
  const learner = await cluster.prepare();
  const ID = await asked((client) => addLearner(client, learner.peerUrl));
  await cluster.start(learner);
  return {
    promote: () =>
      asked((client) =>
        eventually('the learner has caught up', 20_000, () =>
          client.unary<object>('Cluster', 'memberPromote', { ID }, call).catch(() => undefined),
        ),
      ).then(() => undefined),
    remove: async () => {
      await asked((client) => client.unary('Cluster', 'memberRemove', { ID }, call));
      await cluster.stop(learner, 'SIGKILL');
    },
  };
}

/** What `member list` says. */
export async function membersOf({ url }: BareMember, credentials: Credentials) {
  const client = connectMember(url, credentials);
  try {
    const { members } = await client.unary<{ members: { ID: string; name: string; isLearner: boolean }[] }>(
      'Cluster',
      'memberList',
      {},
      call,
    );
    return members.map(({ ID, name, isLearner }) => ({
      id: BigInt(ID).toString(16),
      name,
      isLearner: isLearner ?? false,
    }));
  } finally {
    client.close();
  }
}

/** By `root`, as `turnOnAuth` made it. */
export async function turnOffAuth({ url }: BareMember, credentials: Credentials): Promise<void> {
  const client = connectMember(url, credentials);
  try {
    await client.unary('Auth', 'authDisable', {}, call);
  } finally {
    client.close();
  }
}
