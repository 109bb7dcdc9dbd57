// Owns bringing one member's process to what is wanted: join a transaction that is under way, or make a new one, and
// watch it to its end. The host script does the work; when we are stopped here, it still finishes.
// Must not know gates, and nothing of etcd but whether it answers GET /version.
import { rm, writeFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import type { Clock, Member, SwitchResult } from '../../engine/ports.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { sameDeployment } from '../../plan/deployment.ts';
import type { Deployment } from '../../plan/steps.ts';
import { identify, isAlive, type ProcessIdentity } from '../../platform/process-identity.ts';
import { holdsPort } from './listening.ts';
import { readLastWords } from './member-log.ts';
import { type MemberPaths, type RunPaths, writingFailed } from './run-state.ts';
import { hostTroubleOf } from './start-failure.ts';
import {
  abandon,
  configFileIn,
  createTransaction,
  HOST_START_LIMIT_MS,
  hostSeconds,
  isUnderWay,
  listTransactions,
  readProgress,
  startHost,
  type Transaction,
  type TransactionProgress,
} from './transactions.ts';

export interface SwitchLimits {
  /** How long the old process may take after SIGTERM. At least 20 s: 8.2 s are etcd's own with open streams. */
  readonly stopMs: number;
  /** After this long alive without an answer, the new process counts as running and the gates decide. */
  readonly startGraceMs: number;
}

export interface MemberHost {
  readonly member: Member;
  readonly run: RunPaths;
  readonly paths: MemberPaths;
  readonly clock: Clock;
  readonly limits: SwitchLimits;
  /** PATH of the host script and of etcd. */
  readonly searchPath: string;
  /** Whether the member answers on its client URL. */
  answers(signal?: AbortSignal): Promise<boolean>;
  command(
    deployment: Deployment,
    configFilePath: string,
  ): {
    readonly argv: readonly string[];
    readonly environment: Readonly<Record<string, string>>;
    readonly configFile?: string;
  };
}

const POLL_MS = 40;
/** Slack for a busy machine on top of the limits that the script itself keeps. */
const WATCH_SLACK_MS = 15_000;
/** The script notices etcd's end at once and needs this long to write it down. */
const EXIT_RECORD_LIMIT_MS = 2_000;

export interface Wanted {
  readonly action: 'switch' | 'kill';
  readonly deployment: Deployment;
}

export async function bringAbout(host: MemberHost, wanted: Wanted, signal?: AbortSignal): Promise<SwitchResult> {
  for (;;) {
    signal?.throwIfAborted();
    const transactions = await listTransactions(host.paths);
    const newest = transactions.at(-1);
    if (newest !== undefined) {
      const progress = await readProgress(newest);
      const underWay = await isUnderWay(newest, progress);
      const sameGoal =
        sameDeployment(newest.request.deployment, wanted.deployment) &&
        (wanted.action === 'switch' || newest.request.action === 'kill');
      const alive = !underWay && progress.process !== null && (await isAlive(progress.process));
      if (alive && sameGoal && wanted.action === 'switch' && (await hasSettled(host, progress, signal))) {
        // Running already: this call changes nothing.
        return { outcome: 'running', stopMs: 0, startMs: 0 };
      }
      if (underWay || (alive && sameGoal && wanted.action === 'switch')) {
        const result = await watch(host, newest, signal);
        if (sameGoal && result !== null) return result;
        continue;
      }
    }
    const current = await currentProcess(transactions);
    const creator = await identify(process.pid);
    if (creator === null) throw new EtcdMigrateError('internal-error', 'This process cannot find its own start time.');
    let environment: Readonly<Record<string, string>> = {};
    const made = await createTransaction(host.paths, newest?.number ?? 0, (directory) => {
      const command = host.command(wanted.deployment, configFileIn(directory));
      environment = command.environment;
      return {
        request: { ...wanted, argv: command.argv, creator },
        ...(command.configFile === undefined ? {} : { configFile: command.configFile }),
      };
    });
    if (made === null) continue;
    await startHost(host.paths, made, {
      hostScript: host.run.hostScript,
      closing: host.run.closing,
      stopLimitMs: host.limits.stopMs,
      old: current?.process ?? null,
      // UTC, so that the text log's times can be compared.
      environment: { ...environment, PATH: host.searchPath, TZ: 'UTC', HOME: host.paths.directory },
    });
    const result = await watch(host, made, signal);
    if (result !== null) return result;
  }
}

/** Whether a live process is past its start: it answers, or its grace is over and the gates decide. */
async function hasSettled(host: MemberHost, progress: TransactionProgress, signal?: AbortSignal): Promise<boolean> {
  const now = await hostSeconds(() => host.clock.wallMs());
  const aliveMs = millisecondsBetween(progress.started ?? progress.stopped?.at ?? null, now);
  return aliveMs > host.limits.startGraceMs || host.answers(signal);
}

/** The newest transaction whose process was started and still lives. */
export async function currentProcess(
  transactions: readonly Transaction[],
): Promise<{ readonly transaction: Transaction; readonly process: ProcessIdentity } | null> {
  for (const transaction of transactions.toReversed()) {
    const progress = await readProgress(transaction);
    if (progress.process !== null && progress.exit === null && (await isAlive(progress.process))) {
      return { transaction, process: progress.process };
    }
  }
  return null;
}

/** Null when the transaction never ran and never will: make another. */
async function watch(host: MemberHost, transaction: Transaction, signal?: AbortSignal): Promise<SwitchResult | null> {
  const { clock, limits, member } = host;
  const begun = clock.monotonicUs();
  const waitedMs = () => (clock.monotonicUs() - begun) / 1000;
  const limitMs = limits.stopMs + limits.startGraceMs + WATCH_SLACK_MS;
  for (;;) {
    const progress = await readProgress(transaction);
    if (progress.failed !== null) return throwFailed(host, progress.failed);
    if (progress.process !== null) {
      const result = await look(host, transaction, progress, progress.process, signal);
      if (result !== null) return result;
    } else if (!(await isUnderWay(transaction, progress)) || (!progress.claimed && waitedMs() > HOST_START_LIMIT_MS)) {
      const again = await readProgress(transaction);
      if (again.process === null && again.failed === null) {
        if (!again.claimed && (await abandon(transaction))) return null;
        if (again.host !== null || waitedMs() > HOST_START_LIMIT_MS) throw await hostVanished(host, transaction);
      }
    }
    if (waitedMs() > limitMs) {
      throw new EtcdMigrateError(
        'member-lost',
        `The switch of ${member.name} to ${transaction.request.deployment.release} has not ended after ` +
          `${Math.round(waitedMs() / 1000)} s; last seen: ${describe(progress)}. It may still finish by itself.`,
      );
    }
    await clock.sleep(POLL_MS, signal);
  }
}

/** One look at a transaction whose process was started; null while it neither answers nor has ended. */
async function look(
  host: MemberHost,
  transaction: Transaction,
  progress: TransactionProgress,
  process: ProcessIdentity,
  signal: AbortSignal | undefined,
): Promise<SwitchResult | null> {
  const stopMs = millisecondsBetween(progress.begun, progress.stopped?.at ?? null);
  const sinceStartMs = async () =>
    millisecondsBetween(progress.started ?? progress.stopped?.at ?? null, await hostSeconds(() => host.clock.wallMs()));
  if (progress.exit === null && (await isAlive(process))) {
    const answered = await host.answers(signal);
    // A stranger may hold the port and answer while ours is about to give up.
    const ours = answered && (await holdsPort(process.pid, Number(new URL(host.member.clientUrl).port))) !== false;
    if (ours && (await isAlive(process))) {
      return { outcome: 'running', stopMs, startMs: await sinceStartMs() };
    }
    if (!ours && (await sinceStartMs()) > host.limits.startGraceMs) {
      return { outcome: 'running', stopMs, startMs: await sinceStartMs() };
    }
    return null;
  }
  const exit = progress.exit ?? (await exitRecord(host, transaction));
  const lastLines = await readLastWords(host.paths.log, progress.stopped?.logBytes ?? 0);
  const trouble = await hostTroubleOf(lastLines, host.paths.directory);
  return {
    outcome: 'exited',
    ...exitOf(exit),
    lastLines,
    stopMs,
    ...(trouble === undefined ? {} : { hostTrouble: trouble }),
  };
}

/** The exit code that the script writes right after the end; null when the script itself was killed. */
async function exitRecord(host: MemberHost, transaction: Transaction): Promise<number | null> {
  for (let waitedMs = 0; waitedMs < EXIT_RECORD_LIMIT_MS; waitedMs += POLL_MS) {
    const { exit, host: script } = await readProgress(transaction);
    if (exit !== null) return exit;
    if (script === null || !(await isAlive(script))) break;
    await host.clock.sleep(POLL_MS);
  }
  return (await readProgress(transaction)).exit;
}

/** Exit code as the shell has it → code or signal. */
export function exitOf(exit: number | null): { readonly code: number | null; readonly signal: string | null } {
  if (exit === null || exit <= 128) return { code: exit, signal: null };
  const signal = Object.entries(constants.signals).find(([, number]) => number === exit - 128)?.[0];
  return signal === undefined ? { code: exit, signal: null } : { code: null, signal };
}

function throwFailed({ member, limits }: MemberHost, failed: 'stop' | 'closing' | 'abandoned'): null {
  if (failed === 'abandoned') return null;
  if (failed === 'closing') {
    throw new EtcdMigrateError('member-lost', `${member.name} was not started: its run is being removed.`);
  }
  throw new EtcdMigrateError(
    'member-stop-failed',
    `${member.name} did not end within ${limits.stopMs / 1000} s after SIGTERM. It was not killed and nothing new was ` +
      'started; it may still end by itself.',
  );
}

async function hostVanished({ member, paths }: MemberHost, transaction: Transaction): Promise<unknown> {
  // The script gives up when it cannot write, which is nearly always a full disk.
  const probe = join(paths.directory, 'probe');
  try {
    await writeFile(probe, 'x'.repeat(8192));
  } catch (error) {
    return writingFailed(paths.directory, error);
  } finally {
    await rm(probe, { force: true });
  }
  return new EtcdMigrateError(
    'member-lost',
    `The script that switches ${member.name} to ${transaction.request.deployment.release} ended without a result; ` +
      `see ${paths.hostLog}. The member may be down.`,
  );
}

function describe(progress: TransactionProgress): string {
  if (progress.process !== null) return `process ${progress.process.pid} was started but does not answer`;
  if (progress.stopped !== null) return 'the old process has ended, the new one is not started';
  return progress.begun === null ? 'nothing has begun' : 'the old process has not ended';
}

function millisecondsBetween(from: number | null, to: number | null): number {
  return from === null || to === null ? 0 : Math.max(0, Math.round((to - from) * 1000));
}
