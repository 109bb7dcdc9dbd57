// Owns the client that compacts history now and then, as Kubernetes' API server does, so that watches and hashes meet it.
// Must not compact what a watcher still needs: a cancelled watch would then be our own doing.
import type { WorkloadClient } from './client.ts';
import { messageOf } from './outcome.ts';
import { askAny, rest, type Session } from './session.ts';

/** Compacts every `everyMs` to what was the revision one round before, at most up to `lowestNeeded`. */
export async function runCompaction(
  session: Session,
  everyMs: number,
  lowestNeeded: () => bigint | undefined,
): Promise<void> {
  const [client] = session.clients as [WorkloadClient];
  let before = 0n;
  let compacted = 0n;
  while (!session.signal.aborted) {
    await rest(session, everyMs);
    if (session.signal.aborted) return;
    try {
      const { header } = await askAny(client, (member) => member.client.get('app/compaction').exec());
      const needed = lowestNeeded();
      const target = needed !== undefined && needed - 1n < before ? needed - 1n : before;
      before = BigInt(header.revision);
      if (target <= compacted) continue;
      await client.application.pool.kv.compact({ revision: String(target) });
      compacted = target;
    } catch (error) {
      session.log.debug('a compaction was not answered', { error: messageOf(error) });
    }
  }
}
