// Owns open-loop execution: starts what is due, bounds what is in flight, and accounts for every due operation.
// Must not know what an operation is made of nor how it is sent.
import type { OperationRecord } from '../judge/history.ts';
import type { Clock } from '../platform/ports.ts';
import type { PlannedOperation } from './schedule.ts';

/** An operation that could not even be sent for so long has failed its user. */
const longestQueueMs = 5000;

export interface PacerOptions {
  readonly operations: Iterator<PlannedOperation, never>;
  readonly maxInFlight: number;
  readonly clock: Clock;
  readonly run: (operation: PlannedOperation) => Promise<OperationRecord>;
  readonly clientName: (index: number) => string;
  readonly record: (record: OperationRecord) => void;
  /** Waits while the history cannot take more, so that no more is sent than can be recorded. */
  readonly ready: () => Promise<void>;
}

export interface Pacer {
  /** Operations that came due, each with exactly one record by the time `stop` resolves. */
  readonly due: () => number;
  /** Resolves when no operation is left; after `drainMs` the rest is recorded as it stands. */
  stop(drainMs: number): Promise<void>;
  /**
   * Stops at once, as a process that is killed does: of what is under way there will be no record. One that said
   * "failed" would blame the cluster for us.
   */
  abandon(): void;
  /** Rejects when the history cannot be written; never resolves before `stop`. */
  readonly running: Promise<void>;
}

export function startPacer(options: PacerOptions): Pacer {
  const { operations, maxInFlight, clock, run, clientName, record, ready } = options;
  const waiting: PlannedOperation[] = [];
  /** Operations that are sent and not yet recorded, with the time when each was handed over. */
  const inFlight = new Map<PlannedOperation, number>();
  let due = 0;
  let next = operations.next().value;
  const stopping = new AbortController();
  let slotFreed: (() => void) | undefined;

  const unsent = (operation: PlannedOperation, why: string): OperationRecord => {
    const now = clock.monotonicUs();
    return {
      k: 'op',
      id: operation.id,
      client: clientName(operation.client),
      op: operation.op,
      key: operation.key,
      ...(operation.value && { val: operation.value.id }),
      due: operation.dueUs,
      start: now,
      end: now,
      outcome: 'failed',
      tries: 0,
      error: why,
    };
  };
  const launch = (operation: PlannedOperation): void => {
    inFlight.set(operation, clock.monotonicUs());
    void run(operation).then((result) => {
      // The operation is already recorded as it stood: its late end changes nothing that may be claimed.
      if (!inFlight.delete(operation)) return;
      record(result);
      slotFreed?.();
    });
  };
  const startWhatIsDue = (): void => {
    const now = clock.monotonicUs();
    while (next.dueUs <= now && !stopping.signal.aborted) {
      waiting.push(next);
      due += 1;
      next = operations.next().value;
    }
    for (let head = waiting[0]; head !== undefined; head = waiting[0]) {
      if (now - head.dueUs > longestQueueMs * 1000) {
        record(unsent(head, `not sent within ${longestQueueMs} ms: ${maxInFlight} operations were in flight`));
      } else if (inFlight.size < maxInFlight) {
        launch(head);
      } else {
        return;
      }
      waiting.shift();
    }
  };
  const pauseMs = (): number => (waiting.length > 0 ? 20 : Math.max((next.dueUs - clock.monotonicUs()) / 1000, 0));

  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await ready();
      startWhatIsDue();
      const freed = new Promise<void>((resolve) => {
        slotFreed = resolve;
      });
      const slept = clock.sleep(pauseMs(), stopping.signal).catch(() => undefined);
      await (waiting.length > 0 ? Promise.race([slept, freed]) : slept);
    }
  };
  const running = loop();
  running.catch(() => undefined);

  const stop = async (drainMs: number): Promise<void> => {
    stopping.abort();
    const failure = await running.then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    const untilUs = clock.monotonicUs() + drainMs * 1000;
    while ((waiting.length > 0 || inFlight.size > 0) && clock.monotonicUs() < untilUs) {
      startWhatIsDue();
      await clock.sleep(5);
    }
    for (const operation of waiting.splice(0)) record(unsent(operation, 'not sent before the workload ended'));
    for (const [operation, start] of inFlight) {
      const given = { ...unsent(operation, `no answer ${drainMs} ms after the workload ended`), start, tries: 1 };
      const { end: _unseen, ...open } = given;
      // A write may still take effect; a read has none.
      record(operation.value || operation.op === 'delete' ? { ...open, outcome: 'unknown' } : given);
    }
    inFlight.clear();
    if (failure !== undefined) throw failure.error;
  };
  const abandon = (): void => {
    stopping.abort();
    waiting.length = 0;
    inFlight.clear();
  };
  return { due: () => due, stop, abandon, running };
}
