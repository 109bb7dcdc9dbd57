// Binaries out of a container image, by a real engine that the test starts for itself where the machine has one.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeTool } from '../support/release-server.ts';
import { failureOf, openStoreBench, unhurried } from '../support/release-store.ts';
import { requireOnCi } from '../support/require-on-ci.ts';

const folders = ['/usr/sbin', '/usr/bin', ...(process.env.PATH ?? '').split(':')];
const missing =
  process.getuid?.() !== 0
    ? 'not root, so no engine can be started'
    : folders.some((folder) => existsSync(join(folder, 'dockerd')))
      ? null
      : 'dockerd is not installed';
requireOnCi('a container image', missing);

describe.runIf(missing === null)('a container image (needs root and dockerd)', () => {
  let directory: string;
  let engine: ChildProcess;
  let environment: NodeJS.ProcessEnv;
  const docker = (...args: string[]): string =>
    execFileSync('docker', args, { env: environment, encoding: 'utf8' }).trim();

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'etcd-migrate-engine-'));
    const socket = `unix://${directory}/docker.sock`;
    environment = { PATH: process.env.PATH, HOME: process.env.HOME, DOCKER_HOST: socket };
    const places = [
      '--data-root',
      `${directory}/data`,
      '--exec-root',
      `${directory}/exec`,
      '--pidfile',
      `${directory}/pid`,
    ];
    engine = spawn('dockerd', [...places, '-H', socket, '--bridge=none', '--iptables=false'], { stdio: 'ignore' });
    for (let tries = 0; ; tries += 1) {
      try {
        docker('version', '--format', '{{.Server.Version}}');
        return;
      } catch (error) {
        if (tries === 60 || engine.exitCode !== null) throw error;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  });

  afterAll(async () => {
    const ended = new Promise((resolve) => engine.once('exit', resolve));
    engine.kill('SIGTERM');
    await ended;
    rmSync(directory, { recursive: true, force: true });
  });

  const importImage = (name: string, tools: readonly string[], version: string): void => {
    const files = join(directory, `files-${name.replace(/\W/g, '-')}`);
    mkdirSync(join(files, 'usr/local/bin'), { recursive: true });
    for (const tool of tools)
      writeFileSync(join(files, 'usr/local/bin', tool), fakeTool(tool, version), { mode: 0o755 });
    execFileSync('tar', ['-C', files, '-cf', `${files}.tar`, '.']);
    docker('import', `${files}.tar`, name);
  };

  it('gives its tools without ever being started, is recorded by digest, and leaves no container', async () => {
    await using bench = await openStoreBench();
    importImage('example/etcd:v3.5.33', ['etcd', 'etcdctl', 'etcdutl'], '3.5.33');
    const store = bench.store({ sources: ['cache', 'image'], image: 'example/etcd', environment });
    expect((await store.probe(['3.5.33'], unhurried())).get('3.5.33')).toBe('image');
    const obtained = await store.obtain('3.5.33', unhurried());
    expect(obtained.source).toBe('image');
    expect(obtained.provenance).toMatchObject({
      image: 'example/etcd:v3.5.33',
      imageId: expect.stringMatching(/^sha256:/),
    });
    expect(docker('ps', '--all', '--quiet')).toBe('');
    const again = bench.store({ sources: ['cache', 'image'], image: 'example/etcd', environment });
    expect((await again.obtain('3.5.33', unhurried())).source).toBe('cache (image)');
  });

  it('that lacks a tool is refused by name, and leaves no container either', async () => {
    await using bench = await openStoreBench();
    importImage('example/part:v3.5.33', ['etcd', 'etcdctl'], '3.5.33');
    const store = bench.store({ sources: ['image'], image: 'example/part', environment });
    const failure = await failureOf(store.obtain('3.5.33', unhurried()));
    expect(failure.code).toBe('release-unobtainable');
    expect(failure.message).toContain('example/part:v3.5.33 holds no etcdutl');
    expect(docker('ps', '--all', '--quiet')).toBe('');
  });

  it('of another version is stopped', async () => {
    await using bench = await openStoreBench();
    importImage('example/liar:v3.5.33', ['etcd', 'etcdctl', 'etcdutl'], '3.5.30');
    const store = bench.store({ sources: ['image'], image: 'example/liar', environment });
    expect((await failureOf(store.obtain('3.5.33', unhurried()))).code).toBe('binary-version-mismatch');
  });
});
