// Owns the whole workload: its clients, their operations, streams, leases and contests, from start to read-back.
// Must not know steps, releases or verdicts.
import { setMaxListeners } from 'node:events';
import type { Credentials } from '../engine/ports.ts';
import { type ApplicationClient, createApplicationClient, type Endpoint } from '../etcd/application-client.ts';
import { etcdCallError } from '../etcd/errors.ts';
import { idsPerSegment, lastWrites, type OperationRecord } from '../judge/history.ts';
import type { WorkloadSettings } from '../manifest/resolve.ts';
import type { Clock, Log, Random } from '../platform/ports.ts';
import { lateMs } from '../platform/stalls.ts';
import { createWorkloadClient, type KnownRevisions, type WorkloadClient } from './client.ts';
import { runCompaction } from './compaction.ts';
import { runHeartbeat } from './heartbeat.ts';
import type { HistoryWriter } from './history-writer.ts';
import { runHolds } from './holds.ts';
import { groupCount, keyName } from './keys.ts';
import { runAbandonedLeases, runKeptLeases } from './leases.ts';
import { messageOf } from './outcome.ts';
import { startPacer } from './pacer.ts';
import { readBackThrough, type Unread } from './read-back.ts';
import { planOperations } from './schedule.ts';
import type { Session } from './session.ts';
import { valueId } from './values.ts';
import { openWatchers, type Watchers } from './watchers.ts';

/** This is more than a client's deadline: what has no answer by then will not get one. */
const drainMs = 8000;
const watchersCatchUpMs = 10_000;
const maxInFlight = 256;

export interface WorkloadOptions {
  readonly endpoints: readonly Endpoint[];
  readonly credentials: Credentials;
  readonly settings: WorkloadSettings;
  readonly random: Random;
  readonly recorder: HistoryWriter;
  readonly clock: Clock;
  readonly log: Log;
  /**
   * Whether watches and keep-alives stay connected across stops of members, as with real clients; `pauseStreams` is
   * idle then.
   */
  readonly streams: boolean;
  /** Milliseconds between two compactions of the history; absent: there are none. */
  readonly compactEveryMs?: number;
}

export interface WorkloadTotals {
  /** Operations that came due; each has exactly one record once the workload has stopped. */
  readonly due: number;
  readonly ok: number;
  readonly failed: number;
  readonly unknown: number;
  /** Of `ok`, those that changed something. */
  readonly writes: number;
}

export interface Workload extends AsyncDisposable {
  /** As they are now; all of it is recorded by then. */
  totals(): Promise<WorkloadTotals>;
  /** Rejects as soon as the history cannot be written; resolves when the operations have been stopped. */
  readonly running: Promise<void>;
  /**
   * Closes all streams (only where `streams` is false): a member with open streams takes 8 s to stop instead of 1 s.
   */
  pauseStreams(): Promise<void>;
  resumeStreams(): Promise<void>;
  /**
   * Ends the operations, lets watchers catch up and the last abandoned lease expire, closes everything. Bounded (about
   * 40 s on a cluster that has stopped answering). Rejects when the history could not be written.
   */
  stop(): Promise<void>;
  /** Ends at once, as if it had been killed: nothing is waited for, and what is under way leaves no record. */
  abort(): Promise<void>;
  /** Records all keys as each member has them. To be called after `stop`. Gives the members that do not answer. */
  readBack(members: readonly Endpoint[]): Promise<readonly Unread[]>;
}

interface Streams {
  readonly ending: AbortController;
  readonly watchers: Watchers;
  readonly parts: Promise<unknown>;
}

/** Dozens of clients wait for one end; Node would take so many listeners for a leak and say so on standard error. */
function newEnding(): AbortController {
  const ending = new AbortController();
  setMaxListeners(0, ending.signal);
  return ending;
}

/** What a client waits for that nothing can be recorded of is no fault of the cluster's: it is told as a stall. */
async function readyInTime(recorder: HistoryWriter, clock: Clock): Promise<void> {
  const from = clock.monotonicUs();
  await recorder.ready();
  const at = clock.monotonicUs();
  if (at - from > lateMs * 1000) recorder.record({ k: 'mark', at, event: 'stalled', from });
}

/** Resolves once the watchers are connected and the first operations are due. */
export async function startWorkload(options: WorkloadOptions): Promise<Workload> {
  const { endpoints, credentials, settings, random, recorder, clock, log } = options;
  const known: KnownRevisions = new Map();
  const applications: ApplicationClient[] = [];
  const clients: WorkloadClient[] = Array.from({ length: settings.clients }, (_, index) => {
    const name = `c${index}`;
    const application = createApplicationClient(endpoints, credentials, name);
    applications.push(application);
    return createWorkloadClient(name, application, index, known, clock);
  });
  const tally = { ok: 0, failed: 0, unknown: 0, writes: 0 };
  const record = (result: OperationRecord): void => {
    tally[result.outcome] += 1;
    const isRead = result.op === 'get' || result.op === 'get-serializable' || result.op === 'range';
    if (result.outcome === 'ok' && !isRead) tally.writes += 1;
    recorder.record(result);
  };
  /** Members by the id under which they answer. */
  const names = new Map<string, string>();
  let pauses = 0;
  /** First revision that each watcher had not seen when the streams were paused. */
  let unwatchedFrom: readonly bigint[] = [];
  let extra = 0;

  const sessionOf = (label: string, signal: AbortSignal): Session => ({
    clients,
    recorder,
    clock,
    log,
    label,
    signal,
    memberOf: (header) => names.get(header.member_id),
    random: random.fork(`session ${label}`),
  });
  const openStreams = async (): Promise<Streams> => {
    const ending = newEnding();
    const session = sessionOf(`${recorder.segment}.${pauses}`, ending.signal);
    pauses += 1;
    const watchers = await openWatchers(session, groupCount(settings.keys), unwatchedFrom);
    return { ending, watchers, parts: Promise.all([runKeptLeases(session), runHolds(session)]) };
  };
  const closeStreams = async ({ ending, watchers, parts }: Streams): Promise<void> => {
    ending.abort();
    [unwatchedFrom] = await Promise.all([watchers.close(watchersCatchUpMs), parts]);
  };

  let streams: Streams | undefined;
  try {
    // Connections and logins (80 ms of password hashing each) are made before anything is timed.
    const connections = applications.flatMap(({ members }) => members);
    await Promise.allSettled(
      connections.map(async ({ client, member }) => {
        const { header } = await client.get('app/connect').exec();
        names.set(header.member_id, member);
      }),
    );
    streams = await openStreams();
  } catch (error) {
    for (const application of applications) application.close();
    const named = options.endpoints.map(({ member }) => member).join(', ');
    throw etcdCallError(`The clients could not begin to work, as none of ${named} let them open their watches`, error);
  }
  const ending = newEnding();
  const session = sessionOf(`${recorder.segment}`, ending.signal);
  const background = Promise.all([
    runHeartbeat(clock, recorder, ending.signal),
    runAbandonedLeases(session),
    ...(options.compactEveryMs === undefined
      ? []
      : [runCompaction(session, options.compactEveryMs, () => streams?.watchers.lowestNeeded())]),
  ]);
  const startUs = clock.monotonicUs();
  const pacer = startPacer({
    operations: planOperations(settings, random.fork(`operations ${recorder.segment}`), recorder.segment, startUs),
    maxInFlight,
    clock,
    run: (operation) => (clients[operation.client] as WorkloadClient).run(operation),
    clientName: (index) => (clients[index] as WorkloadClient).name,
    record,
    ready: () => readyInTime(recorder, clock),
  });
  await recorder.mark('workload-start');

  /** Makes two last writes, so that the youngest event of every watched prefix is a put that watchers can wait for. */
  const writeLast = async (): Promise<void> => {
    for (const [index, key] of [keyName(0), keyName(settings.keys - 1)].entries()) {
      const number = lastWrites + index;
      const value = { id: valueId(recorder.segment, number), sizeBytes: settings.valueBytes[0] };
      const id = recorder.segment * idsPerSegment + number;
      extra += 1;
      record(
        await (clients[0] as WorkloadClient).run({ id, dueUs: clock.monotonicUs(), client: 0, op: 'put', key, value }),
      );
    }
  };
  let stopped: Promise<void> | undefined;
  const stopOnce = async (): Promise<void> => {
    // The operations stop first: what the watchers must catch up with is then settled.
    const drained = await pacer.stop(drainMs).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    await writeLast();
    const open = streams;
    streams = undefined;
    ending.abort();
    await Promise.all([background, open && closeStreams(open)]).catch((error: unknown) =>
      log.warn('a part of the workload did not end in good order', { error: messageOf(error) }),
    );
    if (drained !== undefined) throw drained.error;
    await recorder.mark('workload-end', { operations: pacer.due() + extra });
  };
  const stop = (): Promise<void> => {
    stopped ??= stopOnce();
    return stopped;
  };
  return {
    running: pacer.running,
    totals: async () => {
      const totals = { due: pacer.due() + extra, ...tally };
      await recorder.flush();
      return totals;
    },
    pauseStreams: async () => {
      const open = streams;
      if (options.streams || open === undefined) return;
      streams = undefined;
      await closeStreams(open);
    },
    resumeStreams: async () => {
      if (options.streams || streams !== undefined || stopped !== undefined) return;
      streams = await openStreams();
    },
    stop,
    abort: async () => {
      streams?.ending.abort();
      ending.abort();
      if (stopped === undefined) pacer.abandon();
      stopped ??= Promise.resolve();
      for (const application of applications) application.close();
    },
    readBack: async (members) => {
      const own = createApplicationClient(members, credentials, 'read-back');
      try {
        const unread = await readBackThrough(own.members, settings.valueBytes[1], recorder, clock);
        await recorder.flush();
        return unread;
      } finally {
        own.close();
      }
    },
    [Symbol.asyncDispose]: async () => {
      try {
        await stop();
      } finally {
        for (const application of applications) application.close();
      }
    },
  };
}
