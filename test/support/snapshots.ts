// Owns real snapshots for tests: members filled as a seed decides, saved by the release's own tool.
// Must not use the program's own way of taking or reading one.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Credentials } from '../../src/engine/ports.ts';
import { connectMember } from '../../src/etcd/member-client.ts';
import { createRandom } from '../../src/platform/random.ts';
import type { BareMember } from './bare-cluster.ts';
import { testRelease, toolPath } from './etcd-binaries.ts';

const exec = promisify(execFile);
const call = { deadlineMs: 20_000 };

/** Puts, overwrites, deletions, large values, leases and compactions; what of each, a seed decides. */
export async function fill({ url }: BareMember, seed: number, credentials: Credentials = {}): Promise<void> {
  const client = connectMember(url, credentials);
  const random = createRandom(seed);
  try {
    const leases: string[] = [];
    for (let lease = 0; lease < random.int(4); lease++) {
      leases.push((await client.unary<{ ID: string }>('Lease', 'leaseGrant', { TTL: 3600 }, call)).ID);
    }
    const keys = 1 + random.int(120);
    for (let write = 0; write < keys * 2; write++) {
      const prefix = random.pick(['/registry/pods/', '/registry/leases/', 'app/', '']);
      const key = Buffer.from(`${prefix}${random.int(keys)}`);
      const size = random.next() < 0.02 ? 300_000 : random.int(2000);
      const put = { key, value: Buffer.alloc(size, write), ...(leases.length > 0 && { lease: random.pick(leases) }) };
      const { header } =
        random.next() < 0.15
          ? await client.unary<Answer>('KV', 'deleteRange', { key }, call)
          : await client.unary<Answer>('KV', 'put', put, call);
      if (random.next() < 0.02) {
        await client.unary('KV', 'compact', { revision: header.revision, physical: random.next() < 0.5 }, call);
      }
    }
  } finally {
    client.close();
  }
}

interface Answer {
  readonly header: { readonly revision: string };
}

/** `etcdctl snapshot save`, as `user` ("name:password") where authentication is on. */
export async function saveSnapshot({ url }: BareMember, release: string, path: string, user?: string): Promise<void> {
  const etcdctl = toolPath(await testRelease(release), 'etcdctl');
  await exec(etcdctl, ['--endpoints', url, ...(user === undefined ? [] : ['--user', user]), 'snapshot', 'save', path], {
    env: { ETCDCTL_API: '3' },
  });
}

/** A user `root` and another with a role of its own, and authentication turned on. */
export async function turnOnAuth({ url }: BareMember): Promise<void> {
  const client = connectMember(url, {});
  try {
    for (const [method, request] of [
      ['userAdd', { name: 'root', password: 'secret-of-root' }],
      ['roleAdd', { name: 'root' }],
      ['userGrantRole', { user: 'root', role: 'root' }],
      ['userAdd', { name: 'reader', password: 'secret-of-reader' }],
      ['roleAdd', { name: 'read-app' }],
      ['roleGrantPermission', { name: 'read-app', perm: permission('app/', 'app0') }],
      ['roleGrantPermission', { name: 'read-app', perm: permission('one', '') }],
      ['userGrantRole', { user: 'reader', role: 'read-app' }],
    ] as const) {
      await client.unary('Auth', method, request, call);
    }
    await client.unary('Auth', 'authEnable', {}, call);
  } finally {
    client.close();
  }
}

function permission(key: string, rangeEnd: string): object {
  return { permType: 'READ', key: Buffer.from(key), range_end: Buffer.from(rangeEnd) };
}
