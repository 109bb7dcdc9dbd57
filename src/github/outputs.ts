// Owns the action's outputs: scalars to branch on, and paths for everything large.
// Must not know how the report was made.
import { setOutput } from '@actions/core';
import { EtcdMigrateError, exitCodeOf } from '../errors.ts';
import type { Finding } from '../findings.ts';
import { titleOf } from '../report/headline.ts';
import type { RunReport } from '../report/model.ts';
import type { Redactor } from '../report/redact.ts';
import { annotate, annotationsOf } from './annotations.ts';

export interface OutputPaths {
  /** report.json; absent when the run never got so far. */
  readonly report?: string;
  /** rehearsal.json */
  readonly record?: string;
}

export function setOutputs(
  report: Pick<RunReport, 'verdict' | 'failureReason' | 'planDigest'>,
  paths: OutputPaths,
): void {
  setOutput('verdict', report.verdict);
  setOutput('failure-reason', report.failureReason ?? '');
  setOutput('plan-digest', report.planDigest ?? '');
  setOutput('report-path', paths.report ?? '');
  setOutput('record-path', paths.record ?? '');
}

/** What `reportFailure` needs of the inputs; they may be what is wrong, so all of it is optional. */
export interface FailureOptions {
  readonly redactor: Redactor;
  readonly annotations?: boolean;
  readonly workingDirectory?: string;
}

/**
 * Annotates an error that kept a run from making a report (each mistake of a manifest at its line), sets the outputs
 * and returns the exit code. Anything but an EtcdMigrateError is a bug and says so.
 */
export function reportFailure(error: unknown, options: FailureOptions): number {
  const known =
    error instanceof EtcdMigrateError
      ? error
      : new EtcdMigrateError('internal-error', error instanceof Error ? (error.stack ?? error.message) : String(error));
  const report = options.redactor.report({
    schemaVersion: 1,
    tool: { name: 'etcd-migrate', version: '' },
    mode: 'preflight',
    verdict: 'error',
    failureReason: known.code,
    reason: known.message,
    nextSteps: [known.hint],
    findings: findingsOf(known) as NonNullable<RunReport['findings']>,
  });
  const [verdict, ...findings] = annotationsOf(report, options.workingDirectory ?? '');
  if (verdict !== undefined) annotate([{ ...verdict, title: `${titleOf(report)} [${known.code}]` }]);
  if (options.annotations !== false) annotate(findings);
  setOutputs(report, {});
  return exitCodeOf(known.code);
}

function findingsOf(error: EtcdMigrateError): readonly Finding[] {
  const { findings } = error.details;
  return Array.isArray(findings) ? findings : [];
}
