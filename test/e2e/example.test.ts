// The README's first command, as a person runs it: on a terminal, from a fresh checkout, standard depth.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookAtLock } from '../../src/platform/run-lock.ts';
import { RehearsalRecord, RehearsalReport } from '../../src/report/model.ts';
import { bundle, repository } from '../support/command.ts';
import { describeWithEtcd, testCacheDirectory } from '../support/etcd-binaries.ts';
import { isOverloaded, TRIES_WHERE_OVERLOADED } from '../support/overloaded.ts';
import { processesOf, type Silence, silenceMeter } from '../support/rehearsal.ts';

const MAX_SILENCE_MS = 2_000;

describeWithEtcd(['3.5.33', '3.6.14', '3.7.1'], 'the example of the README', () => {
  let output: string;
  let exitCode: number;
  let screen = '';
  let silence: Silence;
  let report: RehearsalReport;

  async function rehearse(): Promise<void> {
    rmSync(output, { recursive: true, force: true });
    screen = '';
    const terminal = spawn(
      process.execPath,
      [
        bundle,
        'preflight',
        'examples/three-members/etcd-migration.yaml',
        '--output',
        output,
        '--cache',
        testCacheDirectory,
      ],
      { cwd: repository, cols: 120, rows: 40, env: { ...process.env, GITHUB_ACTIONS: '' } },
    );
    const meter = silenceMeter(() => terminal.pid);
    terminal.onData((text) => {
      screen += text;
      meter.heard(text);
    });
    exitCode = await new Promise((resolve) => {
      terminal.onExit((end) => resolve(end.exitCode));
    });
    silence = meter.longest();
    report = RehearsalReport.parse(JSON.parse(readFileSync(join(output, 'report.json'), 'utf8')));
  }

  beforeAll(async () => {
    output = mkdtempSync(join(tmpdir(), 'etcd-migrate-example-'));
    for (let tries = 1; ; tries++) {
      await rehearse();
      if (!isOverloaded(report) || tries === TRIES_WHERE_OVERLOADED) return;
      process.stderr.write(`the example is rehearsed again: ${report.reason}\n`);
    }
  });
  afterAll(() => rmSync(output, { recursive: true, force: true }));

  it('passes', () => {
    expect({ exitCode, verdict: report.verdict, reason: report.reason }).toEqual({
      exitCode: 0,
      verdict: 'pass',
      reason: 'Every step, check and judge agrees.',
    });
    expect(screen).toContain('Safe: etcd 3.5.33 → 3.7.1');
  });

  it('runs every step of the plan, the roll-backs included', () => {
    const steps = report.steps ?? [];
    expect(steps.filter((step) => step.status !== 'ok')).toEqual([]);
    expect(
      steps.filter((step) => step.part === 'leg' && /roll .* back/.test(step.title)).length,
    ).toBeGreaterThanOrEqual(6);
  });

  it('hears every judge, and each had enough to judge', () => {
    expect(report.judges?.map(({ judge, verdict }) => [judge, verdict])).toEqual(
      [
        'assumptions',
        'durability',
        'linearizability',
        'serializable-reads',
        'watch',
        'lease',
        'mutual-exclusion',
        'hash',
        'processes',
        'availability',
        'coverage',
      ].map((judge) => [judge, 'pass']),
    );
    expect(report.judges?.filter(({ judged }) => judged === 0)).toEqual([]);
    expect(report.availability?.failed).toBe(0);
  });

  it('checks every member in every state', () => {
    const checks = report.checks ?? [];
    const states = new Set(checks.map((check) => check.state));
    for (const state of states) {
      expect(new Set(checks.filter((check) => check.state === state).map((check) => check.member)).size).toBe(3);
    }
    expect(states.size).toBeGreaterThanOrEqual(10);
    expect(checks.filter((check) => !check.ok)).toEqual([]);
  });

  it('writes the record that proves it', () => {
    const record = RehearsalRecord.parse(JSON.parse(readFileSync(join(output, 'rehearsal.json'), 'utf8')));
    expect(record).toMatchObject({ verdict: 'pass', planDigest: report.planDigest });
    expect(Object.keys(record.binaries)).toEqual(['3.5.33', '3.6.14', '3.7.1']);
    expect(record.assumed).toEqual([expect.stringContaining('3.5.33')]);
  });

  it('leaves files of evidence and nothing else: no process, no member directory, no lock', async () => {
    expect(processesOf(output)).toEqual([]);
    const left = readdirSync(output, { recursive: true, encoding: 'utf8' });
    expect(left.filter((path) => path.startsWith('runs/'))).toEqual([]);
    expect(left.sort()).toEqual(
      expect.arrayContaining([
        'history.jsonl',
        'journal.jsonl',
        'junit.xml',
        'logs',
        'rehearsal.json',
        'report.json',
        'report.md',
      ]),
    );
    expect(await lookAtLock(output)).toEqual({ is: 'free' });
  });

  it('is never silent for more than 2 s', () => {
    expect(silence.ms, `silent after: ${silence.after}`).toBeLessThanOrEqual(MAX_SILENCE_MS);
  });
});
