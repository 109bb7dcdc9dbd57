// Owns the watch over members while steps are carried out: a process that changes without being asked to ends the step.
// Must not judge what it saw (processes.ts) nor do anything about it (bringing-back.ts).
import { EtcdMigrateError } from '../errors.ts';
import { type Bounds, inOneLine, isInterruption, isUnasked, over } from './bounded.ts';
import { lookAtHost } from './host.ts';
import type { Journal } from './journal.ts';
import { sentinelPauseMs } from './limits.ts';
import type { EngineOptions } from './options.ts';
import type { Member } from './ports.ts';
import { changeOf, knownProcess, type UnaskedChange, unasked } from './processes.ts';
import { emit, type RunMemory } from './run-state.ts';

export interface Sentinel extends AsyncDisposable {
  /** The run's own limits, which are over as soon as something has changed. */
  readonly bounds: Bounds;
  readonly change: UnaskedChange | null;
  /** Looks once, now, and tells which members are as they were. Throws what ends the step where something has changed. */
  look(): Promise<void>;
}

interface Watched {
  readonly options: EngineOptions;
  readonly bounds: Bounds;
  readonly members: readonly Member[];
  readonly journal: Journal;
  readonly memory: RunMemory;
}

/** Watches until it is disposed of. A member that one of our acts is changing is not compared. */
export function watchProcesses({ options, bounds, members, journal, memory }: Watched): Sentinel {
  const { clock, signal } = bounds;
  const tripped = new AbortController();
  const stopped = new AbortController();
  const own = { clock, signal: stopped.signal };
  let change: UnaskedChange | null = null;

  /** `not-compared`: one of our acts is under way there, or nothing is known or seen. */
  const lookAt = async (member: Member): Promise<UnaskedChange | 'unchanged' | 'not-compared'> => {
    const before = knownProcess(member.name, journal.records);
    if (before === undefined) return 'not-compared';
    try {
      const host = await lookAtHost(options.driver, own, member);
      // While the host answered, one of our acts may have begun.
      const still = knownProcess(member.name, journal.records);
      if (still?.identity !== before.identity) return 'not-compared';
      const found = changeOf(member, before, host);
      return found ?? (host.process?.identity === before.identity ? 'unchanged' : 'not-compared');
    } catch (error) {
      // A host that does not answer shows no change.
      if (!isInterruption(error)) options.log.debug(`A look at ${member.name} failed`, { error: inOneLine(error) });
      return 'not-compared';
    }
  };
  /** Gives the members that are as they were. */
  const look = async (): Promise<readonly Member[]> => {
    const found = await Promise.all(members.map(lookAt));
    change ??= found.find((each) => typeof each === 'object') ?? null;
    // An act under way is brought to its end first: nobody lets go of a member in the middle of its switch.
    if (change !== null && memory.acts === 0) tripped.abort(unasked(change));
    return members.filter((_, index) => found[index] === 'unchanged');
  };
  const watch = async (): Promise<void> => {
    while (!stopped.signal.aborted && !tripped.signal.aborted) {
      await clock.sleep(sentinelPauseMs, stopped.signal);
      await look();
    }
  };
  let trouble: unknown;
  const watching = watch().catch((error: unknown) => {
    // It ends with the run, and so does its sleep.
    if (!stopped.signal.aborted) trouble = error;
  });
  return {
    bounds: { clock, signal: AbortSignal.any([signal, tripped.signal]) },
    get change() {
      return change;
    },
    look: async () => {
      const unchanged = await look();
      if (trouble !== undefined) throw trouble;
      if (change !== null) throw unasked(change);
      for (const { name } of unchanged) emit({ options }, { type: 'process-unchanged', member: name });
    },
    [Symbol.asyncDispose]: async () => {
      stopped.abort(over);
      await watching;
    },
  };
}

/** The change that ended the step, where that is what the error says. */
export function unaskedChangeOf(error: unknown): UnaskedChange | undefined {
  if (!(error instanceof EtcdMigrateError) || !isUnasked(error)) return undefined;
  return error.details['change'] as UnaskedChange;
}
