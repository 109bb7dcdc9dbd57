// What a manifest asks of the proof of a backup: taken fresh, expected keys, an own test, a call, a history.
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectMember } from '../../src/etcd/member-client.ts';
import type { ProofReport } from '../../src/report/model.ts';
import { type BareCluster, startBareCluster } from '../support/bare-cluster.ts';
import { describeWithEtcd, etcdBinary, testCacheDirectory, testRelease, toolPath } from '../support/etcd-binaries.ts';
import { runInProcess } from '../support/in-process.ts';
import { saveSnapshot, turnOnAuth } from '../support/snapshots.ts';

const release = '3.6.14';
const secret = 'the-value-that-nobody-prints';

describeWithEtcd([release], 'a manifest', () => {
  let directory: string;
  let cluster: BareCluster;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-backup-manifest-'));
    cluster = await started();
  });
  afterAll(async () => {
    await cluster?.[Symbol.asyncDispose]();
    await rm(directory, { recursive: true, force: true });
  });

  async function started(): Promise<BareCluster> {
    const made = await startBareCluster({ binary: await etcdBinary(release), voters: 1 });
    const [member] = made.members;
    if (member === undefined) throw new Error('no member');
    await made.start(member);
    const client = connectMember(member.url, {});
    const put = { key: Buffer.from('app/one'), value: Buffer.from(secret) };
    await client.unary('KV', 'put', put, { deadlineMs: 20_000 });
    client.close();
    return made;
  }

  interface Asked {
    /** Of `backups`, beside `take` or what stands here in its place. */
    readonly lines?: readonly string[];
    readonly what?: string;
    readonly live?: string;
  }

  async function verify({ lines = [], what = 'take: {directory: backups, keep: 1}', live }: Asked) {
    const manifest = [
      'name: owned',
      `connection: {endpoints: ["${live ?? cluster.members[0]?.url}"]}`,
      'backups:',
      ...[what, 'history: kept/proofs.json', ...lines].map((line) => `  ${line}`),
      `  notify: [sh, -c, 'env | grep ^ETCD_MIGRATE_ > notified']`,
    ];
    await writeFile(join(directory, 'm.yaml'), `${manifest.join('\n')}\n`);
    await rm(join(directory, 'notified'), { force: true });
    const own = ['--release', release, '--cache', testCacheDirectory, '--offline', '--format', 'json'];
    // What names the cluster in production: the own test must not see it.
    const environment = { ETCDCTL_USER: 'nobody:x', ETCDCTL_DISCOVERY_SRV: 'production.invalid' };
    const said = await runInProcess(['verify-backup', '--manifest', 'm.yaml', ...own], { cwd: directory, environment });
    const notified = await readFile(join(directory, 'notified'), 'utf8').catch(() => undefined);
    const html = await readFile(join(directory, '.etcd-migrate/backups/report.html'), 'utf8').catch(() => '');
    expect(said.stdout + notified + html).not.toContain(secret);
    return { ...said, notified, report: JSON.parse(said.stdout) as ProofReport };
  }

  const taken = async () => (await readdir(join(directory, 'backups'))).filter((name) => name.endsWith('.db'));
  const test = async (value: string) => {
    const get = `${toolPath(await testRelease(release), 'etcdctl')} get app/one --print-value-only`;
    return `test: [sh, -c, 'test "$(${get})" = "${value}"']`;
  };

  it('takes a backup, proves it with its own expectations, and remembers it', async () => {
    // By a link, and named by a pattern too, which matches nothing before: it is one backup all the same.
    await mkdir(join(directory, 'disk'));
    await symlink('disk', join(directory, 'backups'));
    const lines = [
      'files: ["backups/*.db"]',
      `expect: [{key: app/one, matches: "^the-[a-z-]+$"}]`,
      await test(secret),
      'policy: {rpoRevisions: 0}',
    ];
    const { exitCode, report, notified } = await verify({ lines });
    expect([exitCode, report.reason, report.backups?.length]).toEqual([0, 'Every link of its proof holds.', 1]);
    expect(notified).toBeUndefined();
    const [name = '', ...others] = await taken();
    expect([name, others]).toEqual([expect.stringMatching(/^owned-\d{8}T\d{9}Z\.db$/), []]);
    const [backup] = report.backups ?? [];
    expect(backup?.file).toBe(`backups/${name}`);
    expect(backup?.links[0]?.evidence).toContain('the live cluster is 0 revisions ahead of it');
    expect(backup?.links[2]?.evidence).toContain('app/one is there, with a value as expected');
    expect(backup?.links[2]?.evidence).toContain('sh of `backups.test` ended with exit code 0');
    expect(backup?.attestation).toMatchObject({ takenAt: expect.any(String), expectations: 1, ownTest: true });
    expect(report.trend).toHaveLength(1);
    expect(await readFile(join(directory, '.etcd-migrate/backups/report.html'), 'utf8')).toContain('<svg ');
    const kept = JSON.parse(await readFile(join(directory, 'kept/proofs.json'), 'utf8'));
    expect(kept.proofs).toMatchObject([{ cluster: 'owned', verdict: 'pass', sha256: backup?.sha256 }]);
  });

  it('whose own test fails keeps the older backups, and calls somebody', async () => {
    // What it prints is for the log alone, however it ends.
    const prints = `${toolPath(await testRelease(release), 'etcdctl')} get app/one >&2; no-such-command`;
    const { exitCode, report, stderr, notified } = await verify({ lines: [`test: [sh, -c, '${prints}']`] });
    expect([exitCode, report.failureReason]).toEqual([1, 'backup-test-failed']);
    expect(report.reason).toMatch(/^The content link: sh of `backups\.test` ended with exit code 127\.$/);
    expect(stderr).toContain(`backups.test: ${secret}`);
    expect(await taken()).toHaveLength(2);
    expect(notified).toContain('ETCD_MIGRATE_FAILURE_REASON=backup-test-failed');
    expect(notified).toContain(`ETCD_MIGRATE_REPORT=${join(directory, '.etcd-migrate/backups/report.json')}`);
    expect(report.trend?.map(({ verdict }) => verdict)).toEqual(['pass', 'fail']);
  });

  it('removes the older ones behind the next that passes', async () => {
    const { exitCode, report } = await verify({});
    expect([exitCode, report.reason]).toEqual([0, 'Every link of its proof holds.']);
    expect((await taken()).map((name) => `backups/${name}`)).toEqual([report.backups?.[0]?.file]);
  });

  it('tests a cluster with authentication as root, by a certificate', async () => {
    await using other = await started();
    const [member] = other.members;
    if (member === undefined) throw new Error('no member');
    await turnOnAuth(member);
    await saveSnapshot(member, release, join(directory, 'auth.db'), 'root:secret-of-root');
    // An end that nothing else has: the chain goes no further.
    const script = `${toolPath(await testRelease(release), 'etcdctl')} user list | grep -qx reader && exit 42`;
    const { exitCode, report } = await verify({
      what: 'files: [auth.db]',
      lines: [`test: [sh, -c, '${script}']`],
      live: member.url,
    });
    expect([exitCode, report.failureReason]).toEqual([1, 'backup-test-failed']);
    expect(report.reason).toContain('ended with exit code 42');
    expect(report.backups?.[0]?.links[0]?.evidence.join()).toMatch(
      /the live cluster could not be asked: .*user name is empty/,
    );
  });

  it.each([
    ['is not there', '{key: app/two}', 'app/two is not there'],
    ['has another value', '{key: app/one, matches: "^[0-9]+$"}', 'the value of app/one is not as its `matches` says'],
  ])('expects a key that %s', async (_, expected, why) => {
    const { exitCode, report } = await verify({ what: 'files: ["backups/*.db"]', lines: [`expect: [${expected}]`] });
    expect([exitCode, report.failureReason]).toEqual([1, 'backup-unexpected-keys']);
    expect(report.reason).toBe(`The content link: ${why}.`);
  });

  it('names another cluster than the one that the backup is of', async () => {
    await using other = await started();
    const { exitCode, report } = await verify({ what: 'files: ["backups/*.db"]', live: other.members[0]?.url ?? '' });
    expect([exitCode, report.failureReason]).toEqual([1, 'backup-foreign']);
    expect(report.reason).toMatch(/It is of cluster [0-9a-f]+; the live cluster is cluster [0-9a-f]+/);
  });

  it('wants backups of one cluster alone, which a sidecar must name', async () => {
    const wanted = { what: 'files: ["backups/*.db"]', lines: ['clusterId: cafe'] };
    const other = await verify(wanted);
    expect([other.exitCode, other.report.failureReason]).toEqual([1, 'backup-foreign']);
    expect(other.report.reason).toMatch(/It is of cluster [0-9a-f]+, by what owned-.*\.json says; it must be of cafe/);
    const [name = ''] = await taken();
    await rename(join(directory, 'backups', `${name}.json`), join(directory, 'sidecar'));
    try {
      const none = await verify({ ...wanted, lines: [...wanted.lines, 'expect: [{key: app/two}]'] });
      expect(none.report.backups?.[0]?.links[0]).toMatchObject({
        verdict: 'inconclusive',
        failureReason: 'backup-origin-unknown',
      });
    } finally {
      await rename(join(directory, 'sidecar'), join(directory, 'backups', `${name}.json`));
    }
  });

  it('of a cluster that does not answer cannot take one, and calls somebody', async () => {
    const { exitCode, report, notified } = await verify({ live: 'http://127.0.0.1:1' });
    expect([exitCode, report.verdict]).toEqual([3, 'error']);
    expect(notified).toContain('ETCD_MIGRATE_VERDICT=error');
    expect(notified).toMatch(/^ETCD_MIGRATE_REPORT=$/m);
  });

  it('whose history is damaged is told before anything is done', async () => {
    await writeFile(join(directory, 'kept/proofs.json'), '{"proofs": []}');
    const before = await taken();
    const { exitCode, report } = await verify({});
    expect([exitCode, report.failureReason]).toEqual([2, 'backup-history-invalid']);
    expect(await taken()).toEqual(before);
  });
});
