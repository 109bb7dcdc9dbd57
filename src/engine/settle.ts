// Owns the wait until nothing is changing any more on a host whose last switch has no known end.
// Must not start or repeat a switch.

import { nameDeployment, sameDeployment } from '../plan/deployment.ts';
import type { Deployment } from '../plan/steps.ts';
import { type Bounds, inOneLine, isInterruption, seconds, throwIfInterrupted, waitingTime } from './bounded.ts';
import { lookAtHost } from './host.ts';
import type { Journal } from './journal.ts';
import { contactLimitMs, pollMaximumMs, settleLimitMs } from './limits.ts';
import type { EngineOptions } from './options.ts';
import type { FoundProcess, HostFacts, Member } from './ports.ts';
import { emit } from './run-state.ts';
import { stop } from './stop.ts';
import { isFound } from './survey.ts';

/** A look at a host that shows what runs there. */
export type SettledHost = HostFacts & { readonly running: Deployment | FoundProcess | 'nothing' };

/**
 * What the host says once it runs `to`, or once its driver knows that nothing is under way, or after `limitMs`.
 * Throws `member-lost` (a hold) when what runs there cannot be seen for `contactLimitMs`.
 */
export async function settleHost(
  options: EngineOptions,
  bounds: Bounds,
  member: Member,
  to: Deployment,
  { limitMs, why }: { readonly limitMs: number; readonly why: string },
): Promise<SettledHost> {
  const { clock, signal } = bounds;
  const waited = waitingTime(clock, contactLimitMs);
  let lastContactMs = 0;
  for (;;) {
    let facts: SettledHost | null = null;
    let missing = '';
    try {
      const seen = await lookAtHost(options.driver, bounds, member);
      if (showsWhatRuns(seen)) {
        facts = seen;
      } else missing = 'what runs there cannot be seen from here';
    } catch (lost) {
      if (isInterruption(lost)) throw lost;
      missing = inOneLine(lost);
    }
    const waitedMs = waited();
    if (facts) lastContactMs = waitedMs;
    if (facts && facts.changing !== true && (facts.changing === false || isOn(facts, to))) return facts;
    if (facts && facts.changing !== true && waitedMs >= limitMs) return facts;
    if (facts && waitedMs >= Math.max(limitMs, settleLimitMs)) {
      throw stop(
        'member-lost',
        `The switch of ${member.name} to ${nameDeployment(to)} is still under way on its host after ${seconds(settleLimitMs)} (${why}).`,
      );
    }
    if (!facts && waitedMs - lastContactMs >= contactLimitMs) {
      throw stop(
        'member-lost',
        `How the switch of ${member.name} to ${nameDeployment(to)} ended is unknown (${why}), and its host has been silent for ${seconds(contactLimitMs)} (${missing}).`,
      );
    }
    const seen = facts ? `runs ${inWords(facts)}` : `does not answer (${missing})`;
    emit({ options }, { type: 'progress', message: `the switch of ${member.name} is unclear; its host ${seen}` });
    throwIfInterrupted(signal);
    await clock.sleep(pollMaximumMs, signal).catch((error: unknown) => {
      throwIfInterrupted(signal);
      throw error;
    });
  }
}

/** Nothing is concluded from a host that does not show what runs there. */
function showsWhatRuns(facts: HostFacts): facts is SettledHost {
  return facts.running !== null;
}

function isOn({ running }: SettledHost, to: Deployment): boolean {
  return running !== 'nothing' && !isFound(running) && sameDeployment(running, to);
}

function inWords({ running }: SettledHost): string {
  if (isFound(running)) return 'something that this run has not started';
  return nameDeployment(running === 'nothing' ? null : running);
}

/**
 * Waits for what may still go on after a crash, before anything else is done: a switch that the dead process had begun
 * may not have ended, and its member may look untouched while it is being stopped. Without this a second member could
 * be taken down.
 */
export async function settleInFlight(
  options: EngineOptions,
  bounds: Bounds,
  members: readonly Member[],
  journal: Journal,
): Promise<void> {
  const intended = journal.records.findLast((record) => record.type === 'switch-intended');
  if (intended?.type !== 'switch-intended') return;
  const ended = journal.records
    .slice(intended.seq)
    .some((r) => r.type === 'switch-ended' && r.member === intended.member && r.outcome !== 'unknown');
  if (ended) return;
  const member = members.find(({ name }) => name === intended.member);
  if (member === undefined) {
    const names = members.map(({ name }) => name).join(', ');
    throw stop(
      'member-lost',
      `How the switch of ${intended.member} to ${nameDeployment(intended.to)} ended is unknown, and it is not among the members (${names}). Nothing was changed.`,
    );
  }
  // Wall time only shortens the wait; a clock that jumped back must not lengthen it.
  const ageMs = Math.max(0, options.clock.wallMs() - Date.parse(intended.at));
  await settleHost(options, bounds, member, intended.to, {
    limitMs: Math.max(0, settleLimitMs - ageMs),
    why: 'the run before ended in the middle of it',
  });
}
