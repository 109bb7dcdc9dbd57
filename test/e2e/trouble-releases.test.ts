// Releases that cannot be had or are not what they say: one message, no process ever started.
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeWithEtcd } from '../support/etcd-binaries.ts';
import { openWorkplace, type Workplace } from '../support/rehearsal.ts';
import {
  fakeTool,
  findClosedAddress,
  folderOf,
  makeArchive,
  publishFake,
  sha256,
  startReleaseServer,
} from '../support/release-server.ts';
import { standIn, troubleOf } from '../support/trouble.ts';

const FROM = '3.6.14';
const TO = '3.7.1';
const versions = `from: "${FROM}"\nto: "${TO}"\n`;

/** A PATH with Node and a shell and nothing else. */
function barePath(place: Workplace): string {
  const directory = join(place.directory, 'bin');
  mkdirSync(directory);
  symlinkSync(process.execPath, join(directory, 'node'));
  symlinkSync('/bin/sh', join(directory, 'sh'));
  return directory;
}

/** Nothing of this machine helps: an empty cache, no network but loopback, no tools. */
async function cutOff(place: Workplace): Promise<Record<string, string>> {
  const proxy = await findClosedAddress();
  return { PATH: barePath(place), HOME: place.directory, HTTPS_PROXY: proxy, https_proxy: proxy };
}

const emptyCache = (place: Workplace): readonly string[] => ['--cache', join(place.directory, 'cache')];

describe('releases that cannot be had', () => {
  it('no Go and no GitHub: names the release, and every source with its reason', async () => {
    using place = openWorkplace();
    await place.manifest(`${versions}releases:\n  sources: [cache, github, go]\n`, []);
    const { report, result } = await troubleOf(
      place,
      'error',
      'release-unobtainable',
      { environment: await cutOff(place) },
      emptyCache(place),
    );
    expect(report.reason).toContain(`etcd ${FROM}`);
    expect(report.reason).toMatch(/cache: nothing in /);
    expect(report.reason).toMatch(/github: .*cannot be reached \(.*ECONNREFUSED/);
    expect(report.reason).toMatch(/go: no usable Go/);
    expect(result.stderr.split(report.reason).length - 1).toBe(1);
  });

  it('offline with an empty cache: says that it was told not to look further', async () => {
    using place = openWorkplace();
    await place.manifest(versions, []);
    const { report } = await troubleOf(place, 'error', 'release-unobtainable', {}, ['--offline', ...emptyCache(place)]);
    expect(report.reason).toContain(`etcd ${FROM}`);
    expect(report.reason).toMatch(/offline/);
  });

  it.each([
    ['a wrong checksum at the mirror', 'wrong', 'checksum-mismatch', /checksum|sha256/i],
    ['a truncated archive', 'truncated', 'release-unobtainable', /broke off|truncated|unexpected end|ended|bytes/i],
    ['an archive that was cut before its sums were made', 'cut', 'binary-invalid', /cannot be unpacked although/],
  ] as const)('%s: names file and address, keeps nothing', async (_, kind, code, words) => {
    using place = openWorkplace();
    await using server = await startReleaseServer();
    const archive = await publishFake(server, FROM);
    await publishFake(server, TO);
    const name = `${folderOf(FROM)}.tar.gz`;
    const half = archive.subarray(0, Math.floor(archive.length / 2));
    if (kind === 'wrong') server.publish(FROM, { archive, checksums: `${'0'.repeat(64)}  ${name}\n` });
    if (kind === 'truncated') server.publish(FROM, { archive, behaviour: 'break-off' });
    if (kind === 'cut') server.publish(FROM, { archive: half, checksums: `${sha256(half)}  ${name}\n` });
    await place.manifest(`${versions}releases:\n  sources: [cache, mirror]\n  mirror: ${server.baseUrl}\n`, []);
    const { report } = await troubleOf(place, 'error', code, {}, emptyCache(place));
    expect(report.reason).toContain(FROM);
    expect(report.reason).toContain(server.baseUrl);
    expect(report.reason).toMatch(words);
    expect(
      readdirSync(join(place.directory, 'cache'), { recursive: true }).filter((path) => /tar|etcd$/.test(`${path}`)),
    ).toEqual([]);
  });

  it('an archive that holds another version than it says', async () => {
    using place = openWorkplace();
    await using server = await startReleaseServer();
    await publishFake(server, FROM, '3.6.1');
    await publishFake(server, TO);
    await place.manifest(`${versions}releases:\n  sources: [cache, mirror]\n  mirror: ${server.baseUrl}\n`, []);
    const { report } = await troubleOf(place, 'error', 'binary-version-mismatch', {}, emptyCache(place));
    expect(report.reason).toMatch(/says that it is 3\.6\.1, not 3\.6\.14/);
  });

  it('an archive without etcd in it', async () => {
    using place = openWorkplace();
    await using server = await startReleaseServer();
    server.publish(FROM, { archive: await makeArchive(folderOf(FROM), { 'README.md': 'nothing here' }) });
    await publishFake(server, TO);
    await place.manifest(`${versions}releases:\n  sources: [cache, mirror]\n  mirror: ${server.baseUrl}\n`, []);
    const { report } = await troubleOf(place, 'error', 'binary-invalid', {}, emptyCache(place));
    expect(report.reason).toContain(`${server.baseUrl}/v${FROM}/${folderOf(FROM)}.tar.gz does not hold`);
    expect(report.nextSteps[0]).toContain('mirror');
  });
});

describeWithEtcd([FROM, TO], 'binaries of the user', (releases) => {
  it.each([
    ['a binary that is no program at all', '#!/nonexistent/interpreter\n', 'binary-invalid', /is not a working etcd/],
    ['a program that is not etcd', '#!/bin/sh\necho hello\n', 'binary-invalid', /printed "hello"/],
    [
      'an etcd that ends with an error',
      '#!/bin/sh\necho broken >&2\nexit 7\n',
      'binary-invalid',
      /exit code 7.*"broken"/,
    ],
    [
      'an etcd of another version',
      fakeTool('etcd', '3.7.0'),
      'binary-version-mismatch',
      /says that it is 3\.7\.0, not 3\.7\.1/,
    ],
  ] as const)('%s', async (_, script, code, words) => {
    using place = openWorkplace();
    const target = releases.get(TO);
    if (target === undefined) throw new Error(`no ${TO}`);
    const directory = standIn(place, script, target);
    await place.manifest(versions, [FROM, TO], { [TO]: directory });
    const { report } = await troubleOf(place, 'error', code);
    expect(report.reason).toMatch(words);
    expect(report.reason).toContain(join(directory, 'etcd'));
  });

  it('a directory without etcd in it', async () => {
    using place = openWorkplace();
    await place.manifest(versions, [FROM, TO], { [TO]: place.directory });
    const { report } = await troubleOf(place, 'error', 'binary-invalid');
    expect(report.reason).toContain(dirname(join(place.directory, 'etcd')));
    expect(report.reason).toContain('does not exist');
  });
});
