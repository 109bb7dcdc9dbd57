// Owns `verify-backup`: backup files in, each proven or not.
// Must not hold any link of the proof (backup/).
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { addToHistory, readHistory } from '../backup/history.ts';
import type { LiveCluster } from '../backup/live-cluster.ts';
import type { OwnTest } from '../backup/ports.ts';
import { type ProofTools, proveBackup } from '../backup/prove.ts';
import { expectedBy, readSidecar } from '../backup/sidecar.ts';
import { EtcdMigrateError, type FailureCode } from '../errors.ts';
import { exitCodeOfVerdict } from '../judge/overall.ts';
import { systemClock } from '../platform/clock.ts';
import { pathError, writeFileAtomic } from '../platform/files.ts';
import { createRandom } from '../platform/random.ts';
import { lockDirectory } from '../platform/run-lock.ts';
import type { RunReport } from '../report/model.ts';
import type { Publisher } from '../report/publisher.ts';
import { fetchBackups } from './backup-fetch.ts';
import { type BackupFile, findBackupFiles } from './backup-files.ts';
import { removeOlder, takeFresh } from './backup-fresh.ts';
import { notifying } from './backup-notify.ts';
import { backupReport, type Proven, proofRecords, trendOf } from './backup-report.ts';
import { askLiveCluster } from './backup-taking.ts';
import { ownTest } from './backup-test.ts';
import { settleWishes, type VerifyBackupOptions, type Wishes } from './backup-wishes.ts';
import { removeDeadRuns, resumableRun } from './dead-runs.ts';
import { isOutputDirectory, ownOutputDirectory } from './output-directory.ts';
import { openProof, type ProofFrame } from './proof-tools.ts';
import { sayReport, writeReports } from './report-files.ts';
import { type RunDirectory, runDirectory } from './run-directory.ts';
import type { RunSettings } from './run-settings.ts';
import type { Surroundings } from './surroundings.ts';
import { openTools } from './tools.ts';

/** Proves each file, whatever comes of the others, and returns the exit code of the worst. */
export async function verifyBackup(
  settings: RunSettings,
  surroundings: Surroundings,
  options: VerifyBackupOptions,
  publishers: readonly Publisher[] = [],
): Promise<number> {
  using tools = openTools(settings, surroundings, systemClock);
  const { clock, progress } = tools;
  const directory = runDirectory(settings.outputDir);
  await refuseRehearsal(directory);
  // An earlier pass must not stand beside whatever keeps this run from one.
  const early = (await isOutputDirectory(directory)) ? await lockDirectory(directory.path, 'verify-backup') : undefined;
  await using _early = early;
  if (early !== undefined) await removeEarlierProofs(directory);
  const wanted = await settleWishes(settings, surroundings, options, createRandom(clock.wallMs() % 2 ** 31));
  const { notify, baseDir } = wanted;
  const notice = notify && { command: notify, cwd: baseDir, reportJson: directory.reportJson };
  const report = await notifying(notice, surroundings, tools, async () => {
    // Before anything is touched: a mistake of the command line changes nothing.
    if (wanted.fetch === undefined) await findBackupFiles(wanted.files, wanted.filesDir, wanted.choice);
    await readHistory(wanted.history);
    await ownOutputDirectory(directory);
    await using _lock = early === undefined ? await lockDirectory(directory.path, 'verify-backup') : undefined;
    await removeDeadRuns(directory, progress);
    const proven = await proveAll(wanted, { settings, surroundings, tools, directory }, publishers);
    await writeReports(proven, directory);
    await writeAttestations(proven, directory);
    await addToHistory(wanted.history, proofRecords(proven));
    await Promise.all(publishers.map((publisher) => publisher.finished(proven)));
    return proven;
  });
  sayReport(report, settings, surroundings);
  progress.line(`reports: ${directory.path}`);
  return exitCodeOfVerdict(report.verdict, report.failureReason as FailureCode | null);
}

type Frame = Omit<ProofFrame, 'releases'>;

async function proveAll(wanted: Wishes, frame: Frame, publishers: readonly Publisher[]): Promise<RunReport> {
  const { surroundings, tools, directory } = frame;
  const { clock, progress } = tools;
  const { cluster, connection, baseDir } = wanted;
  const startedAtUs = clock.monotonicUs();
  const startedAt = new Date(clock.wallMs()).toISOString();
  for (const { severity, message } of wanted.findings) progress.line(`${severity}: ${message}`);
  const taken = await takeFresh(wanted, surroundings, tools);
  await using fetched = wanted.fetch && (await fetchBackups(wanted.fetch, directory, surroundings, tools));
  const found = await findBackupFiles(wanted.files, fetched?.directory ?? wanted.filesDir, wanted.choice);
  const files = taken === undefined ? found : [...found.filter(({ path }) => path !== taken.file.path), taken.file];
  const announcement = {
    title: `Proving ${files.length === 1 ? 'one backup' : `${files.length} backups`}`,
    ...(cluster === undefined ? {} : { cluster }),
    tree: files.map(({ shown }) => shown).join('\n'),
  };
  await Promise.all(publishers.map((publisher) => publisher.started(announcement)));
  const live = connection && (await askLiveCluster(connection, baseDir, surroundings));
  const test = wanted.test && ownTest(wanted.test, baseDir, directory, surroundings, tools);
  const { proofTools, obtained } = openProof({ ...frame, releases: wanted.releases });
  const proven: Proven[] = [];
  for (const file of files) {
    progress.group(file.shown);
    proven.push(await prove(file, { wanted, live, test }, proofTools));
    progress.endGroup();
  }
  progress.now('');
  if (taken !== undefined) await removeOlder(taken, proven, wanted, tools);
  const finishedAt = new Date(clock.wallMs()).toISOString();
  const durationMs = (clock.monotonicUs() - startedAtUs) / 1000;
  const run = { proven, findings: wanted.findings, releases: obtained, startedAt, finishedAt, durationMs };
  const report = surroundings.redactor.report(backupReport({ ...run, ...(cluster === undefined ? {} : { cluster }) }));
  const history = [...(await readHistory(wanted.history)), ...proofRecords(report)];
  return { ...report, trend: trendOf(history, cluster ?? null) };
}

/** The record of a rehearsal must not be removed by the proof of a backup, nor stand beside another mode's report. */
async function refuseRehearsal(directory: RunDirectory): Promise<void> {
  if ((await resumableRun(directory)) === undefined) return;
  throw new EtcdMigrateError(
    'usage',
    `${directory.path} holds a rehearsal that was interrupted and can be resumed; nothing in it was changed.`,
    { hint: 'Name another directory with --output.' },
  );
}

/** Were this run killed, an old proof would stand beside the new file. */
async function removeEarlierProofs({
  reportJson,
  reportMarkdown,
  reportHtml,
  junit,
  attestations,
}: RunDirectory): Promise<void> {
  for (const path of [reportJson, reportMarkdown, reportHtml, junit, attestations]) {
    try {
      await rm(path, { force: true, recursive: path === attestations });
    } catch (error) {
      throw pathError(error, 'Removing', path);
    }
  }
}

interface Circumstances {
  readonly wanted: Wishes;
  readonly live: LiveCluster | string | undefined;
  readonly test: OwnTest | undefined;
}

async function prove(file: BackupFile, { wanted, live, test }: Circumstances, tools: ProofTools): Promise<Proven> {
  const { shown, path } = file;
  const { voters, release, policy, otherReleases } = wanted;
  try {
    const sidecar = await readSidecar(path);
    const request = {
      ...{ path, voters, policy, otherReleases, expect: { keys: wanted.expect, test } },
      ...(release === undefined ? {} : { release }),
      ...(live === undefined ? {} : { live }),
      ...(sidecar === undefined ? {} : expectedBy(sidecar, path)),
    };
    return { shown, proof: await proveBackup(request, tools) };
  } catch (error) {
    tools.signal?.throwIfAborted();
    // A bug stays one; what this machine or a file refuses leaves the other backups their chance.
    if (!(error instanceof EtcdMigrateError) || error.kind === 'bug' || error.kind === 'interrupted') throw error;
    return { shown, proof: error };
  }
}

async function writeAttestations({ backups = [] }: RunReport, { attestations }: RunDirectory): Promise<void> {
  for (const { attestation } of backups) {
    if (attestation === null) continue;
    await writeFileAtomic(
      join(attestations, `${attestation.sha256}.json`),
      `${JSON.stringify(attestation, null, 2)}\n`,
    );
  }
}
