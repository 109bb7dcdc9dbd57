// Owns what is remembered of the proofs of earlier runs: a small JSON file that the user keeps wherever he likes.
// Must not know how a report shows it.
import { mkdir, readlink, realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { lock } from 'proper-lockfile';
import { z } from 'zod';
import { EtcdMigrateError } from '../errors.ts';
import { pathError, writeFileAtomic } from '../platform/files.ts';
import { readJsonFile, shapedAs } from './json-file.ts';

/** What is remembered of one backup as one run proved it. */
export const ProofRecord = z.strictObject({
  /** The manifest's name; null for a proof without one. */
  cluster: z.string().nullable(),
  file: z.string(),
  sha256: z.string().nullable(),
  verdict: z.enum(['pass', 'fail', 'inconclusive', 'error']),
  failureReason: z.string().nullable(),
  provenAt: z.iso.datetime(),
  bytes: z.int().nullable(),
  revision: z.int().nullable(),
  keys: z.int().nullable(),
  /** Release that restored the backup. */
  release: z.string().nullable(),
  /** Age of the backup's data, milliseconds. */
  ageMs: z.number().nullable(),
  /** How long a recovery took, milliseconds. */
  recoveryMs: z.number().nullable(),
});
export type ProofRecord = z.infer<typeof ProofRecord>;

export const ProofHistory = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('etcd-migrate/backup-history'),
  /** Oldest first. */
  proofs: z.array(ProofRecord),
});

/** This is a year of three proofs a day, with room. */
const mostProofs = 1_500;
/** Each proof takes a few hundred bytes. */
const mostBytes = 4 * 1024 * 1024;

/** Gives all proofs, oldest first; none where the file does not exist. Throws `backup-history-invalid`. */
export async function readHistory(path: string): Promise<readonly ProofRecord[]> {
  const invalid = (why: string) =>
    new EtcdMigrateError('backup-history-invalid', `${path} ${why}. It was left as it is.`);
  const json = await readJsonFile(path, mostBytes, invalid);
  return json === undefined ? [] : shapedAs(ProofHistory, json, invalid).proofs;
}

/** Adds to what is there by then, and returns all. The newest pass of a cluster stays however many others follow it. */
export async function addToHistory(named: string, added: readonly ProofRecord[]): Promise<readonly ProofRecord[]> {
  // The file is replaced in one step, which would replace a link as well, and leave what it leads to as it was.
  const path = await behindLinks(named);
  const release = await lockFile(path);
  try {
    const all = [...(await readHistory(path)), ...added];
    const kept = all.slice(-mostProofs);
    const passes = new Map(all.filter(({ verdict }) => verdict === 'pass').map((proof) => [proof.cluster, proof]));
    const older = [...passes.values()].filter((proof) => !kept.includes(proof));
    const proofs = [...older, ...kept];
    const history: z.infer<typeof ProofHistory> = { schemaVersion: 1, kind: 'etcd-migrate/backup-history', proofs };
    await writeFileAtomic(path, `${JSON.stringify(history, null, 2)}\n`);
    return proofs;
  } finally {
    await release();
  }
}

/** The lock lets two runs that end at once add their own, one after the other. */
async function lockFile(path: string): Promise<() => Promise<void>> {
  try {
    await mkdir(dirname(path), { recursive: true });
    return await lock(path, {
      realpath: false,
      stale: 10_000,
      retries: { retries: 60, minTimeout: 50, maxTimeout: 250 },
      // This process was frozen for longer than that: the file is then written whole by one, then by the other.
      onCompromised: () => undefined,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw pathError(error, 'Locking', `${path}.lock`);
    throw new EtcdMigrateError('run-in-progress', `${path} is being written by another run, or ${path}.lock was left.`);
  }
}

/** Clocks of two machines are never quite the same. */
const clockToleranceMs = 60_000;

/** When a cluster's backup passed last, wall milliseconds; what says that it will be in the future says nothing. */
export function lastPassMs(history: readonly ProofRecord[], cluster: string, nowMs: number): number | undefined {
  const times = history
    .filter((proof) => proof.cluster === cluster && proof.verdict === 'pass')
    .map(({ provenAt }) => Date.parse(provenAt))
    .filter((time) => time <= nowMs + clockToleranceMs);
  return times.length === 0 ? undefined : Math.max(...times);
}

async function behindLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    // The file, or what a link leads to, does not exist yet.
    const target = await readlink(path).catch(() => undefined);
    return target === undefined ? path : resolve(dirname(path), target);
  }
}
