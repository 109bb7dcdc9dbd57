// Owns when an attestation is accepted in place of a new proof: by the digest of the file, and by age.
// Must not prove anything, nor trust more than it says: it is not signed, and is worth what its place is worth.

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { EtcdMigrateError } from '../errors.ts';
import type { BackupPolicy, KeyExpectation } from '../manifest/resolve.ts';
import { present } from '../present.ts';
import { duration } from '../report/format.ts';
import { Attestation } from '../report/parts.ts';
import { readJsonFile, shapedAs } from './json-file.ts';
import { type ChainVerdict, linkNames } from './links.ts';
import { compareWithLive, type LiveCluster } from './live-cluster.ts';

export interface AttestationDemand {
  /** SHA-256 of the file as it is now. */
  readonly sha256: string;
  readonly bytes: number;
  /** The present, in wall milliseconds. */
  readonly nowMs: number;
  /** Age of the oldest proof that is accepted, milliseconds. */
  readonly withinMs: number;
  readonly policy: BackupPolicy;
  /** Hexadecimal id of the cluster that the backup must be of; undefined: it may be of any. */
  readonly clusterId?: string | undefined;
  /** What must have been part of the proof. */
  readonly asked: Asked;
  /** The cluster that the backup should be of, or why that could not be asked; undefined: nobody named one. */
  readonly live?: LiveCluster | string | undefined;
}

/** What a manifest asks of a proof beyond its links. */
export interface Asked {
  readonly expect: readonly KeyExpectation[];
  readonly test: readonly string[] | undefined;
  readonly members: number;
  /** Exact releases that must have restored the backup too. */
  readonly otherReleases: readonly string[];
}

/** Hexadecimal SHA-256 of what was expected, in any order of its keys. */
export function digestOfExpected({ expect, test }: Pick<Asked, 'expect' | 'test'>): string {
  const canonical = canonicalize({ expect, test: test ?? null });
  if (canonical === undefined) throw new EtcdMigrateError('internal-error', 'What is expected has no canonical form.');
  return createHash('sha256').update(canonical).digest('hex');
}

/** Reads what is attested of a file, whatever that is; undefined where nothing is. Throws `attestation-invalid`. */
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
  { sha256, bytes, nowMs, withinMs, policy, clusterId, asked, live }: AttestationDemand,
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
  const unproven = whatLacks(attestation, asked);
  if (unproven !== undefined) return refused(unproven);
  const ageMs = nowMs - Date.parse(attestation.provenAt);
  if (ageMs < -clockToleranceMs) return refused(`It was proven at ${attestation.provenAt}, which is later than now.`);
  if (ageMs > withinMs) return refused(`It was proven ${duration(ageMs)} ago; ${duration(withinMs)} are accepted.`);
  const { rpoMs, rtoMs } = policy;
  if (rtoMs !== undefined && attestation.recoveryMs > rtoMs) {
    const reason = `A recovery took ${duration(attestation.recoveryMs)}; policy allows ${duration(rtoMs)}.`;
    return { verdict: 'fail', failureReason: 'restore-too-slow', reason };
  }
  const beside = besideLive(attestation, policy, live);
  if (beside.broken !== undefined) {
    const { verdict, reason: failureReason, why } = beside.broken;
    return { verdict, failureReason, reason: `${why}.` };
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
  return { verdict: 'pass', failureReason: null, reason: [reason, ...beside.seen.map(inSentence)].join(' ') };
}

function whatLacks(attestation: Attestation, asked: Asked): string | undefined {
  const { expect, test, members, otherReleases } = asked;
  if ((expect.length > 0 || test !== undefined) && attestation.expectedSha256 !== digestOfExpected(asked)) {
    return 'What the manifest expects of it, or its own test, was another when it was proven.';
  }
  if (attestation.members < members) {
    return `It was restored for ${attestation.members} members; the manifest asks for ${members}.`;
  }
  const missing = otherReleases.filter(
    (release) => release !== attestation.release && attestation.otherReleases[release] === undefined,
  );
  return missing.length === 0 ? undefined : `Nothing was proven of it with etcd ${missing.join(', ')}.`;
}

function besideLive(
  { revision, memberIds, clusterId }: Attestation,
  { rpoRevisions }: BackupPolicy,
  live: AttestationDemand['live'],
): ReturnType<typeof compareWithLive> {
  if (live === undefined && rpoRevisions === undefined) return { seen: [] };
  const facts = { keySpace: { revision }, members: memberIds.map((id) => ({ id })) };
  return compareWithLive(facts, live ?? 'no `connection` names it', {
    ...(clusterId === null ? {} : { clusterId }),
    ...present({ rpoRevisions }),
  });
}

function inSentence(seen: string): string {
  return `${seen.charAt(0).toUpperCase()}${seen.slice(1).replace(/\.$/, '')}.`;
}
