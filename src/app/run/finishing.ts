// Owns the end of every rehearsal, good or bad: files written, cluster removed, publishers told, exit code decided.
// Must not decide the verdict. Only an interrupted run keeps its members, for `resume` and `rollback`.
import { z } from 'zod';
import { type JournalEntry, openJournal } from '../../engine/journal.ts';
import { EtcdMigrateError, exitCodeOf, type FailureCode } from '../../errors.ts';
import { exitCodeOfVerdict } from '../../judge/overall.ts';
import type { Plan } from '../../plan/steps.ts';
import { writeFileAtomic } from '../../platform/files.ts';
import { createJournalFile } from '../../platform/journal-file.ts';
import { removeLastWord } from '../../platform/last-word.ts';
import type { Clock } from '../../platform/ports.ts';
import type { RehearsalReport } from '../../report/model.ts';
import type { Publisher } from '../../report/publisher.ts';
import { sayReport, writeReports } from '../rehearse/report-files.ts';
import { recordOf } from '../rehearse/report-making.ts';
import { interruptedFirst, untilInterrupted } from '../shell/interruptible.ts';
import type { Progress } from '../shell/progress.ts';
import { asKnownError, errorReport } from '../shell/report-error.ts';
import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import { tellUntold } from './recovery.ts';
import type { RunContext } from './run-context.ts';
import type { RunDirectory } from './run-directory.ts';

/**
 * After an interrupt each gets this long: the tool must be gone within 5 s, whatever GitHub or a member that will not
 * stop takes.
 */
const publishGraceMs = 2_000;
const removalGraceMs = 2_500;

export interface RunFrame {
  readonly mode: 'preflight' | 'resume' | 'rollback';
  readonly plan: Plan;
  readonly directory: RunDirectory;
  readonly publishers: readonly Publisher[];
  readonly settings: RunSettings;
  readonly surroundings: Surroundings;
  readonly clock: Clock;
  readonly progress: Progress;
  /** What is known of the run so far; the caller replaces it as more becomes known. */
  context: RunContext;
}

/**
 * Does the work, then whatever its end, writes `report.json`, `report.md`, `report.html`, `junit.xml` and
 * `rehearsal.json`, journals that the run is over, removes the throw-away cluster then (one of a run that was broken
 * off is left), and returns the exit code. Killed before the report is written, a run can be resumed. An interrupt that
 * comes later changes nothing of the verdict, but ends the process.
 */
export async function finishRun(
  frame: RunFrame,
  work: () => Promise<RehearsalReport>,
  endCluster: (how: 'remove' | 'leave') => Promise<void>,
): Promise<number> {
  const { progress, surroundings, directory } = frame;
  let report: RehearsalReport;
  let ended = true;
  try {
    report = await work();
  } catch (error) {
    report = withoutVerdict(frame, error);
    // A fresh rehearsal that cannot be carried out is over. An older one that could not be taken up again, or whose
    // roll-back was refused, is what it was before: the next `resume` may do better.
    ended = frame.mode === 'preflight';
  }
  report = surroundings.redactor.report(report);
  const isOver = ended && !isInterrupted(report);
  let removed = false;
  const end = async (how: 'remove' | 'leave'): Promise<void> => {
    removed = how === 'remove';
    if (removed) progress.now('removing the throw-away cluster');
    const ending = await untilInterrupted(endCluster(how), surroundings.signal, frame.clock, removalGraceMs).catch(
      (error: unknown) => asKnownError(error).message,
    );
    const why = ending === interruptedFirst ? 'interrupted' : ending;
    if (why === undefined) return;
    progress.line(`warning: the throw-away cluster could not be ${removed ? 'removed' : 'let go of'}: ${why}`);
    // The verdict stands; who reads the report alone has to know what is still there.
    if (!removed) return;
    const step = `Remove the throw-away cluster, which is still there (${why.replace(/\.$/, '')}): \`etcd-migrate cleanup --output ${directory.path}\`.`;
    report = surroundings.redactor.report({ ...report, nextSteps: [...report.nextSteps, step] });
  };
  try {
    await writeAll(report, frame);
  } catch (error) {
    // On a full disk it is the members that take the room, so they go before the files are written again.
    if (!isOver || asKnownError(error).code !== 'no-space') throw error;
    await end('remove');
    await writeAll(report, frame);
  }
  const entry = { type: 'run-reported', verdict: report.verdict } as const;
  const untold = isOver ? await journalEnd(frame, entry) : null;
  progress.now('');
  progress.endGroup();
  if (!removed) {
    const written = report;
    await end(isOver ? 'remove' : 'leave');
    if (report !== written) {
      // What was written before is whole, and the outcome in it stands.
      await writeAll(report, frame).catch((error: unknown) =>
        progress.line(`warning: the report could not be written again: ${asKnownError(error).message}`),
      );
    }
  }
  await publish(report, frame);
  // On a full disk there is room again once the members are gone; where there is none, it was taken at the beginning.
  if (untold !== null) await tellLate(frame, entry);
  else if (isOver) await removeLastWord(directory.lastWord);
  progress.now('');
  sayReport(report, frame.settings, surroundings);
  progress.line(`reports: ${directory.path}`);
  const { aborted, reason } = surroundings.signal;
  if (aborted && reason instanceof EtcdMigrateError) return exitCodeOf(reason.code);
  return exitCodeOfVerdict(report.verdict, report.failureReason as FailureCode | null);
}

/** Whether the run was broken off with its members in place; then there is more to do for `resume`. */
function isInterrupted({ failureReason, clusterState }: RehearsalReport): boolean {
  return clusterState !== undefined && (failureReason === 'interrupted' || failureReason === 'terminated');
}

/** Why the end could not be journaled; null where it was. A run that never got as far as its journal has none to end. */
async function journalEnd(frame: RunFrame, entry: JournalEntry): Promise<string | null> {
  try {
    const journal = await openJournal(createJournalFile(frame.directory.journal), frame.clock);
    if (journal.records.length > 0) await journal.append(entry);
    return null;
  } catch (error) {
    return asKnownError(error).message;
  }
}

async function tellLate(frame: RunFrame, entry: Extract<JournalEntry, { type: 'run-reported' }>): Promise<void> {
  const why = await journalEnd(frame, entry);
  if (why === null) return;
  frame.progress.line(`warning: the end of the run could not be journaled: ${why}`);
  try {
    const [first] = await createJournalFile(frame.directory.journal).read();
    const { runId } = runStartedSchema.parse(first);
    await tellUntold(frame.directory, runId, entry.verdict, why);
  } catch (error) {
    frame.progress.line(`warning: nor could its last word be written: ${asKnownError(error).message}`);
  }
}

const runStartedSchema = z.looseObject({ runId: z.string() });

async function publish(
  report: RehearsalReport,
  { publishers, surroundings, clock, progress }: RunFrame,
): Promise<void> {
  const published = Promise.all(publishers.map((publisher) => publisher.finished(report)));
  const ended = await untilInterrupted(published, surroundings.signal, clock, publishGraceMs);
  if (ended === interruptedFirst) {
    progress.line(`warning: interrupted, so publishing was broken off after ${publishGraceMs / 1000} s`);
  }
}

function withoutVerdict(frame: RunFrame, error: unknown): RehearsalReport {
  const interruption = frame.surroundings.signal.aborted ? frame.surroundings.signal.reason : undefined;
  const known = asKnownError(interruption instanceof EtcdMigrateError ? interruption : error);
  const { plan, context } = frame;
  return {
    ...errorReport(known, frame.mode),
    cluster: context.manifest.name,
    planDigest: plan.digest,
    from: plan.upgrade.hops[0]?.from ?? '',
    to: plan.upgrade.hops.at(-1)?.to ?? '',
    startedAt: context.startedAt,
    finishedAt: new Date(frame.clock.wallMs()).toISOString(),
    releases: [...context.releases],
  };
}

async function writeAll(report: RehearsalReport, frame: RunFrame): Promise<void> {
  const { directory } = frame;
  await writeReports(report, directory);
  // The record proves the plan's way forward. A roll-back, however well it went, proves nothing of it.
  if (frame.mode === 'rollback') return;
  await writeFileAtomic(directory.record, `${JSON.stringify(recordOf(report, frame, frame.clock), null, 2)}\n`);
}
