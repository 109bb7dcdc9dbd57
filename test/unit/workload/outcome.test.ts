import { expect, test } from 'vitest';
import { certaintyOf } from '../../../src/workload/outcome.ts';

test.each([
  '14 UNAVAILABLE: No connection established. Last error: connect ECONNREFUSED 127.0.0.1:2379. Resolution note: ',
  '14 UNAVAILABLE: Name resolution failed for target dns:nowhere',
  '4 DEADLINE_EXCEEDED: Deadline exceeded after 5.001s,Waiting for LB pick',
  '4 DEADLINE_EXCEEDED: Deadline exceeded after 0.000s,waiting for name resolution',
  'No login: 14 UNAVAILABLE: Connection dropped',
  '14 UNAVAILABLE: Channel closed before call started',
  '14 UNAVAILABLE: Stream refused by server',
  '2 UNKNOWN: raft proposal dropped',
  '8 RESOURCE_EXHAUSTED: etcdserver: too many requests',
  '16 UNAUTHENTICATED: etcdserver: invalid auth token',
  '3 INVALID_ARGUMENT: etcdserver: revision of auth store is old',
])('%s: provably without effect, and worth another try', (message) => {
  expect(certaintyOf(new Error(message))).toBe('not-applied');
});

test.each([
  '3 INVALID_ARGUMENT: etcdserver: request is too large',
  '8 RESOURCE_EXHAUSTED: grpc: received message larger than max (2097168 vs. 2097152)',
  '11 OUT_OF_RANGE: etcdserver: mvcc: required revision has been compacted',
  '5 NOT_FOUND: etcdserver: requested lease not found',
  'No login: 3 INVALID_ARGUMENT: etcdserver: authentication failed, invalid user ID or password',
  '7 PERMISSION_DENIED: etcdserver: permission denied',
])('%s: refused for good', (message) => {
  expect(certaintyOf(new Error(message))).toBe('refused');
});

test.each([
  '14 UNAVAILABLE: etcdserver: request timed out',
  '14 UNAVAILABLE: etcdserver: request timed out, possibly due to previous leader failure',
  '14 UNAVAILABLE: etcdserver: request timed out, possibly due to connection lost',
  '14 UNAVAILABLE: etcdserver: server stopped',
  '14 UNAVAILABLE: etcdserver: leader changed',
  '14 UNAVAILABLE: etcdserver: no leader',
  '14 UNAVAILABLE: Connection dropped',
  '14 UNAVAILABLE: read ECONNRESET',
  '1 CANCELLED: Call cancelled',
  '4 DEADLINE_EXCEEDED: Deadline exceeded after 4.999s,remote_addr=127.0.0.1:46543',
  '13 INTERNAL: Received RST_STREAM with code 2 (Internal server error)',
  'anything that nobody has seen before',
  '',
  // Said by the request that crosses the quota after it was applied (quotaApplierV3), not only by those refused later.
  '8 RESOURCE_EXHAUSTED: etcdserver: mvcc: database space exceeded',
])('"%s": in doubt', (message) => {
  expect(certaintyOf(new Error(message))).toBe('doubtful');
});

test('a thrown thing that is no error is in doubt', () => {
  expect(certaintyOf(undefined)).toBe('doubtful');
  expect(certaintyOf({})).toBe('doubtful');
});
