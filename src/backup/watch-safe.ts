// Owns the proof that a client which watched before the loss is told after a watch-safe restore, and can list again.
// Must not restore anything itself.
import { createApplicationClient } from '../etcd/application-client.ts';
import { watchFromCompacted } from '../etcd/compacted-watch.ts';
import { countKeys } from '../etcd/contents.ts';
import { classifyEtcdError } from '../etcd/errors.ts';
import { readStatus } from '../etcd/facts.ts';
import { connectMember } from '../etcd/member-client.ts';
import type { Clock } from '../platform/ports.ts';
import type { RestoredCluster } from './ports.ts';
import type { SnapshotFacts } from './snapshot.ts';

/** Far more than etcd needs to refuse a watch. */
const answerMs = 30_000;

/** Through every member: revisions go on above all that clients can know, and everything they know counts as compacted. */
export async function lookWatchSafe(
  { keySpace }: SnapshotFacts,
  cluster: RestoredCluster,
  bumpRevision: bigint,
  { clock, signal }: { readonly clock: Clock; readonly signal?: AbortSignal | undefined },
): Promise<{ readonly wrong: readonly string[]; readonly seen: readonly string[] }> {
  const wrong: string[] = [];
  const known = BigInt(keySpace.revision);
  const raised = BigInt(keySpace.newestEntry) + bumpRevision;
  for (const member of cluster.members) {
    const client = connectMember(member.clientUrl, cluster.credentials);
    await using application = createApplicationClient(
      [{ member: member.name, url: member.clientUrl }],
      cluster.credentials,
      `watch-safe-${member.name}`,
    );
    try {
      const { revision } = await readStatus(client, member, signal);
      if (revision < raised) {
        wrong.push(`${member.name}: its revision after a watch-safe restore is ${revision}, not ${raised}`);
      }
      const read = await countKeys(client, member, { revision: known }, signal).then(
        () => 'answered',
        (error: unknown) => {
          signal?.throwIfAborted();
          const words = (error as Error).message;
          return classifyEtcdError(error) === 'compacted' ? 'compacted' : words;
        },
      );
      if (read !== 'compacted') wrong.push(`${member.name}: a read at the old revision ${known} was ${read}`);
      const answer = await within(
        watchFromCompacted(application.pool, keySpace.sample[0]?.key ?? Buffer.from([0]), known + 1n),
        clock,
        signal,
      );
      if (answer === undefined) {
        wrong.push(
          `${member.name}: a watch from revision ${known + 1n} was not told within ${answerMs} ms that it is gone`,
        );
      } else if (answer.told !== 'compacted' || answer.compactRevision < known) {
        wrong.push(`${member.name}: a watch from revision ${known + 1n} got ${JSON.stringify(answer, bigintsAsText)}`);
      }
      // At that revision: leases run out meanwhile, and take their keys with them.
      const keys = await countKeys(client, member, { revision: raised }, signal);
      if (keys !== keySpace.keys) {
        wrong.push(
          `${member.name}: a new list after a watch-safe restore has ${keys} keys; the file has ${keySpace.keys}`,
        );
      }
    } finally {
      client.close();
    }
  }
  const seen =
    wrong.length > 0
      ? []
      : [
          `restored with its revision raised by ${bumpRevision}: a watch and a read at revision ${known} are told "compacted", and a new list has all ${keySpace.keys} keys`,
        ];
  return { wrong, seen };
}

async function within<T>(work: Promise<T>, clock: Clock, signal: AbortSignal | undefined): Promise<T | undefined> {
  const done = new AbortController();
  const ending = signal === undefined ? done.signal : AbortSignal.any([done.signal, signal]);
  const late = clock.sleep(answerMs, ending).then(() => undefined);
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
    work.catch(() => undefined);
  }
}

function bigintsAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
