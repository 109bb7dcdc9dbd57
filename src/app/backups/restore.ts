// Owns restoring a backup into a throw-away cluster: release store and source of clusters wired together.
// Must not judge anything.

import type { RestoredCluster, RestoreRequest } from '../../backup/ports.ts';
import type { ThrowAwaySource } from '../../drivers/cluster-source.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { sameForAll } from '../../plan/channels.ts';
import type { Clock } from '../../platform/ports.ts';
import { present } from '../../present.ts';
import type { ObtainedRelease } from '../../releases/store.ts';
import { requireAsVerified } from '../rehearse/verified-binaries.ts';

export interface ThrowAwayRestoreOptions {
  readonly source: () => Promise<Pick<ThrowAwaySource, 'open'>>;
  readonly releaseOf: (version: string, signal?: AbortSignal) => Promise<Pick<ObtainedRelease, 'tools'>>;
  readonly clock: Clock;
  readonly newRunId: () => string;
}

/** Makes a `Restore` (backup/ports.ts). */
export function throwAwayRestore(options: ThrowAwayRestoreOptions) {
  const { clock } = options;
  return async (request: RestoreRequest, signal?: AbortSignal): Promise<RestoredCluster> => {
    const tools = (await options.releaseOf(request.release, signal)).tools;
    // etcdctl restores up to 3.5, where it is deprecated; etcdutl from 3.5 on.
    const tool = tools['etcdutl'] ?? tools['etcdctl'];
    if (tool === undefined) {
      throw new EtcdMigrateError('release-unobtainable', `etcd ${request.release} came without etcdutl and etcdctl.`);
    }
    await requireAsVerified(tool.path, request.release, tool.sha256);
    const beginUs = clock.monotonicUs();
    const source = await options.source();
    const { driver, credentials, anonymous, restoreMs, end } = await source.open(
      {
        runId: options.newRunId(),
        voters: request.voters,
        settings: sameForAll({ flags: quotaFor(request.databaseBytes), environment: {} }),
        release: request.release,
        tls: request.auth,
        auth: false,
        restore: {
          snapshot: request.snapshot,
          tool: tool.path,
          skipHashCheck: request.skipHashCheck,
          atOnce: request.atOnce,
          ...present({ bumpRevision: request.bumpRevision }),
          ...(request.auth ? { asUser: 'root' } : {}),
        },
      },
      signal,
    );
    return {
      members: await driver.inventory(),
      credentials,
      anonymous,
      restoreMs,
      startMs: (clock.monotonicUs() - beginUs) / 1000 - restoreMs,
      [Symbol.asyncDispose]: () => end('remove'),
    };
  };
}

/** etcd's own default (server/embed/config.go: DefaultQuotaBytes), which a database may fill and no more. */
const defaultQuotaBytes = 2 * 1024 ** 3;

/** A database beyond half the default came from members with a larger quota; with less, writes would be refused. */
function quotaFor(databaseBytes: number): Record<string, string> {
  return databaseBytes * 2 <= defaultQuotaBytes ? {} : { 'quota-backend-bytes': String(databaseBytes * 2) };
}
