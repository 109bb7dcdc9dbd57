// Owns the table that says what an error proves about a request: refused, never sent, or in doubt.
// Must not know who asked or how often it is tried again.

/**
 * `not-applied`: it provably had and will have no effect, and another endpoint or moment may do better.
 * `refused`: it had no effect and never will. `doubtful`: it may have taken effect, now or later.
 */
export type Certainty = 'not-applied' | 'refused' | 'doubtful';

interface Row {
  readonly says: RegExp;
  readonly certainty: Exclude<Certainty, 'doubtful'>;
  readonly why: string;
}

/**
 * Whatever no row names is in doubt. In particular these stay in doubt, although they sound final: "request timed
 * out" (etcd stops waiting; the entry may commit later), "server stopped" and "leader changed" (proposed before),
 * "database space exceeded" (the write that crosses the quota is applied, and only then answered so), CANCELLED,
 * "Connection dropped" and any reset or deadline after a connection existed.
 */
const rows: readonly Row[] = [
  // These are words of grpc-js 1.14 for calls that never got a stream on a connection.
  { says: /No connection established/, certainty: 'not-applied', why: 'no connection to the endpoint' },
  { says: /Name resolution failed/, certainty: 'not-applied', why: 'the name has no address' },
  {
    says: /waiting for name resolution/,
    certainty: 'not-applied',
    why: 'the deadline passed before anything was tried',
  },
  { says: /Waiting for LB pick/, certainty: 'not-applied', why: 'the deadline passed before a connection was there' },
  { says: /Channel closed before call started/, certainty: 'not-applied', why: 'the channel was closed first' },
  { says: /client was already closed/, certainty: 'not-applied', why: 'the client was closed first' },
  // With HTTP/2 REFUSED_STREAM the server promises that it did not process the request (RFC 9113, 8.7).
  { says: /Stream refused by server/, certainty: 'not-applied', why: 'the server refused the stream' },
  // These are words of etcd (api/v3rpc/rpctypes/error.go) that it says before anything is proposed.
  { says: /raft proposal dropped/, certainty: 'not-applied', why: 'raft took no proposal: no leader, or it moves' },
  { says: /etcdserver: too many requests/, certainty: 'not-applied', why: 'shed before it was proposed' },
  { says: /etcdserver: rpc not supported for learner/, certainty: 'not-applied', why: 'a learner takes no request' },
  { says: /etcdserver: invalid auth token/, certainty: 'not-applied', why: 'rejected before it was proposed' },
  // The token is checked again when the entry is applied: every member then skips it.
  { says: /etcdserver: revision of auth store is old/, certainty: 'not-applied', why: 'skipped for its old token' },
  // These answers are final: the request had no effect, and never will.
  { says: /etcdserver: request is too large/, certainty: 'refused', why: 'too large' },
  { says: /grpc: received message larger than max/, certainty: 'refused', why: 'not even read by the server' },
  { says: /etcdserver: too many operations in txn/, certainty: 'refused', why: 'too many operations' },
  { says: /etcdserver: duplicate key given in txn/, certainty: 'refused', why: 'invalid transaction' },
  { says: /etcdserver: key is not provided/, certainty: 'refused', why: 'invalid request' },
  { says: /mvcc: required revision/, certainty: 'refused', why: 'the revision is compacted or in the future' },
  { says: /requested lease not found/, certainty: 'refused', why: 'the lease is gone' },
  { says: /etcdserver: permission denied/, certainty: 'refused', why: 'not allowed' },
  { says: /etcdserver: authentication failed/, certainty: 'refused', why: 'wrong credentials' },
  { says: /etcdserver: user name is empty/, certainty: 'refused', why: 'no credentials' },
  // This row is the last one, because a login with wrong credentials is refused by a row above.
  { says: /^No login: /, certainty: 'not-applied', why: 'the login before the call failed' },
];

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What `error`, thrown by a call of the client library, proves about its request. */
export function certaintyOf(error: unknown): Certainty {
  const message = messageOf(error);
  return rows.find(({ says }) => says.test(message))?.certainty ?? 'doubtful';
}
