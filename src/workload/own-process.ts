// Owns the tool's side of the process in which a rehearsal's clients live: its start, its end, and what it says.
// Must not know what clients do. They have a process of their own so that a tool that stands still, or is busy judging,
// does not make them wait: what they felt is then etcd's doing, and they go on seeing it.
import { type ChildProcess, fork } from 'node:child_process';
import { EtcdMigrateError } from '../errors.ts';
import { present } from '../present.ts';
import { type FromClients, failureTold, type Request, type Result, type ToClients } from './messages.ts';
import type { Recorder } from './recorder.ts';
import type { Workload, WorkloadOptions } from './workload.ts';

/** Stopping is bounded by some 40 s, where members do not answer; this is the belt to those braces. */
const answerWithinMs = 300_000;
const tickMs = 1_000;
const exitWithinMs = 5_000;
/** Of what it printed last, for the error of one that has ended. */
const lastBytes = 2_000;

export interface OwnProcessOptions extends Omit<WorkloadOptions, 'recorder'> {
  /** Takes all records, of the clients and of whoever else writes the history. */
  readonly recorder: Recorder;
  /** Stands on the process's command line: whoever looks at processes sees which run it is of. */
  readonly runOf: string;
}

/**
 * Starts the clients in `program`, a module that Node runs, as `startWorkload` does here. Everything rejects with
 * `tool-failed` once that process has ended without being asked to. It ends with ours, however ours ends.
 */
export async function startWorkloadApart(program: string, options: OwnProcessOptions): Promise<Workload> {
  const { endpoints, credentials, settings, random, recorder, runOf, log, streams, compactEveryMs } = options;
  // In a session of its own: what a terminal sends to its foreground processes is for the tool, which tells the clients.
  const child = fork(program, [runOf], {
    serialization: 'advanced',
    detached: true,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const calls = new Map<number, { resolve(result: Result): void; reject(error: unknown): void }>();
  let lastNumber = 0;
  let trouble: { readonly error: unknown } | undefined;
  let isOver = false;
  let settle: { resolve(): void; reject(error: unknown): void };
  const running = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  running.catch(() => undefined);

  /** Nobody answers any more. */
  const fail = (error: unknown): void => {
    trouble ??= { error };
    settle.reject(error);
    for (const { reject } of calls.values()) reject(error);
    calls.clear();
  };
  const send = (message: ToClients): void => {
    // Where it cannot be sent the process has ended, or is about to: that is told by its end.
    if (child.connected) child.send(message, () => undefined);
  };
  const take = (message: FromClients): void => {
    switch (message.kind) {
      case 'records':
        recorder.take(message.lines);
        recorder.ready().then(() => send({ kind: 'taken' }), fail);
        return;
      case 'log':
        log[message.level](message.message, message.fields);
        return;
      case 'done':
        calls.get(message.number)?.resolve(message.result);
        calls.delete(message.number);
        return;
      case 'failed':
        calls.get(message.number)?.reject(failureTold(message.failure));
        calls.delete(message.number);
        return;
    }
  };
  child.on('message', (message) => take(message as FromClients));
  const ended = watchEnd(child, fail, () => isOver);

  const ask = (request: Request): Promise<Result> => {
    if (trouble !== undefined) return Promise.reject(trouble.error);
    lastNumber += 1;
    const number = lastNumber;
    // Ticks come while this process is awake: an answer that came while it stood still is there to be read.
    let waitedMs = 0;
    const timer = setInterval(() => {
      waitedMs += tickMs;
      if (waitedMs > answerWithinMs) fail(tooLate(request.what));
    }, tickMs);
    const answer = new Promise<Result>((resolve, reject) => calls.set(number, { resolve, reject }));
    send({ kind: 'request', number, request });
    return answer.finally(() => clearInterval(timer));
  };
  const end = async (): Promise<void> => {
    isOver = true;
    const timer = setTimeout(() => child.kill('SIGKILL'), exitWithinMs);
    if (child.connected) child.disconnect();
    await ended;
    clearTimeout(timer);
  };
  const abort = async (): Promise<void> => {
    isOver = true;
    child.kill('SIGKILL');
    await ended;
  };

  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopped ??= ask({ what: 'stop' }).then(() => settle.resolve());
    return stopped;
  };
  try {
    await ask({
      ...{ what: 'start', endpoints, credentials, settings, streams },
      seed: random.seed,
      segment: recorder.segment,
      ...present({ compactEveryMs }),
    });
  } catch (error) {
    await abort();
    throw error;
  }
  return {
    totals: async () => {
      const { totals } = await ask({ what: 'totals' });
      if (totals === undefined) throw new RangeError('the clients did not say how much they have done');
      return totals;
    },
    running,
    pauseStreams: async () => {
      await ask({ what: 'pause-streams' });
    },
    resumeStreams: async () => {
      await ask({ what: 'resume-streams' });
    },
    stop,
    abort,
    readBack: async (members) => {
      const { unread } = await ask({ what: 'read-back', members });
      if (unread === undefined) throw new RangeError('the clients did not say what could not be read back');
      return unread;
    },
    [Symbol.asyncDispose]: async () => {
      try {
        if (!isOver) await stop();
      } finally {
        await end();
      }
    },
  };
}

/** Resolves when the process has ended; one that nobody asked to end is told. */
function watchEnd(child: ChildProcess, fail: (error: unknown) => void, isAsked: () => boolean): Promise<void> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-lastBytes);
  });
  return new Promise((resolve) => {
    child.on('error', (error) => {
      fail(ownProcessError(`could not be started: ${error.message}`, said));
      resolve();
    });
    // `close` would say that its words are all read, but does not come where we have disconnected.
    child.once('exit', (code, signal) => {
      const how = `has ended (${signal ?? `exit code ${code}`})${isAsked() ? '' : ' without being asked to'}`;
      fail(ownProcessError(how, said));
      resolve();
    });
  });
}

function ownProcessError(what: string, said: string): EtcdMigrateError {
  const last = said.trim() === '' ? 'It printed nothing.' : `It printed last: ${said.trim()}`;
  return new EtcdMigrateError('tool-failed', `The process of the rehearsal's clients ${what}. ${last}`, {
    hint: 'Find out who or what has ended it (the kernel, for want of memory?), then run it again.',
  });
}

function tooLate(what: Request['what']): EtcdMigrateError {
  return new EtcdMigrateError(
    'tool-failed',
    `The process of the rehearsal's clients did not answer within ${answerWithinMs / 1000} s (${what}).`,
  );
}
