// Which member a backup is taken from: the leader is spared, and what lags is waited for or not asked.
import { describe, expect, it } from 'vitest';
import { chooseSource } from '../../../src/backup/source-member.ts';
import type { ClusterView, MemberAddress, MemberStatus } from '../../../src/engine/ports.ts';
import { EtcdMigrateError } from '../../../src/errors.ts';
import type { Clock } from '../../../src/platform/ports.ts';

type Answer = Partial<MemberStatus> & { readonly memberId: bigint };

const leads = (memberId: bigint, more: Partial<MemberStatus> = {}): Answer => ({
  memberId,
  leaderId: memberId,
  ...more,
});
const follows = (memberId: bigint, raftAppliedIndex = 100n, more: Partial<MemberStatus> = {}): Answer => ({
  memberId,
  leaderId: 1n,
  raftAppliedIndex,
  ...more,
});

/** Members by their answers: each look gets the next one, and the last for ever; `null` does not answer. */
function clusterOf(...members: readonly (readonly (Answer | null)[])[]) {
  const named = members.map((_, index): MemberAddress => {
    const url = `http://m${index + 1}:2379`;
    return { name: url, clientUrl: url, peerUrl: url };
  });
  const looks = members.map(() => 0);
  const reads: string[] = [];
  const view: Pick<ClusterView, 'status' | 'read'> = {
    status: async (member) => {
      const index = named.indexOf(member);
      const answers = members[index] ?? [];
      const answer = answers[Math.min(looks[index] ?? 0, answers.length - 1)] ?? null;
      looks[index] = (looks[index] ?? 0) + 1;
      if (answer === null) throw new EtcdMigrateError('member-lost', `${member.clientUrl} does not answer.`);
      return {
        version: '3.6.14',
        leaderId: 1n,
        raftTerm: 2n,
        raftIndex: 100n,
        raftAppliedIndex: 100n,
        revision: 7n,
        databaseBytes: 1,
        isLearner: false,
        errors: [],
        ...answer,
      };
    },
    read: async (member, mode) => {
      reads.push(`${mode} ${member.clientUrl}`);
      return { revision: 7n };
    },
  };
  let nowMs = 0;
  const clock: Clock = {
    wallMs: () => nowMs,
    monotonicUs: () => nowMs * 1000,
    sleep: async (ms) => {
      nowMs += ms;
    },
  };
  const choose = async (signal?: AbortSignal) => {
    const { member, role, version } = await chooseSource(named, view, clock, signal);
    return [member.clientUrl, role, version];
  };
  return { choose, reads, waitedMs: () => nowMs };
}

describe('the member that a backup is taken from', () => {
  it('is a follower, wherever the leader stands among the endpoints', async () => {
    const m2 = ['http://m2:2379', 'follower', '3.6.14'];
    const first = clusterOf([leads(1n)], [follows(2n)]);
    expect(await first.choose()).toEqual(m2);
    // It answers such a read once it has applied what was committed before.
    expect(first.reads).toEqual(['linearizable http://m2:2379']);
    expect(first.waitedMs()).toBe(0);
    expect(await clusterOf([null], [follows(2n)], [leads(1n)]).choose()).toEqual(m2);
  });

  it('is the leader only where no other voter answers', async () => {
    const m1 = ['http://m1:2379', 'leader', '3.6.14'];
    expect(await clusterOf([leads(1n)]).choose()).toEqual(m1);
    expect(await clusterOf([leads(1n)], [null]).choose()).toEqual(m1);
    expect(await clusterOf([leads(1n)], [follows(2n, 100n, { isLearner: true })]).choose()).toEqual(m1);
    // Without a leader, it cannot say how far it should be.
    expect(await clusterOf([leads(1n)], [follows(2n, 100n, { leaderId: 0n })]).choose()).toEqual(m1);
  });

  it('is not the follower that lags', async () => {
    const m3 = ['http://m3:2379', 'follower', '3.6.14'];
    expect(await clusterOf([leads(1n)], [follows(2n, 40n)], [follows(3n)]).choose()).toEqual(m3);
    expect(await clusterOf([follows(1n, 100n, { leaderId: 9n })], [follows(2n, 40n)], [leads(9n)]).choose()).toEqual([
      ...['http://m1:2379', 'follower', '3.6.14'],
    ]);
  });

  it('is waited for until it has applied what the leader had at the start', async () => {
    const { choose, waitedMs } = clusterOf(
      [leads(1n, { raftAppliedIndex: 90n }), leads(1n, { raftAppliedIndex: 500n })],
      [follows(2n, 40n), follows(2n, 60n), follows(2n, 90n)],
    );
    expect(await choose()).toEqual(['http://m2:2379', 'follower', '3.6.14']);
    expect(waitedMs()).toBe(200);
  });

  it('gives none where it does not catch up', async () => {
    const { choose, waitedMs } = clusterOf([leads(1n)], [follows(2n, 40n)]);
    await expect(choose()).rejects.toMatchObject({
      code: 'gate-failed',
      message: 'http://m2:2379 has applied 40 of 100 after 30 s; no backup was taken.',
    });
    expect(waitedMs()).toBeGreaterThan(30_000);
  });

  it('has applied all that it knows to be committed, where the leader is not among the endpoints', async () => {
    const { choose, waitedMs } = clusterOf(
      [follows(2n, 40n)],
      [follows(3n, 60n, { raftIndex: 80n }), follows(3n, 60n, { raftIndex: 80n }), follows(3n, 80n)],
    );
    expect(await choose()).toEqual(['http://m2:2379', 'follower', '3.6.14']);
    expect(waitedMs()).toBe(200);
  });

  it('is on the side of the leader that was elected last', async () => {
    const old = { raftTerm: 4n };
    const { choose, reads } = clusterOf(
      [leads(1n, old)],
      [follows(2n, 300n, old)],
      [follows(3n, 200n, { leaderId: 5n, raftTerm: 6n, raftIndex: 200n })],
    );
    expect(await choose()).toEqual(['http://m3:2379', 'follower', '3.6.14']);
    expect(reads).toEqual(['linearizable http://m3:2379']);
  });

  it('is none where nobody could give one, and each is told with its reason', async () => {
    const cluster = clusterOf([null], [follows(2n, 100n, { isLearner: true })], [follows(3n, 100n, { leaderId: 0n })]);
    await expect(cluster.choose()).rejects.toMatchObject({
      code: 'connection-failed',
      message: [
        'No member can give a backup:',
        'http://m1:2379 does not answer.',
        'http://m2:2379 is a learner',
        'http://m3:2379 knows no leader',
      ].join('\n'),
    });
    expect(cluster.reads).toEqual([]);
  });

  it('an interruption stays one', async () => {
    const reason = new EtcdMigrateError('interrupted', 'Interrupted.');
    await expect(clusterOf([leads(1n)]).choose(AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
