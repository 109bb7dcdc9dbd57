// The cache hands out only what was put there; local directories are used as they are or not at all.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeTool, publishFake, startReleaseServer } from '../../support/release-server.ts';
import { failureOf, openStoreBench, unhurried } from '../../support/release-store.ts';

const entryOf = (cacheDir: string): string => join(cacheDir, '3.5.33/linux-amd64');

describe('a cached release', () => {
  it.each([
    [
      'a changed binary',
      (entry: string) => writeFile(join(entry, 'etcdctl'), fakeTool('etcdctl', '3.5.33 ')),
      /etcdctl has sha256/,
    ],
    ['a removed binary', (entry: string) => rm(join(entry, 'etcdutl')), /etcdutl is missing/],
    [
      'a manifest that is not JSON',
      (entry: string) => writeFile(join(entry, 'manifest.json'), '{"sche'),
      /is not JSON/,
    ],
    [
      'a manifest of something else',
      (entry: string) => writeFile(join(entry, 'manifest.json'), '{}'),
      /not a cache manifest/,
    ],
    [
      'a manifest of another release',
      async (entry: string) => {
        const path = join(entry, 'manifest.json');
        await writeFile(path, (await readFile(path, 'utf8')).replace('"version": "3.5.33"', '"version": "3.5.30"'));
      },
      /says that it is 3\.5\.30/,
    ],
  ])('with %s is set aside with a warning and obtained anew; offline it is refused', async (_, damage, reason) => {
    await using server = await startReleaseServer();
    await using bench = await openStoreBench();
    await publishFake(server, '3.5.33');
    const good = await bench.store({ mirror: server.baseUrl }).obtain('3.5.33', unhurried());
    await damage(entryOf(bench.cacheDir));

    const offline = await failureOf(bench.store({ offline: true }).obtain('3.5.33', unhurried()));
    expect(offline.code).toBe('release-unobtainable');
    expect(offline.message).toMatch(reason);

    const again = await bench.store({ mirror: server.baseUrl }).obtain('3.5.33', unhurried());
    expect(again).toMatchObject({ source: 'mirror', tools: good.tools });
    expect(bench.warnings).toEqual([expect.stringMatching(reason)]);
    expect(existsSync(`${entryOf(bench.cacheDir)}.damaged`)).toBe(true);
    expect((await bench.store({ offline: true }).obtain('3.5.33', unhurried())).source).toBe('cache (mirror)');
  });

  it('from a source that is not allowed now is not used', async () => {
    await using server = await startReleaseServer();
    await using bench = await openStoreBench();
    await publishFake(server, '3.5.33');
    await bench.store({ mirror: server.baseUrl }).obtain('3.5.33', unhurried());
    const strict = bench.store({ sources: ['cache', 'github'], offline: true });
    expect((await strict.probe(['3.5.33'], unhurried())).size).toBe(0);
    const failure = await failureOf(strict.obtain('3.5.33', unhurried()));
    expect(failure.message).toContain('came from mirror, which `releases.sources` does not allow');
    expect((await bench.store({ sources: ['cache'] }).obtain('3.5.33', unhurried())).source).toBe('cache (mirror)');
  });

  it('is asked for twice at once in one process: fetched once', async () => {
    await using server = await startReleaseServer();
    await using bench = await openStoreBench();
    await publishFake(server, '3.5.33');
    const store = bench.store({ mirror: server.baseUrl });
    const both = await Promise.all([store.obtain('3.5.33', unhurried()), store.obtain('3.5.33', unhurried())]);
    expect(both.map(({ source }) => source)).toEqual(['mirror', 'cache (mirror)']);
    expect(server.requests.filter((each) => each.endsWith('.tar.gz') && each.includes('/objects/')).length).toBe(1);
  });

  it('a workspace of a dead process is swept, one of a living process and one of another machine stay', async () => {
    await using server = await startReleaseServer();
    await using bench = await openStoreBench();
    await publishFake(server, '3.5.33');
    const dead = spawn('true');
    await new Promise((resolve) => dead.once('exit', resolve));
    const names = {
      dead: `${hostname()}.${dead.pid}.00000000`,
      alive: `${hostname()}.${process.ppid}.00000000`,
      elsewhere: `not-${hostname()}.${dead.pid}.00000000`,
    };
    for (const name of Object.values(names)) await mkdir(join(bench.cacheDir, 'tmp', name), { recursive: true });
    await bench.store({ mirror: server.baseUrl }).obtain('3.5.33', unhurried());
    expect((await readdir(join(bench.cacheDir, 'tmp'))).sort()).toEqual([names.alive, names.elsewhere].sort());
  });

  it('a cache directory that cannot be made is named', async () => {
    await using server = await startReleaseServer();
    await using bench = await openStoreBench();
    await publishFake(server, '3.5.33');
    await writeFile(join(bench.directory, 'file'), 'in the way');
    const cacheDir = join(bench.directory, 'file/cache');
    const failure = await failureOf(bench.store({ mirror: server.baseUrl, cacheDir }).obtain('3.5.33', unhurried()));
    expect(failure).toMatchObject({ code: 'no-permission', message: expect.stringContaining(cacheDir) });
  });
});

describe('a local directory', () => {
  const fill = async (directory: string, version: string): Promise<void> => {
    await mkdir(directory, { recursive: true });
    for (const tool of ['etcd', 'etcdctl', 'etcdutl']) {
      await writeFile(join(directory, tool), fakeTool(tool, version), { mode: 0o755 });
    }
  };

  it('is used where it is, and nothing is written to the cache', async () => {
    await using bench = await openStoreBench();
    const directory = join(bench.directory, 'bin');
    await fill(directory, '3.5.33');
    const obtained = await bench.store({ local: { '3.5.33': directory } }).obtain('3.5.33', unhurried());
    expect(obtained).toMatchObject({ source: 'local', directory });
    expect(obtained.tools.etcd?.path).toBe(join(directory, 'etcd'));
    expect(existsSync(bench.cacheDir)).toBe(false);
  });

  it('that lies about its version, lacks a tool or cannot be run ends the search by name', async () => {
    await using server = await startReleaseServer();
    await using bench = await openStoreBench();
    await publishFake(server, '3.5.33');
    const directory = join(bench.directory, 'bin');
    const obtain = () =>
      failureOf(bench.store({ local: { '3.5.33': directory }, mirror: server.baseUrl }).obtain('3.5.33', unhurried()));
    expect(await obtain()).toMatchObject({
      code: 'binary-invalid',
      message: expect.stringContaining('does not exist'),
    });
    await fill(directory, '3.5.30');
    expect(await obtain()).toMatchObject({
      code: 'binary-version-mismatch',
      message: expect.stringContaining(`${directory}/etcd (etcd 3.5.33 from local) says that it is 3.5.30`),
    });
    await fill(directory, '3.5.33');
    await rm(join(directory, 'etcdutl'));
    expect(await obtain()).toMatchObject({ code: 'binary-invalid', message: expect.stringContaining('etcdutl') });
    await chmod(join(directory, 'etcdctl'), 0o644);
    expect(await obtain()).toMatchObject({ code: 'binary-invalid', message: expect.stringContaining('etcdctl') });
    expect(server.requests).toEqual([]);
  });

  it('whose etcd is another program, fails or is not for this machine says what it printed', async () => {
    await using bench = await openStoreBench();
    const directory = join(bench.directory, 'bin');
    const obtain = () => failureOf(bench.store({ local: { '3.5.33': directory } }).obtain('3.5.33', unhurried()));
    for (const [content, words] of [
      ['#!/bin/sh\necho I am a teapot\n', 'I am a teapot'],
      ['#!/bin/sh\necho "etcd Version: 3.5.33"\nexit 3\n', 'exit code 3'],
      ['#!/bin/sh\n', 'printed nothing'],
      [Buffer.from('\x7fELF not really'), ''],
    ] as const) {
      await fill(directory, '3.5.33');
      await writeFile(join(directory, 'etcd'), content, { mode: 0o755 });
      expect(await obtain()).toMatchObject({ code: 'binary-invalid', message: expect.stringContaining(words) });
    }
  });
});
