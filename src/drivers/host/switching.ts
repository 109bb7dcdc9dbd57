// Owns bringing one member's process to what is wanted: join a transaction that is under way, let one that was broken
// off go on, or make a new one, and watch it to its end. The host script does the work; when we are stopped here, it
// still finishes.
// Must not know gates, nor how a process is stopped and started.

import type { SwitchResult } from '../../engine/ports.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { nameDeployment, sameDeployment } from '../../plan/deployment.ts';
import type { Deployment } from '../../plan/steps.ts';
import { identityLine, type ProcessIdentity, sameProcess } from '../../platform/process-identity.ts';
import { present } from '../../present.ts';
import { awaitExit, exitOf } from './exit.ts';
import { launch } from './launching.ts';
import { BEGIN_LIMIT_MS, makeTransaction } from './making.ts';
import type { MemberHost } from './member-host.ts';
import { abandon, isAtWork, type Progress, phaseOf, readProgress } from './progress.ts';
import {
  diskTrouble,
  isNotOurs,
  isRefusal,
  notAsDecided,
  scriptVanished,
  stateOf,
  switchFailed,
} from './switch-failure.ts';
import { listTransactions, type Transaction } from './transactions.ts';

const POLL_MS = 40;
/** Slack for a busy machine on top of the limits that the script itself keeps. */
const WATCH_SLACK_MS = 15_000;
/** The script notices the end of the process at once, and needs this long at most to write it down. */
const EXIT_RECORD_LIMIT_MS = 2_000;

export interface Wanted {
  readonly action: 'switch' | 'kill';
  readonly deployment: Deployment;
  /** What the decision rests on: the identity line of what ran there, or null where nothing did. */
  readonly finds?: string | null;
}

export async function bringAbout(member: MemberHost, wanted: Wanted, signal?: AbortSignal): Promise<SwitchResult> {
  const { host, places } = member;
  for (;;) {
    signal?.throwIfAborted();
    const newest = (await listTransactions(host.files, places)).at(-1);
    const progress = newest && (await readProgress(host.files, places, newest));
    // What runs is looked up after the marks: whatever has ended by them has then changed all that it ever will.
    const current = await member.service.identity();
    if (newest !== undefined && progress !== undefined) {
      const phase = await phaseOf(host, newest, progress);
      const isWanted =
        sameDeployment(newest.request.deployment, wanted.deployment) &&
        (wanted.action === 'switch' || newest.request.action === 'kill');
      const runs =
        phase === 'ended' && isWanted && wanted.action === 'switch' && current?.transaction === newest.number;
      if (runs && (await hasSettled(member, progress, current.process, signal))) {
        // The deployment runs already, so this call changes nothing.
        return { outcome: 'running', stopMs: 0, startMs: 0 };
      }
      if (phase === 'not-begun') {
        // Its maker is dead, and a script of his may still come: once it is abandoned, another can be made.
        if (!(await abandon(host, places, newest))) await watch(member, newest, { isOurs: false }, signal);
        continue;
      }
      if (phase === 'under-way' || runs || (phase === 'broken-off' && isWanted)) {
        if (phase === 'broken-off') await launch(member, newest);
        const staleClaim = phase === 'broken-off' ? progress.claim?.number : undefined;
        const result = await watch(member, newest, { isOurs: false, staleClaim }, signal);
        if (isWanted && result !== null) return result;
        continue;
      }
    }
    // What somebody else has started is not stopped: who wants that adopts it first.
    if (current !== null && current.transaction === null) throw isNotOurs(member, wanted.deployment, current.process);
    // A stop that was begun, and whose end nobody saw, may take the old process away before the next transaction looks.
    const isStopping = progress !== undefined && progress.begun !== null && progress.process === null;
    const process = current?.process ?? null;
    if (isOtherThan(wanted.finds, process) && !(isStopping && process === null)) {
      throw notAsDecided(member, wanted.deployment, wanted.finds ?? null, process);
    }
    const found = { expected: process, mayBeGone: isStopping };
    const made = await makeTransaction(member, newest?.number ?? 0, { ...wanted, ...found });
    if (made === null) continue;
    await launch(member, made);
    const result = await watch(member, made, { isOurs: true }, signal);
    if (result !== null) return result;
  }
}

function isOtherThan(finds: string | null | undefined, process: ProcessIdentity | null): boolean {
  return finds !== undefined && finds !== (process && identityLine(process));
}

/** Whether a live process is past its start: its service has restarted it since, it answers, or its grace is over. */
async function hasSettled(
  member: MemberHost,
  progress: Progress,
  process: ProcessIdentity,
  signal?: AbortSignal,
): Promise<boolean> {
  if (progress.process === null || !sameProcess(progress.process, process)) return true;
  return (await sinceStartMs(member, progress)) > member.limits.startGraceMs || member.answers(process, signal);
}

interface Watching {
  /** This call has made the transaction. Another's that was refused is no answer to it: it makes its own. */
  readonly isOurs: boolean;
  /** Number of a claim whose owner is dead: the script was run again since. */
  readonly staleClaim?: number | undefined;
}

/**
 * Watches a transaction to its end. Null when it has not done, and never will, what this call wants: the caller then
 * looks again.
 */
async function watch(
  member: MemberHost,
  transaction: Transaction,
  { isOurs, staleClaim }: Watching,
  signal?: AbortSignal,
): Promise<SwitchResult | null> {
  const { clock, limits, host, places } = member;
  const begun = clock.monotonicUs();
  const waitedMs = () => (clock.monotonicUs() - begun) / 1000;
  const limitMs = limits.stopMs + limits.startGraceMs + WATCH_SLACK_MS;
  const progressNow = () => readProgress(host.files, places, transaction);
  const isClaimed = ({ claim }: Progress) => claim !== null && claim.number !== staleClaim;
  for (;;) {
    const progress = await progressNow();
    const { failed, claim } = progress;
    if (failed !== null) {
      const { reason, seen } = failed;
      if (reason === 'abandoned' || (isRefusal(reason) && !isOurs)) return null;
      throw (
        (reason === 'start' && (await diskTrouble(member))) || switchFailed(member, transaction, progress, reason, seen)
      );
    }
    if (progress.process !== null) {
      const result = await look(member, transaction, progress, progress.process, signal);
      if (result !== null) return result;
    } else if (isClaimed(progress) && claim !== null && !(await isAtWork(host, claim))) {
      const again = await progressNow();
      if (again.process === null && again.failed === null && again.claim?.number === claim.number) {
        throw (await diskTrouble(member)) ?? scriptVanished(member, transaction, again);
      }
    } else if (!isClaimed(progress) && waitedMs() > BEGIN_LIMIT_MS) {
      if (await abandon(host, places, transaction)) return null;
    }
    if (waitedMs() > limitMs) {
      throw new EtcdMigrateError(
        'member-lost',
        `The switch of ${member.name} to ${nameDeployment(transaction.request.deployment)} has not ended after ` +
          `${Math.round(waitedMs() / 1000)} s; last seen: ${stateOf(progress)}. It may still finish by itself.`,
      );
    }
    await clock.sleep(POLL_MS, signal);
  }
}

/** One look at a transaction whose process was started; null while it neither answers nor has ended. */
async function look(
  member: MemberHost,
  transaction: Transaction,
  progress: Progress,
  process: ProcessIdentity,
  signal: AbortSignal | undefined,
): Promise<SwitchResult | null> {
  const { host } = member;
  const stopMs = millisecondsBetween(progress.begun, progress.stopped?.at ?? null);
  if (progress.exit === null && (await host.isAlive(process))) {
    const startMs = () => sinceStartMs(member, progress);
    if ((await member.answers(process, signal)) && (await host.isAlive(process))) {
      return { outcome: 'running', stopMs, startMs: await startMs() };
    }
    const waitedMs = await startMs();
    return waitedMs > member.limits.startGraceMs ? { outcome: 'running', stopMs, startMs: waitedMs } : null;
  }
  const limitMs = member.limits.stopMs + EXIT_RECORD_LIMIT_MS;
  const exit = await awaitExit(host, member.places, transaction.number, { clock: member.clock, limitMs });
  const { lines, hostTrouble } = await member.lastWords(progress.stopped?.logBytes ?? 0);
  return {
    outcome: 'exited',
    ...exitOf(exit),
    lastLines: lines,
    stopMs,
    ...present({ hostTrouble }),
  };
}

async function sinceStartMs({ host }: MemberHost, progress: Progress): Promise<number> {
  return millisecondsBetween(progress.started ?? progress.stopped?.at ?? null, (await host.now()).seconds);
}

function millisecondsBetween(from: number | null, to: number | null): number {
  return from === null || to === null ? 0 : Math.max(0, Math.round((to - from) * 1000));
}
