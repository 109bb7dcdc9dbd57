// Owns the loop over the steps: the same for a rehearsal and for production, which differ by plan and ports only.
// Must not know what a step does (steps/) nor what a gate looks at (gates/).

import { EtcdMigrateError, type FailureCode } from '../errors.ts';
import type { ExecutableStep } from '../plan/weave.ts';
import { present } from '../present.ts';
import { bounded, elapsedMs, inOneLine, isInterruption, over, throwIfInterrupted } from './bounded.ts';
import { afterUnaskedChange, takeUp } from './bringing-back.ts';
import { type Standing, standingOf, unknownStanding } from './describe.ts';
import { type Journal, openJournal } from './journal.ts';
import { inspectLimitMs, lastLookMs } from './limits.ts';
import type { EngineOptions, EngineOutcome, StepOutcome } from './options.ts';
import type { Member } from './ports.ts';
import { isNotOurs } from './processes.ts';
import { emit, type Run, type RunMemory } from './run-state.ts';
import { type Sentinel, unaskedChangeOf, watchProcesses } from './sentinel.ts';
import { settleInFlight } from './settle.ts';
import { type About, aboutHop } from './side.ts';
import { carryOut, factsOf } from './steps/index.ts';
import { evidenceOf, isHold } from './stop.ts';
import { recordsAbout } from './undoing.ts';

export type { EngineOptions, EngineOutcome, EngineTimings, StepOutcome, Symptom } from './options.ts';

/**
 * Carries out the steps that are not in `completed`, in order. Never throws for what the cluster or a port does: that
 * is in the outcome, with the state of the cluster. Throws before its first step: `journal-damaged`, and
 * `member-not-ours` where somebody else has started what runs on a member and it is not what we would have started. The
 * run is then what it was before.
 */
export async function runPlan(options: EngineOptions): Promise<EngineOutcome> {
  const journal = await openJournal(options.journal, options.clock);
  return await runSteps(options, journal, 'reached-target');
}

/**
 * Before clients begin to work on a run that goes on: every member without a process gets back what ran there. What keeps
 * one from that is met again, and told, by whoever carries out the steps. Throws `member-not-ours` and the interruption.
 */
export async function bringUp(options: EngineOptions): Promise<void> {
  const { clock, steps, signal } = options;
  const bounds = { clock, signal };
  const step = steps.find(({ planned }) => !options.completed?.has(planned.id)) ?? steps.at(-1);
  if (step === undefined) return;
  const journal = await openJournal(options.journal, clock);
  try {
    const members = await inventoryOf(options);
    await settleInFlight(options, bounds, members, journal);
    const memory = memoryOf(journal);
    await takeUp({ options, bounds, unwatched: bounds, members, journal, facts: {}, memory, step });
  } catch (error) {
    if (isInterruption(error) || isNotOurs(error) || !(error instanceof EtcdMigrateError)) throw error;
    options.log.debug('A member could not be brought back before the clients began', { error: inOneLine(error) });
  }
}

/** The loop itself; `goal` is what reaching the end of the steps means. */
export async function runSteps(
  options: EngineOptions,
  journal: Journal,
  goal: 'reached-target' | 'rolled-back',
  /** What has ended the run already, before its first step. */
  ended?: unknown,
): Promise<EngineOutcome> {
  const { clock, steps, signal } = options;
  const bounds = { clock, signal };
  const completed = options.completed ?? new Set<string>();
  const memory = memoryOf(journal);
  const outcomes = new Map<string, StepOutcome>();
  for (const id of completed) outcomes.set(id, finishedBefore(journal, id));
  let members: readonly Member[] = [];
  let current: ExecutableStep | undefined;
  let isRefused = false;

  const finish = async (ending: Ending): Promise<EngineOutcome> => {
    // Before its first step a run is about the hop that this step belongs to.
    const { hop } = current ?? steps.find(({ planned }) => !completed.has(planned.id)) ?? steps.at(-1) ?? {};
    const about = aboutHop(hop, journal.records);
    const standing = await lastLook(options, members, about);
    const { error, ...rest } = ending;
    const step = error === undefined ? undefined : current?.planned.id;
    const outcome: EngineOutcome = {
      ...rest,
      ...present({ step }),
      evidence: evidenceOf(error),
      clusterState: standing.sentence,
      pointOfNoReturn: standing.side,
      wayBack: standing.wayBack.is,
      steps: steps.map(({ planned }) => outcomes.get(planned.id) ?? { id: planned.id, status: 'not-run' }),
      timings: {
        stopMs: memory.stopMs,
        startMs: memory.startMs,
        flipWaitMs: memory.flipWaitMs,
        preparationMs: memory.preparationMs,
      },
    };
    try {
      await journal.append(
        ending.outcome === 'interrupted'
          ? { type: 'run-interrupted', step: step ?? null, reason: ending.message }
          : {
              type: 'run-finished',
              outcome: ending.outcome,
              message: ending.message,
              evidence: outcome.evidence,
              ...present({ code: ending.error === undefined ? undefined : ending.code, step }),
            },
      );
    } catch (failure) {
      options.log.error('The end of the run could not be journaled', { error: inOneLine(failure) });
    }
    return outcome;
  };

  try {
    throwIfInterrupted(signal);
    members = await inventoryOf(options);
    if (ended !== undefined) throw ended;
    await settleInFlight(options, bounds, members, journal);
    const taken = { options, bounds, unwatched: bounds, members, journal, facts: {}, memory };
    const next = steps.find(({ planned }) => !completed.has(planned.id));
    if (next !== undefined) {
      current = next;
      await takeUp({ ...taken, step: next }).catch((error: unknown) => {
        isRefused = isNotOurs(error);
        throw error;
      });
    }
    await using sentinel = watchProcesses(taken);
    for (const [index, step] of steps.entries()) {
      current = step;
      const { planned } = step;
      if (completed.has(planned.id)) continue;
      throwIfInterrupted(signal);
      const begin = clock.monotonicUs();
      emit({ options }, { type: 'step-started', step: planned, number: index + 1, total: steps.length });
      try {
        const detail = await watchedStep({ ...taken, bounds: sentinel.bounds, step }, sentinel);
        const durationMs = elapsedMs(clock, begin);
        await journal.append({ type: 'step-finished', step: planned.id, durationMs });
        outcomes.set(planned.id, { id: planned.id, status: 'ok', durationMs, detail });
        emit({ options }, { type: 'step-finished', step: planned, durationMs });
      } catch (error) {
        const durationMs = elapsedMs(clock, begin);
        outcomes.set(planned.id, { id: planned.id, status: 'failed', durationMs, detail: inOneLine(error) });
        throw error;
      }
    }
    const text =
      goal === 'reached-target' ? 'The plan was carried out to its end.' : 'The roll-back was carried out to its end.';
    return await finish({ outcome: goal, message: text });
  } catch (error) {
    if (isRefused) throw error;
    const ending = endingOf(error);
    if (current && ending.outcome !== 'interrupted') {
      const { code, message } = ending;
      try {
        await journal.append({ type: 'step-failed', step: current.planned.id, code, message });
      } catch (failure) {
        options.log.error('The failure of the step could not be journaled', { error: inOneLine(failure) });
      }
      emit({ options }, { type: 'step-failed', step: current.planned, code, message });
    }
    return await finish(ending);
  }
}

type Ending =
  | { readonly outcome: 'reached-target' | 'rolled-back'; readonly message: string; readonly error?: undefined }
  | {
      readonly outcome: 'held' | 'failed' | 'interrupted';
      readonly code: FailureCode;
      readonly message: string;
      readonly error: unknown;
    };

function endingOf(error: unknown): Extract<Ending, { code: FailureCode }> {
  if (!(error instanceof EtcdMigrateError)) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {
      outcome: 'failed',
      code: 'internal-error',
      message: `A bug in etcd-migrate stopped the run: ${message}`,
      error,
    };
  }
  const { code, message } = error;
  const outcome = isInterruption(error) ? 'interrupted' : isHold(error) ? 'held' : 'failed';
  return { outcome, code, message, error };
}

/** Carries out a step and looks once more at the processes before it counts as done. */
async function watchedStep(run: Run, sentinel: Sentinel): Promise<string> {
  try {
    const detail = await runStep(run);
    await sentinel.look();
    return detail;
  } catch (error) {
    const change = unaskedChangeOf(error);
    if (change === undefined) throw error;
    throw await afterUnaskedChange({ ...run, bounds: run.unwatched }, change);
  }
}

/**
 * The facts come first, then `step-started` with them, then the step: nothing is changed before the journal knows of
 * it.
 */
async function runStep(run: Run): Promise<string> {
  const id = run.step.planned.id;
  const earlier = recordsAbout(id, run.journal.records).find((r) => r.type === 'step-started' && r.facts !== undefined);
  const facts = earlier?.type === 'step-started' && earlier.facts ? earlier.facts : await factsOf(run);
  const entry = Object.keys(facts).length === 0 ? {} : { facts };
  await run.journal.append({ type: 'step-started', step: id, ...entry });
  return await carryOut({ ...run, facts });
}

/**
 * The members, asked for with a limit. Throws `member-lost` at the limit, `internal-error` when the plan is for another
 * number.
 */
export async function inventoryOf(options: EngineOptions): Promise<readonly Member[]> {
  const { clock, signal, driver, plan } = options;
  const timer = new AbortController();
  try {
    const members = await Promise.race([
      driver.inventory(signal),
      clock.sleep(inspectLimitMs, timer.signal).then((): never => {
        throw new EtcdMigrateError(
          'member-lost',
          'The inventory of the cluster has not answered for 10 s; nothing was changed.',
        );
      }),
    ]);
    if (members.length !== plan.upgrade.voters) {
      throw new EtcdMigrateError(
        'internal-error',
        `The plan is for ${plan.upgrade.voters} members, the cluster has ${members.length}; nothing was changed.`,
      );
    }
    return members;
  } finally {
    timer.abort(over);
  }
}

async function lastLook(options: EngineOptions, members: readonly Member[], about: About): Promise<Standing> {
  try {
    // Only somebody who interrupted waits for us to be gone; otherwise a busy machine may take its time to answer.
    const limitMs = options.signal.aborted ? lastLookMs : inspectLimitMs;
    return await standingOf(options, members.length > 0 ? members : await lateInventory(options), about, limitMs);
  } catch (error) {
    return unknownStanding(error, about);
  }
}

/** The inventory for a run that ended before it read one. */
function lateInventory({ clock, driver }: EngineOptions): Promise<readonly Member[]> {
  const signal = new AbortController().signal; // the run's own may be what ended it
  return bounded({ clock, signal }, 'The inventory of the cluster', lastLookMs, (s) => driver.inventory(s));
}

export function memoryOf(journal: Journal): RunMemory {
  const last = journal.records.findLast((record) => record.type === 'switch-intended');
  return {
    lastSwitched: last?.type === 'switch-intended' ? last.member : null,
    acts: 0,
    stopMs: 0,
    startMs: 0,
    flipWaitMs: 0,
    preparationMs: 0,
  };
}

/** What the journal says of a step that need not be done again. */
export function finishedBefore(journal: Journal, id: string): StepOutcome {
  const record = journal.records.findLast((r) => r.type === 'step-finished' && r.step === id);
  return { id, status: 'ok', ...(record?.type === 'step-finished' ? { durationMs: record.durationMs } : {}) };
}
