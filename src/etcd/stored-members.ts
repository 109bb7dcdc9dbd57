// Owns reading one member's v3 buckets of members: stream a snapshot to a temporary file, check it, read the buckets.
// Must not compare it with anything: that is a gate's work (K6, K7, K29).
import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MemberAddress, StoredMember, StoredMembership } from '../engine/ports.ts';
import { EtcdMigrateError } from '../errors.ts';
import { fileError } from '../platform/files.ts';
import { openDatabase } from './bbolt/database.ts';
import { etcdCallError } from './errors.ts';
import type { MemberClient } from './member-client.ts';

const SNAPSHOT_DEADLINE_MS = 60_000;
const SHA256_BYTES = 32;

/**
 * Reads both buckets, each sorted by id. An empty bucket is an empty list; a database without a bucket throws
 * `etcd-refused`.
 */
export async function readStoredMembers(
  client: MemberClient,
  member: MemberAddress,
  signal?: AbortSignal,
): Promise<StoredMembership> {
  const what = `The stored members of ${member.name} at ${member.clientUrl}`;
  await using file = await openNameless();
  await downloadSnapshot(client, what, file, signal);
  const database = openDatabase(file.fd);
  const read = <T>(bucket: string, parse: (key: Buffer, value: Buffer) => T): T[] => {
    if (!database.buckets.includes(bucket)) {
      throw new EtcdMigrateError('etcd-refused', `${what}: its database has no bucket ${bucket}.`);
    }
    return Array.from(database.entries(bucket), ({ key, value }) => parse(key, value));
  };
  return {
    members: read('members', (key, value) => parseStoredMember(what, key, value)),
    removedIds: read('members_removed', (key) => parseId(what, key)),
  };
}

/**
 * Opens a temporary file without a name, which POSIX keeps as long as it is open: whatever kills us, no copy of the
 * database, which holds users' secrets, is left behind.
 */
async function openNameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `etcd-migrate-${randomBytes(12).toString('hex')}.db`);
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'wx+', 0o600);
    await unlink(path);
    return file;
  } catch (error) {
    await file?.close();
    throw fileError(error, 'Writing', path);
  }
}

/** The stream ends with the SHA-256 of all that came before: without it the snapshot is cut off. */
async function downloadSnapshot(
  client: MemberClient,
  what: string,
  file: { write(bytes: Uint8Array): Promise<unknown>; truncate(length: number): Promise<void> },
  signal: AbortSignal | undefined,
): Promise<void> {
  const hash = createHash('sha256');
  let tail = Buffer.alloc(0);
  let bytes = 0;
  try {
    const messages = client.stream<{ blob: Buffer }>(
      'Maintenance',
      'snapshot',
      {},
      { deadlineMs: SNAPSHOT_DEADLINE_MS, signal },
    );
    for await (const { blob } of messages) {
      await file.write(blob);
      bytes += blob.length;
      const seen = Buffer.concat([tail, blob]);
      const hashed = Math.max(0, seen.length - SHA256_BYTES);
      hash.update(seen.subarray(0, hashed));
      tail = seen.subarray(hashed);
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw etcdCallError(what, fileError(error, 'Writing', 'a temporary snapshot'));
  }
  if (tail.length < SHA256_BYTES || !hash.digest().equals(tail)) {
    throw new EtcdMigrateError('member-lost', `${what}: the snapshot broke off after ${bytes} bytes.`);
  }
  await file.truncate(bytes - SHA256_BYTES);
}

/** The value is JSON, where the member's id is beyond 2^53, so that only the key has it exactly. */
function parseStoredMember(what: string, key: Buffer, value: Buffer): StoredMember {
  const id = parseId(what, key);
  try {
    const parsed = JSON.parse(value.toString()) as { isLearner?: unknown };
    return { id, isLearner: parsed.isLearner === true };
  } catch {
    throw notMember(what, key); // a value that is not JSON is not etcd's
  }
}

/** Keys of both buckets are ids in hexadecimal. */
function parseId(what: string, key: Buffer): bigint {
  const name = key.toString('latin1');
  if (!/^[0-9a-f]{1,16}$/.test(name)) throw notMember(what, key);
  return BigInt(`0x${name}`);
}

function notMember(what: string, key: Buffer): EtcdMigrateError {
  const name = key.toString('latin1').slice(0, 40);
  return new EtcdMigrateError('etcd-refused', `${what}: the entry "${name}" is not a member.`);
}
