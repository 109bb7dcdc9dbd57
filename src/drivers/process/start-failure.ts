// Owns naming why etcd did not start, from its own last lines and its disk, and telling it of a cluster being made.
// Must not decide what follows from it.
import { statfs } from 'node:fs/promises';
import { loadCatalog } from '../../catalog/load.ts';
import type { HostTrouble, MemberAddress, SwitchResult } from '../../engine/ports.ts';
import { EtcdMigrateError } from '../../errors.ts';

const patterns: readonly (readonly [RegExp, HostTrouble])[] = [
  [/address already in use/i, 'port-taken'],
  // bbolt of 3.6 and later prints the number of the error alone: 28 is ENOSPC, 122 EDQUOT.
  [/no space left on device|disk quota exceeded|&\{write \S+ (28|122)\}/i, 'no-space'],
  [/permission denied|read-only file system|cannot access data directory|operation not permitted/i, 'no-permission'],
];

/** The trouble of the host that the lines tell of; undefined when they do not blame the host. */
function hostTroubleIn(lines: readonly string[]): HostTrouble | undefined {
  for (const line of lines) {
    // etcd's own "permission denied" of a client call is not the host's.
    if (line.includes('etcdserver: permission denied')) continue;
    for (const [pattern, trouble] of patterns) if (pattern.test(line)) return trouble;
  }
  return undefined;
}

/** What every start reserves for etcd's write-ahead log. */
export const segmentBytes = (): number => loadCatalog().storage.walSegment.bytes;
/** One page of etcd's database: when that does not fit, its log may not either, and tells nothing of it. */
const pageBytes = 4096;

/**
 * Answers as `hostTroubleIn` does; where the lines blame nobody, the disk may be to blame: the log is what a full disk
 * tears first.
 *
 * @param neededBytes free space below which it is; by default a page, or a whole segment when etcd ended without a
 *   single word, which it never does while it can write its log
 */
export async function hostTroubleOf(
  lines: readonly string[],
  directory: string,
  neededBytes = lines.length === 0 ? segmentBytes() : pageBytes,
): Promise<HostTrouble | undefined> {
  const said = hostTroubleIn(lines);
  if (said !== undefined) return said;
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize < neededBytes ? 'no-space' : undefined;
}

type Ended = Extract<SwitchResult, { outcome: 'exited' }>;

/** The end of a new member together with the host's part in it: it needs a segment of its own, whatever another frees. */
export async function blameNewMember(result: Ended, directory: string): Promise<Ended> {
  const trouble = result.hostTrouble ?? (await hostTroubleOf(result.lastLines, directory, segmentBytes()));
  return trouble === undefined ? result : { ...result, hostTrouble: trouble };
}

/** The error of a member that ended while its cluster was being made. */
export function startFailed(
  member: MemberAddress,
  directory: string,
  release: string,
  result: Ended,
): EtcdMigrateError {
  const end = result.signal === null ? `exit code ${result.code ?? 'unknown'}` : result.signal;
  const words =
    result.lastLines.length === 0 ? 'It printed nothing.' : `Its last lines:\n${result.lastLines.join('\n')}`;
  // The words may be torn or missing: a full disk takes no log either.
  const disk = result.hostTrouble === 'no-space' ? `The disk that holds ${directory} is full. ` : '';
  return new EtcdMigrateError(
    result.hostTrouble ?? 'member-start-failed',
    `${member.name} (etcd ${release}, ${member.clientUrl}) ended with ${end} while the cluster was being made; ` +
      `all members were stopped and removed. ${disk}${words}`,
    {
      details: { member: member.name, release, code: result.code, signal: result.signal, lastLines: result.lastLines },
      ...(result.hostTrouble === undefined ? { hint: "Correct what etcd's own last lines name, and run again." } : {}),
    },
  );
}
