// Owns what the long-lived parts of the workload share: whom to ask, where to record, and when to end.
// Must not know what any part does.
import type { MemberConnection } from '../etcd/application-client.ts';
import type { Clock, Log, Random } from '../platform/ports.ts';
import type { WorkloadClient } from './client.ts';
import type { HistoryWriter } from './history-writer.ts';

export interface Session {
  readonly clients: readonly WorkloadClient[];
  readonly recorder: Pick<HistoryWriter, 'record'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Text that makes names unique over segments and over pauses, e.g. "1.2". */
  readonly label: string;
  /** Whose answer it is; undefined where it names none of the members. */
  readonly memberOf: (header: { readonly member_id: string }) => string | undefined;
  /** Aborts when the parts are to end in good order. */
  readonly signal: AbortSignal;
}

/** Sleeps until `ms` have passed or the session is to end, whichever is first; never rejects. */
export async function rest(session: Session, ms: number): Promise<void> {
  await session.clock.sleep(ms, session.signal).catch(() => undefined);
}

/** Resolves when the session is to end. */
export function untilEnded({ signal }: Session): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/**
 * Asks the client's members in turn until one answers; the last error otherwise. For reads and idempotent calls only.
 */
export async function askAny<T>(client: WorkloadClient, ask: (member: MemberConnection) => Promise<T>): Promise<T> {
  let last: unknown;
  for (const member of client.order()) {
    try {
      return await ask(member);
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

/** Settles as `promise` does, or else rejects and says what was waited for. The promise itself goes on. */
export async function within<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
