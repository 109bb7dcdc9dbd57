// Every mode's JSON is the one envelope, as the published schema has it; run from the sources.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runDirectory } from '../../src/app/run/run-directory.ts';
import { ownOutputDirectory } from '../../src/app/shell/output-directory.ts';
import { loadCatalog } from '../../src/catalog/load.ts';
import { type JournalEntry, runStarted } from '../../src/engine/journal.ts';
import { planUpgrade } from '../../src/plan/planner.ts';
import { createJournalFile } from '../../src/platform/journal-file.ts';
import { type RunMode, RunReport } from '../../src/report/model.ts';
import { runInProcess } from '../support/in-process.ts';
import { requestOf } from '../unit/plan/requests.ts';

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/report.schema.json'), 'utf8'));
const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const fits = ajv.compile(schema);

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'etcd-migrate-envelope-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

type Of<Mode extends RunMode> = Extract<RunReport, { readonly mode: Mode }>;

/** What the mode says on standard output, checked against both schemas. */
async function said<Mode extends RunMode>(mode: Mode, ...args: string[]): Promise<Of<Mode> & { exitCode: number }> {
  const { exitCode, stdout, stderr } = await runInProcess([mode, ...args, '--format', 'json'], { cwd: place });
  const json = JSON.parse(stdout);
  expect([fits(json), fits.errors, stderr]).toEqual([true, null, stderr]);
  const report = RunReport.parse(json);
  expect(report.mode).toBe(mode);
  return { ...(report as Of<Mode>), exitCode };
}

/** Of a mode that did what it is for; the test fails where it says that it could not. */
function done<Report extends { readonly verdict: string }>(report: Report): Exclude<Report, { verdict: 'error' }> {
  expect(report.verdict).not.toBe('error');
  return report as Exclude<Report, { verdict: 'error' }>;
}

/** Nothing is run by `plan`, so that the directories need not exist. */
function manifest(text: string, releases: readonly string[]): void {
  const local = releases.map((release) => `    ${release}: /nowhere`).join('\n');
  writeFileSync(join(place, 'etcd-migration.yaml'), `${text}releases:\n  sources: [local]\n  local:\n${local}\n`);
}

test('init', async () => {
  const report = done(await said('init'));
  expect(report).toMatchObject({
    exitCode: 0,
    verdict: 'pass',
    init: { manifest: join(place, 'etcd-migration.yaml'), readFrom: [], notFoundOut: null },
  });
  expect([report.from, report.to]).toEqual(['3.6', '3.7']);
});

test('plan, with the `from` that it assumes', async () => {
  manifest('from: "3.6"\nto: "3.7"\n', ['3.6.14', '3.7.1']);
  const report = done(await said('plan'));
  expect(report).toMatchObject({ exitCode: 0, verdict: 'pass', from: '3.6.14', to: '3.7.1' });
  expect(report.plan).toMatchObject({
    assumed: ['from 3.6 is taken as 3.6.14'],
    atBest: 'pass',
    digest: report.planDigest,
  });
});

test('plan with an accepted risk says that a rehearsal of it is inconclusive at best', async () => {
  const accept = 'accept: [{risk: below-floor, reason: The floor is not in our mirror.}]\n';
  manifest(`from: "3.5.16"\nto: "3.6"\n${accept}`, ['3.5.16', '3.6.14']);
  const report = done(await said('plan'));
  expect(report.plan.atBest).toBe('inconclusive');
  expect(report.reason).toContain('inconclusive at best');
  const { stdout } = await runInProcess(['plan'], { cwd: place });
  expect(stdout).toContain('inconclusive at best');
});

test('verify-backup, of a file that is no database', async () => {
  writeFileSync(join(place, 'backup.db'), 'no database');
  const report = await said('verify-backup', 'backup.db');
  expect(report).toMatchObject({ exitCode: 1, verdict: 'fail', failureReason: 'backup-corrupt' });
  expect(report.backups).toMatchObject([
    {
      file: 'backup.db',
      bytes: 11,
      sha256: null,
      verdict: 'fail',
      failureReason: 'backup-corrupt',
      release: null,
      links: [{ name: 'file', verdict: 'fail' }],
      rpo: null,
      rto: null,
      attestation: null,
    },
  ]);
  const { stdout } = await runInProcess(['verify-backup', 'backup.db'], { cwd: place });
  expect(stdout).toMatch(/^✘ Not to be relied on: backup backup\.db\n/);
});

test('backup, of a cluster that nobody can reach', async () => {
  const report = await said('backup', '--endpoints', 'http://127.0.0.1:1', '--out', 'x.db');
  expect(report).toMatchObject({ exitCode: 3, verdict: 'error', failureReason: 'connection-failed' });
});

test('status of a run that has ended judges nothing', async () => {
  const directory = runDirectory(join(place, '.etcd-migrate'));
  await ownOutputDirectory(directory);
  const made = planUpgrade(requestOf({ from: '3.6.14', to: '3.7.1' }), loadCatalog());
  if (!made.ok) throw new Error('no plan');
  const entries: JournalEntry[] = [
    runStarted({
      runId: 'r1',
      toolVersion: '0',
      mode: 'preflight',
      plan: made.plan,
      owner: { pid: 1, bootId: 'none', startTime: 'never' },
      context: {},
    }),
    { type: 'run-finished', outcome: 'failed' },
    { type: 'run-reported', verdict: 'fail' },
  ];
  const journal = createJournalFile(directory.journal);
  for (const [index, entry] of entries.entries()) {
    await journal.append({ seq: index + 1, at: '2026-01-01T00:00:00.000Z', ...entry });
  }
  const report = done(await said('status'));
  expect(report).toMatchObject({ exitCode: 0, verdict: 'inconclusive', failureReason: null });
  expect(report.status).toMatchObject({ runId: 'r1', state: 'failed', verdict: 'fail', stepsDone: 0, commands: [] });
  expect(report.planDigest).toBe(made.plan.digest);
});

test('cleanup', async () => {
  const report = await said('cleanup');
  expect(report).toMatchObject({ exitCode: 0, verdict: 'pass', cleanup: { removed: [], leftAlone: [] } });
});

test.each(['plan', 'preflight', 'status', 'resume', 'rollback'] as const)('%s that cannot be done', async (mode) => {
  const report = await said(mode);
  expect(report).toMatchObject({ exitCode: 2, verdict: 'error' });
});

test('init that cannot be done, and a manifest with mistakes', async () => {
  writeFileSync(join(place, 'etcd-migration.yaml'), 'form: "3.5"\n');
  expect(await said('init')).toMatchObject({ exitCode: 2, failureReason: 'usage' });
  const report = await said('plan');
  expect(report.failureReason).toBe('manifest-invalid');
  expect(report.findings?.length).toBeGreaterThan(0);
});
