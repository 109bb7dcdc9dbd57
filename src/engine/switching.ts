// Owns one change of a member's process: journal first, then the driver, then, when that is unclear, what really runs.
// Must not judge whether etcd is healthy (gates) nor undo anything (restoring.ts).
import { EtcdMigrateError } from '../errors.ts';
import { nameDeployment, sameDeployment } from '../plan/deployment.ts';
import type { Deployment } from '../plan/steps.ts';
import { present } from '../present.ts';
import { bounded, inOneLine, interruption, isInterruption, over, seconds } from './bounded.ts';
import { inspectLimitMs, interruptGraceMs, settleLimitMs, switchLimitMs } from './limits.ts';
import type { HostTrouble, Member, SwitchResult } from './ports.ts';
import { changeOf, knownProcess, notOurs, rememberProcess, unasked } from './processes.ts';
import { emit, type Run } from './run-state.ts';
import { type SettledHost, settleHost } from './settle.ts';
import { stop } from './stop.ts';
import { isFound, type Running } from './survey.ts';

export type SwitchEnd =
  | { readonly outcome: 'running' }
  /** The new process ended. `code` is the host's trouble where that is known to be the cause. */
  | {
      readonly outcome: 'exited';
      readonly code: HostTrouble | 'member-start-failed';
      readonly message: string;
      readonly lastLines: readonly string[];
    }
  /** The old process still runs. */
  | { readonly outcome: 'unchanged'; readonly error: unknown };

/**
 * Puts `to` on the member. Throws `member-lost` (a hold) when nobody can say what runs there now, the interruption
 * when the run is stopped and the switch has not ended within `interruptGraceMs` (journaled as unknown).
 * With `kill` that process is killed and the same deployment started again. `from` is what the last look saw, null where
 * nothing ran: the host refuses the change where that is not so any more.
 */
export async function changeMember(
  run: Run,
  member: Member,
  from: Running | null,
  to: Deployment,
  how: 'switch' | 'kill' = 'switch',
): Promise<SwitchEnd> {
  run.memory.acts += 1;
  try {
    const end = await act(run, member, from, to, how);
    if (end.outcome === 'running') await rememberProcess(run, member, run.step.planned.id);
    return end;
  } finally {
    run.memory.acts -= 1;
  }
}

async function act(
  run: Run,
  member: Member,
  from: Running | null,
  to: Deployment,
  how: 'switch' | 'kill',
): Promise<SwitchEnd> {
  const { driver, clock } = run.options;
  const step = run.step.planned.id;
  // What is known before the intent: from then on nothing is, until somebody has seen its end.
  const known = knownProcess(member.name, run.journal.records);
  const decided = present({ finds: from === null ? null : from.process?.identity });
  const intent = { step, member: member.name, from: from?.deployment ?? null, to };
  await run.journal.append({ type: 'switch-intended', ...intent });
  const sinceWallMs = clock.wallMs();
  emit(run, { type: 'member-switching', member: member.name, to });
  run.memory.lastSwitched = member.name;
  const mutation = how === 'kill' ? driver.killAndRestart(member, decided) : driver.switchTo(member, to, decided);
  const ended = await outcomeOf(run, member, mutation);

  if (ended instanceof Ended) {
    const { result } = ended;
    run.memory.stopMs += result.stopMs;
    if (result.outcome === 'running') run.memory.startMs += result.startMs;
    await run.journal.append({ type: 'switch-ended', step, member: member.name, outcome: result.outcome });
    if (result.outcome === 'running') {
      emit(run, { type: 'member-switched', member: member.name, to, stopMs: result.stopMs, startMs: result.startMs });
      return { outcome: 'running' };
    }
    const by = result.signal === null ? `with code ${result.code ?? 'unknown'}` : `by signal ${result.signal}`;
    const code = result.hostTrouble ?? 'member-start-failed';
    const message = `the process of ${nameDeployment(to)} ended ${by}${blame(code)}`;
    return { outcome: 'exited', code, message, lastLines: result.lastLines };
  }

  // The driver's answer leaves the end unknown: the transaction may still finish on the host by itself.
  const open = isRefusal(ended.error) ? 'refused' : 'unknown';
  const journalOpenEnd = (): Promise<void> =>
    run.journal.append({ type: 'switch-ended', step, member: member.name, outcome: open });
  let facts: SettledHost;
  try {
    facts = await settledHost(run, member, to, ended.error);
  } catch (error) {
    await journalOpenEnd();
    throw error;
  }
  const isChanged = from !== null && known !== undefined && isRefusal(ended.error);
  const change = isChanged ? changeOf(member, known, facts) : null;
  if (change !== null) {
    // It was refused because the process had changed, and none of our acts did that.
    await journalOpenEnd();
    throw unasked(change);
  }
  if (facts.running === 'nothing' && isRefusal(ended.error)) {
    // This switch was refused, so it stopped and started nothing: what ended was the old release.
    await journalOpenEnd();
    throw stop('member-lost', `${member.name} has ended, not by our hand: ${inOneLine(ended.error)}`);
  }
  if (facts.running === 'nothing') {
    await run.journal.append({ type: 'switch-ended', step, member: member.name, outcome: 'exited' });
    const lastLines = await lastLinesOf(run, member, sinceWallMs);
    const code = hostTroubleOf(ended.error) ?? 'member-start-failed';
    const message = `no process runs there (${inOneLine(ended.error)})${blame(code)}`;
    return { outcome: 'exited', code, message, lastLines };
  }
  if (isFound(facts.running)) {
    await journalOpenEnd();
    throw notOurs(member, inOneLine(ended.error));
  }
  if (how === 'kill' && (!from?.process || facts.process === null)) {
    await journalOpenEnd();
    throw stop(
      'member-lost',
      `Whether ${member.name} was killed is unknown (${inOneLine(ended.error)}): which process runs there cannot be seen from here.`,
    );
  }
  // After a kill the same deployment runs as before: only another process proves that it happened.
  const isDone = how === 'switch' || facts.process?.identity !== from?.process?.identity;
  if (sameDeployment(facts.running, to) && isDone) {
    await run.journal.append({ type: 'switch-ended', step, member: member.name, outcome: 'running' });
    emit(run, { type: 'member-switched', member: member.name, to, stopMs: 0, startMs: 0 });
    return { outcome: 'running' };
  }
  await journalOpenEnd();
  return { outcome: 'unchanged', error: ended.error };
}

const hostTroubles: Readonly<Record<HostTrouble, string>> = {
  'port-taken': 'another process holds one of its ports',
  'no-space': 'its disk is full',
  'no-permission': 'it may not use its files',
};

function hostTroubleOf(error: unknown): HostTrouble | undefined {
  const code = error instanceof EtcdMigrateError ? error.code : '';
  return Object.keys(hostTroubles).find((trouble): trouble is HostTrouble => trouble === code);
}

/** The words that are said wherever the host is at fault, so that nobody takes it for a verdict on the release. */
function blame(code: HostTrouble | 'member-start-failed'): string {
  return code === 'member-start-failed' ? '' : `: ${hostTroubles[code]}, which says nothing about the release`;
}

class Ended {
  readonly result: SwitchResult;
  constructor(result: SwitchResult) {
    this.result = result;
  }
}

/** The driver's answer, or the error that leaves it unknown. An interrupt gives the switch a last few seconds. */
async function outcomeOf(
  run: Run,
  member: Member,
  mutation: Promise<SwitchResult>,
): Promise<Ended | { readonly error: unknown }> {
  const { clock, signal } = run.bounds;
  const answered: Promise<Ended | { error: unknown }> = mutation.then(
    (result) => new Ended(result),
    (error: unknown) => ({ error }),
  );
  const timer = new AbortController();
  let onInterrupt: (() => void) | undefined;
  try {
    const grace = new Promise<null>((resolve) => {
      onInterrupt = (): void => {
        clock.sleep(interruptGraceMs, timer.signal).then(
          () => resolve(null),
          () => undefined,
        );
      };
      if (signal.aborted) onInterrupt();
      else signal.addEventListener('abort', onInterrupt, { once: true });
    });
    const limit = clock.sleep(switchLimitMs, timer.signal).then(() => ({
      error: stop('member-lost', `The switch of ${member.name} has not ended within ${seconds(switchLimitMs)}.`),
    }));
    const first = await Promise.race([answered, limit, grace]);
    if (first !== null) return first;
  } finally {
    if (onInterrupt) signal.removeEventListener('abort', onInterrupt);
    timer.abort(over);
  }
  await run.journal.append({
    type: 'switch-ended',
    step: run.step.planned.id,
    member: member.name,
    outcome: 'unknown',
  });
  throw interruption(signal);
}

/**
 * Waits until the host says what runs there after a switch whose answer was lost. The run is held when the host does
 * not answer.
 */
function settledHost(run: Run, member: Member, to: Deployment, error: unknown): Promise<SettledHost> {
  return settleHost(run.options, run.bounds, member, to, {
    limitMs: isAnswer(error) ? 0 : settleLimitMs,
    why: inOneLine(error),
  });
}

/** Whether the error is the driver's own "no": its transaction has ended, so there is nothing left to settle. */
function isAnswer(error: unknown): boolean {
  return error instanceof EtcdMigrateError && error.code !== 'member-lost' && error.code !== 'tool-failed';
}

export function isRefusal(error: unknown): boolean {
  return error instanceof EtcdMigrateError && error.code === 'switch-refused';
}

/** etcd's own last lines since the switch began; empty when they cannot be had. */
export async function lastLinesOf(run: Run, member: Member, sinceWallMs: number): Promise<readonly string[]> {
  const lines: string[] = [];
  try {
    await bounded(run.bounds, `The log of ${member.name}`, inspectLimitMs, async (signal) => {
      for await (const line of run.options.driver.logs(member, sinceWallMs)) {
        if (signal.aborted) return;
        lines.push(line);
        if (lines.length > 20) lines.shift();
      }
    });
  } catch (error) {
    if (isInterruption(error)) throw error;
    run.options.log.warn(`The log of ${member.name} cannot be read`, { error: inOneLine(error) });
  }
  return lines;
}
