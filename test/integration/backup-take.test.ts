// `backup` from the command line on a real cluster of three with TLS and login, and what `verify-backup` makes of it.
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { partialPathOf } from '../../src/backup/partials.ts';
import { Sidecar } from '../../src/backup/sidecar.ts';
import { connectMember } from '../../src/etcd/member-client.ts';
import { startTestCluster, type TestCluster } from '../support/cluster.ts';
import { startCommand } from '../support/command.ts';
import { describeWithEtcd, testCacheDirectory } from '../support/etcd-binaries.ts';
import { runInProcess } from '../support/in-process.ts';

const call = { deadlineMs: 20_000 };

describeWithEtcd(['3.6.14'], 'a backup of a live cluster', () => {
  let cluster: TestCluster;
  let directory: string;
  let credentials: readonly string[];
  let secret: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-backup-take-'));
    cluster = await startTestCluster({ release: '3.6.14', tls: true, auth: true });
    const { tls, user } = cluster.credentials;
    if (tls?.certPem === undefined || tls.keyPem === undefined || user === undefined) throw new Error('no credentials');
    secret = user.password;
    await writeFile(join(directory, 'ca.pem'), tls.caPem);
    await writeFile(join(directory, 'client.pem'), tls.certPem);
    await writeFile(join(directory, 'client.key'), tls.keyPem);
    credentials = [
      ...['--cacert', 'ca.pem', '--cert', 'client.pem', '--key', 'client.key', '--servername', 'localhost'],
      ...['--user', user.name, '--password-env', 'THE_PASSWORD'],
    ];
    await write(50);
  });
  afterAll(async () => {
    await cluster?.[Symbol.asyncDispose]();
    await rm(directory, { recursive: true, force: true });
  });

  async function write(keys: number): Promise<void> {
    const client = connectMember(cluster.members[0]?.clientUrl ?? '', cluster.credentials);
    try {
      for (let key = 0; key < keys; key++) {
        await client.unary('KV', 'put', { key: Buffer.from(`app/${key}`), value: Buffer.alloc(500, key) }, call);
      }
    } finally {
      client.close();
    }
  }

  const endpoints = () => cluster.members.map(({ clientUrl }) => clientUrl).join(',');
  const take = (...args: string[]) =>
    runInProcess(['backup', '--endpoints', endpoints(), ...credentials, ...args], {
      cwd: directory,
      environment: { THE_PASSWORD: secret },
    });
  const verify = async (...args: string[]) => {
    const { exitCode, stdout } = await runInProcess(
      ['verify-backup', ...args, '--release', '3.6.14', '--cache', testCacheDirectory, '--offline', '--format', 'json'],
      { cwd: directory },
    );
    return { exitCode, report: JSON.parse(stdout) };
  };

  it('comes from a follower, whole and with a sidecar that says what it is, and is proven by it', async () => {
    const { exitCode, stdout, stderr } = await take('--out', 'backups/one.db', '--format', 'json');
    expect([exitCode, stderr]).toEqual([0, stderr]);
    expect(stderr).toMatch(/a follower on etcd 3\.6\.14/);
    expect(stdout + stderr).not.toContain(secret);
    expect(await readdir(join(directory, 'backups'))).toEqual(['one.db', 'one.db.json']);
    const sidecar = Sidecar.parse(JSON.parse(await readFile(join(directory, 'backups/one.db.json'), 'utf8')));
    expect(JSON.parse(stdout).backup).toMatchObject(sidecar);
    expect((await stat(join(directory, 'backups/one.db'))).size).toBe(sidecar.bytes);
    const [member] = cluster.members;
    if (member === undefined) throw new Error('no member');
    const live = await cluster.access.hashKv(member, BigInt(sidecar.revision));
    expect(sidecar).toMatchObject({ hash: live.hash, hashBy: 'member', etcd: '3.6.14' });
    expect(sidecar.members.map(({ name }) => name).sort()).toEqual(['m1', 'm2', 'm3']);
    const statuses = await Promise.all(cluster.members.map((each) => cluster.access.status(each)));
    const leader = statuses.findIndex(({ memberId, leaderId }) => memberId === leaderId);
    expect(sidecar.takenFrom).not.toBe(cluster.members[leader]?.clientUrl);
    const { exitCode: proven, report } = await verify('backups/one.db');
    expect([proven, report.verdict]).toEqual([0, 'pass']);
    expect(report.backups[0].rpo.by).toBe('recorded');
    expect(report.backups[0].attestation.takenAt).toBe(sidecar.takenAt);
  });

  it('is restored by the etcd that wrote it, or the report says that it was not', async () => {
    const releasesOf = async (etcd: string) => {
      await mkdir(join(directory, etcd), { recursive: true });
      const sidecar = JSON.parse(await readFile(join(directory, 'backups/one.db.json'), 'utf8'));
      await copyFile(join(directory, 'backups/one.db'), join(directory, etcd, 'one.db'));
      await writeFile(join(directory, etcd, 'one.db.json'), JSON.stringify({ ...sidecar, etcd }));
      const { stdout } = await runInProcess(
        ['verify-backup', `${etcd}/one.db`, '--cache', testCacheDirectory, '--offline', '--format', 'json'],
        { cwd: directory },
      );
      const [{ release, links }] = JSON.parse(stdout).backups;
      return { release, evidence: links[1].evidence };
    };
    const same = await releasesOf('3.6.14');
    expect(same).toEqual({ release: '3.6.14', evidence: [expect.stringContaining('by the tool of 3.6.14')] });
    const other = await releasesOf('3.6.1');
    expect(other.evidence).toContain('etcd 3.6.1 had written it');
    expect(other.release).not.toBe('3.6.1');
  });

  it('is told in Markdown where that was asked for', async () => {
    const { exitCode, stdout } = await take('--out', 'markdown/a_*.db', '--format', 'markdown');
    expect(exitCode).toBe(0);
    const { sha256, hash } = JSON.parse(await readFile(join(directory, 'markdown/a_*.db.json'), 'utf8'));
    const textOf = (node: Nodes): string =>
      'children' in node ? node.children.map(textOf).join('') : 'value' in node ? node.value : '';
    const shown = fromMarkdown(stdout).children.map((each): [string, string] => [each.type, textOf(each)]);
    expect(shown).toEqual([
      ['heading', expect.stringMatching(/Backup taken$/)],
      ['list', expect.stringContaining('markdown/a_*.db holds revision ')],
      ['paragraph', 'Next'],
      ['list', 'Run etcd-migrate verify-backup markdown/a_*.db to prove that it restores.'],
    ]);
    expect(shown[1]?.[1]).toContain(`SHA-256: ${sha256}HashKV: ${hash} (as the member itself says)`);
  });

  it('never replaces one that is there, nor leaves anything of itself', async () => {
    const before = await readFile(join(directory, 'backups/one.db'));
    const { exitCode, stderr } = await take('--out', 'backups/one.db');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('exists already');
    expect((await readFile(join(directory, 'backups/one.db'))).equals(before)).toBe(true);
    expect(await readdir(join(directory, 'backups'))).toEqual(['one.db', 'one.db.json']);
  });

  it('an older one under the name of a newer is not what its sidecar says', async () => {
    await write(20);
    expect((await take('--out', 'backups/two.db')).exitCode).toBe(0);
    await mkdir(join(directory, 'mixed'), { recursive: true });
    await copyFile(join(directory, 'backups/one.db'), join(directory, 'mixed/two.db'));
    await copyFile(join(directory, 'backups/two.db.json'), join(directory, 'mixed/two.db.json'));
    await symlink('mixed/two.db', join(directory, 'latest.db'));
    for (const name of ['mixed/two.db', 'latest.db']) {
      const { exitCode, report } = await verify(name);
      expect([name, exitCode, report.failureReason]).toEqual([name, 1, 'backup-foreign']);
    }
    const { report } = await verify('mixed/two.db');
    expect(report.backups[0].links).toHaveLength(1);
    expect(report.reason).toMatch(/^The file link: Its SHA-256 is [0-9a-f]{64}; .*two\.db\.json says/);
  });

  it('a pattern means backups, not what stands beside them, and the newest is the one that was taken last', async () => {
    const now = Date.now() / 1000;
    await utimes(join(directory, 'backups/one.db'), now + 60, now + 60);
    const manifest = join(directory, 'newest.yaml');
    await writeFile(manifest, 'from: "3.5"\nto: "3.6"\nbackups: {files: ["backups/*"]}\n');
    const { exitCode, report } = await verify('--manifest', manifest);
    expect([exitCode, report.backups.map(({ file }: { file: string }) => file)]).toEqual([0, ['backups/two.db']]);
  });

  it('nor does its sidecar replace what stands in its place', async () => {
    await writeFile(join(directory, 'backups/mine.db.json'), '{"my": "data"}');
    const { exitCode, stderr } = await take('--out', 'backups/mine.db');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('mine.db.json exists already')]);
    expect(await readFile(join(directory, 'backups/mine.db.json'), 'utf8')).toBe('{"my": "data"}');
    await rm(join(directory, 'backups/mine.db.json'));
  });

  it('old ones go once a newer is there, and what a dead process left', async () => {
    const left = partialPathOf(join(directory, 'backups/killed.db')).replace(`-${process.pid}-`, '-999999999-');
    await writeFile(left, 'half');
    const own = partialPathOf(join(directory, 'backups/under-way.db'));
    await writeFile(own, 'half');
    const { exitCode, stderr } = await take('--out', 'backups/three.db', '--keep', '2');
    expect([exitCode, stderr]).toEqual([0, stderr]);
    await rm(own);
    expect(await readdir(join(directory, 'backups'))).toEqual(['three.db', 'three.db.json', 'two.db', 'two.db.json']);
    expect(stderr).toContain('which a backup that was killed left behind');
  });

  it('an old one that cannot go is told, and the new one stands', async () => {
    const kept = join(directory, 'stays');
    for (const name of ['one', 'two']) expect((await take('--out', `stays/${name}.db`)).exitCode).toBe(0);
    await rm(join(kept, 'one.db'));
    await mkdir(join(kept, 'one.db'));
    const { exitCode, stdout, stderr } = await take('--out', 'stays/three.db', '--keep', '1', '--format', 'json');
    expect([exitCode, stderr]).toEqual([0, stderr]);
    expect(stderr).toMatch(/warning: an older backup stays: Removing .*stays\/one\.db failed/);
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: 'pass',
      backup: { file: join(kept, 'three.db'), removed: [join(kept, 'two.db')] },
    });
    expect(await readdir(kept)).toEqual(['one.db', 'one.db.json', 'three.db', 'three.db.json']);
  });

  it('of a manifest beside --endpoints the policy counts, and its connection does not', async () => {
    const connection = 'connection: {endpoints: ["http://127.0.0.1:1"]}';
    const policy = 'backups: {files: ["*.db"], policy: {provenWithinHours: 48}}';
    await writeFile(
      join(directory, 'policy.yaml'),
      `name: payments\nfrom: "3.5"\nto: "3.6"\n${connection}\n${policy}\n`,
    );
    const { exitCode, stderr } = await take('--manifest', 'policy.yaml', '--out', 'policy/one.db');
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('No proof of a backup of payments is known')]);
    const missing = await take('--manifest', 'nowhere.yaml', '--out', 'policy/two.db');
    expect([missing.exitCode, missing.stderr]).toEqual([2, expect.stringContaining('nowhere.yaml does not exist')]);
    expect(await readdir(join(directory, 'policy'))).toEqual(['one.db', 'one.db.json']);
  });

  it('a wrong password, and endpoints that nobody has, are told and leave nothing', async () => {
    const denied = await runInProcess(['backup', '--endpoints', endpoints(), ...credentials, '--out', 'denied/x.db'], {
      cwd: directory,
      environment: { THE_PASSWORD: 'wrong' },
    });
    expect([denied.exitCode, denied.stderr]).toEqual([3, expect.stringContaining('connection-failed')]);
    const nobody = await runInProcess(['backup', '--endpoints', 'http://127.0.0.1:1', '--out', 'denied/x.db'], {
      cwd: directory,
    });
    expect([nobody.exitCode, nobody.stderr]).toEqual([3, expect.stringContaining('http://127.0.0.1:1')]);
    await expect(stat(join(directory, 'denied'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it.each([
    ['no cluster', ['--out', 'x.db'], 'No cluster was named'],
    ['half a certificate', ['--endpoints', 'https://127.0.0.1:1', '--cert', 'client.pem', '--out', 'x.db'], '--key'],
    ['a user without a password', ['--endpoints', 'http://127.0.0.1:1', '--user', 'root', '--out', 'x.db'], 'password'],
    ['a user of nowhere', ['--user', 'root', '--password-env', 'X', '--out', 'x.db'], '--user goes with --endpoints'],
    ['no place for it', ['--endpoints', 'http://127.0.0.1:1'], '--out'],
  ])('%s is a mistake of the command line', async (_, args, words) => {
    const { exitCode, stderr } = await runInProcess(['backup', ...args], { cwd: directory });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(words)]);
  });

  it('killed or not, the bundle takes one too', async () => {
    const out = join(directory, 'bundle');
    const running = startCommand(
      ['backup', '--endpoints', endpoints(), ...credentials, '--out', join(out, 'x.db'), '--format', 'json'],
      { cwd: directory, environment: { THE_PASSWORD: secret } },
    );
    const { exitCode, stdout, stderr } = await running.ended;
    expect([exitCode, stderr]).toEqual([0, stderr]);
    expect(JSON.parse(stdout)).toMatchObject({ mode: 'backup', verdict: 'pass', backup: { hashBy: 'member' } });
  });
});
