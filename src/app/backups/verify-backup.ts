// Owns `verify-backup`: backup files in, each proven or not.
// Must not hold any link of the proof (backup/).

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { addToHistory, readHistory } from '../../backup/history.ts';
import type { Link } from '../../backup/links.ts';
import type { LiveCluster } from '../../backup/live-cluster.ts';
import type { OwnTest } from '../../backup/ports.ts';
import { type ProofTools, proveBackup } from '../../backup/prove.ts';
import { EtcdMigrateError, type FailureCode } from '../../errors.ts';
import { exitCodeOfVerdict } from '../../judge/overall.ts';
import { systemClock } from '../../platform/clock.ts';
import { pathError, writeFileAtomic } from '../../platform/files.ts';
import { createRandom } from '../../platform/random.ts';
import { lockDirectory } from '../../platform/run-lock.ts';
import { present } from '../../present.ts';
import type { ProofReport } from '../../report/model.ts';
import type { ReportFinding } from '../../report/parts.ts';
import type { Publisher } from '../../report/publisher.ts';
import { chooseDriver } from '../rehearse/provisioning.ts';
import { sayReport, writeReports } from '../rehearse/report-files.ts';
import { earlierRun, removeDeadRuns } from '../run/dead-runs.ts';
import { type RunDirectory, runDirectory } from '../run/run-directory.ts';
import { isOutputDirectory, ownOutputDirectory } from '../shell/output-directory.ts';
import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import { openTools, type Tools } from '../shell/tools.ts';
import { fetchBackups } from './fetch.ts';
import { type BackupFile, findBackupFiles } from './files.ts';
import { type Fresh, removeOlder, takeFresh } from './fresh.ts';
import { lookAtLiveCluster } from './live.ts';
import { type Notice, notifying } from './notify.ts';
import { ownTest } from './own-test.ts';
import { openProof, type ProofFrame } from './proof-tools.ts';
import { type BackupRun, backupReport, type Proven, proofRecords, trendOf } from './report.ts';
import { saidOf } from './said.ts';
import { askedOf, settleWishes, type VerifyBackupOptions, type Wishes } from './wishes.ts';

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
  const wishes = await settleWishes(settings, surroundings, options, createRandom(clock.wallMs() % 2 ** 31)).catch(
    (error: unknown) => error as Error,
  );
  const report = await notifying(noticeOf(wishes, directory), surroundings, tools, async () => {
    await refuseRehearsal(directory, surroundings, tools);
    // An earlier pass must not stand beside whatever keeps this run from one.
    const early = (await isOutputDirectory(directory)) ? await lock(directory) : undefined;
    await using _early = early;
    if (early !== undefined) await removeEarlierProofs(directory);
    if (wishes instanceof Error) throw wishes;
    const wanted = wishes;
    const driver = chooseDriver(surroundings.drivers, 'restore-data');
    for (const { severity, message } of wanted.findings) progress.line(`${severity}: ${message}`);
    // The files are looked for before anything is begun: what the command line names wrongly is told at once.
    if (wanted.fetch === undefined && wanted.take === undefined) {
      await findBackupFiles(wanted);
    }
    const history = await readHistory(wanted.history);
    await ownOutputDirectory(directory);
    await using _lock = early === undefined ? await lock(directory) : undefined;
    await removeDeadRuns(directory, surroundings, tools);
    const proven = await proveAll(wanted, { settings, surroundings, tools, directory, driver }, publishers);
    const made = surroundings.redactor.report(backupReport(proven.run));
    const findings = [...(made.findings ?? []), ...(await remember(wanted, made))];
    const { remembered } = wanted;
    const trend = trendOf([...history, ...proofRecords(made, remembered)], remembered);
    const report = {
      ...made,
      ...(findings.length === 0 ? {} : { findings }),
      ...(trend.length === 0 ? {} : { trend }),
    };
    await writeReports(report, directory);
    await writeAttestations(report, directory);
    await Promise.all(publishers.map((publisher) => publisher.finished(report)));
    if (proven.taken !== undefined) await removeOlder(proven.taken, proven.run.proven, wanted, tools);
    return report;
  });
  sayReport(report, settings, surroundings);
  progress.line(`reports: ${directory.path}`);
  return exitCodeOfVerdict(report.verdict, report.failureReason as FailureCode | null);
}

function lock({ path }: RunDirectory): Promise<AsyncDisposable> {
  return lockDirectory(path, 'verify-backup');
}

/** Nobody can be called by a manifest that cannot be read. */
function noticeOf(wishes: Wishes | Error, { reportJson }: RunDirectory): Notice | undefined {
  if (wishes instanceof Error || wishes.notify === undefined) return undefined;
  return { command: wishes.notify, cwd: wishes.baseDir, reportJson };
}

type Frame = Omit<ProofFrame, 'releases'>;

interface AllProven {
  readonly run: BackupRun;
  readonly taken: Fresh | undefined;
}

async function proveAll(wanted: Wishes, frame: Frame, publishers: readonly Publisher[]): Promise<AllProven> {
  const { surroundings, tools, directory } = frame;
  const { clock, progress } = tools;
  const { cluster, connection, baseDir } = wanted;
  const startedAtUs = clock.monotonicUs();
  const startedAt = new Date(clock.wallMs()).toISOString();
  const taken = await takeFresh(wanted, surroundings, tools);
  await using fetched = wanted.fetch && (await fetchBackups(wanted.fetch, directory, surroundings, tools));
  const found = await findBackupFiles(fetched === undefined ? wanted : { ...wanted, filesDir: fetched.directory });
  const files = taken === undefined ? found : [...found.filter(({ path }) => path !== taken.file.path), taken.file];
  const announcement = {
    title: `Proving ${files.length === 1 ? 'one backup' : `${files.length} backups`}`,
    ...present({ cluster }),
    tree: files.map(({ shown }) => shown).join('\n'),
  };
  await Promise.all(publishers.map((publisher) => publisher.started(announcement)));
  const live = connection && (() => lookAtLiveCluster(connection, baseDir, surroundings));
  const test = wanted.test && ownTest(wanted.test, baseDir, directory, surroundings, tools);
  const { proofTools, obtained } = openProof({ ...frame, releases: wanted.releases });
  const proven: Proven[] = [];
  for (const file of files) {
    progress.group(file.shown);
    const fetchMs = file === taken?.file ? undefined : fetched?.fetchMs;
    proven.push(await prove(file, { wanted, live, test, fetchMs }, proofTools));
    progress.endGroup();
  }
  progress.now('');
  const finishedAt = new Date(clock.wallMs()).toISOString();
  const durationMs = (clock.monotonicUs() - startedAtUs) / 1000;
  const run = {
    asked: askedOf(wanted),
    proven,
    findings: wanted.findings,
    releases: obtained,
    startedAt,
    finishedAt,
    durationMs,
  };
  return { run: { ...run, ...present({ cluster }) }, taken };
}

/** A proof that could not be remembered is still one; that later runs will miss it is said. */
async function remember({ history, remembered }: Wishes, report: ProofReport): Promise<ReportFinding[]> {
  try {
    await addToHistory(history, proofRecords(report, remembered));
    return [];
  } catch (error) {
    if (!(error instanceof EtcdMigrateError) || error.kind === 'bug') throw error;
    const message = `This run could not be added to the history of proofs: ${error.message}`;
    return [{ id: 'rule/backup-history-not-kept', severity: 'warning', message, where: { file: history } }];
  }
}

/** The record of a rehearsal must not be removed by the proof of a backup, nor stand beside another mode's report. */
async function refuseRehearsal(directory: RunDirectory, surroundings: Surroundings, tools: Tools): Promise<void> {
  const earlier = await earlierRun(directory, surroundings, tools);
  if (earlier.is === 'none') return;
  const what =
    earlier.is === 'resumable' ? 'that was interrupted and can be resumed' : `that cannot be read (${earlier.why})`;
  throw new EtcdMigrateError('usage', `${directory.path} holds a rehearsal ${what}; nothing in it was changed.`, {
    hint: 'Name another directory with --output.',
  });
}

/** Removes what an earlier run said: were this run killed, an old proof would stand beside the new file. */
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
  readonly live: (() => Promise<LiveCluster | string>) | undefined;
  readonly test: OwnTest | undefined;
  readonly fetchMs: number | undefined;
}

async function prove(
  file: BackupFile,
  { wanted, live, test, fetchMs }: Circumstances,
  tools: ProofTools,
): Promise<Proven> {
  const { shown, path } = file;
  const links: Link[] = [];
  const ended = (link: Link): void => {
    links.push(link);
    tools.ended(link);
  };
  const { voters, release, policy, otherReleases, clusterId } = wanted;
  try {
    const request = {
      path,
      voters,
      policy,
      otherReleases,
      expect: { keys: wanted.expect, test },
      fetchMs,
      ...present({ release, live, clusterId }),
      ...(await saidOf(path, wanted)),
    };
    return { shown, proof: await proveBackup(request, { ...tools, ended }) };
  } catch (error) {
    tools.signal?.throwIfAborted();
    // A bug ends the run; what this machine or a file refuses leaves the other backups their chance.
    if (!(error instanceof EtcdMigrateError) || error.kind === 'bug' || error.kind === 'interrupted') throw error;
    // Links that were proven of a file say nothing once another one stands there.
    return { shown, proof: error, links: error.code === 'backup-changed' ? [] : links };
  }
}

async function writeAttestations({ backups = [] }: ProofReport, { attestations }: RunDirectory): Promise<void> {
  for (const { attestation } of backups) {
    if (attestation === null) continue;
    await writeFileAtomic(
      join(attestations, `${attestation.sha256}.json`),
      `${JSON.stringify(attestation, null, 2)}\n`,
    );
  }
}
