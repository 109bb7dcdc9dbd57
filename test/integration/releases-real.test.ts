// The real outside sources: Go modules and Debian packages. Where one cannot be reached, its tests are not run, with the
// reason; with CI=true that is a failure.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { createHttpClient } from '../../src/platform/download.ts';
import { thisPlatform } from '../../src/releases/platform.ts';
import type { ReleaseProgress } from '../../src/releases/source.ts';
import { createDebianSource } from '../../src/releases/sources/debian.ts';
import { createReleaseStore, type ReleaseStoreOptions } from '../../src/releases/store.ts';
import { findClosedAddress, startSilentServer } from '../support/release-server.ts';
import { failureOf, unhurried } from '../support/release-store.ts';
import { silentLog } from '../support/silent-log.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'etcd-migrate-real-'));
});
afterAll(() => {
  // Go makes its module cache read-only.
  execFileSync('chmod', ['-R', 'u+w', directory]);
  rmSync(directory, { recursive: true });
});

const storeOf = (options: Partial<ReleaseStoreOptions>) =>
  createReleaseStore({
    cacheDir: join(directory, 'cache'),
    sources: ['local', 'cache', 'github', 'go', 'debian', 'image'],
    local: {},
    offline: false,
    catalog: loadCatalog(),
    platform: thisPlatform(),
    clock: systemClock,
    log: silentLog,
    environment: process.env,
    ...options,
  });

/** Longest time between two events, milliseconds. */
function longestSilence(times: readonly number[]): number {
  return Math.max(...times.slice(1).map((time, index) => time - (times[index] ?? time)));
}

const sources = await storeOfProbe();
async function storeOfProbe(): Promise<ReadonlySet<string>> {
  const probed = new Set<string>();
  for (const source of ['go', 'debian'] as const) {
    const store = createReleaseStore({
      cacheDir: join(tmpdir(), 'etcd-migrate-not-made'),
      sources: [source],
      local: {},
      offline: false,
      catalog: loadCatalog(),
      platform: thisPlatform(),
      clock: systemClock,
      log: silentLog,
      environment: process.env,
    });
    if ((await store.probe(['3.5.33', '3.4.23'], unhurried())).size > 0) probed.add(source);
    else if (process.env.CI === 'true') throw new Error(`the source ${source} cannot be used on this machine`);
    else process.stderr.write(`not run: tests of the source ${source}, which this machine cannot use\n`);
  }
  return probed;
}

describe.runIf(sources.has('go'))('Go modules', () => {
  it('build a static etcd of the release with every tool, telling how far they are', async () => {
    const begun = performance.now();
    const times: number[] = [begun];
    const events: ReleaseProgress[] = [];
    const onProgress = (progress: ReleaseProgress): void => {
      times.push(performance.now());
      events.push(progress);
    };
    const obtained = await storeOf({ sources: ['cache', 'go'], onProgress }).obtain('3.5.33', unhurried());
    times.push(performance.now());
    expect(obtained.source).toBe('go');
    expect(Object.keys(obtained.tools)).toEqual(['etcd', 'etcdctl', 'etcdutl']);
    expect(obtained.provenance.modules).toContain('go.etcd.io/etcd/server/v3@v3.5.33');
    for (const { path, sha256 } of Object.values(obtained.tools)) {
      expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(sha256);
      // Static: no interpreter, so it runs on any Linux.
      expect(readFileSync(path).includes('/lib64/ld-linux')).toBe(false);
    }
    expect(events.some(({ activity }) => activity === 'building')).toBe(true);
    // A ratio, for beside a build the test's own timers are late; of ten seconds where Go had compiled most of it before.
    expect(longestSilence(times) / Math.max(performance.now() - begun, 10_000)).toBeLessThan(1 / 3);
    expect((await storeOf({ sources: ['cache'], offline: true }).obtain('3.5.33', unhurried())).source).toBe(
      'cache (go)',
    );
  });

  it('that do not have their pinned checksum are never built: checksum-mismatch', async () => {
    const goModulesDir = join(directory, 'tampered');
    const pinned = join(import.meta.dirname, '../../src/catalog/go-modules/3.6.14');
    execFileSync('mkdir', ['-p', join(goModulesDir, '3.6.14')]);
    execFileSync('cp', [join(pinned, 'go.mod'), join(pinned, 'go.sum'), join(goModulesDir, '3.6.14')]);
    const sum = join(goModulesDir, '3.6.14/go.sum');
    execFileSync('sed', ['-i', '-E', 's#^(go.etcd.io/etcd/server/v3 v3.6.14 h1:)....#\\1AAAA#', sum]);
    const failure = await failureOf(storeOf({ sources: ['go'], goModulesDir }).obtain('3.6.14', unhurried()));
    expect(failure.code).toBe('checksum-mismatch');
    expect(failure.message).toMatch(/SECURITY ERROR|checksum mismatch/);
  });

  it('that lack a checksum are not built either: Go may add nothing', async () => {
    const goModulesDir = join(directory, 'incomplete');
    const pinned = join(import.meta.dirname, '../../src/catalog/go-modules/3.6.14');
    execFileSync('mkdir', ['-p', join(goModulesDir, '3.6.14')]);
    execFileSync('cp', [join(pinned, 'go.mod'), join(pinned, 'go.sum'), join(goModulesDir, '3.6.14')]);
    execFileSync('sed', ['-i', '/bbolt/d', join(goModulesDir, '3.6.14/go.sum')]);
    const failure = await failureOf(storeOf({ sources: ['go'], goModulesDir }).obtain('3.6.14', unhurried()));
    expect(failure.code).toBe('release-unobtainable');
    expect(failure.message).toMatch(/go: go build .*missing go\.sum entry/);
  });

  it('from a proxy that nobody answers for are given up by name, before Go asks them', async () => {
    const environment = {
      ...process.env,
      GOPROXY: await findClosedAddress(),
      GOMODCACHE: join(directory, 'empty-module-cache'),
      GOFLAGS: '-mod=mod',
    };
    const failure = await failureOf(storeOf({ sources: ['go'], environment }).obtain('3.7.1', unhurried()));
    expect(failure.code).toBe('release-unobtainable');
    expect(failure.message).toMatch(/the module proxy http:\S+ cannot be reached .*ECONNREFUSED/);
  });

  it('killed in the middle of a build: the next run builds it, nothing half-made is left', async () => {
    const cacheDir = join(directory, 'killed');
    // An empty build cache, so that there is a middle.
    const environment = { ...process.env, GOCACHE: join(directory, 'empty-build-cache') };
    const program = join(import.meta.dirname, '../support/obtain-release.ts');
    const options = JSON.stringify({ cacheDir, sources: ['cache', 'go'] });
    const child = spawn(process.execPath, [program, options, '3.4.31'], {
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (text: Buffer) => text.includes('packages compiled') && resolve());
      child.once('close', () => reject(new Error('it ended before a package was compiled')));
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(join(cacheDir, '3.4.31/linux-amd64'))).toBe(false);
    expect(readdirSync(join(cacheDir, 'tmp')).length).toBe(1);
    const obtained = await storeOf({ cacheDir, sources: ['cache', 'go'] }).obtain('3.4.31', unhurried());
    expect(obtained.source).toBe('go');
    expect(readdirSync(join(cacheDir, 'tmp'))).toEqual([]);
  });
});

describe.runIf(sources.has('debian'))('Debian packages', () => {
  it.each([
    ['3.3.25', 'bullseye'],
    ['3.4.23', 'bookworm'],
  ])('give %s, verified by apt, without root state and with the tools of its line', async (version, suite) => {
    const obtained = await storeOf({ sources: ['cache', 'debian'] }).obtain(version, unhurried());
    expect(obtained.source).toBe('debian');
    expect(Object.keys(obtained.tools)).toEqual(['etcd', 'etcdctl']);
    expect(obtained.provenance).toMatchObject({
      suite,
      'etcd-server': expect.stringMatching(new RegExp(`^${version.replaceAll('.', '\\.')}[-+]`)),
    });
    expect(execFileSync(obtained.tools.etcd?.path ?? '', ['--version'], { encoding: 'utf8' })).toContain(version);
  });
});

it('a Debian mirror that is silent is given up by name, before apt asks it', async () => {
  await using mirror = await startSilentServer();
  const etc = join(directory, 'etc');
  mkdirSync(join(etc, 'apt'), { recursive: true });
  writeFileSync(join(etc, 'os-release'), 'ID=debian\nVERSION_CODENAME=bookworm\n');
  writeFileSync(join(etc, 'apt/sources.list'), `deb ${mirror.baseUrl} bookworm main\n`);
  const platform = { os: 'linux', arch: 'amd64' } as const;
  const source = createDebianSource({ platform, environment: process.env, etc, http: createHttpClient({}) });
  const known = loadCatalog().releases.find(({ version }) => version === '3.4.23');
  const answer = await source.fetch(
    { version: '3.4.23', tools: ['etcd', 'etcdctl'], known },
    { directory: join(directory, 'unused'), tell: () => {}, signal: unhurried() },
  );
  expect(answer).toEqual({ refused: expect.stringMatching(/cannot be reached|not on PATH/) });
});

it('no Go, no GitHub, no Debian tools, no engine: one error that names the release and every source', async () => {
  const empty = { PATH: join(directory, 'no-programs'), HOME: directory };
  // The shell is all that is left; it is what starts programs.
  execFileSync('mkdir', ['-p', empty.PATH]);
  execFileSync('ln', ['-s', '/bin/sh', join(empty.PATH, 'sh')]);
  const store = storeOf({
    environment: empty,
    githubBaseUrl: await findClosedAddress(),
    mirror: await findClosedAddress(),
    sources: ['local', 'cache', 'github', 'mirror', 'go', 'debian', 'image'],
    cacheDir: join(directory, 'nothing'),
  });
  const failure = await failureOf(store.obtain('3.6.14', unhurried()));
  expect(failure.code).toBe('release-unobtainable');
  expect(failure.message).toMatch(
    /etcd 3\.6\.14 for \S+ cannot be obtained.*local: .*cache: .*github: .*cannot be reached.*mirror: .*go: no usable Go.*debian: .*image: no container engine/,
  );
});
