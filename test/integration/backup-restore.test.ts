// Restored clusters: real snapshots of every line, by etcd's own tools, compared with what their files hold.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { throwAwayRestore } from '../../src/app/backups/restore.ts';
import { proveContent } from '../../src/backup/content-link.ts';
import { proveFile } from '../../src/backup/file-link.ts';
import type { RestoreRequest } from '../../src/backup/ports.ts';
import { PrefixDigests } from '../../src/backup/prefix-digests.ts';
import {
  attemptRestore,
  type ProvenRestore,
  proveRestore,
  type RestoreOptions,
} from '../../src/backup/restore-link.ts';
import { connectMember } from '../../src/etcd/member-client.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { startBareCluster } from '../support/bare-cluster.ts';
import { testSource, testStateDir } from '../support/cluster.ts';
import { describeWithEtcd, etcdBinary, testRelease } from '../support/etcd-binaries.ts';
import { sampleOf } from '../support/sample.ts';
import { fill, saveSnapshot, turnOnAuth } from '../support/snapshots.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-backup-restore-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const fileOf = (path: string) => proveFile(path, { clock: systemClock, progress: () => {} });

async function restored(stateDir: string, request: RestoreRequest): Promise<ProvenRestore> {
  let runs = 0;
  const options: RestoreOptions = {
    restore: throwAwayRestore({
      source: async () => testSource(stateDir),
      releaseOf: testRelease,
      clock: systemClock,
      newRunId: () => `restore-${++runs}`,
    }),
    clock: systemClock,
    startedUs: systemClock.monotonicUs(),
    others: [],
    refusalOf: () => undefined,
    compare: async () => [],
    progress: () => {},
  };
  return proveRestore(request, await attemptRestore(request, options.restore, undefined), options);
}

const asked = (snapshot: string, release: string, other: Partial<RestoreRequest> = {}): RestoreRequest => ({
  snapshot,
  release,
  voters: 1,
  skipHashCheck: false,
  atOnce: 1,
  auth: false,
  databaseBytes: 0,
  ...other,
});

const put = (key: string) => ['put', { key: Buffer.from(key), value: Buffer.from('v') }] as const;
const remove = (key: string) => ['deleteRange', { key: Buffer.from(key) }] as const;
const compact = (revision: string) => ['compact', { revision, physical: true }] as const;

/** Where HashKV and the store's own revision have their corners. Revisions count from 2. */
const states = [
  { what: 'nothing was ever written', writes: [] },
  { what: 'nothing was ever compacted', writes: [put('a'), put('b'), put('a')] },
  { what: 'compacted up to its newest revision', writes: [put('a'), put('b'), put('a'), compact('4')] },
  {
    what: 'compacted up to a deletion that is its newest revision',
    writes: [put('a'), put('b'), remove('a'), compact('4')],
  },
  { what: 'compacted up to the deletion of all', writes: [put('a'), remove('a'), compact('3')] },
  {
    what: 'compacted and written again',
    writes: [put('a'), put('b'), remove('a'), compact('4'), put('c'), remove('b')],
  },
];

/** A value that is found again on the wire. */
const written = 'a-value-as-it-was-written';

/** All of them in the soak, elsewhere some. */
const releases = sampleOf('backups are restored', ['3.4.31', '3.5.33', '3.6.14', '3.7.1'], 2);

for (const release of releases) {
  describeWithEtcd([release], `a snapshot of etcd ${release}`, () => {
    const plain = () => join(directory, `${release}.db`);
    const withAuth = () => join(directory, `${release}-auth.db`);
    beforeAll(async () => {
      await using cluster = await startBareCluster({ binary: await etcdBinary(release), voters: 1 });
      const [member] = cluster.members;
      if (member === undefined) throw new Error('no member');
      await cluster.start(member);
      for (const seed of [2, 3]) await fill(member, seed);
      const client = connectMember(member.url, {});
      const marked = { key: Buffer.from('marked/key'), value: Buffer.from(written) };
      await client.unary('KV', 'put', marked, { deadlineMs: 20_000 });
      client.close();
      await saveSnapshot(member, release, plain());
      await turnOnAuth(member);
      await cluster.stop(member);
      // A stopped member's own file, as a backup of the disk has it: authentication makes no difference to it.
      await writeFile(withAuth(), await readFile(join(member.directory, 'data/member/snap/db')));
    });

    it('is restored for three members that serve what the file holds', async () => {
      await using state = await testStateDir();
      const { facts } = await fileOf(plain());
      if (facts === null) throw new Error('the file is not whole');
      const startedUs = systemClock.monotonicUs();
      const proven = await restored(state.path, asked(plain(), release, { voters: 3 }));
      expect(proven.link).toMatchObject({ name: 'restore', verdict: 'pass' });
      if (proven.cluster === null) throw new Error('not restored');
      await using cluster = proven.cluster;
      expect(cluster.members).toHaveLength(3);
      const content = await proveContent(facts, cluster, { clock: systemClock, startedUs, expect: { keys: [] } });
      expect(content).toMatchObject({ name: 'content', verdict: 'pass', failureReason: null });
      expect(content.evidence).toContain(`m3: HashKV at revision ${facts.keySpace.revision} ${facts.keySpace.hash}`);
      // Of another file it is not what it serves.
      const other = { ...facts, keySpace: { ...facts.keySpace, hash: (facts.keySpace.hash ^ 1) >>> 0, keys: 0 } };
      const wrong = await proveContent(other, cluster, { clock: systemClock, startedUs, expect: { keys: [] } });
      expect(wrong).toMatchObject({ verdict: 'fail', failureReason: 'backup-content-differs' });
      expect(wrong.evidence[0]).toMatch(/^m1: HashKV at revision \d+ is \d+; the file says \d+$/);
      // A member whose store is right, and whose answers are not.
      const [first] = cluster.members;
      if (first === undefined) throw new Error('no member');
      await using proxy = await startTcpProxy(first.clientUrl, (data) => replaced(data, written));
      const lying = { ...cluster, members: [{ ...first, clientUrl: proxy.url }] };
      const lied = await proveContent(facts, lying, { clock: systemClock, startedUs, expect: { keys: [] } });
      expect(lied).toMatchObject({ verdict: 'fail', failureReason: 'backup-content-differs' });
      expect(lied.evidence[0]).toBe(
        'm1: number of prefixes with another digest of their keys (5 of 5 compared) is 1; the file says 0',
      );
      expect(content.evidence).toContain(
        'm3: number of prefixes with another digest of their keys (5 of 5 compared) 0',
      );
    });

    it('is restored from a copied database with authentication on, whose passwords nobody knows', async () => {
      await using state = await testStateDir();
      const { facts, link } = await fileOf(withAuth());
      expect(link).toMatchObject({ verdict: 'inconclusive', failureReason: 'no-integrity-hash' });
      if (facts === null) throw new Error('the file is not whole');
      const key = (text: string) => Buffer.from(text);
      expect(facts.auth).toEqual({
        enabled: true,
        users: [
          { name: 'reader', roles: ['read-app'] },
          { name: 'root', roles: ['root'] },
        ],
        roles: [
          {
            name: 'read-app',
            grants: [
              { permission: 'READ', key: key('app/'), rangeEnd: key('app0') },
              { permission: 'READ', key: key('one'), rangeEnd: key('') },
            ],
          },
          { name: 'root', grants: expect.anything() },
        ],
      });
      const startedUs = systemClock.monotonicUs();
      const request = asked(withAuth(), release, { skipHashCheck: true, auth: true });
      const proven = await restored(state.path, request);
      expect(proven.link).toMatchObject({ verdict: 'pass' });
      if (proven.cluster === null) throw new Error('not restored');
      await using cluster = proven.cluster;
      const content = await proveContent(facts, cluster, { clock: systemClock, startedUs, expect: { keys: [] } });
      expect(content.evidence).toContain('m1: users 2, by the same names and roles');
      expect(content.evidence).toContain('m1: roles 2, by the same names and permissions');
      expect(content).toMatchObject({ verdict: 'pass' });
      // Roles that may do something else are other roles.
      const wider = facts.auth.roles.map((role) => ({ ...role, grants: role.grants.slice(1) }));
      const other = { ...facts, auth: { ...facts.auth, roles: wider } };
      const wrong = await proveContent(other, cluster, { clock: systemClock, startedUs, expect: { keys: [] } });
      expect(wrong.evidence[0]).toBe(
        'm1: roles is 2, by other names and permissions; the file says 2, by the same names and permissions',
      );
    });

    it.each(states)('holds the same after it was restored: $what', async ({ what, writes }) => {
      const path = join(directory, `${release}-${what.replaceAll(' ', '-')}.db`);
      {
        await using cluster = await startBareCluster({ binary: await etcdBinary(release), voters: 1 });
        const [member] = cluster.members;
        if (member === undefined) throw new Error('no member');
        await cluster.start(member);
        const client = connectMember(member.url, {});
        for (const [method, request] of writes) await client.unary('KV', method, request, { deadlineMs: 20_000 });
        client.close();
        await saveSnapshot(member, release, path);
      }
      await using state = await testStateDir();
      const { facts, link } = await fileOf(path);
      if (facts === null) throw new Error(link.evidence[0]);
      const startedUs = systemClock.monotonicUs();
      const proven = await restored(state.path, asked(path, release));
      if (proven.cluster === null) throw new Error(proven.link.evidence[0]);
      await using cluster = proven.cluster;
      const content = await proveContent(facts, cluster, { clock: systemClock, startedUs, expect: { keys: [] } });
      expect(content).toMatchObject({ verdict: 'pass', evidence: expect.anything() });
    });

    it("is refused by etcd's own tool when its hash does not fit, with the tool's words, and nothing is left", async () => {
      await using state = await testStateDir();
      const path = join(directory, `${release}-damaged.db`);
      const bytes = await readFile(plain());
      bytes[bytes.length - 40] = (bytes[bytes.length - 40] as number) ^ 1;
      await writeFile(path, bytes);
      const { link, cluster } = await restored(state.path, asked(path, release));
      expect(cluster).toBeNull();
      expect(link).toMatchObject({ name: 'restore', verdict: 'fail', failureReason: 'restore-failed' });
      expect(link.evidence[0]).toMatch(/expected sha256/);
    });
  });
}

describeWithEtcd(['3.6.14'], 'a snapshot that is too large to be compared key for key', () => {
  it('is so in the prefixes that are small enough', async () => {
    const release = '3.6.14';
    const path = join(directory, 'large.db');
    {
      await using cluster = await startBareCluster({ binary: await etcdBinary(release), voters: 1 });
      const [member] = cluster.members;
      if (member === undefined) throw new Error('no member');
      await cluster.start(member);
      const client = connectMember(member.url, {});
      const names = ['bare', 'small/a', 'small/b', 'small/nested/c', '/deep/est/a', '/deep/b'];
      for (let large = 0; large < 33; large++) names.push(`large/${large}`);
      for (const name of names) {
        const value = Buffer.alloc(name.startsWith('large/') ? 2 ** 20 : 10, name);
        await client.unary('KV', 'put', { key: Buffer.from(name), value }, { deadlineMs: 20_000 });
      }
      client.close();
      await saveSnapshot(member, release, path);
    }
    await using state = await testStateDir();
    const { facts } = await fileOf(path);
    if (facts === null) throw new Error('the file is not whole');
    const startedUs = systemClock.monotonicUs();
    const proven = await restored(state.path, asked(path, release));
    if (proven.cluster === null) throw new Error(proven.link.evidence[0]);
    await using cluster = proven.cluster;
    const prove = (digests = facts.keySpace.digests) =>
      proveContent({ ...facts, keySpace: { ...facts.keySpace, digests } }, cluster, {
        clock: systemClock,
        startedUs,
        expect: { keys: [] },
      });
    // Of `large/`, and of the keys without a slash, not.
    const what = 'm1: number of prefixes with another digest of their keys (3 of 5 compared)';
    const { verdict, evidence } = await prove();
    expect([verdict, evidence]).toEqual(['pass', expect.arrayContaining([`${what} 0`])]);
    const another = new PrefixDigests();
    for (const { prefix, key } of [
      { prefix: 'small/', key: 'small/a' },
      { prefix: '/deep/', key: '/deep/b' },
      { prefix: '/deep/est/', key: '/deep/est/a' },
    ]) {
      expect(facts.keySpace.digests.of(prefix)).toBeDefined();
      another.add(prefix, {
        key: Buffer.from(key),
        value: Buffer.from('another'),
        lease: undefined,
        createRevision: 1,
        modRevision: 1,
        version: 1,
      });
    }
    expect((await prove(another)).evidence[0]).toBe(`${what} is 3; the file says 0`);
  });
});

/** The bytes with another letter in `text`, wherever it stands. */
function replaced(data: Buffer, text: string): Buffer {
  const other = Buffer.from(data);
  for (let at = data.indexOf(text); at >= 0; at = data.indexOf(text, at + 1)) other[at] = (other[at] as number) ^ 1;
  return other;
}
