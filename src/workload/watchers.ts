// Owns clients that watch prefixes through the library's own reconnects, and the raw watches that check on it.
// Must not know which events there should have been (judge/).
import type { IWatchResponse, Watcher } from '../etcd/application-client.ts';
import type { WatchRecord } from '../judge/history.ts';
import { present } from '../present.ts';
import type { WorkloadClient } from './client.ts';
import { groupPrefix, keyValuePrefix } from './keys.ts';
import { messageOf } from './outcome.ts';
import { rawWatch, youngestRevision } from './raw-watch.ts';
import { askAny, rest, type Session, within } from './session.ts';
import { identifyValue } from './values.ts';

const connectWithinMs = 10_000;
/**
 * A restarted member has forgotten every login, which a watch learns only by being cancelled: then it is asked again.
 */
const openWithinMs = 15_000;
const openAgainAfterMs = 200;
const recheckAfterMs = 1000;
const recheckWithinMs = 10_000;

export interface Watchers {
  /** No revision from here on may be compacted yet: a watcher has not seen it, or a check of it is due. */
  lowestNeeded(): bigint | undefined;
  /**
   * Waits until every watcher has seen what is there now, checks each that had reconnected, and closes all. Resolves
   * with the first revision that each has not seen: the watchers of the next session begin there, so that what is
   * written in between is watched too.
   */
  close(withinMs: number): Promise<readonly bigint[]>;
}

interface WatchState {
  readonly watcher: Watcher;
  /** Mod revision of the last event, or the revision before the first wanted one. */
  lastSeen: bigint;
  /** First revision that a raw watch has to look at, while the watch has reconnected and was not checked since. */
  recheckFrom?: bigint;
  /**
   * First revision to ask for again, where etcd ended the watch for another reason than compaction, such as a forgotten
   * login.
   */
  resumeFrom?: bigint;
  ended: boolean;
}

/** One watch of one client, from its creation until it is closed or etcd cancels it. */
function openWatch(session: Session, client: WorkloadClient, name: string, prefix: string, from: bigint) {
  const { clock, recorder } = session;
  const note = (event: WatchRecord['event'], facts: Partial<WatchRecord> = {}): void =>
    recorder.record({ k: 'watch', watcher: name, at: clock.monotonicUs(), event, ...facts });

  const watcher = client.application.pool.watch().prefix(prefix).startRevision(String(from)).watcher();
  const state: WatchState = { watcher, lastSeen: from - 1n, ended: false };
  let askedFor = String(from);
  let connected = false;
  const opened = new Promise<void>((resolve, reject) => {
    watcher.on('connecting', (request) => {
      askedFor = String((request as { start_revision?: string | number }).start_revision ?? '0');
    });
    watcher.on('connected', () => {
      if (state.ended) return;
      connected = true;
      note('opened', { prefix, rev: askedFor });
      resolve();
    });
    watcher.on('disconnected', (error) => {
      // The library says that it is disconnected twice when a stream both fails and ends.
      if (!connected || state.ended) return;
      connected = false;
      state.recheckFrom ??= state.lastSeen + 1n;
      note('lost', { error: messageOf(error) });
    });
    watcher.on('error', (error) => {
      if (state.ended) return;
      state.ended = true;
      state.recheckFrom ??= state.lastSeen + 1n;
      // An error without a reason is a compaction, too: then all there is to do is to list and watch from now on.
      if (/auth|permission|user name/.test(messageOf(error))) state.resumeFrom = state.lastSeen + 1n;
      note('closed', { error: messageOf(error) });
      reject(error);
    });
  });
  opened.catch(() => undefined);
  watcher.on('data', ({ header, events }: IWatchResponse) => {
    if (state.ended) return;
    const via = present({ via: session.memberOf(header) });
    if (events.length === 0) note('progress', via);
    for (const { type, kv } of events) {
      const deleted = String(type).toLowerCase() === 'delete';
      const rev = kv.mod_revision;
      note(deleted ? 'delete' : 'put', {
        key: kv.key.toString(),
        rev,
        ...via,
        ...(!deleted && { val: identifyValue(kv.value.toString()) }),
      });
      if (BigInt(rev) > state.lastSeen) state.lastSeen = BigInt(rev);
    }
  });
  return { state, opened, note };
}

type OpenWatch = ReturnType<typeof openWatch>;

/** Puts what a raw watch sees of the stretch in which the library reconnected beside what the library delivered. */
async function recheck(client: WorkloadClient, prefix: string, watch: OpenWatch): Promise<void> {
  const { state, note } = watch;
  const from = state.recheckFrom;
  if (from === undefined) return;
  try {
    const upTo = await askAny(client, ({ client: member }) => youngestRevision(member, prefix));
    if (upTo < from) return;
    const seen = await askAny(client, ({ client: member }) => rawWatch(member, prefix, from, upTo, recheckWithinMs));
    delete state.recheckFrom;
    note('rechecked', { prefix, rev: String(from), upTo: String(upTo), seen });
  } catch (error) {
    note('rechecked', { prefix, rev: String(from), error: messageOf(error) });
  }
}

/**
 * Opens three watchers: one of everything, two of one group each, where groups are few enough to be written to often.
 * @param beginAt first revision of each watcher, from `close` of those before them; from now on when left out
 */
export async function openWatchers(
  session: Session,
  groups: number,
  beginAt: readonly bigint[] = [],
): Promise<Watchers> {
  const prefixes = [
    keyValuePrefix,
    ...[0, groups - 1].map((group) => (groups > 32 ? keyValuePrefix : groupPrefix(group))),
  ];
  const watches = new Map<number, { client: WorkloadClient; prefix: string; open: OpenWatch }>();
  const ending = new AbortController();

  const rounds = prefixes.map(() => 0);
  const begin = async (place: number, resumeFrom?: bigint): Promise<void> => {
    const client = session.clients[place % session.clients.length] as WorkloadClient;
    const prefix = prefixes[place] as string;
    const { header } = await askAny(client, (member) => member.client.get(prefix).exec());
    const round = rounds[place] ?? 0;
    rounds[place] = round + 1;
    const name = `${client.name}.w${place}/${session.label}.${round}`;
    const open = openWatch(session, client, name, prefix, resumeFrom ?? BigInt(header.revision) + 1n);
    watches.set(place, { client, prefix, open });
    try {
      await within(open.opened, connectWithinMs, 'opening a watch');
    } catch (error) {
      // The watch was given up: should it open after all, it must not stay behind unseen.
      if (!open.state.ended) {
        open.state.ended = true;
        open.note('closed', { error: messageOf(error) });
        void open.state.watcher.cancel().catch(() => undefined);
      }
      throw error;
    }
  };
  const beginFirst = async (place: number): Promise<void> => {
    const untilUs = session.clock.monotonicUs() + openWithinMs * 1000;
    for (;;) {
      try {
        return await begin(place, beginAt[place]);
      } catch (error) {
        if (session.signal.aborted || session.clock.monotonicUs() >= untilUs) throw error;
        session.log.debug('a watch cannot be opened yet', { error: messageOf(error) });
        await rest(session, openAgainAfterMs);
      }
    }
  };
  /** Rechecks after each reconnect; starts anew, as an application does, when etcd has cancelled the watch. */
  const tend = async (place: number): Promise<void> => {
    while (!ending.signal.aborted) {
      await session.clock.sleep(recheckAfterMs, ending.signal).catch(() => undefined);
      const watch = watches.get(place);
      if (watch === undefined || ending.signal.aborted) return;
      if (watch.open.state.recheckFrom !== undefined) await recheck(watch.client, watch.prefix, watch.open);
      if (!watch.open.state.ended) continue;
      try {
        await begin(place, watch.open.state.resumeFrom);
      } catch (error) {
        session.log.debug('a watch cannot be opened again yet', { error: messageOf(error) });
      }
    }
  };
  const closeOne = async (
    { client, prefix, open }: { client: WorkloadClient; prefix: string; open: OpenWatch },
    untilUs: number,
  ): Promise<bigint> => {
    const { state, note } = open;
    const wanted = await askAny(client, (member) => youngestRevision(member.client, prefix)).catch(() => 0n);
    while (!state.ended && state.lastSeen < wanted && session.clock.monotonicUs() < untilUs)
      await session.clock.sleep(20);
    // Where the watcher is behind at the end, a raw watch tells whether etcd or the library owes the events.
    if (state.lastSeen < wanted) state.recheckFrom ??= state.lastSeen + 1n;
    await recheck(client, prefix, open);
    if (!state.ended) {
      state.ended = true;
      note('closed', { rev: String(state.lastSeen) });
      await within(state.watcher.cancel(), 2000, 'cancelling a watch').catch(() => undefined);
    }
    return state.lastSeen + 1n;
  };
  try {
    for (const place of prefixes.keys()) await beginFirst(place);
  } catch (error) {
    await Promise.all([...watches.values()].map((watch) => closeOne(watch, session.clock.monotonicUs())));
    throw error;
  }
  const tending = [...prefixes.keys()].map(tend);
  return {
    lowestNeeded: () => {
      const needed = [...watches.values()].map(({ open: { state } }) => state.recheckFrom ?? state.lastSeen + 1n);
      return needed.sort((a, b) => (a < b ? -1 : 1))[0];
    },
    close: async (withinMs) => {
      ending.abort();
      await Promise.all(tending);
      const untilUs = session.clock.monotonicUs() + withinMs * 1000;
      return await Promise.all([...watches].sort(([a], [b]) => a - b).map(([, watch]) => closeOne(watch, untilUs)));
    },
  };
}
