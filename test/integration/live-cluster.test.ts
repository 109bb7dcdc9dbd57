// `connection`: the plan is made from what a live cluster with TLS and a login says, and its credentials stay secret.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestCluster, type TestCluster } from '../support/cluster.ts';
import { describeWithEtcd } from '../support/etcd-binaries.ts';
import { runInProcess } from '../support/in-process.ts';
import { openWorkplace, type Workplace } from '../support/rehearsal.ts';

const releases = ['3.5.33', '3.6.14'] as const;

describeWithEtcd(releases, 'reading the live cluster', () => {
  let cluster: TestCluster;
  let place: Workplace;
  let environment: Record<string, string>;

  beforeAll(async () => {
    cluster = await startTestCluster({ release: '3.5.33', tls: true, auth: true });
    place = openWorkplace();
    const { tls, user } = cluster.credentials;
    environment = {
      LIVE_CERT: tls?.certPem ?? '',
      LIVE_KEY: tls?.keyPem ?? '',
      LIVE_PASSWORD: user?.password ?? '',
    };
    writeFileSync(join(place.directory, 'ca.pem'), tls?.caPem ?? '');
  });
  afterAll(async () => {
    place[Symbol.dispose]();
    await cluster[Symbol.asyncDispose]();
  });

  const manifest = (from: string, extra = ''): Promise<void> =>
    place.manifest(
      `from: "${from}"
to: "3.6"
${extra}connection:
  endpoints: ${JSON.stringify(cluster.members.map((member) => member.clientUrl))}
  tls: { caFile: ca.pem, certEnv: LIVE_CERT, keyEnv: LIVE_KEY, serverName: localhost }
  auth: { username: ${cluster.credentials.user?.name}, passwordEnv: LIVE_PASSWORD }`,
      releases,
    );

  it('takes the exact release and the voters from it', async () => {
    await manifest('3.5');
    const { exitCode, stdout, stderr } = await place.run(['plan', '--format', 'json'], { environment });
    expect(exitCode, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ from: '3.5.33', to: '3.6.14', plan: { upgrade: { voters: 3 } } });
    for (const secret of [environment.LIVE_PASSWORD, 'PRIVATE KEY']) expect(stdout + stderr).not.toContain(secret);
  });

  it('refuses a manifest that speaks of another cluster', async () => {
    await manifest('3.5', 'members: 5\n');
    const { exitCode, stdout } = await place.run(['plan', '--format', 'json'], { environment });
    const { verdict, findings } = JSON.parse(stdout);
    const voters = findings.find((finding: { message: string }) => /\b3\b.*\b5\b|\b5\b.*\b3\b/.test(finding.message));
    expect({ exitCode, verdict, said: voters !== undefined }).toEqual({ exitCode: 2, verdict: 'error', said: true });
  });

  it('is read by init as etcdctl would, and the password stays out of the manifest', async () => {
    const { tls, user } = cluster.credentials;
    for (const [name, text] of Object.entries({ cert: tls?.certPem, key: tls?.keyPem })) {
      writeFileSync(join(place.directory, `${name}.pem`), text ?? '');
    }
    const { exitCode, stdout, stderr } = await runInProcess(['init', '--manifest', 'init.yaml', '--format', 'json'], {
      cwd: place.directory,
      environment: {
        ETCDCTL_ENDPOINTS: cluster.members
          .map(({ clientUrl }) => clientUrl.replace(/.*127.0.0.1/, 'localhost'))
          .join(','),
        ETCDCTL_CACERT: 'ca.pem',
        ETCDCTL_CERT: 'cert.pem',
        ETCDCTL_KEY: 'key.pem',
        ETCDCTL_USER: `${user?.name}:${user?.password}`,
      },
    });
    expect([exitCode, JSON.parse(stdout).init.notFoundOut], stderr).toEqual([0, null]);
    const written = readFileSync(join(place.directory, 'init.yaml'), 'utf8');
    expect(written).toContain('from: "3.5.33"');
    expect(written).toContain('passwordEnv: "ETCDCTL_PASSWORD"');
    expect(written + stdout + stderr).not.toContain(user?.password);
  });

  it.each([
    ['a wrong password', { LIVE_PASSWORD: 'wrong-canary-password' }, 'connection-failed'],
    ['no password', { LIVE_PASSWORD: '' }, 'LIVE_PASSWORD'],
    [
      'a certificate that is none',
      { LIVE_CERT: 'no certificate', LIVE_KEY: 'wrong-canary-key-line' },
      'connection-failed',
    ],
  ])('names the trouble with %s and shows no secret', async (_, wrong, said) => {
    await manifest('3.5');
    const { exitCode, stdout, stderr } = await place.run(['plan', '--format', 'json'], {
      environment: { ...environment, ...wrong },
    });
    expect(exitCode).toBe(3);
    expect(stderr).toContain(said);
    expect(JSON.parse(stdout).failureReason).toBe('connection-failed');
    expect(stdout + stderr).not.toMatch(/canary/);
  });
});
