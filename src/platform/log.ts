// Owns the log lines for people: one line each, elapsed time first, always to the given stream (standard error).
// Must not know colours of terminals beyond what the caller says, nor carry results.
import pc from 'picocolors';
import type { Clock, Log, LogFields } from './ports.ts';

export interface LineLogOptions {
  readonly write: (line: string) => void;
  readonly clock: Clock;
  readonly color: boolean;
  readonly debug: boolean;
}

/** Plain lines "  12.3 s  message key=value"; `debug` lines only when asked for. */
export function createLineLog(options: LineLogOptions): Log {
  const begun = options.clock.monotonicUs();
  const colors = pc.createColors(options.color);
  const line = (message: string, fields?: LogFields): void => {
    const elapsed = ((options.clock.monotonicUs() - begun) / 1_000_000).toFixed(1).padStart(6);
    const details = Object.entries(fields ?? {}).map(([key, value]) => ` ${key}=${String(value)}`);
    options.write(`${colors.dim(`${elapsed} s`)}  ${message}${colors.dim(details.join(''))}\n`);
  };
  return {
    debug: (message, fields) => options.debug && line(colors.dim(message), fields),
    info: line,
    warn: (message, fields) => line(colors.yellow(message), fields),
    error: (message, fields) => line(colors.red(message), fields),
  };
}

/** Drops everything: for callers that report through events alone. */
export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
