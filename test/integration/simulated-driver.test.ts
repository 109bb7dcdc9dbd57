// A driver that src has never heard of, on hosts that outlive the tool, through every mode: as the next driver will go.
import { type ChildProcess, fork } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalRecord } from '../../src/engine/journal.ts';
import type { Deployment } from '../../src/plan/steps.ts';
import { lookAtLock } from '../../src/platform/run-lock.ts';
import { PlanReport, RehearsalReport } from '../../src/report/model.ts';
import { runInProcess } from '../support/in-process.ts';
import { SimulatedHosts } from '../support/simulated/tool/hosts.ts';
import { statusOf } from '../support/status-of.ts';

const [FROM, TO] = ['3.6.14', '3.7.1'] as const;
const program = join(import.meta.dirname, '../support/simulated/tool/main.ts');
const everything = 'stop-start,kill,see-settings';

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let place: string;
let output: string;
let hosts: SimulatedHosts;
let tool: ChildProcess;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'etcd-migrate-simulated-'));
  output = join(place, 'out');
  hosts = new SimulatedHosts();
  const local = [FROM, TO].map((version) => `    ${version}: ${JSON.stringify(standIn(version))}`);
  const text = `from: "${FROM}"
to: "${TO}"
etcd: { flags: { snapshot-count: "500" } }
rehearsal:
  depth: quick
  timeLimits: { dwellMs: 100, soakMs: 200 }
  # How quick a simulation on a busy machine is says nothing.
  thresholds: { longestWriteGapMs: 600000, longestReadGapMs: 600000, failedOperations: 1000 }
releases:
  sources: [local]
  local:
${local.join('\n')}
`;
  writeFileSync(join(place, 'etcd-migration.yaml'), text);
});
afterEach(() => {
  hosts[Symbol.dispose]();
  tool?.kill('SIGKILL');
  rmSync(place, { recursive: true, force: true });
});

/** What can be verified of a release whose members are simulated: programs that say which one they are. */
function standIn(version: string): string {
  const directory = join(place, version);
  mkdirSync(directory);
  for (const [name, words] of Object.entries({
    etcd: 'etcd Version',
    etcdctl: 'etcdctl version',
    etcdutl: 'etcdutl version',
  })) {
    writeFileSync(join(directory, name), `#!/bin/sh\necho "${words}: ${version}"\n`);
    chmodSync(join(directory, name), 0o755);
  }
  return directory;
}

function run(mode: string, args: readonly string[] = [], capabilities = everything): Promise<Ended> {
  tool = fork(program, [capabilities, mode, '--output', output, ...args], {
    cwd: place,
    env: { PATH: process.env.PATH, HOME: place },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  hosts.serve(tool);
  const said = { stdout: '', stderr: '' };
  tool.stdout?.on('data', (text) => (said.stdout += String(text)));
  tool.stderr?.on('data', (text) => (said.stderr += String(text)));
  return new Promise((resolve) => tool.once('close', (exitCode) => resolve({ exitCode, ...said })));
}

/** Runs a mode and kills its process right after the hosts have begun with the nth switch to this release. */
async function killedAt(nth: number, release: string, mode: string): Promise<void> {
  let switches = 0;
  hosts.onCall = (name, args) => {
    if (name !== 'driver.switchTo' || (args[2] as Deployment).release !== release) return;
    switches += 1;
    if (switches === nth) tool.kill('SIGKILL');
  };
  const { exitCode, stderr } = await run(mode);
  hosts.onCall = () => undefined;
  expect({ exitCode, switches }, stderr.slice(-3000)).toEqual({ exitCode: null, switches: nth });
}

function journal(): JournalRecord[] {
  const lines = readFileSync(join(output, 'journal.jsonl'), 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as JournalRecord);
}

const started = (): Extract<JournalRecord, { type: 'run-started' }> => {
  const [first] = journal();
  if (first?.type !== 'run-started') throw new Error('the journal does not begin with a run');
  return first;
};
const json = ({ stdout }: Ended): unknown => JSON.parse(stdout);
const reported = (): RehearsalReport =>
  RehearsalReport.parse(JSON.parse(readFileSync(join(output, 'report.json'), 'utf8')));
const bad = (report: RehearsalReport) => report.judges?.filter(({ verdict }) => verdict === 'fail');

describe('a driver of a test', () => {
  it('is killed twice, says where it stands, is resumed to the target and leaves no cluster', async () => {
    await killedAt(2, TO, 'preflight');
    const [runId = ''] = hosts.runs();
    expect(started()).toMatchObject({ runId, context: { driver: 'simulated' } });
    expect(readdirSync(output)).not.toContain('report.json');

    const status = await run('status', ['--format', 'json']);
    expect(status.exitCode, status.stderr).toBe(0);
    expect(statusOf(status.stdout)).toMatchObject({
      runId,
      state: 'interrupted',
      side: 'before',
      commands: ['resume', 'rollback', 'cleanup'],
      inFlight: { to: { release: TO } },
      cluster: { members: [{ name: 'm1' }, { name: 'm2' }, { name: 'm3' }] },
    });

    await killedAt(1, TO, 'resume');
    expect(hosts.runs()).toEqual([runId]);
    const before = journal().length;
    const resumed = await run('resume');
    const report = reported();
    expect(
      { exitCode: resumed.exitCode, verdict: report.verdict },
      JSON.stringify([report.reason, bad(report)]).slice(0, 3000),
    ).toEqual({
      exitCode: 4,
      verdict: 'inconclusive',
    });
    expect(report.steps?.filter(({ status }) => status !== 'ok')).toEqual([]);
    expect(report.clusterState).toContain(`m1, m2 and m3 run ${TO}`);
    expect(bad(report)).toEqual([]);
    expect(
      journal()
        .slice(before)
        .map(({ type }) => type),
    ).toEqual(expect.arrayContaining(['run-resumed', 'run-finished', 'run-reported']));
    expect(hosts.runs()).toEqual([]);
    expect(readdirSync(output).sort()).toEqual(
      [
        ...['.etcd-migrate-output', 'checks.jsonl', 'history.jsonl', 'journal.jsonl', 'junit.xml'],
        ...['rehearsal.json', 'report.html', 'report.json', 'report.md', 'run.lock'],
      ].sort(),
    );
    expect(await run('resume')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('nothing-to-resume') });
  });

  it('stays with an owner of another host, until somebody names the run and nothing of it changes', async () => {
    await killedAt(1, TO, 'preflight');
    const [runId = ''] = hosts.runs();
    const claim = join(output, 'run.lock', '0001');
    const owner = JSON.parse(readFileSync(claim, 'utf8'));
    writeFileSync(claim, JSON.stringify({ ...owner, bootId: 'of another host', host: 'ci-7' }));

    const status = await run('status', ['--format', 'json']);
    expect(statusOf(status.stdout)).toMatchObject({
      state: 'not-seen',
      commands: ['resume', 'rollback', 'cleanup'].map((mode) => `${mode} --take-over ${runId}`),
    });
    expect((await run('status')).stdout).toContain(`preflight, process ${owner.pid} on ci-7, still works on it`);
    const before = readFileSync(join(output, 'journal.jsonl'), 'utf8');
    for (const mode of ['resume', 'rollback', 'cleanup', 'preflight']) {
      const refused = await run(mode);
      expect([mode, refused.exitCode, refused.stderr]).toEqual([mode, 3, expect.stringContaining('run-in-progress')]);
      expect(refused.stderr).toContain('--take-over RUN');
    }
    const misnamed = await run('resume', ['--take-over', 'another']);
    expect([misnamed.exitCode, misnamed.stderr]).toEqual([2, expect.stringContaining(`holds run ${runId}`)]);

    // It goes on, on its host: what its clients do is written down.
    const writing = setInterval(() => appendFileSync(join(output, 'history.jsonl'), '\n'), 200);
    const goesOn = await run('resume', ['--take-over', runId]);
    clearInterval(writing);
    expect([goesOn.exitCode, goesOn.stderr]).toEqual([3, expect.stringContaining('the history changed within 10 s')]);
    expect(readFileSync(join(output, 'journal.jsonl'), 'utf8')).toBe(before);
    expect((await run('cleanup')).exitCode).toBe(3);

    const taken = await run('cleanup', ['--take-over', runId]);
    expect(taken.exitCode, taken.stderr).toBe(0);
    expect(hosts.runs()).toEqual([]);
  });

  it('is killed in the middle of a switch and rolls back to where it came from', async () => {
    await killedAt(2, TO, 'preflight');
    const rollback = await run('rollback');
    const report = reported();
    expect(rollback.exitCode, JSON.stringify([report.reason, bad(report)])).toBe(4);
    expect(report.mode).toBe('rollback');
    expect(report.clusterState).toContain(`m1, m2 and m3 run ${FROM}`);
    expect(bad(report)).toEqual([]);
    expect(journal().find(({ type }) => type === 'run-finished')).toMatchObject({ outcome: 'rolled-back' });
    expect(hosts.runs()).toEqual([]);
  });

  it('is not begun with where it cannot stop members, and its plan says which legs it cannot rehearse', async () => {
    const refused = await run('preflight', [], 'kill');
    expect([refused.exitCode, refused.stderr]).toEqual([3, expect.stringContaining('capability-missing')]);
    const manifest = join(place, 'etcd-migration.yaml');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('depth: quick', 'depth: deep'));
    const planned = await run('plan', ['--format', 'json'], 'stop-start');
    const { findings, plan } = PlanReport.parse(json(planned));
    expect(findings).toContainEqual(expect.objectContaining({ id: 'rule/not-rehearsed' }));
    expect(plan).toMatchObject({ atBest: 'inconclusive' });
    expect([hosts.calls, existsSync(output)]).toEqual([[], false]);
  });

  it('is found by its name in the journal, cleaned up by cleanup, and nobody else touches it', async () => {
    await killedAt(1, TO, 'preflight');
    const [runId = ''] = hosts.runs();
    const before = readFileSync(join(output, 'journal.jsonl'), 'utf8');

    // The product itself does not have this driver.
    for (const mode of ['status', 'resume', 'rollback', 'cleanup', 'preflight']) {
      const { exitCode, stderr } = await runInProcess([mode, '--output', output], { cwd: place });
      expect([mode, exitCode, stderr]).toEqual([mode, 3, expect.stringContaining('driver-unknown')]);
      expect(stderr).toContain('"simulated"');
    }
    // What the driver has lost since is asked before anything is journaled or touched.
    const calls = hosts.calls.length;
    const incapable = await run('resume', [], 'kill');
    expect(incapable.exitCode, incapable.stderr).toBe(3);
    expect(incapable.stdout + incapable.stderr).toMatch(/needs the capability stop-start[\s\S]*capability-missing/);
    expect(hosts.calls.slice(calls)).toEqual(['source.adopt']);
    expect(readFileSync(join(output, 'journal.jsonl'), 'utf8')).toBe(before);

    const cleanup = await run('cleanup', ['--format', 'json']);
    expect(cleanup.exitCode, cleanup.stderr).toBe(0);
    expect(json(cleanup)).toMatchObject({ cleanup: { removed: [runId], leftAlone: [] } });
    expect(hosts.runs()).toEqual([]);
    expect(await lookAtLock(output)).toEqual({ is: 'free' });
  });
});
