// Owns the end of a run: kill every process it ever recorded, keep the logs, remove the directory; and finding runs.
// Must not signal a process that is not recorded with its start time, nor remove a directory without a run's marker.
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../engine/ports.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { systemClock } from '../../platform/clock.ts';
import { killTree } from '../../platform/kill-tree.ts';
import { isAlive, type ProcessIdentity } from '../../platform/process-identity.ts';
import { holderOf } from './data-holder.ts';
import { directoriesIn, isRecorded, liveProcesses } from './recorded-processes.ts';
import {
  memberPaths,
  ownershipOf,
  type RunPaths,
  readRunState,
  removeUnfinished,
  runPaths,
  runsDirectory,
  runsIn,
  writingFailed,
} from './run-state.ts';

export interface RemovalOptions {
  /** Members' logs are copied here as `<member>.log` before the directory goes. */
  readonly keepLogsIn?: string;
  readonly clock?: Clock;
}

/** Ids of every run of ours below `<stateDir>/runs`, oldest first; half-made ones too. */
export async function listRuns(stateDir: string): Promise<readonly string[]> {
  const runs = await Promise.all(
    (await runsIn(stateDir)).ours.map(async (runId) => {
      const state = await readRunState(runPaths(stateDir, runId)).catch(() => null);
      return { runId, createdAt: state?.createdAt ?? '' };
    }),
  );
  return runs.sort((a, b) => a.createdAt.localeCompare(b.createdAt)).map(({ runId }) => runId);
}

/** Paths of what stands among the runs but is none of ours. */
export async function listForeign(stateDir: string): Promise<readonly string[]> {
  return (await runsIn(stateDir)).foreign.map((name) => join(runsDirectory(stateDir), name));
}

/**
 * Kills and removes a run. Throws `run-in-progress` while the process that made it still lives, unless that is this
 * one. A run that is not there is a success.
 */
export async function removeRun(stateDir: string, runId: string, options: RemovalOptions = {}): Promise<void> {
  const paths = runPaths(stateDir, runId);
  // Damaged state must not keep us from cleaning up: what runs is recorded elsewhere.
  const state = await readRunState(paths).catch(() => null);
  if (state !== null && state.owner.pid !== process.pid && (await isAlive(state.owner))) {
    throw new EtcdMigrateError(
      'run-in-progress',
      `Run ${runId} belongs to process ${state.owner.pid}, which is still running; nothing was removed.`,
    );
  }
  await destroyRun(paths, options);
}

const POLL_MS = 50;
const KILL_LIMIT_MS = 12_000;
const SCRIPT_LIMIT_MS = 7_000;

/** Kills and removes everything of the run. Throws `no-permission` and touches nothing where the directory is not ours. */
export async function destroyRun(paths: RunPaths, options: RemovalOptions = {}): Promise<void> {
  await removeUnfinished(paths);
  const ownership = await ownershipOf(paths);
  if (ownership === 'absent') return;
  if (ownership === 'foreign') {
    throw new EtcdMigrateError(
      'no-permission',
      `${paths.directory} does not carry the marker of a run of etcd-migrate; it was left alone.`,
      { hint: 'Look at it, and remove it by hand if it is not needed.' },
    );
  }
  await requireNoStranger(paths);
  const clock = options.clock ?? systemClock;
  // From now on no transaction starts a process. A full disk cannot take the note; the loop below does without.
  await writeFile(paths.closing, '').catch(() => {});
  await killAll(paths, clock);
  try {
    // What is large goes first: a full disk then has room for the logs.
    for (const member of await directoriesIn(paths.members)) await removeAll(memberPaths(paths, member).data);
    if (options.keepLogsIn !== undefined) await keepLogs(paths, options.keepLogsIn);
    // The marker goes last: a removal that is broken off must be recognised by the next one.
    for (const name of await readdir(paths.directory)) {
      const path = join(paths.directory, name);
      if (path !== paths.marker) await removeAll(path);
    }
    await removeAll(paths.directory);
  } catch (error) {
    throw error instanceof EtcdMigrateError ? error : writingFailed(paths.directory, error);
  }
}

/** Throws `run-in-progress`, and nothing was touched, where somebody else's process works on a member's data. */
async function requireNoStranger(paths: RunPaths): Promise<void> {
  for (const name of await directoriesIn(paths.members)) {
    const holder = await holderOf(memberPaths(paths, name).database);
    if (holder === null || (await isRecorded(paths, name, holder))) continue;
    throw new EtcdMigrateError(
      'run-in-progress',
      `Process ${holder.pid} works on the data of ${name}, and this run has not started it; nothing was removed.`,
      { hint: 'End that process, then run `etcd-migrate cleanup`.' },
    );
  }
}

async function removeAll(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Members are killed: nothing of one that is thrown away is worth the seconds of a stop in good order. */
async function killAll(paths: RunPaths, clock: Clock): Promise<void> {
  const begun = clock.monotonicUs();
  const waitedMs = () => (clock.monotonicUs() - begun) / 1000;
  for (;;) {
    // What lives is looked for in every round: a transaction under way may start one more process.
    const live = await liveProcesses(paths);
    if (live.length === 0) return;
    for (const { process: found, kind } of live) {
      // A tool is killed with its children, as by an interruption: what it makes goes with the run.
      if (kind === 'tool') killTree(found.pid);
      // A host script ends by itself: its old process goes away and it may not start another. Killed at the wrong
      // moment, it would leave a process that nobody has written down.
      else if (kind !== 'script' || waitedMs() > SCRIPT_LIMIT_MS) signalTo(found, 'SIGKILL');
    }
    if (waitedMs() > KILL_LIMIT_MS) {
      const left = live.map(({ name, process: found }) => `${name} (process ${found.pid})`).join(', ');
      throw new EtcdMigrateError(
        'member-stop-failed',
        `These did not end within ${KILL_LIMIT_MS / 1000} s, SIGKILL or not: ${left}. ${paths.directory} was left in place.`,
      );
    }
    await clock.sleep(POLL_MS);
  }
}

function signalTo({ pid }: ProcessIdentity, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function keepLogs(paths: RunPaths, target: string): Promise<void> {
  try {
    await mkdir(target, { recursive: true });
    for (const member of await directoriesIn(paths.members)) {
      await copyFile(memberPaths(paths, member).log, join(target, `${member}.log`)).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      });
    }
  } catch (error) {
    throw writingFailed(target, error);
  }
}
