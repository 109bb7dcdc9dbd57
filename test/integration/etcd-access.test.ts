// Every call of ClusterView and ClusterControl on real etcd of each line, plain and with TLS and a login.
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Member } from '../../src/engine/ports.ts';
import { createMemberAccess } from '../../src/etcd/member-access.ts';
import { sameForAll } from '../../src/plan/channels.ts';
import { eventually, startTestCluster, type TestCluster } from '../support/cluster.ts';
import { describeWithEtcd } from '../support/etcd-binaries.ts';

const RELEASES = ['3.4.31', '3.5.33', '3.6.14', '3.7.1'];

for (const release of RELEASES) {
  describeWithEtcd([release], `etcd ${release}: member access`, () => {
    for (const secured of [false, true]) {
      it(`reads and does everything ${secured ? 'over TLS with a login' : 'in the clear'}`, async () => {
        await using cluster = await startTestCluster({ release, tls: secured, auth: secured });
        await everyCall(cluster, release);
        if (secured) await strangersAreRefused(cluster);
      });
    }
  });
}

async function everyCall({ access, members, driver }: TestCluster, release: string): Promise<void> {
  const line = release.split('.').slice(0, 2).join('.');
  const statuses = await Promise.all(members.map((member) => access.status(member)));
  expect(new Set(statuses.map(({ memberId }) => memberId)).size).toBe(members.length);
  const [leaderId] = new Set(statuses.map((status) => status.leaderId));
  for (const status of statuses) {
    expect(status).toMatchObject({ version: release, leaderId, isLearner: false, errors: [] });
    expect(status.leaderId).not.toBe(0n);
    expect(status.raftTerm).toBeGreaterThan(0n);
    expect(status.raftAppliedIndex).toBeGreaterThan(0n);
    expect(status.raftIndex).toBeGreaterThanOrEqual(status.raftAppliedIndex);
    expect(status.databaseBytes).toBeGreaterThan(0);
  }
  for (const [index, member] of members.entries()) {
    const versions = await access.versions(member);
    expect(versions).toMatchObject({ server: release, cluster: `${line}.0` });
    // The storage version follows the cluster version from 3.6 on; nothing before knows one.
    expect('storage' in versions).toBe(['3.6', '3.7'].includes(line));

    const listed = await access.memberList(member);
    expect(listed.map(({ name }) => name).sort()).toEqual(members.map(({ name }) => name).sort());
    expect(listed.find(({ name }) => name === member.name)).toEqual({
      id: statuses[index]?.memberId,
      name: member.name,
      peerUrls: [member.peerUrl],
      isLearner: false,
    });
    const stored = await access.storedMembers(member);
    expect(stored.members.map(({ id }) => id).sort()).toEqual(listed.map(({ id }) => id).sort());
    expect(stored.removedIds).toEqual([]);
    expect(stored.members.every(({ isLearner }) => !isLearner)).toBe(true);

    expect(await access.alarms(member)).toEqual([]);
    expect(await access.downgradeEnabled(member)).toBe(line === '3.4' ? null : false);

    const before = await access.read(member, 'linearizable');
    const { revision } = await access.probeWrite(member);
    expect(revision).toBe(before.revision + 1n);
    expect((await access.read(member, 'linearizable')).revision).toBe(revision);
    expect((await access.read(member, 'serializable')).revision).toBeGreaterThanOrEqual(before.revision);
  }
  await hashesAgree(access, members);
  await leaderMoves(access, members);
  await churnMovesNoRevision(access, members);
  // A member that is gone is `member-lost` for every call, within the promised 5 s.
  const [gone] = members;
  if (gone === undefined) throw new Error('no member');
  await driver.pause(gone);
  // The signal takes effect in its own time: a thread that runs elsewhere may still answer.
  const pid = (await driver.inspect(gone)).process?.pid;
  await eventually('the member stands still', 60_000, async () =>
    /\) T /.test(await readFile(`/proc/${pid}/stat`, 'utf8')) ? true : undefined,
  );
  const silence = await Promise.allSettled([
    access.status(gone),
    access.versions(gone),
    access.read(gone, 'serializable'),
  ]);
  for (const answer of silence) expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'member-lost' } });
  await driver.unpause(gone);
  await eventually('the member answers again', 60_000, async () => access.status(gone).catch(() => undefined));
  // Its simple tokens are lost in a restart: the next call logs in again by itself.
  await driver.killAndRestart(gone);
  await access.probeWrite(gone);
}

async function hashesAgree(access: TestCluster['access'], members: readonly Member[]): Promise<void> {
  const [first] = members;
  if (first === undefined) throw new Error('no member');
  const { revision } = await access.read(first, 'linearizable');
  const answers = await Promise.all(
    members.map(async (member) => {
      await access.read(member, 'linearizable');
      return access.hashKv(member, revision);
    }),
  );
  expect(new Set(answers.map(({ hash }) => hash)).size).toBe(1);
  expect(answers[0]?.hash).not.toBe(0);
  const earlier = await access.hashKv(first, revision - 1n);
  expect(earlier.hash).not.toBe(answers[0]?.hash);
  await expect(access.hashKv(first, revision + 1000n)).rejects.toMatchObject({
    code: 'etcd-refused',
    details: { class: 'future-revision' },
  });
}

async function leaderMoves(access: TestCluster['access'], members: readonly Member[]): Promise<void> {
  const statuses = await Promise.all(members.map((member) => access.status(member)));
  const leader = members[statuses.findIndex(({ memberId, leaderId }) => memberId === leaderId)];
  const target = statuses.find(({ memberId, leaderId }) => memberId !== leaderId);
  if (leader === undefined || target === undefined) throw new Error('no leader or no follower');
  await access.moveLeader(leader, { id: target.memberId });
  await eventually('the target leads', 60_000, async () => {
    const seen = await Promise.all(members.map((member) => access.status(member)));
    return seen.every(({ leaderId }) => leaderId === target.memberId) ? true : undefined;
  });
  await expect(access.moveLeader(leader, { id: target.memberId })).rejects.toMatchObject({
    code: 'etcd-refused',
    details: { class: 'not-leader' },
  });
}

async function churnMovesNoRevision(access: TestCluster['access'], members: readonly Member[]): Promise<void> {
  const [member] = members;
  if (member === undefined) throw new Error('no member');
  const before = await access.status(member);
  await access.churnLeases(member, 301);
  const after = await access.status(member);
  expect(after.raftAppliedIndex - before.raftAppliedIndex).toBeGreaterThanOrEqual(301n);
  expect(after.revision).toBe(before.revision);
}

async function strangersAreRefused({ credentials, members }: TestCluster): Promise<void> {
  const [member] = members;
  const { tls, user } = credentials;
  if (member === undefined || tls === undefined || user === undefined) throw new Error('not a secured cluster');
  const attempts: Record<string, Parameters<typeof createMemberAccess>[0]> = {
    'no login': { tls },
    'wrong password': { tls, user: { ...user, password: 'wrong' } },
  };
  for (const [what, wrong] of Object.entries(attempts)) {
    await using stranger = createMemberAccess(wrong);
    await expect(stranger.probeWrite(member), what).rejects.toMatchObject({ code: 'connection-failed' });
  }
  await using uncertified = createMemberAccess({ user, tls: { caPem: tls.caPem, serverName: 'localhost' } });
  await expect(uncertified.status(member)).rejects.toMatchObject({ code: 'connection-failed' });
  await using elsewhere = createMemberAccess({ user, tls: { ...tls, serverName: 'other.example' } });
  await expect(elsewhere.status(member)).rejects.toThrow(/altnames|Hostname/);
  await expect(elsewhere.versions(member)).rejects.toMatchObject({ code: 'connection-failed' });
}

describeWithEtcd(['3.6.14'], 'a login where authentication is off', () => {
  it('is refused with a reason instead of being ignored', async () => {
    await using cluster = await startTestCluster({ release: '3.6.14', voters: 1 });
    const [member] = cluster.members;
    if (member === undefined) throw new Error('no member');
    await using access = createMemberAccess({ user: { name: 'root', password: 'secret-word' } });
    const failure = await access.status(member).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'connection-failed', hint: expect.stringContaining('turned off') });
    expect(String(failure)).not.toContain('secret-word');
  });
});

describeWithEtcd(['3.5.33', '3.6.14'], 'raft snapshots by lease entries', () => {
  it('K21: renews the snapshot of every member of a cluster that came from 3.5', async () => {
    await using cluster = await startTestCluster({ release: '3.5.33' });
    const { driver, members, access } = cluster;
    const [member] = members;
    if (member === undefined) throw new Error('no member');
    for (const each of members) await driver.switchTo(each, { release: '3.6.14', overrides: {} });
    const begun = await access.status(member);
    const revision = begun.revision;
    await access.churnLeases(member, 10_400);
    await everySnapshotReaches(cluster, begun.raftAppliedIndex);
    expect((await access.status(member)).revision).toBe(revision);
  });

  it('K22: renews them on 3.5 with a lowered snapshot-count', async () => {
    await using cluster = await startTestCluster({
      release: '3.5.33',
      settings: sameForAll({ flags: { 'snapshot-count': '1000' }, environment: {} }),
    });
    const [member] = cluster.members;
    if (member === undefined) throw new Error('no member');
    const begun = await cluster.access.status(member);
    await cluster.access.churnLeases(member, 1_100);
    await everySnapshotReaches(cluster, begun.raftAppliedIndex);
  });
});

async function everySnapshotReaches({ driver, members }: TestCluster, index: bigint): Promise<void> {
  for (const member of members) {
    await eventually(`${member.name} has a snapshot at ${index} or later`, 60_000, async () => {
      const newest = (await driver.inspect(member)).raftSnapshots?.at(-1);
      return newest !== undefined && newest.index >= index ? true : undefined;
    });
  }
}
