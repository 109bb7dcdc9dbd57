// K29 on real binaries: 3.5.33 on data of 3.4 members that never applied a write marks live members as removed.
import { expect, it } from 'vitest';
import type { EngineOutcome } from '../../src/engine/options.ts';
import { runPlan } from '../../src/engine/run.ts';
import type { GateSpec, Plan, Step } from '../../src/plan/steps.ts';
import { executableSteps } from '../../src/plan/weave.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { startTestCluster, type TestCluster } from '../support/cluster.ts';
import { describeWithEtcd, digestsOf } from '../support/etcd-binaries.ts';
import { silentLog } from '../support/silent-log.ts';
import { makePlan } from '../support/simulated-plans.ts';

const OLD = '3.4.31';
const NEW = '3.5.33';
const gate = (name: GateSpec['name']): GateSpec => ({ name, timeoutMs: 10_000 });

/** The way to 3.5 without any write of its own, then a look at the stored members. */
const way: readonly Step[] = [
  { kind: 'stage', release: NEW },
  ...[1, 2, 3].map(
    (ordinal): Step => ({
      kind: 'switch-member',
      purpose: 'upgrade',
      ordinal,
      to: { release: NEW, overrides: {} },
      gates: [gate('member-running'), gate('raft-caught-up'), gate('members-healthy')],
    }),
  ),
  { kind: 'verify', title: 'stored members', gates: [{ name: 'members-bucket-clean', timeoutMs: 2_000 }] },
];

describeWithEtcd([OLD, NEW], 'K29: removed members that were never removed', () => {
  it('the stored members tell of it when 3.4 had applied no write', async () => {
    await using cluster = await startTestCluster({ release: OLD });
    const outcome = await carryOut(cluster, way);
    expect(outcome).toMatchObject({ outcome: 'failed', code: 'members-bucket-stale' });
    expect(outcome.message).toMatch(/m\d stores live members as removed: m\d/);
  });

  it('does not happen when every member has applied a write before', async () => {
    await using cluster = await startTestCluster({ release: OLD });
    const outcome = await carryOut(cluster, [
      { kind: 'verify', title: 'before', gates: [gate('members-write')] },
      ...way,
    ]);
    expect(outcome).toMatchObject({ outcome: 'reached-target' });
    for (const member of cluster.members) {
      const stored = await cluster.access.storedMembers(member);
      expect(stored.members).toHaveLength(3);
      expect(stored.removedIds).toEqual([]);
    }
  });
});

async function carryOut({ driver, access }: TestCluster, steps: readonly Step[]): Promise<EngineOutcome> {
  const planned = makePlan({ from: OLD, to: NEW });
  const [hop] = planned.upgrade.hops;
  if (hop === undefined) throw new Error('the plan has no hop');
  const only = { ...hop, steps: steps.map((step, index) => ({ id: `1.${index + 1}`, step })) };
  const plan: Plan = { ...planned, legs: [], upgrade: { ...planned.upgrade, hops: [only] } };
  return await runPlan({
    plan,
    steps: executableSteps(plan),
    driver,
    view: access,
    control: access,
    journal: { append: async () => undefined, read: async () => [] },
    events: { emit: () => undefined },
    clock: systemClock,
    log: silentLog,
    signal: AbortSignal.timeout(60_000),
    digests: await digestsOf([OLD, NEW]),
    symptomOf: () => undefined,
  });
}
