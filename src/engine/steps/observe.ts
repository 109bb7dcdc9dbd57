// Owns the step in which a rehearsal looks at the cluster through its clients' eyes.
// Must not know what an observer does; production plans have no such step.
import type { StepOf } from '../../plan/steps.ts';
import { bounded } from '../bounded.ts';
import { agreedLeader, moveLeadershipTo } from '../leadership.ts';
import { observeLimitMs } from '../limits.ts';
import type { Observer } from '../ports.ts';
import { emit, type Run } from '../run-state.ts';
import { stop } from '../stop.ts';

/** How often a state is observed in which somebody else must lead than did at its end: etcd elects by itself, too. */
const tries = 3;

export async function observe(run: Run, step: StepOf<'observe'>): Promise<string> {
  const { observer } = run.options;
  if (!observer) throw stop('internal-error', `Step ${run.step.planned.id} observes, but this run has no observer.`);
  const { state } = step;
  const { leads } = state;
  for (let tried = 1; ; tried++) {
    await look(run, step, observer);
    if (leads === undefined || (await leadsNow(run)) === leads) break;
    // What was seen is of another state than this one. The judge of coverage says so where it never was.
    if (tried === tries) break;
    await moveLeadershipTo(run, leads);
  }
  return `observed the ${state.phase} state, ${state.upgraded} of ${state.voters} on ${state.to}${leads === undefined ? '' : `, ${leads} leading`}`;
}

async function look(run: Run, { state, dwellMs, writes = 0 }: StepOf<'observe'>, observer: Observer): Promise<void> {
  const limitMs = dwellMs + observeLimitMs;
  await bounded(run.bounds, `The observation of the ${state.phase} state`, limitMs, (signal) =>
    observer.observe({ state, dwellMs, writes }, run.members, signal),
  );
}

async function leadsNow(run: Run): Promise<string | undefined> {
  const release = (await agreedLeader(run)).status?.version;
  if (release !== undefined) emit(run, { type: 'led', release });
  return release;
}
