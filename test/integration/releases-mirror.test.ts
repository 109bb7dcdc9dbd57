// Published releases from a real HTTP server: what is right is used, what is wrong is named and never run.
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create } from 'tar';
import { describe, expect, it } from 'vitest';
import {
  countAttempts,
  findClosedAddress,
  folderOf,
  makeArchive,
  publishFake,
  sha256,
  startReleaseServer,
  startSilentServer,
} from '../support/release-server.ts';
import { failureOf, openStoreBench, unhurried } from '../support/release-store.ts';

/** Whatever happened, no half-made entry and no workspace stays. */
async function leftovers(cacheDir: string): Promise<string[]> {
  if (!existsSync(cacheDir)) return [];
  const names = await readdir(cacheDir, { recursive: true, withFileTypes: true });
  return names.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
}

describe('a published release', () => {
  it('is fetched through the redirect, verified, cached, and reused without asking again', async () => {
    await using server = await startReleaseServer();
    await using bench = await openStoreBench();
    const archive = await publishFake(server, '3.5.33');
    const store = bench.store({ mirror: server.baseUrl });
    const obtained = await store.obtain('3.5.33', unhurried());
    expect(obtained.source).toBe('mirror');
    expect(obtained.provenance).toMatchObject({ sha256: sha256(archive) });
    expect(Object.keys(obtained.tools)).toEqual(['etcd', 'etcdctl', 'etcdutl']);
    for (const { path, sha256: recorded } of Object.values(obtained.tools)) {
      expect(recorded).toBe(sha256(await readFile(path)));
    }
    // The sums come first: an archive is never fetched without knowing what it must be.
    expect(server.requests.filter((each) => each.includes('/download/'))).toEqual([
      'GET /download/v3.5.33/SHA256SUMS',
      `GET /download/v3.5.33/${folderOf('3.5.33')}.tar.gz`,
    ]);
    const asked = server.requests.length;
    const again = await bench.store({ mirror: server.baseUrl }).obtain('3.5.33', unhurried());
    expect(again).toMatchObject({ source: 'cache (mirror)', tools: obtained.tools });
    expect(server.requests.length).toBe(asked);
    expect(await readdir(join(bench.cacheDir, 'tmp'))).toEqual([]);
  });

  it('comes from GitHub by the same code, and only with the tools of its line', async () => {
    await using server = await startReleaseServer();
    await using bench = await openStoreBench();
    await publishFake(server, '3.4.23');
    const store = bench.store({ sources: ['github'], githubBaseUrl: server.baseUrl });
    const obtained = await store.obtain('3.4.23', unhurried());
    expect(obtained.source).toBe('github');
    expect(Object.keys(obtained.tools)).toEqual(['etcd', 'etcdctl']);
  });

  it('with a wrong checksum ends the search: nothing is run, nothing is kept, no next source is asked', async () => {
    await using bad = await startReleaseServer();
    await using good = await startReleaseServer();
    await using bench = await openStoreBench();
    const marker = join(bench.directory, 'it-ran');
    const archive = await makeArchive(folderOf('3.5.33'), { etcd: `#!/bin/sh\ntouch ${marker}\n` });
    bad.publish('3.5.33', { archive, checksums: `${'0'.repeat(64)}  ${folderOf('3.5.33')}.tar.gz\n` });
    await publishFake(good, '3.5.33');
    const store = bench.store({ sources: ['github', 'mirror'], githubBaseUrl: bad.baseUrl, mirror: good.baseUrl });
    const failure = await failureOf(store.obtain('3.5.33', unhurried()));
    expect(failure.code).toBe('checksum-mismatch');
    expect(failure.message).toContain(sha256(archive));
    expect(failure.message).toContain('0'.repeat(64));
    expect(good.requests).toEqual([]);
    expect(existsSync(marker)).toBe(false);
    expect(await leftovers(bench.cacheDir)).toEqual([]);
  });

  it('truncated on the mirror: a checksum mismatch where the sums are those of the whole archive', async () => {
    await using server = await startReleaseServer();
    await using bench = await openStoreBench();
    const whole = await publishFake(server, '3.5.33');
    const checksums = `${sha256(whole)}  ${folderOf('3.5.33')}.tar.gz\n`;
    server.publish('3.5.33', { archive: whole.subarray(0, whole.length - 40), checksums });
    const failure = await failureOf(bench.store({ mirror: server.baseUrl }).obtain('3.5.33', unhurried()));
    expect(failure.code).toBe('checksum-mismatch');
    expect(await leftovers(bench.cacheDir)).toEqual([]);
  });

  it('truncated before its sums were made cannot be unpacked, and says so', async () => {
    await using server = await startReleaseServer();
    await using bench = await openStoreBench();
    const whole = await publishFake(server, '3.5.33');
    server.publish('3.5.33', { archive: whole.subarray(0, Math.floor(whole.length / 2)) });
    const failure = await failureOf(bench.store({ mirror: server.baseUrl }).obtain('3.5.33', unhurried()));
    expect(failure.code).toBe('binary-invalid');
    expect(failure.message).toContain(`${folderOf('3.5.33')}.tar.gz`);
    expect(await leftovers(bench.cacheDir)).toEqual([]);
  });

  it('that breaks off on the way is no release: the next source is asked and both are named', async () => {
    await using breaking = await startReleaseServer();
    await using good = await startReleaseServer();
    await using bench = await openStoreBench();
    const archive = await publishFake(good, '3.5.33');
    breaking.publish('3.5.33', { archive, behaviour: 'break-off' });
    const both = { githubBaseUrl: breaking.baseUrl, mirror: good.baseUrl };
    expect((await bench.store({ ...both, sources: ['github', 'mirror'] }).obtain('3.5.33', unhurried())).source).toBe(
      'mirror',
    );
    const failure = await failureOf(bench.store({ ...both, sources: ['github'] }).obtain('3.5.33', unhurried()));
    expect(failure.code).toBe('release-unobtainable');
    expect(failure.message).toMatch(/github: .*broke off/);
  });

  it.each([
    ['no line for the archive', `${'1'.repeat(64)}  another-file.tar.gz\n`, 'no line for'],
    ['a login page instead of sums', '<html>Please sign in</html>', 'is not a list of checksums'],
    [
      'two different sums',
      `${'1'.repeat(64)}  ${folderOf('3.5.33')}.tar.gz\n${'2'.repeat(64)}  ${folderOf('3.5.33')}.tar.gz\n`,
      '2 different sums',
    ],
  ])('with %s is not fetched at all', async (_, checksums, reason) => {
    await using server = await startReleaseServer();
    await using bench = await openStoreBench();
    const archive = await publishFake(server, '3.5.33');
    server.publish('3.5.33', { archive, checksums });
    const failure = await failureOf(bench.store({ mirror: server.baseUrl }).obtain('3.5.33', unhurried()));
    expect(failure).toMatchObject({ code: 'release-unobtainable', message: expect.stringContaining(reason) });
    expect(server.requests.some((each) => each.endsWith('.tar.gz'))).toBe(false);
  });

  it.each(['SHA256SUMS', 'archive'])(
    'whose %s is not found is refused with the address and the status',
    async (what) => {
      await using server = await startReleaseServer();
      await using bench = await openStoreBench();
      if (what === 'archive') {
        const archive = await publishFake(server, '3.5.33');
        server.publish('3.5.33', { archive, behaviour: 'not-found' });
      }
      const failure = await failureOf(bench.store({ mirror: server.baseUrl }).obtain('3.5.33', unhurried()));
      expect(failure.code).toBe('release-unobtainable');
      expect(failure.message).toMatch(/mirror: http:\S+ answered 404/);
      expect(failure.message).toContain('3.5.33 for linux-amd64');
    },
  );

  it('with a name that leads out of the archive is refused, and nothing is written outside', async () => {
    await using server = await startReleaseServer();
    await using bench = await openStoreBench();
    const inner = join(bench.directory, 'inner');
    const outside = join(bench.directory, 'evil');
    const { mkdir } = await import('node:fs/promises');
    await mkdir(join(inner, folderOf('3.5.33')), { recursive: true });
    await writeFile(outside, 'planted');
    const file = join(bench.directory, 'evil.tar.gz');
    await create({ gzip: true, file, cwd: inner, preservePaths: true }, [folderOf('3.5.33'), '../evil']);
    server.publish('3.5.33', { archive: await readFile(file) });
    const failure = await failureOf(bench.store({ mirror: server.baseUrl }).obtain('3.5.33', unhurried()));
    expect(failure.code).toBe('binary-invalid');
    expect(failure.message).toContain('../evil');
    expect(await leftovers(bench.cacheDir)).toEqual([]);
  });

  it('that is not etcd, or another version than its name says, is not kept', async () => {
    await using server = await startReleaseServer();
    await using bench = await openStoreBench();
    const script = '#!/bin/sh\necho hello from something else\n';
    const files = { etcd: script, etcdctl: script, etcdutl: script };
    server.publish('3.5.33', { archive: await makeArchive(folderOf('3.5.33'), files) });
    const notEtcd = await failureOf(bench.store({ mirror: server.baseUrl }).obtain('3.5.33', unhurried()));
    expect(notEtcd.code).toBe('binary-invalid');
    expect(notEtcd.message).toContain('hello from something else');
    await publishFake(server, '3.5.30', '3.5.29');
    const liar = await failureOf(bench.store({ mirror: server.baseUrl }).obtain('3.5.30', unhurried()));
    expect(liar.code).toBe('binary-version-mismatch');
    expect(liar.message).toContain('says that it is 3.5.29, not 3.5.30');
    expect(await leftovers(bench.cacheDir)).toEqual([]);
  });
});

describe('a source that does not answer', () => {
  it('nobody listens: named with its reason, and asked once, not once per release', async () => {
    await using bench = await openStoreBench();
    const mirror = await findClosedAddress();
    using attempts = countAttempts(mirror);
    const store = bench.store({ mirror });
    const versions = Array.from({ length: 30 }, (_, patch) => `3.5.${patch}`);
    expect((await store.probe(versions, unhurried())).size).toBe(0);
    const failure = await failureOf(store.obtain('3.5.33', unhurried()));
    expect(failure.code).toBe('release-unobtainable');
    expect(failure.message).toMatch(/mirror: .*cannot be reached .*ECONNREFUSED/);
    // Some questions are under way together when the first is refused.
    expect(attempts.count()).toBeGreaterThan(0);
    expect(attempts.count()).toBeLessThan(versions.length / 2);
  });

  it('takes the connection and says nothing: given up after about 5 s for all releases together', async () => {
    await using silent = await startSilentServer();
    await using bench = await openStoreBench();
    const store = bench.store({ mirror: silent.baseUrl });
    expect((await store.probe(['3.5.30', '3.5.33', '3.4.23'], unhurried())).size).toBe(0);
    expect(silent.questions(), 'all releases are asked for together').toBe(3);
    const failure = await failureOf(store.obtain('3.5.33', unhurried()));
    expect(silent.questions(), 'what did not answer is not asked again').toBe(3);
    expect(failure.message).toMatch(/no answer within 5 s/);
    // And not a silent one.
    expect(bench.progress.filter(({ release }) => release === null).length).toBeGreaterThanOrEqual(2);
  });

  it('an abort ends a stalled transfer at once and leaves nothing', async () => {
    await using server = await startReleaseServer();
    await using bench = await openStoreBench();
    const archive = await publishFake(server, '3.5.33');
    server.publish('3.5.33', { archive, behaviour: 'stall' });
    const stop = new AbortController();
    const obtaining = failureOf(bench.store({ mirror: server.baseUrl }).obtain('3.5.33', stop.signal));
    while (!bench.progress.some(({ bytes }) => bytes)) await new Promise((resolve) => setTimeout(resolve, 20));
    stop.abort(new Error('enough'));
    expect((await obtaining).message).toBe('enough');
    expect(await leftovers(bench.cacheDir)).toEqual([]);
  });
});

describe('a probe', () => {
  it('offers what the mirror has, asks each release once, and fetches no archive', async () => {
    await using server = await startReleaseServer();
    await using bench = await openStoreBench();
    await publishFake(server, '3.5.33');
    const offered = await bench.store({ mirror: server.baseUrl }).probe(['3.5.30', '3.5.33'], unhurried());
    expect([...offered]).toEqual([['3.5.33', 'mirror']]);
    expect([...server.requests].sort()).toEqual([
      'HEAD /download/v3.5.30/SHA256SUMS',
      'HEAD /download/v3.5.33/SHA256SUMS',
    ]);
  });

  it("asks GitHub one question for all of the catalog's releases", async () => {
    await using server = await startReleaseServer();
    await using bench = await openStoreBench();
    await publishFake(server, '3.5.33');
    const store = bench.store({ sources: ['github'], githubBaseUrl: server.baseUrl });
    const offered = await store.probe(['3.4.23', '3.5.30', '3.5.33', '3.5.99'], unhurried());
    expect([...offered.keys()].sort()).toEqual(['3.4.23', '3.5.30', '3.5.33']);
    expect(server.requests.length).toBe(2);
  });

  it('prefers sources in the order given, and offline asks none outside', async () => {
    await using server = await startReleaseServer();
    await using bench = await openStoreBench();
    await publishFake(server, '3.5.33');
    const sources = ['mirror', 'local'] as const;
    const options = { mirror: server.baseUrl, local: { '3.5.33': bench.directory }, sources };
    expect((await bench.store(options).probe(['3.5.33'], unhurried())).get('3.5.33')).toBe('mirror');
    const asked = server.requests.length;
    expect((await bench.store({ ...options, offline: true }).probe(['3.5.33'], unhurried())).get('3.5.33')).toBe(
      'local',
    );
    const failure = await failureOf(
      bench.store({ mirror: server.baseUrl, offline: true }).obtain('3.5.33', unhurried()),
    );
    expect(failure.code).toBe('release-unobtainable');
    expect(failure.message).toMatch(/offline.*local: .*cache: nothing in/);
    expect(server.requests.length).toBe(asked);
  });
});
