// Owns the outcome of an engine that had ended before its process was killed: from its journal and a look at the cluster.
// Must not change anything, nor carry out a step again: what failed stays failed.

import { EtcdMigrateError, type FailureCode, failures } from '../errors.ts';
import { present } from '../present.ts';
import { bounded } from './bounded.ts';
import { standingOf, unknownStanding } from './describe.ts';
import { openJournal } from './journal.ts';
import { inspectLimitMs } from './limits.ts';
import type { EngineOptions, EngineOutcome } from './options.ts';
import { currentHop } from './recover.ts';
import { finishedBefore, inventoryOf } from './run.ts';
import { aboutHop } from './side.ts';

/** Gives the outcome once more. Throws `nothing-to-resume` where the journal has no end of an engine's run. */
export async function recallOutcome(options: EngineOptions): Promise<EngineOutcome> {
  const { clock, signal } = options;
  const journal = await openJournal(options.journal, clock);
  const end = journal.records.findLast((record) => record.type === 'run-finished');
  if (end?.type !== 'run-finished') {
    throw new EtcdMigrateError('nothing-to-resume', 'The journal has no end of the run that could be judged.');
  }
  const completed = options.completed ?? new Set<string>();
  const failed = journal.records.findLast((record) => record.type === 'step-failed');
  const hop = currentHop(options.plan, completed);
  const about = aboutHop(hop, journal.records);
  const standing = await inventoryOf(options)
    .then((members) => {
      // Nobody waits for this process to be gone, and its clients have just begun to load the machine.
      const look = () => standingOf(options, members, about, inspectLimitMs);
      return bounded({ clock, signal }, 'The look at the cluster', 3 * inspectLimitMs, look);
    })
    .catch((error: unknown) => unknownStanding(error, about));
  return {
    outcome: end.outcome,
    ...present({ code: end.code === undefined ? undefined : codeOf(end.code), step: end.step }),
    message: end.message ?? `The run had ended before its process did: ${end.outcome}.`,
    evidence: end.evidence ?? [],
    clusterState: standing.sentence,
    pointOfNoReturn: standing.side,
    wayBack: standing.wayBack.is,
    steps: options.steps.map(({ planned: { id } }) => {
      if (completed.has(id)) return finishedBefore(journal, id);
      if (id !== end.step || failed?.type !== 'step-failed') return { id, status: 'not-run' };
      return { id, status: 'failed', detail: failed.message };
    }),
    timings: { stopMs: 0, startMs: 0, flipWaitMs: 0, preparationMs: 0 },
  };
}

/** A journal of another version of this tool may know codes that we do not. */
function codeOf(code: string): FailureCode {
  return code in failures ? (code as FailureCode) : 'internal-error';
}
