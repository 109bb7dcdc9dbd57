// Owns how an error at the top is said: text for people on standard error, the envelope on standard output.
// Must not decide whether something is an error.
import { EtcdMigrateError, exitCodeOf } from '../../errors.ts';
import type { Finding } from '../../findings.ts';
import type { RunMode } from '../../report/model.ts';
import type { ReportFinding } from '../../report/parts.ts';
import { sayJson, tool } from './envelope.ts';
import type { RunSettings } from './run-settings.ts';
import type { Surroundings } from './surroundings.ts';

export interface ErrorReport<Mode extends RunMode> {
  schemaVersion: 1;
  tool: typeof tool;
  mode: Mode;
  verdict: 'error';
  failureReason: string;
  reason: string;
  nextSteps: string[];
  findings?: ReportFinding[];
}

/** The envelope of a mode that could not come to a verdict. */
export function errorReport<Mode extends RunMode>(error: EtcdMigrateError, mode: Mode): ErrorReport<Mode> {
  const findings = (error.details['findings'] ?? []) as readonly Finding[];
  return {
    schemaVersion: 1,
    tool,
    mode,
    verdict: 'error',
    failureReason: error.code,
    reason: error.message,
    nextSteps: [error.hint],
    ...(findings.length === 0 ? {} : { findings: [...findings] }),
  };
}

/** An error that is not one of ours is a bug, and says so. */
export function asKnownError(error: unknown): EtcdMigrateError {
  if (error instanceof EtcdMigrateError) return error;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new EtcdMigrateError('internal-error', `A bug in etcd-migrate: ${text}`, { cause: error });
}

/** Says the error and returns the exit code. */
export function reportError(error: unknown, mode: RunMode, settings: RunSettings, surroundings: Surroundings): number {
  const known = asKnownError(error);
  const { redactor } = surroundings;
  surroundings.errorStream.write(
    redactor.text(`\netcd-migrate ${mode}: ${known.code}\n${known.message}\n\nNext: ${known.hint}\n`),
  );
  sayJson(errorReport(known, mode), settings, surroundings);
  return exitCodeOf(known.code);
}
