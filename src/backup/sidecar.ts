// Owns what stands beside a backup: which bytes it is, of which cluster, of which revision and moment.
// Must not know how a backup is taken or proven.
import { basename } from 'node:path';
import { z } from 'zod';
import { EtcdMigrateError } from '../errors.ts';
import type { Expected } from './file-link.ts';
import { type Invalid, readJsonFile, readSmallFile, shapedAs } from './json-file.ts';
import type { TakenAt } from './time-link.ts';

/** A sidecar of a thousand members has less. */
const mostBytes = 1024 * 1024;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const Sidecar = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('etcd-migrate/backup-sidecar'),
  sha256,
  bytes: z.int(),
  revision: z.int(),
  /** HashKV at that revision. */
  hash: z.int(),
  /** Who says what the hash is: the member itself, or only the file because the cluster had compacted since. */
  hashBy: z.enum(['member', 'file']),
  /** Id in hexadecimal. */
  clusterId: z.string(),
  members: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  etcd: z.string(),
  /** Client URL of the member that the backup was taken from. */
  takenFrom: z.string(),
  /** When the member began to send the backup: nothing newer is in it. */
  takenAt: z.iso.datetime(),
  toolVersion: z.string(),
});
export type Sidecar = z.infer<typeof Sidecar>;

export function sidecarPathOf(backup: string): string {
  return `${backup}.json`;
}

/**
 * The result is undefined where there is no sidecar, or another tool's. Throws `sidecar-invalid` for one that is
 * damaged.
 */
export async function readSidecar(backup: string): Promise<Sidecar | undefined> {
  const path = sidecarPathOf(backup);
  const invalid = invalidAt(path);
  const json = await readJsonFile(path, mostBytes, invalid);
  return json === undefined || !looksLikeOurs(json) ? undefined : shapedAs(Sidecar, json, invalid);
}

function invalidAt(path: string): Invalid {
  return (why) => new EtcdMigrateError('sidecar-invalid', `${path} ${why}.`);
}

/** A sidecar of ours shows by its kind, or, where that is damaged, by what no other tool writes together. */
function looksLikeOurs(json: unknown): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return (
    ('kind' in json && json.kind === Sidecar.shape.kind.value) ||
    ('sha256' in json && 'takenAt' in json && 'hashBy' in json)
  );
}

export function checksumPathOf(backup: string): string {
  return `${backup}.sha256`;
}

/** A digest that somebody wrote down, and where. */
export interface Checksum {
  readonly source: string;
  readonly sha256: string;
}

/**
 * Gives the digest that `sha256sum` wrote beside a backup, if it did. Throws `sidecar-invalid` for what names another
 * file.
 */
export async function readChecksum(backup: string): Promise<Checksum | undefined> {
  const path = checksumPathOf(backup);
  const text = await readSmallFile(path, mostBytes, invalidAt(path));
  if (text === undefined) return undefined;
  const lines = text.split('\n').map((line) => /^\\?([0-9a-fA-F]{64})(?:\s+\*?(.+?))?\s*$/.exec(line));
  const own = lines.find((line) => line !== null && (line[2] === undefined || basename(line[2]) === basename(backup)));
  if (own?.[1] !== undefined) return { source: basename(path), sha256: own[1].toLowerCase() };
  throw invalidAt(path)(`has no SHA-256 of ${basename(backup)}`);
}

/**
 * Gives what the file link compares, what the time link counts from, and which etcd wrote the backup: by a sidecar, by
 * digests that were written down, or by none. Throws `sidecar-invalid` where they contradict each other.
 */
export function expectedBy(
  sidecar: Sidecar | undefined,
  checksums: readonly Checksum[],
  backup: string,
): { readonly expected?: Expected; readonly takenAt?: TakenAt; readonly madeBy?: string } {
  // The source is named as it is called where the backup is: reports go elsewhere.
  const source = basename(sidecarPathOf(backup));
  const digests = [...(sidecar === undefined ? [] : [{ source, sha256: sidecar.sha256 }]), ...checksums];
  const [first] = digests;
  if (first === undefined) return {};
  const other = digests.find(({ sha256 }) => sha256 !== first.sha256);
  if (other !== undefined) {
    const two = `${first.source} names ${first.sha256}, ${other.source} names ${other.sha256}`;
    throw new EtcdMigrateError('sidecar-invalid', `Of ${basename(backup)} there are two digests: ${two}.`);
  }
  if (sidecar === undefined) return { expected: first };
  const { sha256: digest, revision, hash, clusterId, members } = sidecar;
  return {
    expected: {
      source,
      sha256: digest,
      revision,
      hash,
      clusterId,
      memberIds: members.map(({ id }) => id),
    },
    takenAt: { wallMs: Date.parse(sidecar.takenAt), by: 'recorded' },
    madeBy: sidecar.etcd,
  };
}
