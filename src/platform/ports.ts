// Owns the types of time, randomness and logging that the whole program uses.
// Must not know how they are made: the real ones live beside this file, fakes in the tests.

/** Time. Everything that measures a duration uses `monotonicUs`; wall time is for people and file names only. */
export interface Clock {
  /** Wall clock, milliseconds since the epoch. May jump backwards. */
  wallMs(): number;
  /** Microseconds on a clock that never goes back and is shared by all processes of this machine since boot. */
  monotonicUs(): number;
  /** Resolves after `ms`; rejects with the signal's reason as soon as the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Seeded randomness: the same seed gives the same sequence, on every machine. */
export interface Random {
  readonly seed: number;
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer in [0, below). */
  int(below: number): number;
  pick<T>(items: readonly T[]): T;
  /** An independent generator, derived from this seed and a label; drawing from one leaves the other alone. */
  fork(label: string): Random;
}

export type LogFields = Readonly<Record<string, unknown>>;

/** Lines for people. Never carries results: those are findings, verdicts and errors. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}
