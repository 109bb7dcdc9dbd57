// Owns the action's outputs: scalars to branch on, and paths for everything large.
// Must not know how the report was made.
import { setOutput } from '@actions/core';
import packageJson from '../../package.json' with { type: 'json' };
import { EtcdMigrateError, exitCodeOf } from '../errors.ts';
import type { Finding } from '../findings.ts';
import type { JudgedReport } from '../report/model.ts';
import type { Publisher } from '../report/publisher.ts';
import type { Redactor } from '../report/redact.ts';
import { annotate, annotationsOf } from './annotations.ts';
import type { ActionMode } from './inputs.ts';
import { publishSummary } from './summary.ts';

export interface OutputPaths {
  /** Path of report.json; absent when the run never got so far. */
  readonly report?: string;
  /** Path of rehearsal.json; absent for backups, and when the run never got so far. */
  readonly record?: string;
  /** Directory of the backups' attestations. */
  readonly attestations?: string;
}

export function setOutputs(report: JudgedReport, paths: OutputPaths): void {
  const { planDigest } = report.mode === 'verify-backup' ? {} : report;
  setOutput('verdict', report.verdict);
  setOutput('failure-reason', report.failureReason ?? '');
  setOutput('plan-digest', planDigest ?? '');
  setOutput('report-path', paths.report ?? '');
  setOutput('record-path', paths.record ?? '');
  setOutput('attestations-path', paths.attestations ?? '');
}

/** What `reportFailure` needs of the inputs; they may be what is wrong, so all of it is optional. */
export interface FailureOptions {
  readonly redactor: Redactor;
  readonly mode?: ActionMode;
  /** The run's publisher, where one was made: it then gets the failure like any other report, check run included. */
  readonly publisher?: Publisher;
  readonly annotations?: boolean;
  readonly workingDirectory?: string;
}

/**
 * Publishes an error that kept a run from making a report: job summary, annotations (each mistake of a manifest at its
 * line), outputs; returns the exit code. Anything but an EtcdMigrateError is a bug and says so. It never rejects.
 */
export async function reportFailure(error: unknown, options: FailureOptions): Promise<number> {
  const known =
    error instanceof EtcdMigrateError
      ? error
      : new EtcdMigrateError('internal-error', error instanceof Error ? (error.stack ?? error.message) : String(error));
  const made: JudgedReport = {
    schemaVersion: 1,
    tool: { name: 'etcd-migrate', version: packageJson.version },
    mode: options.mode ?? 'preflight',
    verdict: 'error',
    failureReason: known.code,
    reason: known.message,
    nextSteps: [known.hint],
    findings: [...findingsOf(known)],
  };
  const report = options.redactor.report(made);
  if (options.publisher === undefined) {
    await publishSummary(report);
    const all = annotationsOf(report, options.workingDirectory ?? '');
    // The error itself is always said: without a report it is all there is.
    annotate(options.annotations === false ? all.slice(0, 1) : all);
  } else await options.publisher.finished(report);
  setOutputs(report, {});
  return exitCodeOf(known.code);
}

function findingsOf(error: EtcdMigrateError): readonly Finding[] {
  const { findings } = error.details;
  return Array.isArray(findings) ? findings : [];
}
