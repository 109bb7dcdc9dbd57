// Owns the few things every mode works with: clock, log and progress.
// Must not know any mode.
import pc from 'picocolors';
import type { Clock, Log, LogFields } from '../../platform/ports.ts';
import { type Progress, startProgress } from './progress.ts';
import type { RunSettings } from './run-settings.ts';
import type { Surroundings } from './surroundings.ts';

export interface Tools extends Disposable {
  readonly clock: Clock;
  readonly log: Log;
  readonly progress: Progress;
}

export function openTools(settings: RunSettings, surroundings: Surroundings, clock: Clock): Tools {
  const progress = startProgress(surroundings, clock, settings.errorColor);
  const colors = pc.createColors(settings.errorColor);
  // A log line goes through the progress, so that it never lands in the middle of the live line.
  const line =
    (paint: (text: string) => string) =>
    (message: string, fields: LogFields = {}): void => {
      const details = Object.entries(fields).map(([key, value]) => ` ${key}=${String(value)}`);
      progress.line(`${paint(message)}${colors.dim(details.join(''))}`);
    };
  const log: Log = {
    debug: settings.verbose ? line(colors.dim) : () => {},
    info: line(String),
    warn: line(colors.yellow),
    error: line(colors.red),
  };
  return { clock, log, progress, [Symbol.dispose]: () => progress[Symbol.dispose]() };
}
