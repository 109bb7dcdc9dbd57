// Owns: the committed bundle behaves as an action: exit codes, outputs, summary, annotations, check run, no secrets.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ActionRun, runAction } from '../support/action-process.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github.ts';

const event = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/github/event-${name}.json`, import.meta.url), 'utf8'));
const TOKEN = 'ghs_canary_token_00001';
/** Reaches no source of releases: such a run ends soon, and the same way everywhere. */
const NOTHING_TO_BE_HAD = 'from: "3.5.33"\nto: "3.6.14"\nname: eu1\nreleases:\n  sources: [cache]\n';

const own = '#!/bin/sh\ntouch "$(dirname "$0")/was-run"\n';
const WITH_OWN_BINARIES = {
  'etcd-migration.yaml': `${NOTHING_TO_BE_HAD.replace('[cache]', '[local]')}  local:\n    "3.5.33": ./own\n    "3.6.14": ./own\n`,
  'own/etcd': own,
  'own/etcdctl': own,
  'own/etcdutl': own,
};

const annotations = (run: ActionRun): string[] =>
  run.log.split('\n').filter((line) => /^::(error|warning|notice)/.test(line));

describe('the bundle as an action', () => {
  it('names every mistake of a manifest at its line, in annotations, summary and outputs', async () => {
    await using github = await startFakeGitHub();
    const run = await runAction({
      inputs: { mode: 'preflight', 'github-token': TOKEN },
      files: { 'etcd-migration.yaml': 'form: "3.5"\nto: 3.6\nmembers: 0\n' },
      event: event('pull-request'),
      apiUrl: github.url,
    });
    expect(run.exitCode).toBe(2);
    expect(run.outputs).toEqual({
      verdict: 'error',
      'failure-reason': 'manifest-invalid',
      'plan-digest': '',
      'report-path': '',
      'record-path': '',
      'attestations-path': '',
    });
    const lines = annotations(run);
    expect(lines.filter((line) => line.includes('file=etcd-migration.yaml,line=1'))).not.toEqual([]);
    expect(lines.filter((line) => line.includes('file=etcd-migration.yaml,line=2'))).not.toEqual([]);
    expect(lines.filter((line) => line.includes('file=etcd-migration.yaml,line=3'))).not.toEqual([]);
    expect(run.summary).toMatch(/^## 💥 Could not tell: etcd upgrade/);
    expect(run.log).not.toMatch(/^\s+at .*\.js:\d+/m);
    expect(github.requests.flatMap((request) => request.mistakes)).toEqual([]);
  });

  it.each([
    ['a missing manifest', { mode: 'preflight' }, 'manifest-missing'],
    ['a manifest that is named and missing', { mode: 'preflight', manifest: 'x/y.yaml' }, 'manifest-missing'],
    ['no mode', {}, 'usage'],
    ['a mode that is not there', { mode: 'upgrade' }, 'usage'],
    ['a switch that is neither true nor false', { mode: 'preflight', offline: 'maybe' }, 'usage'],
  ] as [string, Record<string, string>, string][])('%s ends with exit code 2', async (_, inputs, reason) => {
    const run = await runAction({ inputs });
    expect([run.exitCode, run.outputs['verdict'], run.outputs['failure-reason']]).toEqual([2, 'error', reason]);
    expect(annotations(run).filter((line) => line.startsWith('::error') && line.includes(`[${reason}]`))).toHaveLength(
      1,
    );
  });

  it.each(['pull-request-fork', 'pull-request-deleted-fork'])('pull_request_target is refused for %s', async (name) => {
    await using github = await startFakeGitHub();
    const run = await runAction({
      inputs: { mode: 'preflight', 'github-token': TOKEN },
      files: { 'etcd-migration.yaml': NOTHING_TO_BE_HAD },
      eventName: 'pull_request_target',
      ref: 'refs/heads/main',
      event: event(name),
      apiUrl: github.url,
    });
    expect([run.exitCode, run.outputs['failure-reason']]).toEqual([2, 'untrusted-event']);
    expect(Object.keys(run.written)).toEqual(['etcd-migration.yaml']);
  });

  it('works in the directory that it is told to, and names files from the workspace', async () => {
    const run = await runAction({
      inputs: { mode: 'preflight', 'working-directory': 'clusters/eu1' },
      files: { 'clusters/eu1/etcd-migration.yaml': 'from: "3.5"\nto: 3.6\n' },
    });
    expect(run.outputs['failure-reason']).toBe('manifest-invalid');
    expect(annotations(run).join('\n')).toContain('file=clusters/eu1/etcd-migration.yaml,line=2');
  });

  it('completes the check run of a run that fails on its way, and leaves none open', async () => {
    await using github = await startFakeGitHub();
    const run = await runAction({
      inputs: { mode: 'preflight', 'github-token': TOKEN },
      files: WITH_OWN_BINARIES,
      eventName: 'push',
      ref: 'refs/heads/main',
      event: event('push'),
      apiUrl: github.url,
    });
    expect([run.exitCode, run.outputs['failure-reason']]).toEqual([3, 'binary-invalid']);
    expect(run.outputs['plan-digest']).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(run.outputs['report-path']).toMatch(/report\.json$/);
    expect(Object.keys(run.written)).toContain('.etcd-migrate/report.json');
    expect(github.requests.flatMap((request) => request.mistakes)).toEqual([]);
    expect(github.requests.map(({ method, body }) => [method, body['status'], body['conclusion']])).toEqual([
      ['POST', 'in_progress', undefined],
      ['PATCH', 'completed', 'failure'],
    ]);
    expect(github.requests.map(({ authorization }) => authorization)).toEqual(Array(2).fill(`token ${TOKEN}`));
    expect(run.state['check-run']).toBe('');
    expect(run.summary).toContain('binary-invalid');
    // The default branch is trusted: its manifest may name what is run. The next test shows that others may not.
    expect(Object.keys(run.written)).toContain('own/was-run');
  });

  it.each([
    ['pull_request', 'pull-request', 'refs/pull/7/merge'],
    ['pull_request', 'pull-request-fork', 'refs/pull/7/merge'],
    ['push', 'push', 'refs/heads/topic'],
  ])('ignores binaries that a manifest names: %s, %s, %s', async (eventName, name, ref) => {
    const given = { files: WITH_OWN_BINARIES, eventName, ref, event: event(name) };
    const run = await runAction({ ...given, inputs: { mode: 'preflight' } });
    expect(run.exitCode).not.toBe(0);
    expect(Object.keys(run.written)).not.toContain('own/was-run');
  });

  it('reads nothing outside of the workspace in the name of a ref that is not trusted', async () => {
    const given = {
      files: { 'etcd-migration.yaml': `${NOTHING_TO_BE_HAD}etcd:\n  configFile: ../event.json\n` },
      event: { ...(event('pull-request') as object), token: 'canary-hunter2' },
    };
    const run = await runAction({ ...given, inputs: { mode: 'preflight' } });
    expect([run.exitCode, run.outputs['failure-reason']]).toEqual([2, 'manifest-invalid']);
    expect(annotations(run).join('\n')).toContain('file=etcd-migration.yaml,line=7');
    expect(JSON.stringify(run)).not.toContain('canary-hunter2');
    // Nor by an etcd-migration.yaml that is a link, of which every mistake would quote the file.
    const linked = await runAction({
      inputs: { mode: 'preflight' },
      links: { 'etcd-migration.yaml': '../event.json' },
      event: given.event,
    });
    expect([linked.exitCode, linked.outputs['failure-reason']]).toEqual([2, 'manifest-unreadable']);
    expect(JSON.stringify(linked)).not.toContain('canary-hunter2');
    // A ref that is trusted gets as far as its releases: the file is there.
    const main = { ...given, eventName: 'push', ref: 'refs/heads/main', event: event('push') };
    const trusted = await runAction({ ...main, inputs: { mode: 'preflight' } });
    expect(trusted.outputs['failure-reason']).toBe('release-unobtainable');
  });

  it('writes nothing where a link of a ref that is not trusted leads', async () => {
    const given = {
      files: { 'etcd-migration.yaml': NOTHING_TO_BE_HAD, 'elsewhere/x': '' },
      links: { '.etcd-migrate': 'elsewhere' },
    };
    const inside = await runAction({ ...given, inputs: { mode: 'preflight' }, event: event('pull-request') });
    expect(inside.outputs['failure-reason']).toBe('release-unobtainable');
    expect(inside.state).toHaveProperty('output-directory');
    const outside = await runAction({
      ...given,
      links: { '.etcd-migrate': '..' },
      inputs: { mode: 'preflight' },
      event: event('pull-request'),
    });
    expect([outside.exitCode, outside.outputs['failure-reason']]).toEqual([2, 'usage']);
    // The post step cleans up where outputs were, so it must not be told of that place either.
    expect(outside.state).not.toHaveProperty('output-directory');
  });

  it.each([
    ['pull_request', 'pull-request-fork', 'refs/pull/7/merge', false],
    ['push', 'push', 'refs/heads/topic', false],
    ['push', 'push', 'refs/heads/main', true],
  ])(
    'runs commands of a manifest for refs that are trusted alone: %s, %s, %s',
    async (eventName, name, ref, trusted) => {
      const backups = 'backups:\n  files: ["*.db"]\n  fetch: [sh, -c, "echo x > a.db"]\n  notify: [touch, was-run]\n';
      const files = { 'etcd-migration.yaml': `${NOTHING_TO_BE_HAD}${backups}`, 'b.db': 'x' };
      const run = await runAction({ inputs: { mode: 'verify-backup' }, files, eventName, ref, event: event(name) });
      expect(run.outputs['failure-reason']).toBe('backup-corrupt');
      expect(Object.keys(run.written).includes('was-run')).toBe(trusted);
      expect(run.summary.includes('a.db')).toBe(trusted);
    },
  );

  it('is the same run with and without the right to make check runs', async () => {
    await using refusing = await startFakeGitHub({ fail: () => 403 });
    const given = { files: WITH_OWN_BINARIES, eventName: 'push', ref: 'refs/heads/main', event: event('push') };
    const refused = await runAction({
      ...given,
      inputs: { mode: 'preflight', 'github-token': TOKEN },
      apiUrl: refusing.url,
    });
    const without = await runAction({ ...given, inputs: { mode: 'preflight' } });
    expect(refusing.requests).toHaveLength(1);
    const facts = ({ exitCode, outputs }: ActionRun): unknown[] => [
      exitCode,
      outputs['verdict'],
      outputs['failure-reason'],
    ];
    expect(facts(refused)).toEqual(facts(without));
    const said = (run: ActionRun): number =>
      annotations(run).filter((line) => line.includes('was not published')).length;
    expect([said(refused), said(without)]).toEqual([1, 0]);
  });

  it('proves the backups of the manifest, and says of one that is none what it is', async () => {
    const files = {
      'etcd-migration.yaml': 'from: "3.5"\nto: "3.6"\nname: eu1\nbackups:\n  files: ["backups/*.db"]\n',
      'backups/newest.db': '<!DOCTYPE html><html><body>Access denied</body></html>',
    };
    await using github = await startFakeGitHub();
    const run = await runAction({
      inputs: { mode: 'verify-backup', 'github-token': TOKEN },
      files,
      event: event('pull-request'),
      apiUrl: github.url,
    });
    expect([run.exitCode, run.outputs['verdict'], run.outputs['failure-reason']]).toEqual([
      ...[1, 'fail', 'backup-corrupt'],
    ]);
    expect(run.outputs['report-path']).toMatch(/\.etcd-migrate\/backups\/report\.json$/);
    expect(run.outputs['attestations-path']).toMatch(/\.etcd-migrate\/backups\/attestations$/);
    expect(run.summary).toMatch(/^## ❌ Not to be relied on: backup backups\/newest\.db \(eu1\)/);
    expect(run.summary).toContain('an HTML or XML page');
    expect(github.requests.flatMap((request) => request.mistakes)).toEqual([]);
    expect(github.requests.at(-1)?.body).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(github.requests[0]?.body['name']).toBe('etcd-migrate / verify-backup (eu1)');
  });

  it.each([
    ['without a manifest', {}, 'manifest-missing'],
    ['whose manifest names none', { 'etcd-migration.yaml': NOTHING_TO_BE_HAD }, 'usage'],
    [
      'that match nothing',
      { 'etcd-migration.yaml': `${NOTHING_TO_BE_HAD}backups:\n  files: ["backups/*.db"]\n` },
      'usage',
    ],
  ] as [string, Record<string, string>, string][])('backups %s are a mistake', async (_, files, reason) => {
    const run = await runAction({ inputs: { mode: 'verify-backup' }, files });
    expect([run.exitCode, run.outputs['verdict'], run.outputs['failure-reason']]).toEqual([2, 'error', reason]);
    expect(run.summary).toMatch(/^## 💥 Could not tell: backups/);
  });

  it('cleans up in its post step, also when nothing was left', async () => {
    const run = await runAction({ step: 'post', inputs: { mode: 'preflight' } });
    expect([run.exitCode, run.written]).toEqual([0, {}]);
  });

  it('closes in its post step the check run of a main step that was killed', async () => {
    await using github = await startFakeGitHub();
    const run = await runAction({
      step: 'post',
      inputs: { mode: 'preflight', 'github-token': TOKEN },
      state: { 'check-run': '4711', 'output-directory': '/nonexistent-etcd-migrate-output' },
      apiUrl: github.url,
    });
    expect(run.exitCode).toBe(0);
    expect(github.requests.map(({ method, body }) => [method, body['conclusion']])).toEqual([['PATCH', 'cancelled']]);
  });
});

describe('canary secrets', () => {
  const secrets = {
    token: TOKEN,
    password: 'ca<na>ry|pa`ss_wo*rd"1',
    key: '-----BEGIN PRIVATE KEY-----\nY2FuYXJ5LWtleS1saW5lLW9uZQ\nY2FuYXJ5LWtleS1saW5lLXR3bw\n-----END PRIVATE KEY-----\n',
  };
  const fragments = [secrets.token, secrets.password, 'ca&lt;na', 'pa\\`ss', 'Y2FuYXJ5LWtleS1saW5l'];

  /** All that the world can see; the mask commands themselves are read by the runner and shown to nobody. */
  function visible(run: ActionRun, github: FakeGitHub): string {
    const log = run.log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    return [
      ...log,
      JSON.stringify([run.outputs, run.state]),
      run.summary,
      ...Object.values(run.written),
      github.everything(),
    ].join('\n');
  }

  const pullRequest = { event: event('pull-request') };
  const mainBranch = { eventName: 'push', ref: 'refs/heads/main', event: event('push') };

  it.each([
    ['from an untrusted ref, where they are not even read', NOTHING_TO_BE_HAD, pullRequest, 'connection is ignored'],
    ['with a cluster that does not answer', NOTHING_TO_BE_HAD, mainBranch, 'connection-failed'],
    ['with mistakes beside them', `${NOTHING_TO_BE_HAD}nonsense: 1\n`, mainBranch, 'manifest-invalid'],
  ])('appear nowhere, %s', async (_, manifest, from, said) => {
    await using github = await startFakeGitHub();
    const run = await runAction({
      inputs: { mode: 'preflight', 'github-token': secrets.token, offline: 'true' },
      files: {
        'etcd-migration.yaml': `${manifest}connection:
  endpoints: ["https://127.0.0.1:9"]
  tls: { caEnv: ETCD_CA, certEnv: ETCD_CERT, keyEnv: ETCD_KEY }
  auth: { username: root, passwordEnv: ETCD_PASSWORD }
`,
      },
      env: { ETCD_CA: secrets.key, ETCD_CERT: secrets.key, ETCD_KEY: secrets.key, ETCD_PASSWORD: secrets.password },
      ...from,
      apiUrl: github.url,
    });
    expect(run.exitCode).toBeGreaterThan(0);
    const all = visible(run, github);
    // Each case must get as far as it says, or the canaries prove nothing.
    expect(all).toContain(said);
    for (const fragment of fragments) expect(all).not.toContain(fragment);
  });
});
