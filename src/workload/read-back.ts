// Owns reading every key back, linearizably and through each member, after the work is done. One that does not answer
// keeps nobody from reading the others: what cannot be read is evidence.
// Must not know what should be there (judge/).
import { EtcdMigrateError } from '../errors.ts';
import type { IKeyValue, MemberConnection } from '../etcd/application-client.ts';
import type { FinalEntry, FinalRecord } from '../judge/history.ts';
import type { Clock } from '../platform/ports.ts';
import type { HistoryWriter } from './history-writer.ts';
import { keyValuePrefix } from './keys.ts';
import { keyValueOf } from './operations.ts';
import { messageOf } from './outcome.ts';

const tryForMs = 15_000;
const pageBytes = 8 * 1024 * 1024;
const prefixEnd = `${keyValuePrefix.slice(0, -1)}0`;

function entryOf(kv: IKeyValue): FinalEntry {
  return [...keyValueOf(kv), kv.create_revision, kv.version];
}

async function readPages(member: MemberConnection, pageKeys: number, clock: Clock): Promise<FinalRecord[]> {
  const records: FinalRecord[] = [];
  let start = keyValuePrefix;
  let revision: string | undefined;
  for (;;) {
    let request = member.client.getAll().inRange({ start, end: prefixEnd }).limit(pageKeys);
    // The first page fixes the revision; the others belong to the same moment.
    if (revision !== undefined) request = request.revision(revision);
    const { header, kvs, more } = await request.exec();
    revision ??= header.revision;
    records.push({
      k: 'final',
      member: member.member,
      rev: revision,
      at: clock.monotonicUs(),
      kvs: kvs.map(entryOf),
      ...(!more && { complete: true }),
    });
    const last = kvs.at(-1);
    if (!more || last === undefined) return records;
    start = `${last.key.toString()}\0`;
  }
}

/** A member through which the clients' data could not be read, and why, in words. */
export interface Unread {
  readonly member: string;
  readonly why: string;
}

/** Records all or nothing of a member, all members at the same time. Gives those that did not answer for 15 s. */
export async function readBackThrough(
  members: readonly MemberConnection[],
  largestValueBytes: number,
  recorder: Pick<HistoryWriter, 'record' | 'ready'>,
  clock: Clock,
): Promise<readonly Unread[]> {
  const pageKeys = Math.max(1, Math.min(500, Math.floor(pageBytes / Math.max(largestValueBytes, 1))));
  const untilUs = clock.monotonicUs() + tryForMs * 1000;
  const read = async (member: MemberConnection): Promise<Unread | null> => {
    for (;;) {
      try {
        for (const record of await readPages(member, pageKeys, clock)) recorder.record(record);
        await recorder.ready();
        return null;
      } catch (error) {
        if (error instanceof EtcdMigrateError) throw error;
        if (clock.monotonicUs() > untilUs) return { member: member.member, why: messageOf(error) };
        await clock.sleep(250);
      }
    }
  };
  return (await Promise.all(members.map(read))).filter((unread) => unread !== null);
}
