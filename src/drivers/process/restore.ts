// Owns making members' data directories from a snapshot, with etcd's own tool.
// Must not judge the snapshot, nor start members.
import type { Member, RestoreSpec } from '../../engine/ports.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { run } from '../../platform/exec.ts';
import { memberPaths, type RunPaths } from './run-state.ts';
import { hostTroubleOf } from './start-failure.ts';

/** Gigabytes on a slow disk. */
const RESTORE_LIMIT_MS = 60 * 60_000;
const LAST_LINES = 20;

/** Of one member after the other: each copies the whole database. Throws `restore-failed` with the tool's own words. */
export async function restoreMembers(
  paths: RunPaths,
  members: readonly Member[],
  clusterToken: string,
  restore: RestoreSpec,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const member of members) {
    const { data } = memberPaths(paths, member.name);
    const lines: string[] = [];
    const { exitCode } = await run(restore.tool, argumentsFor(member, members, data, clusterToken, restore), {
      env: { ETCDCTL_API: '3' },
      timeoutMs: RESTORE_LIMIT_MS,
      ...(signal === undefined ? {} : { signal }),
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
  member: Member,
  members: readonly Member[],
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
