// Owns the proof that a client which watched before the loss is told after a watch-safe restore, and can list again.
// Must not restore anything itself.
import { createApplicationClient } from '../etcd/application-client.ts';
import { watchFromCompacted } from '../etcd/compacted-watch.ts';
import { countKeys } from '../etcd/contents.ts';
import { answerTo, etcdCallError, Refusal } from '../etcd/errors.ts';
import { readStatus } from '../etcd/facts.ts';
import { connectMember } from '../etcd/member-client.ts';
import type { Clock } from '../platform/ports.ts';
import type { RestoredCluster } from './ports.ts';
import type { SnapshotFacts } from './snapshot.ts';

/** This is far more than etcd needs to refuse a watch. */
const answerMs = 30_000;

export interface WatchSafeOptions {
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Looks through every member: revisions go on above all that clients can know, and everything they know counts as
 * compacted.
 */
export async function lookWatchSafe(
  { keySpace }: SnapshotFacts,
  cluster: RestoredCluster,
  bumpRevision: bigint,
  { clock, signal }: WatchSafeOptions,
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
      const say = (what: string): number => wrong.push(`${member.name}: ${what}`);
      const { revision } = await readStatus(client, member, signal);
      if (revision < raised) say(`its revision after a watch-safe restore is ${revision}, not ${raised}`);
      const read = await answerTo(countKeys(client, member, { revision: known }, signal));
      if (!(read instanceof Refusal)) say(`a read at the old revision ${known} was answered`);
      else if (read.class !== 'compacted') say(`a read at the old revision ${known}: ${read.words}`);
      // Where revisions do not go on above the old one, a watch from there waits for what is still to come.
      if (revision >= raised) {
        const watching = watchFromCompacted(application.pool, keySpace.sample[0]?.key ?? Buffer.from([0]), known + 1n);
        const what = `a watch from revision ${known + 1n}`;
        const answer = await answerTo(
          within(watching, clock, signal).catch((error: unknown) => {
            signal?.throwIfAborted();
            throw etcdCallError(`${what} through ${member.name}`, error);
          }),
        );
        if (answer instanceof Refusal) say(answer.words);
        else if (answer === undefined) say(`${what} was not told within ${answerMs} ms that it is gone`);
        else if (answer.told !== 'compacted' || answer.compactRevision < known) {
          say(`${what} got ${JSON.stringify(answer, bigintsAsText)}`);
        }
      }
      // The list is read at the raised revision: leases run out meanwhile, and take their keys with them.
      const keys = await answerTo(countKeys(client, member, { revision: raised }, signal));
      if (keys instanceof Refusal) say(`a new list after a watch-safe restore: ${keys.words}`);
      else if (keys !== keySpace.keys) {
        say(`a new list after a watch-safe restore has ${keys} keys; the file has ${keySpace.keys}`);
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
