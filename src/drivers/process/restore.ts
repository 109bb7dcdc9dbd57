// Owns making members' data directories from a snapshot, with etcd's own tool: room for them, and the tool's own words.
// Must not judge the snapshot, nor start members.

import { rmdir, stat, statfs } from 'node:fs/promises';
import type { MemberAddress } from '../../engine/ports.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { pathError } from '../../platform/files.ts';
import { present } from '../../present.ts';
import type { RestoreSpec } from '../throw-away.ts';
import { memberPaths, type RunPaths } from './run-state.ts';
import { hostTroubleOf, segmentBytes } from './start-failure.ts';
import { runTool } from './tool.ts';

/** Long enough for gigabytes on a slow disk. */
const RESTORE_LIMIT_MS = 60 * 60_000;
const LAST_LINES = 20;

/**
 * Makes the directories of one member after the other, since each restore copies the whole database. Throws `no-space`
 * before anything is written where the disk cannot hold them, and `restore-failed` with the tool's own words.
 */
export async function restoreMembers(
  paths: RunPaths,
  members: readonly MemberAddress[],
  clusterToken: string,
  restore: RestoreSpec,
  signal: AbortSignal | undefined,
): Promise<void> {
  await requireRoom(paths, members.length, restore);
  for (const member of members) {
    const { data, tool } = memberPaths(paths, member.name);
    // The member's data directory is empty until now, and the tool of 3.4 refuses one that is there.
    await rmdir(data);
    const lines: string[] = [];
    const args = argumentsFor(member, members, data, clusterToken, restore);
    const { exitCode } = await runTool(paths, tool, [restore.tool, ...args], {
      env: { ETCDCTL_API: '3' },
      timeoutMs: RESTORE_LIMIT_MS,
      ...present({ signal }),
      onLine: (line) => {
        lines.push(line);
        if (lines.length > LAST_LINES) lines.shift();
      },
    });
    if (exitCode === 0) continue;
    const trouble = await hostTroubleOf(lines, paths.directory);
    const words = lines.length === 0 ? 'It printed nothing.' : `Its last lines:\n${lines.join('\n')}`;
    throw new EtcdMigrateError(
      trouble ?? 'restore-failed',
      `${restore.tool} ended with exit code ${exitCode} while it restored ${restore.snapshot} for ${member.name}; what it had made was removed. ${words}`,
      { details: { exitCode, lastLines: lines } },
    );
  }
}

function argumentsFor(
  member: MemberAddress,
  members: readonly MemberAddress[],
  dataDirectory: string,
  clusterToken: string,
  { snapshot, skipHashCheck, bumpRevision }: RestoreSpec,
): string[] {
  return [
    ...['snapshot', 'restore', snapshot, '--data-dir', dataDirectory, '--name', member.name],
    ...['--initial-cluster', members.map(({ name, peerUrl }) => `${name}=${peerUrl}`).join(',')],
    ...['--initial-cluster-token', clusterToken, '--initial-advertise-peer-urls', member.peerUrl],
    ...(skipHashCheck ? ['--skip-hash-check'] : []),
    ...(bumpRevision === undefined ? [] : ['--bump-revision', String(bumpRevision), '--mark-compacted']),
  ];
}

/**
 * Throws `no-space` where the disk has no room for each member's database, which etcd copies whole, and for two
 * segments of its write-ahead log: the one that the tool makes, and the one that etcd reserves beside it when it
 * starts.
 */
async function requireRoom(paths: RunPaths, members: number, { snapshot, atOnce }: RestoreSpec): Promise<void> {
  let bytes: number;
  try {
    bytes = (await stat(snapshot)).size;
  } catch (error) {
    throw pathError(error, 'Reading', snapshot);
  }
  const needed = atOnce * members * (bytes + 2 * segmentBytes());
  const { bavail, bsize } = await statfs(paths.directory);
  const free = bavail * bsize;
  if (free >= needed) return;
  const each = members === 1 ? 'one member' : `${members} members`;
  const count = atOnce === 1 ? each : `${each}, ${atOnce} times at once,`;
  throw new EtcdMigrateError(
    'no-space',
    `Restoring ${snapshot} for ${count} needs ${needed} bytes in ${paths.directory}, where ${free} are free; it was not begun.`,
    { details: { needed, free } },
  );
}
