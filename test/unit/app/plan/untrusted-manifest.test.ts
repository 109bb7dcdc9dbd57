// Owns: what a manifest of a ref that is not trusted cannot do, through the loader that every mode uses.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LoadedManifest, loadManifestFile } from '../../../../src/app/plan/manifest-file.ts';
import { EtcdMigrateError } from '../../../../src/errors.ts';
import type { Finding } from '../../../../src/findings.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'etcd-migrate-untrusted-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const workspace = (): string => join(place, 'workspace');

/** Of a manifest in a workspace of its own; null: of one that is trusted. */
async function load(text: string, confinedTo?: string | null, directory = workspace()): Promise<LoadedManifest> {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'm.yaml');
  writeFileSync(file, `from: "3.5"\nto: "3.7"\n${text}`);
  return loadManifestFile(file, directory, confinedTo === undefined ? directory : confinedTo);
}

async function refusal(text: string, directory = workspace()): Promise<EtcdMigrateError & { findings: Finding[] }> {
  const error = await load(text, undefined, directory).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof EtcdMigrateError)) throw error ?? new Error('accepted');
  return Object.assign(error, { findings: error.details['findings'] as Finding[] });
}

describe('a manifest of a ref that is not trusted', () => {
  test('names no binaries, no host and no command; each that is left out is told at its place', async () => {
    const file = join(place, 'm.yaml');
    writeFileSync(
      file,
      [
        ...['from: "3.5"', 'to: "3.6"', 'releases: {local: {"3.5.33": ./own}, mirror: "https://mirror.example/"}'],
        ...[
          'connection: {endpoints: ["https://etcd-1.example:2379"]}',
          'backups: {fetch: [sh, -c, "true"], files: [a.db], take: {directory: b}, test: [x], notify: [y], history: h, policy: {provenWithinHours: 9}}',
        ],
      ].join('\n'),
    );
    const { manifest, findings } = await loadManifestFile(file, place, place);
    expect(manifest.releases.local).toEqual({});
    expect(manifest.releases.mirror).toBeUndefined();
    expect(manifest.connection).toBeUndefined();
    expect(manifest.backups).toMatchObject({ files: ['a.db'] });
    for (const power of ['fetch', 'take', 'test', 'notify', 'history', 'provenWithinMs']) {
      expect(manifest.backups).not.toHaveProperty(power);
    }
    const untrusted = findings.filter(({ id }) => id.startsWith('rule/untrusted-'));
    expect(untrusted.map(({ id, where }) => [id, where?.line])).toEqual([
      ['rule/untrusted-binary-source', 3],
      ['rule/untrusted-binary-source', 3],
      ['rule/untrusted-connection', 4],
      ['rule/untrusted-connection', 5],
      ['rule/untrusted-path', 5],
      ['rule/untrusted-command', 5],
      ['rule/untrusted-command', 5],
      ['rule/untrusted-command', 5],
    ]);
    const trusted = await loadManifestFile(file, place, null);
    expect(trusted.manifest.backups?.fetch).toEqual(['sh', '-c', 'true']);
  });

  test('says with `history` what falls with it, and with `take` everything that it would do', async () => {
    const { findings } = await load(
      'backups: {files: [a.db], take: {directory: b}, history: h, policy: {provenWithinHours: 9}}\nconnection: {endpoints: ["https://a:1"]}\n',
    );
    expect(findings.map(({ message }) => message)).toEqual([
      'connection is ignored: this ref is not trusted to choose where credentials are sent.',
      'backups.take is ignored: this ref is not trusted to choose where credentials are sent, nor to choose where files are written.',
      'backups.history is ignored, and with it backups.policy.provenWithinHours: this ref is not trusted to choose where files are written.',
    ]);
  });

  test('keeps everything that is harmless', async () => {
    const text =
      'members: 5\nrehearsal: {depth: quick, workload: {mix: {put: 1}}}\netcd: {flags: {snapshot-count: 5}}\nbackups: {files: [a.db], policy: {provenWithinHours: 9}, expect: [{prefix: /a/, atLeast: 1}]}\naccept: [{risk: known-bad, reason: long enough}]\n';
    expect(await load(text)).toMatchObject({ manifest: (await load(text, null)).manifest, findings: [] });
  });

  test('gives no variable of the runner away: those of `connection` go with it', async () => {
    const { manifest, findings } = await load(
      'connection: {endpoints: ["https://evil.example:1"], tls: {caEnv: GITHUB_TOKEN}, auth: {username: x, passwordEnv: GITHUB_TOKEN}}\n',
    );
    expect(JSON.stringify(manifest)).not.toContain('GITHUB_TOKEN');
    expect(findings.map(({ id }) => id)).toEqual(['rule/untrusted-connection']);
  });
});

const dockerConfig = JSON.stringify({ auths: { 'https://index.docker.io/v1/': { auth: 'hunter2' } } });

describe('a file outside of the workspace', () => {
  const outside = (): string => join(place, 'outside');
  beforeEach(() => {
    mkdirSync(outside());
    mkdirSync(workspace());
    writeFileSync(join(outside(), 'config.json'), dockerConfig);
    writeFileSync(join(outside(), 'etcd.yaml'), 'snapshot-count: 5000\n');
  });

  test.each([
    ['its name', (file: string) => join(outside(), file), () => undefined],
    ['the way up', (file: string) => `../outside/${file}`, () => undefined],
    ['a link', () => 'link.yaml', (file: string) => symlinkSync(join(outside(), file), join(workspace(), 'link.yaml'))],
    ['a linked directory', (file: string) => `x/${file}`, () => symlinkSync(outside(), join(workspace(), 'x'))],
  ])('is no configuration of etcd by %s, whatever it is', async (_, nameOf, prepare) => {
    for (const file of ['config.json', 'etcd.yaml', 'nothing.yaml']) {
      rmSync(join(workspace(), 'link.yaml'), { force: true });
      rmSync(join(workspace(), 'x'), { force: true });
      prepare(file);
      const error = await refusal(`etcd:\n  configFile: ${nameOf(file)}\nmembrs: 3\n`);
      expect(error.findings).toMatchObject([
        { id: 'rule/untrusted-path', severity: 'error', where: { file: 'm.yaml', line: 4, column: 15 } },
        // Beside all other mistakes, as any mistake.
        { id: 'rule/manifest-unknown-key', where: { line: 5 } },
      ]);
      expect(JSON.stringify([error.message, error.details])).not.toMatch(/hunter2|auths|snapshot/);
    }
  });

  test('is no backup, by name and by pattern, at its place', async () => {
    const error = await refusal('backups:\n  files: [a.db, ../outside/*.db, /b.db]\n');
    expect(error.findings.map(({ id, where }) => [id, where?.line, where?.column])).toEqual([
      ['rule/untrusted-path', 4, 17],
      ['rule/untrusted-path', 4, 34],
    ]);
  });

  test('is no manifest, and nothing of it is said', async () => {
    symlinkSync(join(outside(), 'config.json'), join(workspace(), 'linked.yaml'));
    for (const file of [join(workspace(), 'linked.yaml'), join(outside(), 'config.json'), join(outside(), 'none')]) {
      const error = await loadManifestFile(file, workspace(), workspace()).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: 'manifest-unreadable' });
      expect(String((error as Error).message)).toContain('not trusted');
      expect(JSON.stringify([(error as Error).message, (error as EtcdMigrateError).details])).not.toMatch(
        /auths|hunter2/,
      );
    }
  });

  test('may be the configuration of a manifest that is trusted', async () => {
    const { manifest } = await load('etcd: {configFile: ../outside/etcd.yaml}\n', null);
    expect(manifest.settings.shared.configFile).toEqual({ 'snapshot-count': 5000 });
  });
});

describe('a file of the workspace that is no configuration of etcd', () => {
  test.each([
    ['.docker.json', dockerConfig],
    ['gha-creds.json', '{"type": "external_account", "private_key": "hunter2"}'],
    ['kubeconfig', 'apiVersion: v1\nusers: [{name: a, user: {token: hunter2}}]\n'],
    ['secret.yaml', 'password: hunter2\n'],
    ['half.yaml', 'snapshot-count: 5000\nregistry-token: hunter2\n'],
    ['grouped.yaml', 'socket-options: {password: hunter2}\n'],
    ['inside.yaml', 'cors: [{password: hunter2}]\n'],
    ['git-config', '[core]\n\textraheader = AUTHORIZATION: basic hunter2\n'],
    ['.npmrc', '//registry.npmjs.org/:_authToken=hunter2\n'],
    ['token', 'hunter2\n'],
    ['list', '- *hunter2\n'],
    ['.env', 'A=hunter2\nB: hunter2: c\n'],
    ['binary', 'hunter2\u0000'],
  ])('%s is refused without a piece of it', async (name, text) => {
    writeFileSync(join(place, name), text);
    const error = await refusal(`etcd: {configFile: ${name}}\n`, place);
    expect(error.findings.map(({ where }) => where?.file)).toContain(name);
    expect(JSON.stringify([error.message, error.details])).not.toContain('hunter2');
  });
});

test('a configuration file of etcd is one on a ref that is not trusted too, with its groups', async () => {
  const text = 'name: m1\nsnapshot-count: 5000\nsocket-options: {reuse-port: true}\nlog-level: warn\n';
  writeFileSync(join(place, 'etcd.yaml'), text);
  const { manifest } = await load('etcd: {configFile: etcd.yaml}\n', place, place);
  expect(manifest.settings.shared.configFile).toMatchObject({ 'snapshot-count': 5000, 'log-level': 'warn' });
});

describe('settings of etcd from a ref that is not trusted', () => {
  const key = 'jwt,pub-key=/etc/hunter2/key.pub,priv-key=/etc/hunter2/key,sign-method=RS256';

  test.each([
    ['a flag', `etcd: {flags: {auth-token: "${key}"}}\n`, 'm.yaml'],
    ['a variable', `etcd: {environment: {ETCD_AUTH_TOKEN: "${key}"}}\n`, 'm.yaml'],
    ['a configuration file', 'etcd: {configFile: etcd.yaml}\n', 'etcd.yaml'],
  ])('name no file, as %s', async (_, text, file) => {
    writeFileSync(join(place, 'etcd.yaml'), `auth-token: ${key}\n`);
    const error = await refusal(text, place);
    expect(error.findings).toMatchObject([{ id: 'rule/untrusted-path', severity: 'error', where: { file } }]);
    expect((await load(text, null, place)).findings).toEqual([]);
  });

  test('may be numbers, times and web addresses', async () => {
    const flags = '{cors: "https://a.example/x,http://b.example", snapshot-count: 5000, auto-compaction-retention: 1h}';
    expect((await load(`etcd: {flags: ${flags}}\n`)).findings).toEqual([]);
  });
});
