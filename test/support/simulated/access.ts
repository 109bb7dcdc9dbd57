// Owns the ClusterView and ClusterControl of a simulated cluster.
// Must not inject faults (interposition.ts) nor judge what the engine does (monitor.ts).
import { compareLines, lineOf } from '../../../src/catalog/version.ts';
import type { ClusterControl, ClusterView, MemberAddress } from '../../../src/engine/ports.ts';
import { EtcdMigrateError } from '../../../src/errors.ts';
import type { SimulatedMember } from './member.ts';
import type { World } from './world.ts';

const deadlineMs = 5_000;

/** Others may have ended it since it began to answer. */
function releaseOf({ member, process }: SimulatedMember): string {
  if (process === null) throw lost(member, 'connection reset');
  return process.deployment.release;
}

export function createSimulatedAccess(world: World): ClusterView & ClusterControl {
  /** The member as its client sees it: refused at once when nothing listens, silent until the deadline when it hangs. */
  const answering = async (member: MemberAddress, signal: AbortSignal | undefined): Promise<SimulatedMember> => {
    const target = world.find(member);
    if (target.process?.state === 'hung') {
      await world.clock.sleep(deadlineMs, signal);
      throw lost(member, `no answer within ${deadlineMs} ms`);
    }
    if (!world.isReady(target)) throw lost(member, 'connection refused');
    world.settle(target);
    return target;
  };
  const agreed = async (member: MemberAddress, signal: AbortSignal | undefined): Promise<SimulatedMember> => {
    const target = await answering(member, signal);
    // etcd lets the request wait for an election, up to its deadline.
    for (let waitedMs = 0; waitedMs < deadlineMs; waitedMs += 100) {
      if (world.leader) return target;
      await world.clock.sleep(100, signal);
      if (!world.isReady(target)) throw lost(member, 'connection reset');
    }
    throw lost(member, 'etcdserver: request timed out');
  };

  return {
    status: async (member, signal) => {
      const target = await answering(member, signal);
      const leader = world.leaderAsSeenBy(target);
      return {
        memberId: target.id,
        version: releaseOf(target),
        leaderId: leader?.id ?? 0n,
        raftTerm: world.term,
        raftIndex: BigInt(world.leader === target ? world.commitIndex : target.logIndex),
        raftAppliedIndex: BigInt(target.applied),
        revision: BigInt(world.revisionAt(target.applied)),
        databaseBytes: 100_000,
        isLearner: false,
        errors: [],
      };
    },
    versions: async (member, signal) => {
      const target = await answering(member, signal);
      const server = releaseOf(target);
      const hasStorage = compareLines(lineOf(server), '3.6') >= 0;
      return {
        server,
        cluster: `${world.clusterLineAt(target.applied)}.0`,
        ...(hasStorage ? { storage: `${world.storageLine}.0` } : {}),
      };
    },
    memberList: async (via, signal) => {
      await answering(via, signal);
      const own = world.members.map(({ id, member: { name, peerUrl } }) => ({
        id,
        name,
        peerUrls: [peerUrl],
        isLearner: false,
      }));
      return [...own, ...world.foreign];
    },
    alarms: async (via, signal) => {
      await agreed(via, signal);
      return world.alarms;
    },
    hashKv: async (member, revision, signal) => {
      const target = await answering(member, signal);
      if (revision > BigInt(world.revisionAt(target.applied)))
        throw refused(member, 'mvcc: required revision is a future revision');
      if (revision < BigInt(target.compactRevision))
        throw refused(member, 'mvcc: required revision has been compacted');
      const hash = (Number(revision % 1_000_003n) * 2_654_435_761) % 4_294_967_296;
      const isCompacted = revision === BigInt(target.compactRevision);
      return {
        hash: target.isCorrupt ? hash + 1 : hash,
        compactRevision: isCompacted ? -1n : BigInt(target.compactRevision),
      };
    },
    read: async (member, mode, signal) => {
      const target = mode === 'linearizable' ? await agreed(member, signal) : await answering(member, signal);
      if (mode === 'linearizable') {
        // A linearizable read waits until the member has applied what is committed.
        // Real timers may fire a moment early.
        while (world.clock.nowMs < target.lagsUntilMs)
          await world.clock.sleep(target.lagsUntilMs - world.clock.nowMs, signal);
        world.settle(target);
      }
      return { revision: BigInt(world.revisionAt(target.applied)) };
    },
    downgradeEnabled: async (member, signal) => {
      const target = await answering(member, signal);
      const hasEndpoint = compareLines(lineOf(target.process?.deployment.release ?? '0.0'), '3.5') >= 0;
      return hasEndpoint ? world.downgradeEnabled : null;
    },
    storedMembers: async (member, signal) => {
      await answering(member, signal);
      return {
        members: world.find(member).stored ?? world.members.map(({ id }) => ({ id, isLearner: false })),
        removedIds: world.find(member).removedIds,
      };
    },
    moveLeader: async (leader, to, signal) => {
      const from = await answering(leader, signal);
      if (world.leader !== from) throw refused(leader, 'etcdserver: not leader');
      const receiver = world.members.find(({ id }) => id === to.id);
      if (!receiver || !world.lead(receiver)) {
        await world.clock.sleep(deadlineMs, signal);
        throw lost(leader, 'etcdserver: request timed out, leader transfer took too long');
      }
    },
    probeWrite: async (member, signal) => {
      await agreed(member, signal);
      const revision = world.write(`probe-${world.commitIndex}`);
      if (revision === null) throw lost(member, 'etcdserver: request timed out');
      return { revision: BigInt(revision) };
    },
    churnLeases: async (member, entries, signal) => {
      for (let left = entries; left > 0; left -= 500) {
        await agreed(member, signal);
        if (!world.commit(Math.min(500, left))) throw lost(member, 'etcdserver: request timed out');
        await world.clock.sleep(400, signal);
      }
    },
  };
}

function lost(member: MemberAddress, why: string): EtcdMigrateError {
  return new EtcdMigrateError('member-lost', `${member.name}: ${why}`);
}

function refused(member: MemberAddress, why: string): EtcdMigrateError {
  return new EtcdMigrateError('etcd-refused', `${member.name}: ${why}`);
}
