// The committed bundle as an action proves a real backup, as the example's scheduled workflow has it do every night.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectMember } from '../../src/etcd/member-client.ts';
import { ProofReport } from '../../src/report/model.ts';
import { Attestation } from '../../src/report/parts.ts';
import { type ActionRun, runAction } from '../support/action-process.ts';
import { startBareCluster } from '../support/bare-cluster.ts';
import { repository, runCommand } from '../support/command.ts';
import { describeWithEtcd, etcdBinary, testCacheDirectory } from '../support/etcd-binaries.ts';
import { type RecordedRequest, startFakeGitHub } from '../support/fake-github.ts';

const release = '3.6.14';
const manifestPath = 'examples/backups/etcd-migration.yaml';
const backupPath = 'backups/newest.db';
/** As reports name it: from the manifest. */
const shown = `../../${backupPath}`;
const historyPath = '.etcd-migrate/backups/proofs.json';
const eventFile = join(repository, 'test/fixtures/github/event-workflow-dispatch.json');
const links = ['file', 'restore', 'content', 'use', 'time'];
const withinMs = 120_000;

const canary = 'a-value-of-the-live-cluster';

describeWithEtcd([release], 'the bundle as an action, with a backup of a real cluster', () => {
  let directory: string;
  let first: Night;
  let second: Night;
  let warned: { readonly before: string; readonly after: string };

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-backup-action-'));
    await using cluster = await startBareCluster({ binary: await etcdBinary(release), voters: 1 });
    const [member] = cluster.members;
    if (member === undefined) throw new Error('no member');
    await put(member.url, 'app/a', 'b');
    await put(member.url, 'app/secret', canary);
    const manifest = (await readFile(join(repository, manifestPath), 'utf8')).replace(
      'http://127.0.0.1:2379',
      member.url,
    );
    await write(manifestPath, manifest);
    const before = await takeBackup(backupPath);
    const files = {
      [manifestPath]: manifest,
      [backupPath]: await readFile(join(directory, backupPath)),
      [`${backupPath}.json`]: await readFile(join(directory, `${backupPath}.json`)),
    };
    first = await prove(files);
    // All that the workflow's cache brings from one night to the next.
    const history = first.run.written[historyPath] ?? '';
    second = await prove({ ...files, [historyPath]: history });
    await write(historyPath, second.run.written[historyPath] ?? '');
    warned = { before, after: await takeBackup('backups/later.db') };
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  async function write(path: string, content: string): Promise<void> {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), content);
  }

  /** What it says beside its result. */
  async function takeBackup(path: string): Promise<string> {
    const args = ['backup', '--manifest', manifestPath, '--out', path];
    const { exitCode, stderr } = await runCommand(args, { cwd: directory });
    expect(exitCode, stderr).toBe(0);
    return stderr;
  }

  it('passes, and gives the outputs that later steps read', () => {
    for (const { run, report } of [first, second]) {
      expect(run.exitCode, run.log).toBe(0);
      expect(run.outputs).toEqual({
        verdict: 'pass',
        'failure-reason': '',
        'plan-digest': '',
        'report-path': expect.stringMatching(/\/workspace\/\.etcd-migrate\/backups\/report\.json$/),
        'record-path': '',
        'attestations-path': expect.stringMatching(/\/workspace\/\.etcd-migrate\/backups\/attestations$/),
      });
      expect(report.backups).toHaveLength(1);
      expect(run.log.split('\n').filter((line) => /^::(error|warning)/.test(line))).toEqual([]);
      expect(report.findings ?? []).toEqual([]);
    }
  });

  it('leaves the attestation of that very file, with what its sidecar and the live cluster say', () => {
    const [backup] = second.report.backups ?? [];
    const path = `.etcd-migrate/backups/attestations/${backup?.sha256}.json`;
    const attestation = Attestation.parse(JSON.parse(second.run.written[path] ?? ''));
    expect(attestation).toEqual(backup?.attestation);
    expect(attestation).toMatchObject({ takenAt: expect.any(String), expectations: 2, ownTest: false });
    const sha256 = createHash('sha256').update(second.backup).digest('hex');
    expect(backup?.sha256).toBe(sha256);
    expect(backup?.links[0]?.evidence).toContain('all of it as newest.db.json says');
    expect(backup?.links[0]?.evidence).toContain('the live cluster is 0 revisions ahead of it');
  });

  it('shows every link in the summary, and from the second night on how recoveries went', () => {
    for (const { run } of [first, second]) {
      expect(run.summary).toMatch(/^## ✅ Proven to restore: backup \.\.\/\.\.\/backups\/newest\.db \(backups\)\n/);
      for (const link of links) expect(run.summary).toMatch(new RegExp(`^\\| ✅ \\| ${link} \\| `, 'm'));
      expect(run.summary).toBe(run.written['.etcd-migrate/backups/report.md']);
    }
    expect(first.run.summary).not.toContain('Over time');
    expect(second.run.summary).toMatch(
      /^### Over time\n\n2 of the last 2 proofs passed; a recovery took \S+ m?s to \S+ m?s\. [▁▂▃▄▅▆▇█]{2}$/m,
    );
  });

  it('tells the check run how it goes, and then all of it', () => {
    const { github, run } = second;
    expect(github.flatMap(({ mistakes }) => mistakes)).toEqual([]);
    expect(github.map(({ method, body }) => [method, body['status'], body['conclusion']])).toEqual([
      ['POST', 'in_progress', undefined],
      ['PATCH', 'completed', 'success'],
    ]);
    expect(github[0]?.body).toMatchObject({
      name: 'etcd-migrate / verify-backup (backups)',
      output: { title: 'Proving one backup', summary: expect.stringContaining(shown) },
    });
    const output = github[1]?.body['output'] as { title: string; summary: string; text: string };
    expect(output.title).toBe(`Proven to restore: backup ${shown} (backups)`);
    // GitHub shows it in two halves; together they are the job's summary.
    for (const half of [output.summary, output.text]) expect(run.summary).toContain(half.trim());
    expect(output.summary).toContain('### Over time');
    expect(run.state['check-run']).toBe('');
  });

  it('writes a JUnit file with a case for each link', () => {
    const cases: string[] = [];
    const others: string[] = [];
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'testcase') cases.push(String(attributes['name']));
      else if (!name.startsWith('testsuite')) others.push(name);
    });
    parser.write(second.run.written['.etcd-migrate/backups/junit.xml'] ?? '').close();
    expect(cases).toEqual([`backup ${shown} (backups)`, 'verdict', ...links]);
    expect(others).toEqual([]);
  });

  it('draws a chart of every proof that it remembers', () => {
    const html = ({ run }: Night): string => run.written['.etcd-migrate/backups/report.html'] ?? '';
    const charts = (text: string) => [...text.matchAll(/<svg [\s\S]*?<\/svg>/g)].map(([chart]) => chart);
    for (const [night, proofs] of [
      [first, 1],
      [second, 2],
    ] as const) {
      const drawn = charts(html(night));
      expect(drawn.map((chart) => /aria-label="([^"]*)"/.exec(chart)?.[1])).toEqual([
        'How long a recovery took',
        'Size of the backup, MB',
      ]);
      for (const chart of drawn) expect(chart.match(/<circle class="good"/g)).toHaveLength(proofs);
    }
    expect(html(second)).toContain('2 of the last 2 proofs passed');
  });

  it('remembers both nights, so that a later backup is not warned of a stale proof', () => {
    expect(second.report.trend?.map(({ verdict, file }) => [verdict, file])).toEqual(Array(2).fill(['pass', shown]));
    expect(warned.before).toContain('No proof of a backup of backups is known');
    expect(warned.after).not.toContain('proof');
  });

  it('shows no value of a backup anywhere', () => {
    // The backups themselves, which hold it, are no output; that they do hold it makes the rest worth looking at.
    expect(second.backup.includes(canary)).toBe(true);
    for (const { run, github } of [first, second]) {
      const written = Object.entries(run.written).filter(([path]) => path !== backupPath);
      expect(JSON.stringify([run.log, run.summary, run.outputs, written, github])).not.toContain(canary);
    }
  });
});

interface Night {
  readonly run: ActionRun;
  readonly report: ProofReport;
  readonly github: readonly RecordedRequest[];
  readonly backup: Buffer;
}

/** One run of the scheduled workflow's step, in a workspace that has these files alone. */
async function prove(files: Readonly<Record<string, string | Buffer>>): Promise<Night> {
  await using github = await startFakeGitHub();
  const run = await runAction(
    {
      inputs: {
        mode: 'verify-backup',
        manifest: manifestPath,
        'github-token': 'ghs_of_a_night',
        cache: testCacheDirectory,
        offline: 'true',
      },
      files,
      eventName: 'workflow_dispatch',
      ref: 'refs/heads/main',
      event: JSON.parse(await readFile(eventFile, 'utf8')),
      apiUrl: github.url,
    },
    withinMs,
  );
  const written = run.written['.etcd-migrate/backups/report.json'];
  if (written === undefined) throw new Error(`no report: ${run.log}`);
  const report = ProofReport.parse(JSON.parse(written));
  return { run, report, github: [...github.requests], backup: Buffer.from(files[backupPath] ?? '') };
}

async function put(url: string, key: string, value: string): Promise<void> {
  const client = connectMember(url, {});
  try {
    await client.unary('KV', 'put', { key: Buffer.from(key), value: Buffer.from(value) }, { deadlineMs: 20_000 });
  } finally {
    client.close();
  }
}
