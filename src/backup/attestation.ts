// Owns when an attestation is accepted in place of a new proof: by the digest of the file, and by age.
// Must not prove anything, nor trust more than it says: it is not signed, and is worth what its place is worth.
import { join } from 'node:path';
import { EtcdMigrateError } from '../errors.ts';
import type { BackupPolicy } from '../manifest/resolve.ts';
import { duration } from '../report/format.ts';
import { Attestation } from '../report/model.ts';
import { readJsonFile, shapedAs } from './json-file.ts';
import { type ChainVerdict, linkNames } from './links.ts';

export interface AttestationDemand {
  /** Of the file as it is now. */
  readonly sha256: string;
  readonly bytes: number;
  /** Wall milliseconds. */
  readonly nowMs: number;
  /** Oldest proof that is accepted, milliseconds. */
  readonly withinMs: number;
  readonly policy: Pick<BackupPolicy, 'rpoMs' | 'rpoRevisions'>;
  /** That it must be of, hexadecimal; undefined: any. */
  readonly clusterId?: string | undefined;
  /** Number of expectations, and whether there is a test, that must have been part of the proof. */
  readonly expectations: number;
  readonly ownTest: boolean;
}

/** Whatever it attests. Undefined where there is none. Throws `attestation-invalid`. */
export async function readAttestation(directory: string, sha256: string): Promise<Attestation | undefined> {
  const path = join(directory, `${sha256}.json`);
  const invalid = (why: string) => new EtcdMigrateError('attestation-invalid', `${path} ${why}.`);
  const json = await readJsonFile(path, 1024 * 1024, invalid);
  return json === undefined ? undefined : shapedAs(Attestation, json, invalid);
}

/** Clocks of two machines are never quite the same. */
const clockToleranceMs = 60_000;

/** A pass takes the same bytes, every link, and a proof and data that are young enough. */
export function judgeAttestation(
  attestation: Attestation | undefined,
  { sha256, bytes, nowMs, withinMs, policy, clusterId, expectations, ownTest }: AttestationDemand,
): ChainVerdict {
  const refused = (reason: string): ChainVerdict => ({ verdict: 'fail', failureReason: 'backup-not-proven', reason });
  if (attestation === undefined) return refused(`Nothing attests the backup with SHA-256 ${sha256}.`);
  if (attestation.sha256 !== sha256 || attestation.bytes !== bytes) {
    return refused(`What is named after SHA-256 ${sha256} attests another file, with ${attestation.sha256}.`);
  }
  const missing = linkNames.filter((name) => !attestation.proven.includes(name));
  if (missing.length > 0) return refused(`It attests nothing of ${missing.join(', ')}.`);
  if (clusterId !== undefined && attestation.clusterId !== clusterId) {
    return refused(`It attests a backup of cluster ${attestation.clusterId ?? 'unknown'}, not of ${clusterId}.`);
  }
  if (attestation.expectations < expectations || (ownTest && !attestation.ownTest)) {
    return refused('What the manifest expects of it, or its own test, was no part of that proof.');
  }
  const ageMs = nowMs - Date.parse(attestation.provenAt);
  if (ageMs < -clockToleranceMs) return refused(`It was proven at ${attestation.provenAt}, which is later than now.`);
  if (ageMs > withinMs) return refused(`It was proven ${duration(ageMs)} ago; ${duration(withinMs)} are accepted.`);
  const { rpoMs, rpoRevisions } = policy;
  if (rpoRevisions !== undefined) {
    const reason = 'Only a new proof can say how many revisions the live cluster is ahead of it.';
    return { verdict: 'inconclusive', failureReason: 'backup-age-unknown', reason };
  }
  if (rpoMs !== undefined) {
    if (attestation.takenAt === null) {
      const reason = 'It was proven, but nobody recorded when it was taken.';
      return { verdict: 'inconclusive', failureReason: 'backup-age-unknown', reason };
    }
    const dataMs = nowMs - Date.parse(attestation.takenAt);
    if (dataMs > rpoMs) {
      const reason = `Its data are ${duration(dataMs)} old; policy allows ${duration(rpoMs)}.`;
      return { verdict: 'fail', failureReason: 'backup-stale', reason };
    }
  }
  const reason = `It was proven ${duration(Math.max(0, ageMs))} ago, by etcd ${attestation.release}, and is the same file.`;
  return { verdict: 'pass', failureReason: null, reason };
}
