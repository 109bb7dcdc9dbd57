// Owns the second link: etcd's own tool restores the file, and the release starts on what it restored.
// Must not look at the data (content-link.ts).
import { EtcdMigrateError, type FailureCode } from '../errors.ts';
import type { Clock } from '../platform/ports.ts';
import type { Link } from './links.ts';
import type { Restore, RestoredCluster, RestoreRequest } from './ports.ts';

export interface ProvenRestore {
  readonly link: Link;
  /** Null where it did not come up; otherwise the caller's to dispose. */
  readonly cluster: RestoredCluster | null;
}

/** What the backup, and not this machine, is to blame for. */
const ofTheBackup: ReadonlySet<FailureCode> = new Set(['restore-failed', 'member-start-failed']);

/** Throws what is this machine's trouble: no room, no permission, no port. */
export async function proveRestore(
  request: RestoreRequest,
  { restore, clock, signal }: { restore: Restore; clock: Clock; signal?: AbortSignal | undefined },
): Promise<ProvenRestore> {
  const startUs = clock.monotonicUs();
  const durationMs = () => (clock.monotonicUs() - startUs) / 1000;
  try {
    const cluster = await restore(request, signal);
    const { voters, release } = request;
    const members = voters === 1 ? 'one member' : `${voters} members`;
    return {
      cluster,
      link: {
        name: 'restore',
        verdict: 'pass',
        evidence: [
          `restored for ${members} by the tool of ${release} in ${seconds(cluster.restoreMs)}, served by etcd ${release} after ${seconds(cluster.startMs)} more`,
        ],
        failureReason: null,
        durationMs: durationMs(),
      },
    };
  } catch (error) {
    if (!(error instanceof EtcdMigrateError) || !ofTheBackup.has(error.code)) throw error;
    return {
      cluster: null,
      link: {
        name: 'restore',
        verdict: 'fail',
        evidence: [error.message],
        failureReason: error.code,
        durationMs: durationMs(),
      },
    };
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
