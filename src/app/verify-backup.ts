// Owns `verify-backup`: backup files in, each proven or not.
// Must not hold any link of the proof (backup/).
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ProofTools, proveBackup } from '../backup/prove.ts';
import { expectedBy, readSidecar } from '../backup/sidecar.ts';
import { loadCatalog } from '../catalog/load.ts';
import { expectationOf, refusedRestoreOf, restoresWatchSafe } from '../catalog/lookups.ts';
import { highestOf, lineOf } from '../catalog/version.ts';
import { checks } from '../checks/index.ts';
import { runChecks } from '../checks/run.ts';
import { EtcdMigrateError, type FailureCode } from '../errors.ts';
import type { Finding } from '../findings.ts';
import { exitCodeOfVerdict } from '../judge/overall.ts';
import { defaults } from '../manifest/defaults.ts';
import type { BackupSettings, ResolvedManifest } from '../manifest/resolve.ts';
import { systemClock } from '../platform/clock.ts';
import { pathError, writeFileAtomic } from '../platform/files.ts';
import { createRandom } from '../platform/random.ts';
import { lockDirectory } from '../platform/run-lock.ts';
import type { ObtainedRelease, ReleaseStore } from '../releases/store.ts';
import { renderJson } from '../report/json.ts';
import { renderJunit } from '../report/junit.ts';
import { renderMarkdown } from '../report/markdown.ts';
import type { RunReport } from '../report/model.ts';
import type { Publisher } from '../report/publisher.ts';
import { renderText } from '../report/text.ts';
import { fetchBackups } from './backup-fetch.ts';
import { type BackupFile, type Choice, findBackupFiles } from './backup-files.ts';
import { backupReport, type Proven } from './backup-report.ts';
import { removeDeadRuns, resumableRun } from './dead-runs.ts';
import { loadManifestFile } from './manifest-file.ts';
import { isOutputDirectory, ownOutputDirectory } from './output-directory.ts';
import { type Obtained, openProvisioner } from './provisioning.ts';
import { openReleaseStore, reportRelease } from './release-supply.ts';
import { type RunDirectory, runDirectory } from './run-directory.ts';
import { newRunId } from './run-id.ts';
import type { RunSettings } from './run-settings.ts';
import type { Surroundings } from './surroundings.ts';
import { throwAwayRestore } from './throw-away-restore.ts';
import { openTools, type Tools } from './tools.ts';

export interface VerifyBackupOptions {
  /** Paths and patterns, from the working directory; empty: the manifest's. */
  readonly files: readonly string[];
  /** Exact release that restores; absent: the newest of the line that wrote the backup. */
  readonly release?: string;
  /** Of the throw-away cluster. */
  readonly members?: number;
}

/** Proves each file, whatever comes of the others, and returns the exit code of the worst. */
export async function verifyBackup(
  settings: RunSettings,
  surroundings: Surroundings,
  options: VerifyBackupOptions,
  publishers: readonly Publisher[] = [],
): Promise<number> {
  using tools = openTools(settings, surroundings, systemClock);
  const { clock, progress } = tools;
  const startedAtUs = clock.monotonicUs();
  const startedAt = new Date(clock.wallMs()).toISOString();
  const directory = runDirectory(settings.outputDir);
  await refuseRehearsal(directory);
  // An earlier pass must not stand beside whatever keeps this run from one.
  const early = (await isOutputDirectory(directory)) ? await lockDirectory(directory.path, 'verify-backup') : undefined;
  await using _early = early;
  if (early !== undefined) await removeEarlierProofs(directory);
  const wanted = await settleWishes(settings, surroundings, options);
  // Before anything is touched: a mistake of the command line changes nothing.
  if (wanted.fetch === undefined) await findBackupFiles(wanted.files, wanted.baseDir, wanted.choice);
  await ownOutputDirectory(directory);
  await using _lock = early === undefined ? await lockDirectory(directory.path, 'verify-backup') : undefined;
  await removeDeadRuns(directory, progress);
  await removeEarlierProofs(directory);
  for (const { severity, message } of wanted.findings) progress.line(`${severity}: ${message}`);
  await using fetched = wanted.fetch && (await fetchBackups(wanted.fetch, directory, surroundings, tools));
  const files = await findBackupFiles(wanted.files, fetched?.directory ?? wanted.baseDir, wanted.choice);

  const obtained: { binaries: Record<string, string>; releases: Obtained['releases'][number][] } = {
    binaries: {},
    releases: [],
  };
  const announcement = {
    title: `Proving ${files.length === 1 ? 'one backup' : `${files.length} backups`}`,
    ...(wanted.cluster === undefined ? {} : { cluster: wanted.cluster }),
    tree: files.map(({ shown }) => shown).join('\n'),
  };
  await Promise.all(publishers.map((publisher) => publisher.started(announcement)));
  const proofTools = wire(wanted, obtained, directory, { settings, surroundings, tools });
  const proven: Proven[] = [];
  for (const file of files) {
    progress.group(file.shown);
    proven.push(await prove(file, wanted, proofTools));
    progress.endGroup();
  }
  progress.now('');
  const report = surroundings.redactor.report(
    backupReport({
      ...(wanted.cluster === undefined ? {} : { cluster: wanted.cluster }),
      proven,
      findings: wanted.findings,
      releases: obtained.releases,
      startedAt,
      finishedAt: new Date(clock.wallMs()).toISOString(),
      durationMs: (clock.monotonicUs() - startedAtUs) / 1000,
    }),
  );
  await writeReports(report, directory);
  await Promise.all(publishers.map((publisher) => publisher.finished(report)));
  say(report, settings, surroundings);
  progress.line(`reports: ${directory.path}`);
  return exitCodeOfVerdict(report.verdict, report.failureReason as FailureCode | null);
}

interface Wishes {
  /** Brings the files first; they are then looked for in what it brought. */
  readonly fetch?: readonly string[];
  readonly files: readonly string[];
  readonly baseDir: string;
  readonly choice: Choice;
  readonly cluster?: string;
  readonly releases: ResolvedManifest['releases'];
  readonly voters: number;
  readonly release?: string;
  readonly policy: BackupSettings['policy'];
  readonly otherReleases: BackupSettings['otherReleases'];
  readonly expect: BackupSettings['expect'];
  readonly findings: readonly Finding[];
}

/** Files of the command line are all proven; the manifest's are those that it chooses. */
async function settleWishes(
  settings: RunSettings,
  { workingDirectory }: Surroundings,
  { files, release, members }: VerifyBackupOptions,
): Promise<Wishes> {
  const wish = release === undefined ? {} : { release };
  if (!settings.manifestGiven) {
    if (files.length === 0) {
      throw new EtcdMigrateError('usage', 'No backup was named.', {
        hint: 'Name backup files or patterns, or a manifest.',
      });
    }
    return {
      ...wish,
      ...{ files, baseDir: workingDirectory, choice: 'all', policy: {}, otherReleases: [], expect: [], findings: [] },
      voters: members ?? defaults.backups.members,
      releases: { sources: defaults.releases.sources, local: {} },
    };
  }
  const { manifest, findings } = await loadManifestFile(settings.manifestFile, workingDirectory, settings.trusted);
  const { backups, name, releases } = manifest;
  if (files.length === 0 && backups === undefined) {
    throw new EtcdMigrateError('usage', `No backup was named: ${settings.manifestFile} has no \`backups\`.`, {
      hint: 'Name backup files or patterns, or write `backups.files` into the manifest.',
    });
  }
  return {
    ...wish,
    ...{ cluster: name, releases, policy: backups?.policy ?? {}, findings },
    ...{ otherReleases: backups?.otherReleases ?? [], expect: backups?.expect ?? [] },
    voters: members ?? backups?.voters ?? defaults.backups.members,
    ...(files.length > 0 || backups === undefined
      ? { files, baseDir: workingDirectory, choice: 'all' }
      : {
          ...(backups.fetch === undefined ? {} : { fetch: backups.fetch }),
          ...{ files: backups.files, baseDir: dirname(settings.manifestFile), choice: backups.choose },
        }),
  };
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
async function removeEarlierProofs({ reportJson, reportMarkdown, junit, attestations }: RunDirectory): Promise<void> {
  for (const path of [reportJson, reportMarkdown, junit, attestations]) {
    try {
      await rm(path, { force: true, recursive: path === attestations });
    } catch (error) {
      throw pathError(error, 'Removing', path);
    }
  }
}

interface Frame {
  readonly settings: RunSettings;
  readonly surroundings: Surroundings;
  readonly tools: Tools;
}

function wire(
  { releases }: Wishes,
  obtained: { binaries: Record<string, string>; releases: Obtained['releases'][number][] },
  directory: RunDirectory,
  { settings, surroundings, tools }: Frame,
): ProofTools {
  const { clock, progress } = tools;
  const { signal } = surroundings;
  const catalog = loadCatalog();
  const store = openReleaseStore({ releases }, settings, surroundings, catalog, tools);
  const random = createRandom(clock.wallMs() % 2 ** 31);
  const known = new Map<string, ObtainedRelease>();
  const restore = throwAwayRestore({
    provisioner: openProvisioner(directory, obtained, tools),
    releaseOf: async (version) => {
      const before = known.get(version);
      if (before !== undefined) return before;
      const release = await store.obtain(version, signal);
      known.set(version, release);
      progress.line(`etcd ${version} from ${release.source}, verified`);
      obtained.releases.push(reportRelease(release));
      if (release.tools['etcd'] !== undefined) obtained.binaries[version] = release.tools['etcd'].path;
      return release;
    },
    clock,
    newRunId: () => newRunId(clock),
  });
  return {
    clock,
    restore,
    releaseFor: newestOf(store, signal),
    restoresWatchSafe,
    refusalOf: refusedRestoreOf,
    tryUse: {
      checks: triedChecks.map(({ id }) => id),
      run: ({ members, credentials, state, databaseBytes }) =>
        runChecks({
          timeoutMs: 10_000 + databaseBytes / slowestBytesPerMs,
          concurrency: 1,
          checks: triedChecks,
          ...{ members, credentials, state, clock, random, signal },
          expectationOf: (check, release) => expectationOf(check, lineOf(release)),
        }),
    },
    progress: (doing) => progress.now(doing),
    ended: ({ name, verdict, evidence, durationMs }) => {
      const why = verdict === 'pass' ? '' : `: ${evidence[0]}`;
      progress.line(`${name}: ${verdict} (${(durationMs / 1000).toFixed(1)} s)${why}`);
    },
    signal,
  };
}

/** All but the one that streams a whole snapshot through this process: a restored store is small enough only by luck. */
const triedChecks = checks.filter(({ id }) => id !== 'maintenance-snapshot');

/** 10 MB/s: what a busy machine still streams, for a check that takes all of the database. */
const slowestBytesPerMs = 10_000;

/** Of a line, the newest that can be had; where none can, the store says of the newest why. */
function newestOf(store: ReleaseStore, signal: AbortSignal): ProofTools['releaseFor'] {
  return async (line) => {
    const known = loadCatalog()
      .releases.map(({ version }) => version)
      .filter((version) => lineOf(version) === line);
    const there = await store.probe(known, signal);
    const newest = highestOf(known.filter((version) => there.has(version))) ?? highestOf(known);
    if (newest !== undefined) return newest;
    throw new EtcdMigrateError('release-unobtainable', `No release of etcd ${line} is known to this catalog.`, {
      hint: 'Name the release with --release, or use a newer etcd-migrate.',
    });
  };
}

async function prove(
  file: BackupFile,
  { voters, release, policy, otherReleases, expect }: Wishes,
  tools: ProofTools,
): Promise<Proven> {
  const { shown, path } = file;
  try {
    const wish = release === undefined ? {} : { release };
    const sidecar = await readSidecar(path);
    const said = sidecar === undefined ? {} : expectedBy(sidecar, path);
    return {
      shown,
      proof: await proveBackup({ path, voters, policy, otherReleases, expect, ...wish, ...said }, tools),
    };
  } catch (error) {
    tools.signal?.throwIfAborted();
    // A bug stays one; what this machine or a file refuses leaves the other backups their chance.
    if (!(error instanceof EtcdMigrateError) || error.kind === 'bug' || error.kind === 'interrupted') throw error;
    return { shown, proof: error };
  }
}

async function writeReports(report: RunReport, directory: RunDirectory): Promise<void> {
  await writeFileAtomic(directory.reportJson, renderJson(report));
  await writeFileAtomic(directory.reportMarkdown, renderMarkdown(report, { limit: Number.POSITIVE_INFINITY }));
  await writeFileAtomic(directory.junit, renderJunit(report));
  for (const { attestation } of report.backups ?? []) {
    if (attestation === null) continue;
    const path = join(directory.attestations, `${attestation.sha256}.json`);
    await writeFileAtomic(path, `${JSON.stringify(attestation, null, 2)}\n`);
  }
}

function say(report: RunReport, { format, color }: RunSettings, { writeOut }: Surroundings): void {
  if (format === 'json') writeOut(renderJson(report));
  else if (format === 'markdown') writeOut(renderMarkdown(report, { limit: Number.POSITIVE_INFINITY }));
  else writeOut(renderText(report, { color }));
}
