// Owns `verify-backup --attestations`: backups that were proven before are accepted by what attests them.
// Must not restore anything, nor write: the proof's own directory stays as it is.

import { resolve } from 'node:path';
import { type AttestationDemand, judgeAttestation, readAttestation } from '../../backup/attestation.ts';
import { openForReading, requireUnchanged } from '../../backup/file-identity.ts';
import type { Expected } from '../../backup/file-link.ts';
import type { ChainVerdict } from '../../backup/links.ts';
import { EtcdMigrateError, type FailureCode } from '../../errors.ts';
import { exitCodeOfVerdict } from '../../judge/overall.ts';
import { systemClock } from '../../platform/clock.ts';
import { sha256OfFile } from '../../platform/digest.ts';
import { pathError } from '../../platform/files.ts';
import { createRandom } from '../../platform/random.ts';
import { present } from '../../present.ts';
import type { ReportBackup } from '../../report/parts.ts';
import { sayReport } from '../rehearse/report-files.ts';
import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import { openTools, type Tools } from '../shell/tools.ts';
import { type BackupFile, findBackupFiles } from './files.ts';
import { lookAtLiveCluster } from './live.ts';
import { reportOfBackups } from './report.ts';
import { saidOf } from './said.ts';
import { askedOf, settleWishes } from './wishes.ts';

export interface AcceptOptions {
  /** The files, named as `verify-backup` takes them. */
  readonly files: readonly string[];
  /** Directory of attestations, relative to the working directory. */
  readonly attestations: string;
  /** Age of the oldest proof that is accepted, in hours. */
  readonly withinHours: number;
}

/**
 * Judges every file and returns the exit code of the worst. Throws `attestation-invalid`, and what keeps a file from
 * being read.
 */
export async function acceptBackups(
  settings: RunSettings,
  surroundings: Surroundings,
  { files, attestations, withinHours }: AcceptOptions,
): Promise<number> {
  using tools = openTools(settings, surroundings, systemClock);
  const { clock } = tools;
  const startedAt = new Date(clock.wallMs()).toISOString();
  const wanted = await settleWishes(settings, surroundings, { files }, createRandom(clock.wallMs() % 2 ** 31));
  const found = await findBackupFiles(wanted);
  const directory = resolve(surroundings.workingDirectory, attestations);
  if (found.length === 0) {
    throw new EtcdMigrateError('usage', 'No backup was named.', { hint: 'Name the backups that shall be accepted.' });
  }
  const { connection, baseDir } = wanted;
  const demand = {
    withinMs: withinHours * 3_600_000,
    policy: wanted.policy,
    clusterId: wanted.clusterId,
    asked: askedOf(wanted),
    live: connection && (await lookAtLiveCluster(connection, baseDir, surroundings)),
  };
  const backups: ReportBackup[] = [];
  for (const file of found) {
    const { expected } = await saidOf(file.path, wanted);
    backups.push(await accept(file, expected, { ...demand, directory }, surroundings, tools));
  }
  const finishedAt = new Date(clock.wallMs()).toISOString();
  const durationMs = Date.parse(finishedAt) - Date.parse(startedAt);
  const { cluster, findings } = wanted;
  const report = surroundings.redactor.report(
    reportOfBackups(backups, {
      findings,
      releases: [],
      startedAt,
      finishedAt,
      durationMs,
      ...present({ cluster }),
    }),
  );
  tools.progress.now('');
  sayReport(report, settings, surroundings);
  return exitCodeOfVerdict(report.verdict, report.failureReason as FailureCode | null);
}

async function accept(
  { path, shown }: BackupFile,
  expected: Expected | undefined,
  { directory, ...demand }: Omit<AttestationDemand, 'sha256' | 'bytes' | 'nowMs'> & { readonly directory: string },
  { signal }: Surroundings,
  { clock, progress }: Tools,
): Promise<ReportBackup> {
  progress.now(`reading ${shown}`);
  await using opened = await openForReading(path);
  const identity = await opened.stat();
  const bytes = identity.size;
  const sha256 = await sha256OfFile(path, signal).catch((error: unknown) => {
    throw pathError(error, 'Reading', path);
  });
  await requireUnchanged(path, identity);
  const attestation = await readAttestation(directory, sha256);
  const judged =
    expected?.sha256 === undefined || expected.sha256 === sha256
      ? judgeAttestation(attestation, { ...demand, sha256, bytes, nowMs: clock.wallMs() })
      : strange(`Its SHA-256 is ${sha256}; ${expected.source} says ${expected.sha256}.`);
  return {
    file: shown,
    bytes,
    sha256,
    ...judged,
    links: [],
    rpo: null,
    rto: null,
    release: attestation?.release ?? null,
    revision: attestation?.revision ?? null,
    keys: attestation?.keys ?? null,
    attestation: judged.verdict === 'pass' ? (attestation ?? null) : null,
  };
}

/** The verdict that the file link would give: another file stands under this one's name. */
function strange(reason: string): ChainVerdict {
  return { verdict: 'fail', failureReason: 'backup-foreign', reason };
}
