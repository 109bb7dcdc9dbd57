// Several processes, killed processes, full and forbidden disks: the cache is right afterwards, whatever happened.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReleaseProgress } from '../../src/releases/source.ts';
import type { ObtainedRelease, ReleaseStoreOptions } from '../../src/releases/store.ts';
import { folderOf, publishFake, sha256, startReleaseServer } from '../support/release-server.ts';

const program = join(import.meta.dirname, '../support/obtain-release.ts');
const root = process.getuid?.() === 0;

interface Line {
  readonly progress?: ReleaseProgress;
  readonly obtained?: ObtainedRelease;
  readonly failed?: { readonly code: string; readonly message: string };
  readonly log?: string;
}

interface Obtaining {
  readonly child: ChildProcess;
  /** The first line of which this is true. */
  until(condition: (line: Line) => boolean): Promise<Line>;
  /** All lines, once it has ended. */
  readonly end: Promise<readonly Line[]>;
}

type Options = Partial<ReleaseStoreOptions>;

function obtain(options: Options, version: string, environment: NodeJS.ProcessEnv = {}, uid?: number): Obtaining {
  const child = spawn(process.execPath, [program, JSON.stringify(options), version], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const lines: Line[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (text) => {
    lines.push(JSON.parse(text) as Line);
    for (const wake of waiting) wake();
  });
  const end = new Promise<readonly Line[]>((resolve) => child.once('close', () => resolve(lines)));
  return {
    child,
    end,
    until: (condition) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const line = lines.find(condition);
          if (line === undefined) return;
          waiting.delete(look);
          resolve(line);
        };
        waiting.add(look);
        look();
        void end.then(() => reject(new Error(`ended before that: ${JSON.stringify(lines.at(-1))}`)));
      }),
  };
}

const resultOf = (lines: readonly Line[]): Line => lines.find(({ obtained, failed }) => obtained ?? failed) ?? {};

let directory: string;
let cacheDir: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'etcd-migrate-processes-'));
  cacheDir = join(directory, 'cache');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** Every file in the cache that is not part of a whole entry. */
const halfMade = (): string[] =>
  readdirSync(cacheDir, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && !existsSync(join(each.parentPath, 'manifest.json')))
    .map((each) => join(each.parentPath, each.name));

describe('processes that share a cache', () => {
  it('want the same release at once: one fetches it, all get the same binaries', async () => {
    await using server = await startReleaseServer();
    await publishFake(server, '3.5.33');
    const options: Options = { cacheDir, sources: ['cache', 'mirror'], mirror: server.baseUrl };
    const all = await Promise.all([1, 2, 3].map(() => obtain(options, '3.5.33').end));
    const results = all.map((lines) => resultOf(lines).obtained);
    expect(results.map((result) => result?.source).sort()).toEqual(['cache (mirror)', 'cache (mirror)', 'mirror']);
    expect(new Set(results.map((result) => JSON.stringify(result?.tools))).size).toBe(1);
    expect(server.requests.filter((each) => each === `GET /objects/v3.5.33/${folderOf('3.5.33')}.tar.gz`).length).toBe(
      1,
    );
    expect(halfMade()).toEqual([]);
  });

  it('killed in the middle of a download: nothing half-made is used, the next process sweeps and succeeds', async () => {
    await using server = await startReleaseServer();
    const archive = await publishFake(server, '3.5.33');
    server.publish('3.5.33', { archive, behaviour: 'stall' });
    const options: Options = { cacheDir, sources: ['cache', 'mirror'], mirror: server.baseUrl };
    const first = obtain(options, '3.5.33');
    await first.until(({ progress }) => (progress?.bytes ?? 0) > 0);
    first.child.kill('SIGKILL');
    await first.end;
    expect(halfMade().length, 'the kill came in the middle').toBeGreaterThan(0);
    expect(existsSync(join(cacheDir, '3.5.33/linux-amd64'))).toBe(false);

    server.publish('3.5.33', { archive, checksums: `${sha256(archive)}  ${folderOf('3.5.33')}.tar.gz\n` });
    const lines = await obtain(options, '3.5.33').end;
    expect(resultOf(lines).obtained?.source).toBe('mirror');
    expect(lines.some(({ log }) => log?.includes('left behind by an interrupted run'))).toBe(true);
    expect(halfMade()).toEqual([]);
    // The dead process's lock is waited for, and that is said.
    expect(lines.some(({ progress }) => progress?.activity === 'waiting')).toBe(true);
  });
});

describe('disks', () => {
  const server = startReleaseServer;

  it.runIf(root)('a full disk is named, with its directory, and nothing half-made stays', async () => {
    await using mirror = await server();
    await publishFake(mirror, '3.5.33');
    mkdirSync(cacheDir);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', cacheDir]);
    try {
      const options: Options = { cacheDir, sources: ['cache', 'mirror'], mirror: mirror.baseUrl };
      const { failed } = resultOf(await obtain(options, '3.5.33').end);
      expect(failed?.code).toBe('no-space');
      expect(failed?.message).toContain(cacheDir);
      expect(halfMade()).toEqual([]);
    } finally {
      execFileSync('umount', [cacheDir]);
    }
  });

  it('a cache directory of somebody else is named', async () => {
    await using mirror = await server();
    await publishFake(mirror, '3.5.33');
    mkdirSync(cacheDir);
    chmodSync(directory, 0o755);
    chmodSync(cacheDir, 0o555);
    const options: Options = { cacheDir, sources: ['cache', 'mirror'], mirror: mirror.baseUrl };
    // Root may write everywhere, so it becomes nobody.
    const { failed } = resultOf(await obtain(options, '3.5.33', {}, root ? 65_534 : undefined).end);
    expect(failed?.code).toBe('no-permission');
    expect(failed?.message).toContain(cacheDir);
  });
});
