// Owns the real ClusterView and ClusterControl: one connection per member, made on first use.
// Must not know gates, retries or drivers.
import type { ClusterControl, ClusterView, Credentials, MemberAddress } from '../engine/ports.ts';
import { churnLeases, moveLeader, writeProbe } from './control.ts';
import {
  readAlarms,
  readDowngradeEnabled,
  readHashKv,
  readMemberList,
  readProbe,
  readStatus,
  readVersions,
} from './facts.ts';
import { connectMember, type MemberClient, requireMemberUrl } from './member-client.ts';
import { readStoredMembers } from './stored-members.ts';

/** Everything the engine asks of etcd itself. Dispose it to close the connections. */
export function createMemberAccess(credentials: Credentials): ClusterView & ClusterControl & AsyncDisposable {
  const clients = new Map<string, MemberClient>();
  const to = (member: MemberAddress): MemberClient => {
    let client = clients.get(member.clientUrl);
    if (client === undefined) {
      requireMemberUrl(member.clientUrl);
      client = connectMember(member.clientUrl, credentials);
      clients.set(member.clientUrl, client);
    }
    return client;
  };
  return {
    status: async (member, signal) => readStatus(to(member), member, signal),
    versions: async (member, signal) => readVersions(member, credentials, signal),
    memberList: async (via, signal) => readMemberList(to(via), via, signal),
    alarms: async (via, signal) => readAlarms(to(via), via, signal),
    hashKv: async (member, revision, signal) => readHashKv(to(member), member, revision, signal),
    read: async (member, mode, signal) => readProbe(to(member), member, mode, signal),
    downgradeEnabled: async (member, signal) => readDowngradeEnabled(member, credentials, signal),
    storedMembers: async (member, signal) => readStoredMembers(to(member), member, signal),
    moveLeader: async (leader, target, signal) => moveLeader(to(leader), leader, target, signal),
    probeWrite: async (member, signal) => writeProbe(to(member), member, signal),
    churnLeases: async (member, entries, signal) => churnLeases(to(member), member, entries, signal),
    [Symbol.asyncDispose]: async () => {
      for (const client of clients.values()) client.close();
      clients.clear();
    },
  };
}
