// The proof of a backup in bad times: killed at every link, side by side, on a full disk, on what is no file.
import { createHash } from 'node:crypto';
import {
  appendFile,
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProofReport } from '../../src/report/model.ts';
import { Attestation } from '../../src/report/parts.ts';
import { startBareCluster } from '../support/bare-cluster.ts';
import { eventually, processesMentioning } from '../support/cluster.ts';
import { type RunningCommand, startCommand } from '../support/command.ts';
import { describeWithEtcd, etcdBinary, testCacheDirectory, testRelease, toolPath } from '../support/etcd-binaries.ts';
import { mountDisk } from '../support/small-disk.ts';
import { fill, saveSnapshot } from '../support/snapshots.ts';

const release = '3.6.14';

/** Whole seconds: finer ones cannot be put back. */
const seconds = 1_700_000_000;

/** In place: a byte of a value, and the hash that then fits. */
async function writeOver(path: string): Promise<void> {
  const bytes = await readFile(path);
  const database = bytes.subarray(0, -32);
  const at = database.indexOf(Buffer.alloc(100, 1));
  if (at < 0) throw new Error('no value of ones');
  database.fill(2, at, at + 1);
  createHash('sha256').update(database).digest().copy(bytes, database.length);
  await writeFile(path, bytes);
  await utimes(path, seconds, seconds);
}
/** Nobody: no mode of a file keeps root from reading it. */
const unprivileged = process.getuid?.() === 0 ? 65_534 : undefined;

describeWithEtcd([release], 'the proof of a backup', () => {
  let directory: string;
  const backup = () => join(directory, 'backup.db');
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-backup-trouble-'));
    await using cluster = await startBareCluster({ binary: await etcdBinary(release), voters: 1 });
    const [member] = cluster.members;
    if (member === undefined) throw new Error('no member');
    await fill(member, 31);
    await saveSnapshot(member, release, backup());
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  const start = (output: string, ...args: readonly string[]) => startOn([backup()], output, ...args);

  function startOn(files: readonly string[], output: string, ...args: readonly string[]): RunningCommand {
    const own = ['--output', join(directory, output), '--cache', testCacheDirectory, '--offline'];
    return startCommand(['verify-backup', ...files, '--release', release, ...own, ...args], { cwd: directory });
  }

  const left = async (output: string) => ({
    processes: await processesMentioning(join(directory, output)),
    runs: await readdir(join(directory, output, 'runs')).catch(() => []),
  });

  async function passes(running: RunningCommand): Promise<void> {
    const { exitCode, stderr } = await running.ended;
    expect([exitCode, stderr]).toEqual([0, stderr]);
  }

  /** The second restore, for clients that watch, is a run of its own. */
  async function secondRestore(): Promise<void> {
    const seen = new Set<string>();
    await eventually('the second restore', 30_000, async () => {
      for (const run of await readdir(join(directory, 'killed/runs')).catch(() => [])) seen.add(run);
      return seen.size > 1 || undefined;
    });
  }

  it.each(['file: pass', 'content: pass', 'the second restore'])(
    'killed at "%s" it leaves nothing that the next run does not remove',
    async (moment) => {
      const before = await readFile(backup());
      const killed = start('killed');
      await (moment === 'the second restore' ? secondRestore() : killed.sees(moment));
      killed.kill('SIGKILL');
      await killed.ended;
      await passes(start('killed'));
      expect(await left('killed')).toEqual({ processes: [], runs: [] });
      expect((await readFile(backup())).equals(before)).toBe(true);
    },
  );

  it("killed while etcd's own tool restores, the tool ends with the run that it belongs to", async () => {
    const slow = join(directory, 'slow');
    await mkdir(slow, { recursive: true });
    const real = await testRelease(release);
    for (const tool of ['etcd', 'etcdctl', 'etcdutl']) {
      const wait = tool === 'etcdutl' ? '[ "$1" = snapshot ] && sleep 20\n' : '';
      await writeFile(join(slow, tool), `#!/bin/sh\n${wait}exec ${toolPath(real, tool)} "$@"\n`, { mode: 0o755 });
    }
    const manifest = join(directory, 'slow.yaml');
    await writeFile(manifest, `from: "3.5"\nto: "3.6"\nreleases: {sources: [local], local: {"${release}": ${slow}}}\n`);
    const killed = start('tool', '--manifest', manifest);
    const recorded = await eventually('the tool is written down', 20_000, async () => {
      const [run] = await readdir(join(directory, 'tool/runs')).catch(() => []);
      return await readFile(join(directory, `tool/runs/${run}/members/m1/tool`), 'utf8').catch(() => undefined);
    });
    killed.kill('SIGKILL');
    await killed.ended;
    const pid = Number(recorded.split(' ')[0]);
    expect(() => process.kill(pid, 0)).not.toThrow();
    await passes(start('tool'));
    expect(() => process.kill(pid, 0)).toThrow(expect.objectContaining({ code: 'ESRCH' }));
    expect(await left('tool')).toEqual({ processes: [], runs: [] });
  });

  it.each<[string, string, string[]]>([
    ['it is brought', 'fetch', []],
    ['its own test runs', 'test', ['backup.db']],
  ])('killed while %s, the command and what it started end before the next run', async (moment, key, files) => {
    const output = moment.replaceAll(' ', '-');
    const script = join(directory, `${output}.sh`);
    // Nothing of it minds a closed pipe, and its child would go on without it.
    await writeFile(
      script,
      `trap "" PIPE TERM\necho $$ > ${script}.pid\nsleep 300 &\necho $! >> ${script}.pid\nwait\n`,
    );
    const manifest = join(directory, `${output}.yaml`);
    await writeFile(manifest, `from: "3.5"\nto: "3.6"\nbackups: {files: [brought.db], ${key}: [sh, ${script}]}\n`);
    const killed = startOn(files, output, '--manifest', manifest);
    const pids = await eventually('the command runs', 30_000, async () => {
      const lines = (await readFile(`${script}.pid`, 'utf8').catch(() => '')).trim().split('\n');
      return lines.length === 2 ? lines.map(Number) : undefined;
    });
    killed.kill('SIGKILL');
    await killed.ended;
    for (const pid of pids) expect(() => process.kill(pid, 0)).not.toThrow();
    await passes(start(output));
    for (const pid of pids) {
      expect(() => process.kill(pid, 0)).toThrow(expect.objectContaining({ code: 'ESRCH' }));
    }
    expect(await left(output)).toEqual({ processes: [], runs: [] });
  });

  it('interrupted it removes all of it at once and says so', async () => {
    const running = start('interrupted', '--format', 'json');
    await running.sees('restore: pass');
    running.kill('SIGINT');
    const { exitCode, stdout } = await running.ended;
    expect(exitCode).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'error', failureReason: 'interrupted' });
    expect(JSON.parse(stdout).reason).toContain('The throw-away cluster was removed');
    expect(await left('interrupted')).toEqual({ processes: [], runs: [] });
  });

  it('two at once do not disturb each other, and two in one directory are told', async () => {
    const [one, two] = [start('one'), start('two')];
    await one.sees('file: pass');
    const third = await start('one').ended;
    expect([third.exitCode, third.stderr]).toEqual([3, expect.stringContaining('run-in-progress')]);
    await Promise.all([passes(one), passes(two)]);
    for (const output of ['one', 'two']) {
      expect(await left(output)).toEqual({ processes: [], runs: [] });
      const [name = ''] = await readdir(join(directory, output, 'attestations'));
      Attestation.parse(JSON.parse(await readFile(join(directory, output, 'attestations', name), 'utf8')));
    }
  });

  it('on a disk without room for the restored members it says how much is needed, and restores nothing', async ({
    skip,
  }) => {
    const disk = join(directory, 'disk');
    const mounted = mountDisk(disk, 'size=40m');
    if (mounted === null) return skip('needs the right to mount a tmpfs');
    using _ = mounted;
    const { exitCode, stdout } = await start('disk/output', '--format', 'json').ended;
    const report = JSON.parse(stdout);
    expect([exitCode, report.failureReason]).toEqual([3, 'no-space']);
    expect(report.reason).toMatch(/needs \d+ bytes in .*, where \d+ are free; it was not begun/);
    expect(await left('disk/output')).toEqual({ processes: [], runs: [] });
    // What had been proven stays said.
    expect(report.backups[0].links).toEqual([expect.objectContaining({ name: 'file', verdict: 'pass' })]);
  });

  it('asks for room for all that will stand at once before the first', async ({ skip }) => {
    const disk = join(directory, 'half-a-disk');
    // Room for one restore, and not for one of another release beside it.
    const mounted = mountDisk(disk, 'size=200m');
    if (mounted === null) return skip('needs the right to mount a tmpfs');
    using _ = mounted;
    const manifest = join(directory, 'two-releases.yaml');
    await writeFile(manifest, `backups:\n  files: [backup.db]\n  releases: ["3.7.1"]\n`);
    const { stdout } = await start('half-a-disk/output', '--format', 'json', '--manifest', manifest).ended;
    const report = JSON.parse(stdout);
    expect(report.failureReason).toBe('no-space');
    expect(report.reason).toMatch(/for one member, 2 times at once, needs \d+ bytes .* it was not begun/);
  });

  it.each([
    ['is gone', (path: string) => rm(path), 'vanished'],
    [
      'is another',
      (path: string) => copyFile(backup(), `${path}.new`).then(() => rename(`${path}.new`, path)),
      'was replaced',
    ],
    ['grows', (path: string) => appendFile(path, 'more'), 'changed'],
    ['is written over, and has its time put back,', writeOver, 'changed'],
  ])('that %s by the time its content has been compared is not proven, nor blamed', async (_what, change, said) => {
    const path = join(directory, 'changing.db');
    await rm(path, { force: true });
    await copyFile(backup(), path);
    await utimes(path, seconds, seconds);
    const running = startOn([path], 'changing', '--format', 'json');
    await running.sees('content: pass');
    await change(path);
    const { exitCode, stdout } = await running.ended;
    const report = JSON.parse(stdout);
    expect([exitCode, report.failureReason]).toEqual([3, 'backup-changed']);
    expect(report.reason).toContain(`changing.db ${said} while it was read; nothing was proven of it`);
    expect(report.backups[0]).toMatchObject({ links: [], attestation: null });
  });

  it('does not take the directory of a rehearsal that can be resumed', async () => {
    await mkdir(join(directory, 'rehearsal'), { recursive: true });
    await writeFile(join(directory, 'rehearsal/journal.jsonl'), '{"a person wrote": "this"}\n');
    const { exitCode, stderr } = await start('rehearsal').ended;
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('was not made by etcd-migrate')]);
    expect(await readdir(join(directory, 'rehearsal'))).toEqual(['journal.jsonl']);
  });

  it('of what is no file it says so; the others are proven all the same', async () => {
    const folder = join(directory, 'folder.db');
    await mkdir(folder, { recursive: true });
    const { exitCode, stdout } = await start('no-file', folder, '--format', 'json').ended;
    const report = JSON.parse(stdout);
    expect([exitCode, report.verdict]).toEqual([3, 'error']);
    expect(report.backups.map((each: { verdict: string }) => each.verdict).sort()).toEqual(['error', 'pass']);
    expect(report.reason).toContain('folder.db is not a regular file');
  });

  it('what it may not read is told by name; the others are proven all the same', async () => {
    await chmod(directory, 0o711);
    const forbidden = join(directory, 'forbidden');
    await mkdir(join(forbidden, 'closed'), { recursive: true });
    await chmod(forbidden, 0o777);
    const files = ['shut.db', 'beside.db', 'sum.db', 'closed/in.db', 'open.db'];
    for (const file of files) {
      await copyFile(backup(), join(forbidden, file));
      await chmod(join(forbidden, file), 0o644); // etcd's tool keeps what it saves from others
    }
    for (const beside of ['beside.db.json', 'sum.db.sha256']) await writeFile(join(forbidden, beside), '{}');
    const closed = ['shut.db', 'beside.db.json', 'sum.db.sha256', 'closed'];
    for (const name of closed) await chmod(join(forbidden, name), 0o000);
    const own = ['--output', 'out', '--cache', testCacheDirectory, '--offline', '--format', 'json'];
    const { exitCode, stdout, stderr } = await startCommand(['verify-backup', ...files, '--release', release, ...own], {
      cwd: forbidden,
      uid: unprivileged,
    }).ended;
    // Where a pattern leads into it, the newest backup may be there.
    for (const pattern of ['**/open.db', 'closed/*.db']) {
      const args = ['verify-backup', pattern, ...own];
      const led = await startCommand(args, { cwd: forbidden, uid: unprivileged }).ended;
      const { failureReason, reason } = JSON.parse(led.stdout);
      expect([led.exitCode, failureReason]).toEqual([3, 'no-permission']);
      expect(reason).toContain(`Reading ${join(forbidden, 'closed')} failed`);
    }
    await chmod(join(forbidden, 'closed'), 0o755); // for whoever removes it all
    const report: ProofReport = JSON.parse(stdout);
    expect([exitCode, report.verdict, report.failureReason, stderr]).toEqual([3, 'error', 'no-permission', stderr]);
    const reasons = new Map(
      report.backups?.map(({ file, verdict, failureReason, reason }) => [
        file,
        verdict === 'pass' ? verdict : `${verdict}, ${failureReason}: ${reason}`,
      ]),
    );
    expect([...reasons.keys()].sort()).toEqual([...files].sort());
    expect(reasons.get('open.db')).toBe('pass');
    for (const [file, named] of [
      ['shut.db', 'shut.db'],
      ['beside.db', 'beside.db.json'],
      ['sum.db', 'sum.db.sha256'],
      ['closed/in.db', 'closed/in.db'],
    ] as const) {
      expect(reasons.get(file)).toContain(`error, no-permission: Reading ${join(forbidden, named)}`);
      expect(reasons.get(file)).toContain('permission denied');
    }
  });

  it('what vanishes after it was found is told by name; what was proven before stays proven', async () => {
    const rotated = join(directory, 'rotated');
    await mkdir(rotated, { recursive: true });
    for (const [name, seconds] of [
      ['first.db', 1_700_000_000],
      ['second.db', 1_700_000_001],
    ] as const) {
      await copyFile(backup(), join(rotated, name));
      await utimes(join(rotated, name), seconds, seconds);
    }
    const manifest = join(rotated, 'etcd-migration.yaml');
    // The owner's own test of the first is what removes the second: long after both were found.
    await writeFile(manifest, 'backups: {files: ["*.db"], choose: all, test: [rm, second.db]}\n');
    const own = ['--output', 'out', '--cache', testCacheDirectory, '--offline', '--format', 'json'];
    const { exitCode, stdout } = await startCommand(
      ['verify-backup', '--manifest', manifest, '--release', release, ...own],
      { cwd: rotated },
    ).ended;
    const report: ProofReport = JSON.parse(stdout);
    expect([exitCode, report.verdict]).toEqual([3, 'error']);
    expect(report.backups?.map(({ file, verdict }) => [file, verdict]).sort()).toEqual([
      ['first.db', 'pass'],
      ['second.db', 'error'],
    ]);
    expect(report.reason).toContain(join(rotated, 'second.db'));
    expect(report.reason).toContain('no such file');
  });

  it('leaves the time of the original as it was', async () => {
    const before = await stat(backup());
    await passes(start('again'));
    const { mtimeMs, ino, size } = await stat(backup());
    expect({ mtimeMs, ino, size }).toEqual({ mtimeMs: before.mtimeMs, ino: before.ino, size: before.size });
  });
});
