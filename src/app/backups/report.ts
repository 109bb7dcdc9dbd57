// Owns turning the proofs of backups into the one report, and into attestations.
// Must not decide any verdict (backup/links.ts) nor render (report/).

import { type Asked, digestOfExpected } from '../../backup/attestation.ts';
import type { ProofRecord } from '../../backup/history.ts';
import { type Link, linkNames } from '../../backup/links.ts';
import type { BackupProof } from '../../backup/prove.ts';
import { EtcdMigrateError, type FailureCode, failures } from '../../errors.ts';
import type { Finding } from '../../findings.ts';
import { present } from '../../present.ts';
import { platformName, thisPlatform } from '../../releases/platform.ts';
import type { ProofReport } from '../../report/model.ts';
import type { Attestation, ReportBackup, ReportProof, ReportRelease } from '../../report/parts.ts';
import { tool } from '../shell/envelope.ts';

export interface Proven {
  /** The file as the report names it. */
  readonly shown: string;
  readonly proof: BackupProof | EtcdMigrateError;
  /** The links that had been proven before the error. */
  readonly links?: readonly Link[];
}

export interface BackupRun {
  readonly cluster?: string;
  readonly proven: readonly Proven[];
  readonly asked: Asked;
  /** Findings of the manifest. */
  readonly findings: readonly Finding[];
  readonly releases: readonly ReportRelease[];
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly durationMs: number;
}

/** The worst verdict is the report's: a backup that fails weighs more than one of which nothing could be said. */
const gravity = ['fail', 'error', 'inconclusive', 'pass'] as const;

export function backupReport(run: BackupRun): ProofReport {
  const backups = run.proven.map((each) => reportBackup(each, run));
  const hints = new Map(
    run.proven.flatMap(({ proof }) => (proof instanceof EtcdMigrateError ? [[proof.code, proof.hint] as const] : [])),
  );
  return reportOfBackups(backups, run, hints);
}

/** `hints` says what to do, where that is known better than by the failure code alone. */
export function reportOfBackups(
  backups: readonly ReportBackup[],
  run: Omit<BackupRun, 'proven' | 'asked'>,
  hints: ReadonlyMap<FailureCode, string> = new Map(),
): ProofReport {
  const worst = gravity
    .map((verdict) => backups.find((each) => each.verdict === verdict))
    .find((each) => each !== undefined);
  if (worst === undefined) throw new EtcdMigrateError('internal-error', 'A report of no backup was asked for.');
  const others = backups.length - 1;
  return {
    schemaVersion: 1,
    tool,
    mode: 'verify-backup',
    ...present({ cluster: run.cluster }),
    verdict: worst.verdict,
    failureReason: worst.failureReason,
    reason: others === 0 ? worst.reason : `${worst.file}: ${worst.reason}`,
    nextSteps: nextSteps(backups, hints),
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    durationMs: run.durationMs,
    releases: [...run.releases],
    ...(run.findings.length === 0 ? {} : { findings: [...run.findings] }),
    backups: [...backups],
  };
}

function nextSteps(backups: readonly ReportBackup[], hints: ReadonlyMap<FailureCode, string>): string[] {
  const reasons = new Set(
    backups.flatMap(({ failureReason }) => (failureReason === null ? [] : [failureReason as FailureCode])),
  );
  if (reasons.size === 0)
    return ['Keep the attestation with the backup: it says what was proven about which bytes, and when.'];
  return [...reasons].map((reason) => hints.get(reason) ?? failures[reason].hint);
}

function reportBackup({ shown, proof, links: before = [] }: Proven, run: BackupRun): ReportBackup {
  if (proof instanceof EtcdMigrateError) {
    return {
      file: shown,
      bytes: null,
      sha256: null,
      verdict: 'error',
      failureReason: proof.code,
      reason: proof.message,
      release: null,
      revision: null,
      keys: null,
      links: reportLinks(before),
      rpo: null,
      rto: null,
      attestation: null,
    };
  }
  const { bytes, sha256, verdict, failureReason, reason, release, links, rpo, rto } = proof;
  return {
    file: shown,
    bytes,
    sha256,
    verdict,
    failureReason,
    reason,
    release,
    revision: proof.facts?.keySpace.revision ?? null,
    keys: proof.facts?.keySpace.keys ?? null,
    links: reportLinks(links),
    rpo: rpo && { ...rpo },
    rto: rto && { ...rto },
    attestation: attestationOf(proof, run),
  };
}

function reportLinks(links: readonly Link[]): ReportBackup['links'] {
  return links.map((link) => ({ ...link, evidence: [...link.evidence] }));
}

function attestationOf(proof: BackupProof, { releases, finishedAt, asked }: BackupRun): Attestation | null {
  const { verdict, facts, sha256, bytes, release, takenAt, clusterId, rto } = proof;
  if (verdict !== 'pass' || facts === null || sha256 === null || release === null || rto === null) return null;
  const { revision, hash, keys } = facts.keySpace;
  const binariesOf = (which: string): Record<string, string> => {
    const binaries = releases.find(({ version }) => version === which)?.sha256;
    if (binaries === undefined) throw new EtcdMigrateError('internal-error', `No digests of etcd ${which} are known.`);
    return binaries;
  };
  const others = asked.otherReleases.filter((other) => other !== release);
  return {
    schemaVersion: 1,
    kind: 'etcd-migrate/backup',
    sha256,
    bytes,
    revision,
    hash,
    keys,
    memberIds: facts.members.map(({ id }) => id),
    clusterId,
    proven: [...linkNames],
    expectations: asked.expect.length,
    ownTest: asked.test !== undefined,
    expectedSha256: digestOfExpected(asked),
    members: asked.members,
    recoveryMs: rto.totalMs,
    otherReleases: Object.fromEntries(others.map((other) => [other, binariesOf(other)])),
    release,
    binaries: binariesOf(release),
    platform: platformName(thisPlatform()),
    toolVersion: tool.version,
    takenAt: takenAt === null ? null : new Date(takenAt).toISOString(),
    provenAt: finishedAt,
  };
}

/** What is remembered of a run, as proofs of the backups of `cluster`. */
export function proofRecords(
  { backups = [], finishedAt }: ProofReport,
  cluster: string | undefined,
): readonly ProofRecord[] {
  if (finishedAt === undefined) throw new EtcdMigrateError('internal-error', 'A run without an end has no record.');
  return backups.map(({ file, sha256, verdict, failureReason, bytes, release, rpo, rto, revision, keys }) => ({
    cluster: cluster ?? null,
    file,
    sha256,
    verdict,
    failureReason,
    provenAt: finishedAt,
    bytes,
    revision,
    keys,
    release,
    ageMs: rpo?.ageMs ?? null,
    recoveryMs: rto?.totalMs ?? null,
  }));
}

/** A chart can show so many proofs. */
const mostOfTrend = 100;

/** Gives the proofs of one cluster, oldest first; none for files of which nobody says that they are of a cluster. */
export function trendOf(history: readonly ProofRecord[], cluster: string | undefined): ReportProof[] {
  if (cluster === undefined) return [];
  return history
    .filter((proof) => proof.cluster === cluster)
    .slice(-mostOfTrend)
    .map(({ file, verdict, provenAt, bytes, ageMs, recoveryMs }) => ({
      file,
      verdict,
      provenAt,
      bytes,
      ageMs,
      recoveryMs,
    }));
}
