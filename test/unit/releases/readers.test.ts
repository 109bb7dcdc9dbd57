// Small readers: checksum lists, apt's sources, package versions, platforms, zips.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unpack } from '../../../src/releases/archive.ts';
import { findChecksum } from '../../../src/releases/checksums.ts';
import { thisPlatform, toolFile } from '../../../src/releases/platform.ts';
import { findDebianMirror } from '../../../src/releases/sources/apt-sources.ts';
import { packageVersionOf } from '../../../src/releases/sources/madison.ts';
import { makeZip } from '../../support/zip.ts';

describe('SHA256SUMS', () => {
  const sum = 'a'.repeat(64);
  it.each([
    `${sum}  x.tar.gz\n`,
    `${sum} *x.tar.gz\r\n`,
    `${sum.toUpperCase()}  ./x.tar.gz\n`,
    `${'b'.repeat(64)}  x.tar.gz.asc\n\n${sum}\tx.tar.gz\n${sum}  x.tar.gz`,
  ])('is read as sha256sum writes it: %j', (list) => expect(findChecksum(list, 'x.tar.gz')).toBe(sum));

  it.each([`${'a'.repeat(63)}  x.tar.gz\n`, '', 'x.tar.gz', `${sum}  y.tar.gz\n`, `${sum}  x.tar.gz y\n`])(
    'never guesses: %j',
    (list) => expect(findChecksum(list, 'x.tar.gz')).toHaveProperty('refused'),
  );
});

describe("apt's sources", () => {
  const deb822 = { name: 'debian.sources', text: '' };
  it('are read in the deb822 format, comments, folded fields and all', () => {
    const text = `Types: deb-src
URIs: http://wrong.example/debian
Suites: bookworm
Components: main

# the mirror
Types: deb
# a comment inside
URIs: http://deb.example/debian
Suites: bookworm
 bookworm-updates
Components: main contrib
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: http://deb.example/debian-security
Suites: bookworm-security
Components: main
`;
    expect(findDebianMirror([{ ...deb822, text }], 'bookworm')).toEqual({
      uri: 'http://deb.example/debian',
      signedBy: '/usr/share/keyrings/debian-archive-keyring.gpg',
    });
    expect(findDebianMirror([{ ...deb822, text }], 'trixie')).toBeUndefined();
    const off = text.replace('# a comment inside', 'Enabled: no');
    expect(findDebianMirror([{ ...deb822, text: off }], 'bookworm')).toBeUndefined();
  });

  it('are read in the one-line format, without options that weaken apt', () => {
    const text = `# deb http://commented.example/debian bookworm main
deb-src http://src.example/debian bookworm main
deb [arch=amd64] https://packages.example other main
deb [trusted=yes signed-by=/k.gpg] http://one.example/debian bookworm main # comment
`;
    expect(findDebianMirror([{ name: 'sources.list', text }], 'bookworm')).toEqual({
      uri: 'http://one.example/debian',
      signedBy: '/k.gpg',
    });
    expect(
      findDebianMirror(
        [{ name: 'sources.list', text: 'deb http://plain.example/debian trixie main contrib' }],
        'trixie',
      ),
    ).toEqual({ uri: 'http://plain.example/debian', signedBy: undefined });
  });
});

it('a Debian version is that release and no longer one that begins alike', () => {
  const madison = ` etcd-server | 3.4.230-1 | http://m main\n etcd-server | 3.4.23-4+b4 | http://m bookworm/main amd64 Packages`;
  expect(packageVersionOf(madison, { version: '3.4.23' })).toBe('3.4.23-4+b4');
  expect(packageVersionOf(madison, { version: '3.4.2' })).toBeUndefined();
  expect(packageVersionOf(' etcd-server | 3.3.25+dfsg-6+b6 | x', { version: '3.3.25' })).toBe('3.3.25+dfsg-6+b6');
  expect(packageVersionOf('', { version: '3.4.23' })).toBeUndefined();
});

it('platforms are named as etcd names them', () => {
  expect(thisPlatform({ platform: 'linux', arch: 'x64' })).toEqual({ os: 'linux', arch: 'amd64' });
  expect(thisPlatform({ platform: 'darwin', arch: 'arm64' })).toEqual({ os: 'darwin', arch: 'arm64' });
  expect(() => thisPlatform({ platform: 'freebsd', arch: 'x64' })).toThrow(
    expect.objectContaining({ code: 'release-unobtainable', message: expect.stringContaining('freebsd on x64') }),
  );
  expect(toolFile('etcdctl', { os: 'windows', arch: 'amd64' })).toBe('etcdctl.exe');
});

describe('a zip, as etcd publishes for macOS and Windows', () => {
  const inTemporary = async (work: (directory: string) => Promise<void>): Promise<void> => {
    const directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-zip-'));
    try {
      await work(directory);
    } finally {
      await rm(directory, { recursive: true });
    }
  };

  it('gives the wanted files and nothing else, ready to run', () =>
    inTemporary(async (root) => {
      const archive = join(root, 'release.zip');
      await writeFile(archive, makeZip({ 'f/': '', 'f/etcd': '#!/bin/sh\necho hi\n', 'f/README.md': 'no' }));
      const directory = join(root, 'out');
      await unpack({ archive, directory, wanted: ['f/etcd'] });
      expect(execFileSync(join(directory, 'etcd'), { encoding: 'utf8' })).toBe('hi\n');
      expect((await stat(join(directory, 'etcd'))).mode & 0o777).toBe(0o755);
      expect(existsSync(join(directory, 'README.md'))).toBe(false);
      await expect(unpack({ archive, directory: join(root, 'two'), wanted: ['f/etcdctl'] })).rejects.toThrow(
        'f/etcdctl',
      );
    }));

  it('with a name that leads outside, or cut off, is refused', () =>
    inTemporary(async (root) => {
      const archive = join(root, 'release.zip');
      await writeFile(archive, makeZip({ 'f/etcd': 'x', '../evil': 'x' }));
      const wanted = ['f/etcd'];
      await expect(unpack({ archive, directory: join(root, 'a'), wanted })).rejects.toMatchObject({
        code: 'binary-invalid',
      });
      expect(existsSync(join(root, 'evil'))).toBe(false);
      await writeFile(archive, (await readFile(archive)).subarray(0, 60));
      await expect(unpack({ archive, directory: join(root, 'b'), wanted })).rejects.toMatchObject({
        code: 'binary-invalid',
      });
    }));
});
