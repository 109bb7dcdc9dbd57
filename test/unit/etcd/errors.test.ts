import { describe, expect, it } from 'vitest';
import { EtcdMigrateError } from '../../../src/errors.ts';
import { classifyEtcdError, etcdCallError } from '../../../src/etcd/errors.ts';

const grpc = (code: number, details: string) => Object.assign(new Error(`${code} X: ${details}`), { code, details });

describe('etcd errors', () => {
  it.each([
    [grpc(14, 'No connection established. Last error: connect ECONNREFUSED 127.0.0.1:1'), 'unreachable'],
    [grpc(14, 'etcdserver: request timed out'), 'timeout'],
    [grpc(14, 'etcdserver: request timed out, possibly due to previous leader failure'), 'timeout'],
    [grpc(14, 'etcdserver: leader changed'), 'leader-changed'],
    [grpc(14, 'etcdserver: no leader'), 'no-leader'],
    [grpc(9, 'etcdserver: not leader'), 'not-leader'],
    [grpc(4, 'Deadline exceeded after 5.001s'), 'timeout'],
    [grpc(11, 'etcdserver: mvcc: required revision has been compacted'), 'compacted'],
    [grpc(11, 'etcdserver: mvcc: required revision is a future revision'), 'future-revision'],
    [grpc(16, 'etcdserver: invalid auth token'), 'token-expired'],
    [grpc(3, 'etcdserver: revision of auth store is old'), 'token-expired'],
    [grpc(9, 'etcdserver: authentication is not enabled'), 'auth-disabled'],
    [grpc(3, 'etcdserver: authentication failed, invalid user ID or password'), 'denied'],
    [grpc(7, 'etcdserver: permission denied'), 'denied'],
    [grpc(8, 'etcdserver: mvcc: database space exceeded'), 'no-space'],
    [grpc(5, 'etcdserver: requested lease not found'), 'not-found'],
    [grpc(12, 'unknown method'), 'not-implemented'],
    [grpc(2, 'something new'), 'refused'],
    // etcd3's own error classes carry the gRPC code in their text only.
    [new Error('14 UNAVAILABLE: whatever'), 'unreachable'],
    [new Error('read ECONNRESET'), 'unreachable'],
    ['a string', 'refused'],
  ])('%s is %s', (error, expected) => {
    expect(classifyEtcdError(error)).toBe(expected);
  });

  it('keeps the words of etcd, the class for machines, and errors that are ours already', () => {
    const error = etcdCallError('Status of m1 at http://x', grpc(7, 'etcdserver: permission denied'));
    expect(error).toMatchObject({
      code: 'connection-failed',
      message: 'Status of m1 at http://x: etcdserver: permission denied',
      details: { class: 'denied' },
    });
    const ours = new EtcdMigrateError('no-space', 'full');
    expect(etcdCallError('x', ours)).toBe(ours);
  });
});
