// `verify-backup` from the command line on real snapshots of every line: the whole chain, and what must not pass it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProofReport } from '../../src/report/model.ts';
import { Attestation } from '../../src/report/parts.ts';
import { startBareCluster } from '../support/bare-cluster.ts';
import { processesMentioning } from '../support/cluster.ts';
import { describeWithEtcd, etcdBinary, testCacheDirectory, testRelease, toolPath } from '../support/etcd-binaries.ts';
import { runInProcess } from '../support/in-process.ts';
import { sampleOf } from '../support/sample.ts';
import { fill, saveSnapshot, turnOnAuth } from '../support/snapshots.ts';

/** All of them in the soak, elsewhere some. */
const releases = sampleOf('backups are proven', ['3.4.31', '3.5.33', '3.6.14', '3.7.1'], 2);
const passing = ['file', 'restore', 'content', 'use', 'time'].map((name) => ({ name, verdict: 'pass' }));

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-backup-proof-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const sha256Of = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

interface Said {
  readonly exitCode: number;
  readonly report: ProofReport;
  readonly stderr: string;
}

/** `--offline`: the tests' own cache has been filled by `describeWithEtcd`. */
async function verify(...args: string[]): Promise<Said> {
  const { exitCode, stdout, stderr } = await runInProcess(
    ['verify-backup', ...args, '--cache', testCacheDirectory, '--offline', '--format', 'json'],
    { cwd: directory },
  );
  return { exitCode, report: JSON.parse(stdout) as ProofReport, stderr };
}

/** With the release that the tests have, as the newest of its line may be another. */
const proven = (release: string, ...args: string[]) => verify(...args, '--release', release);

for (const release of releases) {
  describeWithEtcd([release], `backups of etcd ${release}`, () => {
    const plain = `${release}.db`;
    const withAuth = `${release}-auth.db`;
    const copied = `${release}-copied.db`;
    const empty = `${release}-empty.db`;
    beforeAll(async () => {
      await using cluster = await startBareCluster({ binary: await etcdBinary(release), voters: 1 });
      const [member] = cluster.members;
      if (member === undefined) throw new Error('no member');
      await cluster.start(member);
      await saveSnapshot(member, release, join(directory, empty));
      for (const seed of [5, 6]) await fill(member, seed);
      await saveSnapshot(member, release, join(directory, plain));
      await turnOnAuth(member);
      await saveSnapshot(member, release, join(directory, withAuth), 'root:secret-of-root');
      await cluster.stop(member);
      await copyFile(join(member.directory, 'data/member/snap/db'), join(directory, copied));
    });

    it('are proven link by link, left as they were, and attested', async () => {
      const before = await sha256Of(join(directory, plain));
      const { exitCode, report, stderr } = await proven(release, plain);
      expect([stderr, report.reason]).toEqual([stderr, 'Every link of its proof holds.']);
      expect(exitCode).toBe(0);
      expect(report).toMatchObject({ mode: 'verify-backup', verdict: 'pass', failureReason: null });
      const [backup] = report.backups ?? [];
      expect(backup).toMatchObject({ file: plain, sha256: before, verdict: 'pass', release, links: passing });
      expect(await sha256Of(join(directory, plain))).toBe(before);
      const use = backup?.links[3]?.evidence.join('\n');
      expect(use).toMatch(/^(\d+) of \1 checks of reads/);
      expect(use).toContain('restored with its revision raised by 1000000000');
      const attestation = Attestation.parse(
        JSON.parse(await readFile(join(directory, `.etcd-migrate/backups/attestations/${before}.json`), 'utf8')),
      );
      expect(attestation).toEqual(backup?.attestation);
      expect(attestation).toMatchObject({ release, takenAt: null, proven: passing.map(({ name }) => name) });
      expect(Object.keys(attestation.binaries)).toContain('etcd');
      // Nothing is left behind.
      expect(await readdir(join(directory, '.etcd-migrate/backups/runs'))).toEqual([]);
      expect(await processesMentioning(directory)).toEqual([]);
    });

    // The rest for the oldest line and the newest: each proof takes seconds (backup-restore.test.ts has them all).
    if (release !== releases[0] && release !== releases.at(-1)) return;

    it('with authentication are used by a user of our own, and three members serve them', async () => {
      const { exitCode, report } = await proven(release, withAuth, '--members', '3');
      const [backup] = report.backups ?? [];
      expect(backup).toMatchObject({ verdict: 'pass', links: passing });
      expect(exitCode).toBe(0);
      expect(backup?.links[2]?.evidence).toContain('m3: users 2, by the same names and roles');
    });

    it('of a store that nobody ever wrote to are proven too', async () => {
      const { exitCode, report } = await proven(release, empty);
      expect([exitCode, report.reason]).toEqual([0, 'Every link of its proof holds.']);
    });

    it('that are copied databases are whole in every link and still not proven', async () => {
      // A digest of it may have been made of a copy that was damaged already.
      await writeFile(join(directory, `${copied}.sha256`), `${await sha256Of(join(directory, copied))}  ${copied}\n`);
      const { exitCode, report } = await proven(release, copied);
      expect(exitCode).toBe(4);
      expect(report).toMatchObject({ verdict: 'inconclusive', failureReason: 'no-integrity-hash' });
      const [backup] = report.backups ?? [];
      expect(backup?.links.map(({ verdict }) => verdict)).toEqual(['inconclusive', 'pass', 'pass', 'pass', 'pass']);
      expect(backup?.attestation).toBeNull();
    });
  });
}

describeWithEtcd(['3.6.14'], 'what must not pass', () => {
  const release = '3.6.14';
  const good = 'good.db';
  const older = 'older.db';
  const manifest = async (backups: string): Promise<string> => {
    const path = join(directory, 'etcd-migration.yaml');
    await writeFile(path, `backups:\n${backups}`);
    return path;
  };
  beforeAll(async () => {
    await using cluster = await startBareCluster({ binary: await etcdBinary(release), voters: 1 });
    const [member] = cluster.members;
    if (member === undefined) throw new Error('no member');
    await cluster.start(member);
    await fill(member, 11);
    await saveSnapshot(member, release, join(directory, older));
    await fill(member, 12);
    await saveSnapshot(member, release, join(directory, good));
  });

  it('a damaged one beside a good one: the worst decides, each has its own verdict', async () => {
    const bytes = await readFile(join(directory, good));
    bytes[8192 + 100] = (bytes[8192 + 100] as number) ^ 1;
    await writeFile(join(directory, 'damaged.db'), bytes);
    const { exitCode, report } = await proven(release, 'damaged.db', good);
    expect(exitCode).toBe(1);
    expect(report).toMatchObject({ verdict: 'fail', failureReason: 'backup-corrupt' });
    const verdicts = Object.fromEntries((report.backups ?? []).map(({ file, verdict }) => [file, verdict]));
    expect(verdicts).toEqual({ 'damaged.db': 'fail', [good]: 'pass' });
    expect(report.backups?.find(({ file }) => file === 'damaged.db')?.links).toHaveLength(1);
    const [attestation, ...others] = await readdir(join(directory, '.etcd-migrate/backups/attestations'));
    expect([attestation, others]).toEqual([`${await sha256Of(join(directory, good))}.json`, []]);
  });

  it('one that holds fewer keys than its owner expects', async () => {
    const path = await manifest(`  files: [${good}]\n  expect: [{prefix: app/, atLeast: 100000}]\n`);
    const { exitCode, report } = await proven(release, '--manifest', path);
    expect(exitCode).toBe(1);
    expect(report).toMatchObject({ verdict: 'fail', failureReason: 'backup-unexpected-keys' });
    expect(report.reason).toMatch(/^The content link: \d+ keys below app\/; at least 100000 are expected\.$/);
  });

  it('the newest that a pattern finds is older than policy allows', async () => {
    await mkdir(join(directory, 'old'), { recursive: true });
    for (const [name, hours] of [
      ['a.db', 30],
      ['b.db', 50],
    ] as const) {
      await copyFile(join(directory, good), join(directory, 'old', name));
      const time = Date.now() / 1000 - hours * 3600;
      await utimes(join(directory, 'old', name), time, time);
    }
    const path = await manifest('  files: ["old/*.db"]\n  policy: {rpoMinutes: 1440}\n');
    const { exitCode, report } = await proven(release, '--manifest', path);
    expect(exitCode).toBe(1);
    expect(report).toMatchObject({ verdict: 'fail', failureReason: 'backup-stale' });
    expect(report.backups?.map(({ file }) => file)).toEqual(['old/a.db']);
    expect(report.backups?.[0]?.rpo).toMatchObject({ by: 'file-time', limitMs: 86_400_000 });
  });

  it('a command brings them, and what it brought goes with the run', async () => {
    const fetch = ['sh', '-c', `cp ${join(directory, good)} fetched.db && echo brought it`];
    const path = await manifest(`  fetch: ${JSON.stringify(fetch)}\n  files: ["*.db"]\n`);
    const { exitCode, report } = await proven(release, '--manifest', path);
    expect([exitCode, report.backups?.map(({ file }) => file)]).toEqual([0, ['fetched.db']]);
    const { fetchMs, restoreMs, startMs, totalMs } = report.backups?.[0]?.rto ?? {};
    expect(fetchMs).toBeGreaterThan(0);
    expect(totalMs).toBe((fetchMs ?? 0) + (restoreMs ?? 0) + (startMs ?? 0));
    expect(await readdir(join(directory, '.etcd-migrate/backups/runs'))).toEqual([]);
    const failing = await manifest(
      '  fetch: [sh, -c, "echo half > x.db; echo no such bucket >&2; exit 7"]\n  files: ["*.db"]\n',
    );
    const failed = await proven(release, '--manifest', failing);
    expect([failed.exitCode, failed.report.failureReason]).toEqual([3, 'tool-failed']);
    expect(failed.report.reason).toMatch(/sh of `backups\.fetch` ended with exit code 7; .*\nno such bucket$/s);
    expect(await readdir(join(directory, '.etcd-migrate/backups/runs'))).toEqual([]);
    const nothing = await manifest('  fetch: ["true"]\n  files: ["*.db"]\n');
    expect((await proven(release, '--manifest', nothing)).report.failureReason).toBe('usage');
  });

  /** A release whose etcdutl is wrapped: `script` sees the arguments, and ends by running the real one. */
  const wrapped = async (name: string, script: string): Promise<string> => {
    const tools = join(directory, name);
    await mkdir(tools, { recursive: true });
    const real = await testRelease(release);
    for (const tool of ['etcd', 'etcdctl', 'etcdutl']) {
      const before = tool === 'etcdutl' ? script : '';
      await writeFile(join(tools, tool), `#!/bin/bash\n${before}\nexec ${toolPath(real, tool)} "$@"\n`, {
        mode: 0o755,
      });
    }
    const path = join(directory, `${name}.yaml`);
    await writeFile(
      path,
      `backups: {files: [none.db]}\nreleases: {sources: [local], local: {"${release}": ${tools}}}\n`,
    );
    return path;
  };

  it('a tool that restores older data than the file holds, all of it or only for clients that watch', async () => {
    const swap = [
      `args=(); for a; do [[ $a == ${join(directory, good)} ]] && a=${join(directory, older)}; args+=("$a"); done`,
      `set -- "\${args[@]}"`,
    ].join('; ');
    const always = await wrapped('restores-older', swap);
    const other = await proven(release, good, '--manifest', always);
    expect([other.exitCode, other.report.failureReason]).toEqual([1, 'backup-content-differs']);
    const differs = other.report.backups?.[0]?.links.at(-1);
    expect(differs?.evidence.join('\n')).toMatch(/HashKV at revision \d+: .*required revision is a future revision/);
    const second = await wrapped('restores-older-bumped', `if [[ "$*" == *bump-revision* ]]; then ${swap}; fi`);
    const bumped = await proven(release, good, '--manifest', second);
    expect([bumped.exitCode, bumped.report.failureReason]).toEqual([1, 'check-failed']);
    expect(bumped.report.backups?.[0]?.links.at(-1)).toMatchObject({ name: 'use', verdict: 'fail' });
  });

  it('a tool that fails, or forgets what it was told, when it restores for clients that watch', async () => {
    const refuses = await wrapped(
      'refuses-bump',
      '[[ "$*" == *bump-revision* ]] && { echo no such flag >&2; exit 7; }',
    );
    const failed = await proven(release, good, '--manifest', refuses);
    expect([failed.exitCode, failed.report.failureReason]).toEqual([1, 'check-failed']);
    expect(failed.report.reason).toMatch(/^The use link: restored once more, for clients that watch: .*no such flag/s);
    const forget = [
      'args=()',
      'while (( $# )); do case $1 in --bump-revision) shift;; --mark-compacted) ;; *) args+=("$1");; esac; shift; done',
      `set -- "\${args[@]}"`,
    ].join('\n');
    const forgets = await wrapped('forgets-bump', forget);
    const forgot = await proven(release, good, '--manifest', forgets);
    expect([forgot.exitCode, forgot.report.failureReason]).toEqual([1, 'check-failed']);
    const why = forgot.report.backups?.[0]?.links.at(-1)?.evidence.join('\n') ?? '';
    expect(why).toMatch(/its revision after a watch-safe restore is \d+, not \d+/);
    expect(why).toMatch(/a read at the old revision \d+ was answered/);
    expect(why).toMatch(/a new list after a watch-safe restore: .*future revision/);
  });

  it('one whose age only the time of its file says, which any copy renews', async () => {
    const path = await manifest(`  files: [${good}]\n  policy: {rpoMinutes: 1440}\n`);
    const { exitCode, report } = await proven(release, '--manifest', path);
    expect([exitCode, report.failureReason]).toEqual([4, 'backup-age-unknown']);
  });
});

describeWithEtcd(['3.5.33', '3.6.14', '3.7.1'], 'backups for other releases than their own', () => {
  const backup = 'of-3.7.db';
  beforeAll(async () => {
    await using cluster = await startBareCluster({ binary: await etcdBinary('3.7.1'), voters: 1 });
    const [member] = cluster.members;
    if (member === undefined) throw new Error('no member');
    await cluster.start(member);
    await fill(member, 21);
    await saveSnapshot(member, '3.7.1', join(directory, backup));
  });

  it('what etcd cannot do is expected, and what it can is compared', async () => {
    const path = join(directory, 'others.yaml');
    await writeFile(path, `from: "3.6"\nto: "3.7"\nbackups:\n  files: [${backup}]\n  releases: ["3.5.33", "3.6.14"]\n`);
    const { exitCode, report } = await proven('3.7.1', '--manifest', path);
    expect([exitCode, report.reason]).toEqual([0, 'Every link of its proof holds.']);
    const evidence = report.backups?.[0]?.links[1]?.evidence ?? [];
    expect(evidence[0]).toMatch(/by the tool of 3\.7\.1/);
    expect(evidence[1]).toMatch(/by the tool of 3\.5\.33 .*with the same content$/);
    expect(evidence[2]).toMatch(/^etcd 3\.6\.14 refuses it, as expected \(K23\)/);
  });

  it('asked for by itself, the refusal is a failure with the way out', async () => {
    const { exitCode, report } = await proven('3.6.14', backup);
    expect([exitCode, report.failureReason]).toEqual([1, 'member-start-failed']);
    expect(report.backups?.[0]?.links[1]?.evidence.join('\n')).toContain('K23: The way back from 3.7 to 3.6');
  });
});

describe('what is not there', () => {
  it('an earlier pass does not stand beside a run that comes to nothing', async () => {
    await writeFile(join(directory, 'page.db'), '<html></html>');
    await verify('page.db');
    const report = join(directory, '.etcd-migrate/backups/report.json');
    expect(JSON.parse(await readFile(report, 'utf8')).verdict).toBe('fail');
    expect((await verify('missing-*.db')).exitCode).toBe(2);
    await expect(readFile(report)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('a named pipe is no file, and nobody waits for its other end', async () => {
    execFileSync('mkfifo', [join(directory, 'pipe.db')]);
    const { exitCode, report } = await verify('pipe.db');
    expect([exitCode, report.verdict]).toEqual([3, 'error']);
    expect(report.reason).toContain('is not a regular file');
  });

  it('a name that no file has is a mistake of the command line', async () => {
    const { exitCode, report } = await verify('missing-*.db');
    expect(exitCode).toBe(2);
    expect(report).toMatchObject({ verdict: 'error', failureReason: 'usage' });
    expect(report.reason).toContain('missing-*.db matches no file');
  });

  it('no name at all', async () => {
    const { exitCode, report } = await verify();
    expect([exitCode, report.failureReason]).toEqual([2, 'usage']);
  });

  it('files that are no snapshot are told for what they are, without any etcd', async () => {
    await writeFile(join(directory, 'error.db'), '<!DOCTYPE html><html><body>Access denied</body></html>');
    await writeFile(join(directory, 'empty.db'), '');
    const { exitCode, report } = await verify('error.db', 'empty.db');
    expect(exitCode).toBe(1);
    expect(report.backups?.map(({ file, failureReason }) => [file, failureReason]).sort()).toEqual([
      ['empty.db', 'backup-corrupt'],
      ['error.db', 'backup-corrupt'],
    ]);
    expect(report.releases).toEqual([]);
  });
});
