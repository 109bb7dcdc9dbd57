// Owns the proof of what `status`, `resume` and `rollback` make of a run whose members are all silent, or whose journal
// is not what it seems.
// Must not start etcd: the members' processes are gone.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunContext } from '../../../../src/app/run/run-context.ts';
import { parseRunContext } from '../../../../src/app/run/run-context-schema.ts';
import { runDirectory } from '../../../../src/app/run/run-directory.ts';
import { ownOutputDirectory } from '../../../../src/app/shell/output-directory.ts';
import { makeRunDirectory, runPaths, writeRunState } from '../../../../src/drivers/process/run-state.ts';
import { listRuns } from '../../../../src/drivers/process/runs.ts';
import { type JournalEntry, runStarted } from '../../../../src/engine/journal.ts';
import { resolveManifest } from '../../../../src/manifest/resolve.ts';
import { sameForAll } from '../../../../src/plan/channels.ts';
import { createJournalFile } from '../../../../src/platform/journal-file.ts';
import { RunReport } from '../../../../src/report/model.ts';
import { runInProcess } from '../../../support/in-process.ts';
import { parseManifest } from '../../../support/parse-manifest.ts';
import { makePlan } from '../../../support/simulated-plans.ts';
import { statusOf } from '../../../support/status-of.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'etcd-migrate-status-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const cli = (...args: string[]) => runInProcess([...args, '--output', '.'], { cwd: place });
const owner = { pid: 999_999_999, bootId: 'another', startTime: 'long ago' };
const plan = makePlan();
const version: string = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')).version;

function contextOf(text: string): RunContext {
  const { name, rehearsal } = resolveManifest(parseManifest(new TextEncoder().encode(text), 'm.yaml'), {});
  return {
    driver: 'process',
    manifest: { name, rehearsal },
    assumed: ['from 3.5 is 3.5.33'],
    atBest: 'pass',
    findings: [
      { id: 'rule/x', severity: 'note', message: 'x' },
      { id: 'rule/y', severity: 'warning', message: 'y', where: { file: 'm.yaml', line: 3 }, fix: 'z' },
    ],
    releases: [
      { version: '3.5.33', source: 'go', sha256: { etcd: '0'.repeat(64) }, platform: 'linux-x64', assumed: true },
    ],
    binaries: { '3.5.33': '/bin/false' },
    tree: ['1 3.5.33 → 3.6.14'],
    startedAt: '2026-01-01T00:00:00.000Z',
    startedAtUs: 1,
  };
}
const least = contextOf('from: "3.5"\nto: "3.6"\n');

/** A run as a killed process leaves it, after a reboot: its members have no process any more. */
async function deadRun(
  given: { readonly toolVersion?: string; readonly context?: unknown; readonly memberIds?: null } = {},
): Promise<void> {
  const directory = runDirectory(place);
  await ownOutputDirectory(directory);
  const paths = runPaths(place, 'r1');
  await makeRunDirectory(paths);
  const url = (port: number): string => `http://127.0.0.1:${port}`;
  await writeRunState(paths, {
    schemaVersion: 3,
    runId: 'r1',
    createdAt: '2026-01-01T00:00:00.000Z',
    owner,
    memberIds: given.memberIds === undefined ? { m1: 'a1', m2: 'a2', m3: 'a3' } : given.memberIds,
    members: ['m1', 'm2', 'm3'].map((name) => ({ name, clientUrl: url(1), peerUrl: url(1) })),
    settings: sameForAll({ flags: {}, environment: {} }),
    credentials: {},
  });
  const { toolVersion = version, context = least } = given;
  const entries: JournalEntry[] = [
    runStarted({ runId: 'r1', toolVersion, mode: 'preflight', plan, owner, context }),
    { type: 'step-started', step: '1.1' },
  ];
  const journal = createJournalFile(directory.journal);
  for (const [index, entry] of entries.entries()) {
    await journal.append({ seq: index + 1, at: '2026-01-01T00:00:00.000Z', ...entry });
  }
}

/** Changes the first record where it lies. */
function change(edit: (first: Record<string, unknown>) => unknown): void {
  const file = runDirectory(place).journal;
  const [first, ...others] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [JSON.stringify(edit(JSON.parse(first ?? ''))), ...others].join('\n'));
}

describe('a run of which nothing answers', () => {
  test('is not said to be before the point of no return, and no roll-back is offered', async () => {
    await deadRun();
    const { stdout, stderr, exitCode } = await cli('status', '--format', 'json');
    const report = RunReport.parse(JSON.parse(stdout));
    expect(statusOf(stdout), stderr).toMatchObject({
      side: 'unknown',
      commands: ['resume', 'cleanup'],
      begunBy: version,
    });
    expect(report.nextSteps.join(' ')).not.toContain('rollback');
    expect(exitCode).toBe(0);
  });

  test('is told in words', async () => {
    await deadRun();
    const { stdout } = await cli('status');
    expect(stdout).toContain(
      'it is not known on which side of the point of no return of 3.5.33 → 3.6.14 the cluster is: do not start 3.5.33 until `status` knows',
    );
    expect(stdout).toMatch(/next: etcd-migrate resume \| cleanup /);
    expect(stdout).not.toContain('warning');
  });
});

describe('a run that was killed while its members were being made', () => {
  test.each(['its directory is there', 'nothing is there yet'])('is only to be cleaned up (%s)', async (there) => {
    await deadRun({ memberIds: null });
    if (there === 'nothing is there yet') rmSync(runPaths(place, 'r1').directory, { recursive: true });
    const { stdout, exitCode } = await cli('status', '--format', 'json');
    expect([exitCode, statusOf(stdout)]).toMatchObject([
      0,
      { isMade: false, state: 'interrupted', commands: ['cleanup'] },
    ]);
    const text = (await cli('status')).stdout;
    expect(text).toContain('it ended while its cluster was being made, which nobody can take over');
    expect(text).toMatch(/next: etcd-migrate cleanup /);
    for (const mode of ['resume', 'rollback']) {
      const said = await cli(mode);
      expect([said.exitCode, said.stdout]).toEqual([2, expect.stringContaining('cluster-not-made')]);
      expect(said.stdout).toMatch(/Run `etcd-migrate\s+cleanup`/);
    }
  });
});

describe('a run that has ended', () => {
  test('has nothing left, or says that it has', async () => {
    await deadRun();
    const entry = { seq: 3, at: '2026-01-01T00:00:00.000Z', type: 'run-reported', verdict: 'pass' } as const;
    await createJournalFile(runDirectory(place).journal).append(entry);
    expect(statusOf((await cli('status', '--format', 'json')).stdout)).toMatchObject({
      remains: true,
      commands: ['cleanup'],
    });
    expect((await cli('status')).stdout).toContain('warning: members of it, or what belongs to them, are still there');
    rmSync(runPaths(place, 'r1').directory, { recursive: true });
    expect(statusOf((await cli('status', '--format', 'json')).stdout)).toMatchObject({ remains: false, commands: [] });
  });
});

describe('a run that another version of the tool began', () => {
  test('is told by status, when it shares the format', async () => {
    await deadRun({ toolVersion: '0.0.7' });
    const words = `run r1 was begun by etcd-migrate 0.0.7; this is ${version}, which reads the same journal`;
    expect((await cli('status')).stdout).toContain(words);
    expect(statusOf((await cli('status', '--format', 'json')).stdout)?.begunBy).toBe('0.0.7');
  });

  test.each(['status', 'resume', 'rollback'])('is refused by %s by name, when it has another format', async (mode) => {
    await deadRun();
    change((first) => ({ ...first, format: 7, toolVersion: '7.0.0' }));
    const { exitCode, stderr } = await cli(mode);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/of format 7, written by etcd-migrate 7\.0\.0; this version reads format 2/);
  });

  test('is not removed without a word about it', async () => {
    await deadRun();
    change((first) => ({ ...first, format: 7, toolVersion: '7.0.0' }));
    const { stderr } = await cli('cleanup');
    expect(stderr).toMatch(/warning: whether a run could have been resumed here is not known: .*etcd-migrate 7\.0\.0/);
    expect(await listRuns(place)).toEqual([]);
  });
});

test.each(['status', 'resume', 'rollback'])('%s refuses a journal whose plan lost its hold', async (mode) => {
  await deadRun();
  change((first) => {
    const changed = structuredClone(first['plan']) as { upgrade: { hops: { steps: { step: { kind: string } }[] }[] } };
    for (const hop of changed.upgrade.hops) hop.steps = hop.steps.filter(({ step }) => step.kind !== 'hold');
    return { ...first, plan: changed };
  });
  const { exitCode, stderr } = await cli(mode);
  expect(exitCode).toBe(3);
  expect(stderr).toContain('The plan in the journal is not the one that the run began with');
});

describe('the context of a run', () => {
  const text = readFileSync(new URL('../../../fixtures/manifest/full.yaml', import.meta.url), 'utf8');

  test.each([
    ['the least', least],
    ['a full', contextOf(text)],
  ])('of %s manifest is read back as it was written', (_, context) => {
    expect(parseRunContext(JSON.parse(JSON.stringify(context)))).toEqual(context);
  });

  test.each<[string, object, RegExp]>([
    [
      'a threshold that is none',
      { manifest: { ...least.manifest, rehearsal: { ...least.manifest.rehearsal, thresholds: {} } } },
      /context\.manifest\.rehearsal\.thresholds/,
    ],
    ['no binaries', { binaries: undefined }, /context\.binaries/],
    ['a verdict that does not exist', { atBest: 'splendid' }, /context\.atBest/],
    [
      'a finding without its words',
      { findings: [{ id: 'rule/x', severity: 'note' }] },
      /context\.findings\.0\.message/,
    ],
  ])('with %s is damage by name', async (_, damage, words) => {
    await deadRun({ context: { ...least, ...damage } });
    for (const mode of ['status', 'resume']) {
      const { exitCode, stderr } = await cli(mode);
      expect(exitCode).toBe(3);
      expect(stderr).toMatch(words);
    }
  });
});
