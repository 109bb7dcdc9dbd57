// Owns a member's snapshot as a stream of bytes: the database, and its SHA-256 behind it.
// Must not keep them.
import type { MemberAddress } from '../engine/ports.ts';
import { etcdCallError } from './errors.ts';
import type { MemberClient } from './member-client.ts';

/** The deadline leaves time for gigabytes over a slow line. */
const deadlineMs = 6 * 60 * 60_000;

export interface SnapshotPart {
  readonly bytes: Buffer;
  /** Bytes of the database that are still to come, as the member counts. */
  readonly remainingBytes: number;
}

export async function* streamSnapshot(
  client: MemberClient,
  member: MemberAddress,
  signal?: AbortSignal,
): AsyncGenerator<SnapshotPart, void> {
  try {
    const parts = client.stream<{ remaining_bytes: string; blob: Buffer }>(
      'Maintenance',
      'snapshot',
      {},
      { deadlineMs, signal },
    );
    for await (const { blob, remaining_bytes } of parts) {
      yield { bytes: blob, remainingBytes: Number(remaining_bytes) };
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw etcdCallError(`The snapshot of ${member.name} at ${member.clientUrl}`, error);
  }
}
