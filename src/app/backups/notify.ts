// Owns calling somebody when backups are not proven: the manifest's `backups.notify`.
// Must not change what the run came to.
import { EtcdMigrateError } from '../../errors.ts';
import type { ProofReport } from '../../report/model.ts';
import { asKnownError, errorReport } from '../shell/report-error.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import type { Tools } from '../shell/tools.ts';
import { runOwnCommand } from './own-command.ts';

const limitMs = 5 * 60_000;

export interface Notice {
  readonly command: readonly string[];
  /** The manifest's directory. */
  readonly cwd: string;
  /** Path of the report's file, once there is one. */
  readonly reportJson: string;
}

/** Does the work, and calls for anything but a pass. An interruption calls nobody: whoever interrupted knows of it. */
export async function notifying(
  notice: Notice | undefined,
  surroundings: Surroundings,
  tools: Tools,
  work: () => Promise<ProofReport>,
): Promise<ProofReport> {
  if (notice === undefined) return work();
  let report: ProofReport;
  try {
    report = await work();
  } catch (error) {
    const known = asKnownError(error);
    if (!surroundings.signal.aborted) {
      await call(surroundings.redactor.report(errorReport(known, 'verify-backup')), '', notice, surroundings, tools);
    }
    throw error;
  }
  if (report.verdict !== 'pass') await call(report, notice.reportJson, notice, surroundings, tools);
  return report;
}

/**
 * A call that nobody hears is said as loudly as the log allows. It belongs to no run: when we die meanwhile, it goes on
 * for as long as it likes and tells somebody, where a removal of ours would cut it off.
 */
async function call(
  { verdict, failureReason, reason }: ProofReport,
  reportJson: string,
  { command, cwd }: Notice,
  surroundings: Surroundings,
  tools: Tools,
): Promise<void> {
  const variables = {
    ETCD_MIGRATE_VERDICT: verdict,
    ETCD_MIGRATE_FAILURE_REASON: failureReason ?? '',
    ETCD_MIGRATE_REASON: reason,
    ETCD_MIGRATE_REPORT: reportJson,
  };
  const warn = (why: string): void => tools.log.warn(`warning: backups.notify ${why}: nobody may know of this run`);
  try {
    const asked = { command, cwd, variables, timeoutMs: limitMs, says: 'backups.notify' };
    const { ok, ended, lines } = await runOwnCommand(asked, surroundings, tools);
    if (!ok) warn(`${ended} (${lines.at(-1) ?? 'it printed nothing'})`);
  } catch (error) {
    if (!(error instanceof EtcdMigrateError) || error.kind === 'bug') throw error;
    warn(`failed: ${error.message}`);
  }
}
