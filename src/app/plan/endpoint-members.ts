// Owns the members of a live cluster as far as somebody named them: by a client URL, or by what another member lists.
// Must not ask anybody: whether such a member exists, and which one answers there, is only known from its answer.
import type { ListedMember, MemberAddress } from '../../engine/ports.ts';

/** Makes a member of each endpoint, named after it. Its peer URL is not known, so nothing may be asked of it there. */
export function membersAt(endpoints: readonly string[]): readonly MemberAddress[] {
  return endpoints.map((url) => ({ name: url, clientUrl: url, peerUrl: url }));
}

/**
 * Makes members of what a member lists as peers, for questions to peer URLs alone: all have the client URL of who
 * listed them.
 */
export function peersListedBy(via: MemberAddress, listed: readonly ListedMember[]): readonly MemberAddress[] {
  return listed.flatMap(({ name, peerUrls: [peerUrl] }) =>
    peerUrl === undefined ? [] : [{ name, clientUrl: via.clientUrl, peerUrl }],
  );
}
