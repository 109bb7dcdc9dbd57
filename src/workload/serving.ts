// Owns the workload's side of the process that it has to itself: requests in, records and answers out.
// Must not know who asks, nor how messages travel.
import type { Clock, Log } from '../platform/ports.ts';
import { createRandom } from '../platform/random.ts';
import { present } from '../present.ts';
import { bufferHistory } from './history-writer.ts';
import {
  type FromClients,
  type Request,
  type Result,
  type StartRequest,
  type ToClients,
  toldFailure,
} from './messages.ts';
import { startWorkload, type Workload } from './workload.ts';

/**
 * Minutes of records: a tool that stands still for so long does not keep its clients from working, and what they see
 * meanwhile is the evidence that it lacks.
 */
const bufferBytes = 64 * 1024 * 1024;

export interface ClientsChannel {
  send(message: FromClients): void;
  receive(take: (message: ToClients) => void): void;
}

/** Answers each request once; what it cannot do it says. There is one workload: `start` comes first, and once. */
export function serveWorkload(channel: ClientsChannel, clock: Clock): void {
  let workload: Promise<Workload> | undefined;
  let taken: (() => void) | undefined;

  const start = ({ endpoints, credentials, settings, seed, segment, streams, compactEveryMs }: StartRequest) => {
    const recorder = bufferHistory({
      segment,
      clock,
      bufferBytes,
      write: (lines) =>
        new Promise((resolve) => {
          taken = resolve;
          channel.send({ kind: 'records', lines });
        }),
    });
    const random = createRandom(seed);
    const log = logTo(channel);
    return startWorkload({
      ...{ endpoints, credentials, settings, random, recorder, clock, log, streams },
      ...present({ compactEveryMs }),
    });
  };
  const answer = async (request: Request): Promise<Result> => {
    if (request.what === 'start') {
      workload ??= start(request);
      await workload;
      return {};
    }
    const running = await workload;
    if (running === undefined) throw new RangeError('these clients were not started');
    switch (request.what) {
      case 'totals':
        return { totals: await running.totals() };
      case 'pause-streams':
        await running.pauseStreams();
        return {};
      case 'resume-streams':
        await running.resumeStreams();
        return {};
      case 'stop':
        await running.stop();
        return {};
      case 'read-back':
        return { unread: await running.readBack(request.members) };
    }
  };
  channel.receive((message) => {
    if (message.kind === 'taken') {
      taken?.();
      return;
    }
    const { number, request } = message;
    answer(request).then(
      (result) => channel.send({ kind: 'done', number, result }),
      (error: unknown) => channel.send({ kind: 'failed', number, failure: toldFailure(error) }),
    );
  });
}

function logTo(channel: ClientsChannel): Log {
  const at =
    (level: 'debug' | 'info' | 'warn' | 'error'): Log['debug'] =>
    (message, fields = {}) =>
      channel.send({ kind: 'log', level, message, fields });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
