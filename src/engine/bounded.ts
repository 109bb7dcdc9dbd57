// Owns time limits around port calls: a port that never answers must not hang the engine.
// Must not retry: the gate or step that calls decides that.
import { EtcdMigrateError } from '../errors.ts';
import type { Clock } from './ports.ts';

/**
 * All calls abort with this one reason: without one, each abort makes a DOMException with its stack, half of a
 * simulated run's time.
 */
export const over = new EtcdMigrateError('member-lost', 'The caller does not wait for this any more.');

export interface Bounds {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** The error a run ends with after its signal aborted; keeps `terminated` apart from `interrupted`. */
export function interruption(signal: AbortSignal): EtcdMigrateError {
  const { reason } = signal;
  if (reason instanceof EtcdMigrateError && (reason.kind === 'interrupted' || isUnasked(reason))) return reason;
  return new EtcdMigrateError('interrupted', 'The run was interrupted.');
}

export function throwIfInterrupted(signal: AbortSignal): void {
  if (signal.aborted) throw interruption(signal);
}

/** Whether nobody may go on with what he does: somebody stopped the run, or a member changed without being asked to. */
export function isInterruption(error: unknown): boolean {
  return error instanceof EtcdMigrateError && (error.kind === 'interrupted' || isUnasked(error));
}

/** Whether a change of a member that nobody asked for is what ends the step. */
export function isUnasked(error: EtcdMigrateError): boolean {
  return error.details['unasked'] === true;
}

/** Time that is waited in one piece, and by how much it may be late before we count as having stood still. */
const pieceMs = 500;
/** Where this process stands still all the time a limit must end all the same. */
const longestTimes = 4;

/**
 * Resolves after `ms` in which this process was awake: an answer that came while it stood still is there to be read, and
 * must not be taken for a silence. A piece in which it stood still counts as its own length, and one more follows.
 */
async function sleepAwake(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  const end = clock.monotonicUs() + longestTimes * ms * 1000;
  for (let left = ms; left > 0 && clock.monotonicUs() < end; ) {
    const piece = Math.min(left, pieceMs);
    const begun = clock.monotonicUs();
    await clock.sleep(piece, signal);
    const { ms, stoodStill } = awake(clock, begun, piece);
    left = stoodStill ? Math.max(left - ms, pieceMs) : left - ms;
  }
}

/**
 * How much of the time since `begunUs`, in which `askedMs` were slept, this process was awake: where it was much longer
 * than was asked for, that much counts.
 */
export function awake(
  clock: Clock,
  begunUs: number,
  askedMs: number,
): { readonly ms: number; readonly stoodStill: boolean } {
  const passedMs = (clock.monotonicUs() - begunUs) / 1000;
  const stoodStill = passedMs > askedMs + pieceMs;
  return { ms: stoodStill ? askedMs : passedMs, stoodStill };
}

/**
 * Calls a port and waits at most `limitMs` in which this process was awake. The call's own signal aborts at the limit or at the run's interrupt.
 * Throws `member-lost` ("… has not answered for N s") at the limit, what has interrupted it at once.
 */
export async function bounded<T>(
  { clock, signal }: Bounds,
  what: string,
  limitMs: number,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  throwIfInterrupted(signal);
  const inner = new AbortController();
  const timer = new AbortController();
  let interrupt: (() => void) | undefined;
  try {
    return await Promise.race([
      call(inner.signal),
      new Promise<never>((_, reject) => {
        interrupt = () => reject(interruption(signal));
        signal.addEventListener('abort', interrupt, { once: true });
      }),
      sleepAwake(clock, limitMs, timer.signal).then((): never => {
        throw new EtcdMigrateError('member-lost', `${what} has not answered for ${seconds(limitMs)}.`);
      }),
    ]);
  } finally {
    if (interrupt) signal.removeEventListener('abort', interrupt);
    timer.abort(over);
    inner.abort(over);
  }
}

/**
 * For loops that look and pause until a limit: how long they have waited, to be asked once a round. A round counts as half
 * of the limit at most, so nobody gives up on one look: this process may have stood still in it.
 */
export function waitingTime(clock: Clock, limitMs: number): () => number {
  let [waitedMs, last] = [0, clock.monotonicUs()];
  return () => {
    const now = clock.monotonicUs();
    waitedMs += Math.min((now - last) / 1000, limitMs / 2);
    last = now;
    return Math.round(waitedMs);
  };
}

export function seconds(ms: number): string {
  return ms < 10_000 ? `${Math.round(ms / 100) / 10} s` : `${Math.round(ms / 1000)} s`;
}

export function elapsedMs(clock: Clock, sinceUs: number): number {
  return Math.max(0, Math.round((clock.monotonicUs() - sinceUs) / 1000));
}

/** What an error says in one line, for observations and messages. */
export function inOneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, ' ').trim();
}
