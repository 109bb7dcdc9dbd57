// Owns taking a backup: streamed to disk, looked through, compared with the member, and only then put in its place.
// Must not replace or remove a file that is there.
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, link, lstat, mkdir, open, rm, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Credentials, MemberAddress } from '../engine/ports.ts';
import { EtcdMigrateError } from '../errors.ts';
import { readClusterId, readHashKv } from '../etcd/facts.ts';
import { connectMember, type MemberClient } from '../etcd/member-client.ts';
import { streamSnapshot } from '../etcd/snapshot-stream.ts';
import { pathError, syncDirectory, writeFileAtomic } from '../platform/files.ts';
import type { Clock } from '../platform/ports.ts';
import { proveFile } from './file-link.ts';
import { partialPathOf, removeDeadPartials } from './partials.ts';
import { type Sidecar, sidecarPathOf } from './sidecar.ts';
import type { SnapshotFacts } from './snapshot.ts';
import type { SourceMember } from './source-member.ts';

export interface TakeOptions {
  readonly source: SourceMember;
  readonly credentials: Credentials;
  /** Where the backup shall stand. */
  readonly path: string;
  readonly toolVersion: string;
  readonly clock: Clock;
  readonly progress: (doing: string) => void;
  /** Writes a line that stays. */
  readonly line: (text: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Takes the backup, and gives the sidecar of what then stands at `path`. Otherwise nothing stands there: a backup is
 * there whole, flushed and looked through, or not at all. Throws `usage` where something stands there already.
 */
export async function takeBackup(options: TakeOptions): Promise<Sidecar> {
  const { path, clock, signal, progress, source } = options;
  const { member } = source;
  const temporary = partialPathOf(path);
  const beside = partialPathOf(sidecarPathOf(path));
  const client = connectMember(member.clientUrl, options.credentials);
  try {
    await mkdir(dirname(path), { recursive: true });
    for (const name of await removeDeadPartials(dirname(path))) {
      options.line(`removed ${name}, which a backup that was killed left behind`);
    }
    for (const name of [path, sidecarPathOf(path)]) await requireAbsent(name);
    const clusterId = await readClusterId(client, member, signal);
    const takenAt = new Date(clock.wallMs()).toISOString();
    const { sha256, bytes } = await save(client, member, temporary, options);
    const { link: file, facts } = await proveFile(temporary, { clock, progress, signal });
    if (file.verdict !== 'pass' || facts === null) {
      throw new EtcdMigrateError(
        'backup-corrupt',
        `What ${member.clientUrl} sent is no whole snapshot, and was not kept: ${file.evidence[0]}`,
        { hint: 'Take it again, from another member if it happens again.' },
      );
    }
    const hashBy = await compareWithMember(client, member, facts, signal);
    const { revision, hash } = facts.keySpace;
    const sidecar: Sidecar = {
      schemaVersion: 1,
      kind: 'etcd-migrate/backup-sidecar',
      sha256,
      bytes,
      revision,
      hash,
      hashBy,
      clusterId,
      members: facts.members.map(({ id, name }) => ({ id, name })),
      etcd: source.version,
      takenFrom: member.clientUrl,
      takenAt,
      toolVersion: options.toolVersion,
    };
    // The sidecar comes first: a backup whose sidecar is missing is worth less than a sidecar whose backup is.
    await writeFileAtomic(beside, `${JSON.stringify(sidecar, null, 2)}\n`);
    await putInPlace(beside, sidecarPathOf(path));
    try {
      await putInPlace(temporary, path);
    } catch (error) {
      await rm(sidecarPathOf(path), { force: true });
      throw error;
    }
    return sidecar;
  } catch (error) {
    throw pathError(error, 'Writing', path);
  } finally {
    client.close();
    for (const name of [temporary, beside]) await rm(name, { force: true });
  }
}

async function save(
  client: MemberClient,
  member: MemberAddress,
  path: string,
  { progress, signal }: TakeOptions,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256');
  let written = 0;
  await using file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  for await (const { bytes, remainingBytes } of streamSnapshot(client, member, signal)) {
    if (written === 0) await requireRoom(path, bytes.length + remainingBytes);
    hash.update(bytes);
    await writeAll(file, bytes);
    written += bytes.length;
    progress(`${written} of ${written + remainingBytes} bytes from ${member.clientUrl}`);
  }
  await file.sync();
  return { sha256: hash.digest('hex'), bytes: written };
}

async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
}

async function requireRoom(path: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(path));
  const free = bavail * bsize;
  if (free >= needed) return;
  throw new EtcdMigrateError(
    'no-space',
    `The backup needs ${needed} bytes in ${dirname(path)}, where ${free} are free; nothing was kept of it.`,
    { details: { needed, free } },
  );
}

/**
 * Compares with the member's own HashKV at the backup's revision, unless it has compacted since: it then hashes less.
 */
async function compareWithMember(
  client: MemberClient,
  member: MemberAddress,
  { keySpace, compactRevision }: SnapshotFacts,
  signal: AbortSignal | undefined,
): Promise<Sidecar['hashBy']> {
  let live: { readonly hash: number; readonly compactRevision: bigint };
  try {
    live = await readHashKv(client, member, BigInt(keySpace.revision), signal);
  } catch (error) {
    if (error instanceof EtcdMigrateError && error.details['class'] === 'compacted') return 'file';
    throw error;
  }
  if (live.compactRevision !== BigInt(compactRevision)) return 'file';
  if (live.hash === keySpace.hash) return 'member';
  throw new EtcdMigrateError(
    'hash-mismatch',
    `At revision ${keySpace.revision} ${member.clientUrl} holds what hashes to ${live.hash}; the backup that it sent hashes to ${keySpace.hash}, and was not kept.`,
  );
}

async function requireAbsent(path: string): Promise<void> {
  const there = await lstat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
  if (there) throw existsAlready(path);
}

/**
 * Puts the file in its place by link(), which fails where the name exists: of two that take a backup to one place, one
 * says so.
 */
async function putInPlace(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? existsAlready(path) : error;
  }
  await syncDirectory(dirname(path));
}

function existsAlready(path: string): EtcdMigrateError {
  return new EtcdMigrateError('usage', `${path} exists already; no backup was taken.`, {
    hint: 'Name a new file with --out; a backup never replaces another.',
  });
}
