// Owns the wait for the cluster version to flip on every member (0.5–4 s after the last one, K16).
// Must not change anything.
import { compareLines, lineOf } from '../../catalog/version.ts';
import type { StepOf } from '../../plan/steps.ts';
import { bounded, elapsedMs } from '../bounded.ts';
import { waitUntil } from '../gates.ts';
import { readLimitMs } from '../limits.ts';
import type { Run } from '../run-state.ts';

export async function waitClusterVersion(run: Run, step: StepOf<'wait-cluster-version'>): Promise<string> {
  const begin = run.bounds.clock.monotonicUs();
  const spec = { name: `cluster-version-${step.line}`, timeoutMs: step.timeoutMs };
  const seen = await waitUntil(run, spec, async () => {
    const versions = await Promise.all(
      run.members.map(async (member) => ({
        name: member.name,
        ...(await bounded(run.bounds, `/version of ${member.name}`, readLimitMs, (s) =>
          run.options.view.versions(member, s),
        )),
      })),
    );
    // Before 3.6 there is no storage version; from then on a member that reports none has not said that it is there.
    const hasStorage = compareLines(step.line, '3.6') >= 0;
    const late = versions.filter(
      ({ cluster, storage }) =>
        lineOf(cluster) !== step.line ||
        (storage === undefined || storage === '' ? hasStorage : lineOf(storage) !== step.line),
    );
    if (late.length === 0) return { open: true, observation: `every member reports cluster version ${step.line}` };
    const names = late.map(
      ({ name, cluster, storage }) =>
        `${name} reports cluster ${cluster}${storage === undefined ? (hasStorage ? ', no storage version' : '') : `, storage ${storage}`}`,
    );
    return { open: false, observation: names.join('; ') };
  });
  run.memory.flipWaitMs += elapsedMs(run.bounds.clock, begin);
  return seen;
}
