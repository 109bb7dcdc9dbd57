// Owns going on with an interrupted run, forwards (`resume`) or backwards (`rollback`): both adopt the same members.
// Must not know what the engine does, nor write the report (finishing.ts).
import { stat } from 'node:fs/promises';
import type { ThrowAwayCluster } from '../../drivers/cluster-source.ts';
import { openJournal } from '../../engine/journal.ts';
import type { Member } from '../../engine/ports.ts';
import type { Recovery } from '../../engine/recover.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { systemClock } from '../../platform/clock.ts';
import { createJournalFile } from '../../platform/journal-file.ts';
import { lockDirectory } from '../../platform/run-lock.ts';
import { identifySelf } from '../../platform/self.ts';
import type { Publisher } from '../../report/publisher.ts';
import { driverNamed, openSource } from '../rehearse/provisioning.ts';
import { rehearse } from '../rehearse/rehearsal.ts';
import { tool } from '../shell/envelope.ts';
import { isOutputDirectory } from '../shell/output-directory.ts';
import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import { openTools } from '../shell/tools.ts';
import { requireCapable } from './conduct.ts';
import { finishRun, type RunFrame } from './finishing.ts';
import { recoverRun } from './recovery.ts';
import { parseRunContext } from './run-context-schema.ts';
import { type RunDirectory, runDirectory } from './run-directory.ts';
import { takenOver } from './take-over.ts';

export interface Continuing {
  /** Releases by member: what somebody else has started there is taken over if it is that release. */
  readonly acceptFound?: Readonly<Record<string, string>>;
  /** Id of the run, of which a person knows that an owner who cannot be seen from here works on it no more. */
  readonly takeOver?: string;
  readonly publishers?: readonly Publisher[];
}

/** Adopts the members, goes on under clients, judges over all segments, and removes the cluster. */
export async function continueRun(
  mode: 'resume' | 'rollback',
  settings: RunSettings,
  surroundings: Surroundings,
  { acceptFound = {}, takeOver, publishers = [] }: Continuing = {},
): Promise<number> {
  const clock = systemClock;
  using tools = openTools(settings, surroundings, clock);
  const directory = runDirectory(settings.outputDir);
  await requireRun(directory);
  await using _lock = await lockDirectory(directory.path, mode, takenOver(directory, takeOver, surroundings, tools));
  const journal = createJournalFile(directory.journal);
  const recovery = await recoverRun(directory);
  const { finished, reported } = recovery;
  if (reported !== undefined) {
    const ending = finished === undefined ? '' : `${finished}, `;
    throw new EtcdMigrateError(
      'nothing-to-resume',
      `Run ${recovery.runId} in ${directory.path} has ended: ${ending}verdict ${reported}.`,
    );
  }
  // What the engine found stands also where the run was killed while it was judged, and is then only judged. What merely
  // kept it from going on is tried again. A roll-back may still follow a run that did not reach the target.
  const isCarriedOut = mode === 'resume' && recovery.isAnswered;
  const reportMode = isCarriedOut && finished === 'rolled-back' ? 'rollback' : mode;
  const context = parseRunContext(recovery.context);
  const driver = driverNamed(surroundings.drivers, context.driver);
  const begunBy = begunByAnother(recovery);
  if (begunBy !== undefined) tools.progress.line(`warning: ${begunBy}`);
  const owner = await identifySelf();
  tools.progress.line(
    isCarriedOut
      ? `${mode} of run ${recovery.runId}: it was carried out (${finished}) and is now judged`
      : `${mode} of run ${recovery.runId}: ${recovery.completed.size} steps are behind it`,
  );
  const frame: RunFrame = {
    mode: reportMode,
    plan: recovery.plan,
    context,
    directory,
    publishers,
    settings,
    surroundings,
    clock,
    progress: tools.progress,
  };
  const assignment = {
    plan: recovery.plan,
    wanted: reportMode === 'rollback' ? 'rolled-back' : 'reached-target',
    completed: recovery.completed,
    isCarriedOut,
  } as const;
  let cluster: ThrowAwayCluster | undefined;
  return await finishRun(
    frame,
    async () => {
      const source = await openSource(driver, directory, context, tools);
      cluster = await source.adopt(recovery.runId, surroundings.signal);
      requireCapable(assignment, cluster.driver.capabilities);
      const accepted = Object.keys(acceptFound);
      if (accepted.length > 0) requireMembers(accepted, await cluster.driver.inventory(surroundings.signal));
      await (await openJournal(journal, clock)).append({ type: 'run-resumed', purpose: mode, owner });
      const { report } = await rehearse(
        {
          mode: reportMode,
          plan: recovery.plan,
          context,
          cluster,
          directory,
          journal,
          completed: recovery.completed,
          isCarriedOut,
          acceptFound,
          publishers,
        },
        { ...tools, clients: surroundings.clients, signal: surroundings.signal },
      );
      return report;
    },
    async (how) => await cluster?.end(how),
  );
}

function requireMembers(named: readonly string[], members: readonly Member[]): void {
  const names = members.map(({ name }) => name);
  const unknown = named.find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new EtcdMigrateError(
    'usage',
    `--accept-found names ${unknown}, which is no member of this run (${names.join(', ')}). Nothing was changed.`,
  );
}

/** Tells where another version of this tool began the run. It shares our journal's format, or we would not be here. */
export function begunByAnother({ runId, toolVersion }: Recovery): string | undefined {
  if (toolVersion === tool.version) return undefined;
  return `run ${runId} was begun by etcd-migrate ${toolVersion}; this is ${tool.version}, which reads the same journal`;
}

/** Throws `nothing-to-resume` where no run has ever been. */
export async function requireRun(directory: RunDirectory): Promise<void> {
  if (!(await isOutputDirectory(directory))) {
    throw new EtcdMigrateError('nothing-to-resume', `${directory.path} is not an output directory of etcd-migrate.`);
  }
  try {
    await stat(directory.journal);
  } catch (cause) {
    throw new EtcdMigrateError('nothing-to-resume', `There is no run in ${directory.path}.`, { cause });
  }
}
