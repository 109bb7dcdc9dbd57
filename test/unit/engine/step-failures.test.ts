// Owns the scripted table: every step kind that fails, hangs or is cancelled ends as promised, with the cluster whole.
// Must not use random faults (test/property does), nor know what a member does (member-failures.test.ts).
import { describe, expect, test } from 'vitest';
import { EtcdMigrateError } from '../../../src/errors.ts';
import { sameForAll } from '../../../src/plan/channels.ts';
import type { Step } from '../../../src/plan/steps.ts';
import { always, ended, expectWhole, kinds, planOf, portOf, steps, target } from '../../support/one-step-plans.ts';
import { makePlan } from '../../support/simulated-plans.ts';
import { Simulation } from '../../support/simulation.ts';

describe.each(kinds)('%s', (kind) => {
  const step = steps[kind];

  test('whose port fails ends the run with the last observation', async () => {
    const error = new EtcdMigrateError('member-lost', 'no route to host');
    const simulation = new Simulation({
      plan: planOf(step),
      decide: always(portOf[kind], { kind: 'lost-before', error }),
    });
    simulation.observer = { observe: () => Promise.reject(error) };
    const outcome = ended(await simulation.run());
    expect(['failed', 'held']).toContain(outcome.outcome);
    expect(outcome.message).toContain('no route to host');
    expect(outcome.clusterState).toContain('3 of 3 members up');
    expect(simulation.releases()).toEqual(['3.5.33', '3.5.33', '3.5.33']);
    expectWhole(simulation);
  });

  test('whose port never answers ends within a limit', async () => {
    const simulation = new Simulation({ plan: planOf(step), decide: always(portOf[kind], { kind: 'never' }) });
    simulation.observer = { observe: () => new Promise<never>(() => undefined) };
    const outcome = ended(await simulation.run());
    expect(['failed', 'held']).toContain(outcome.outcome);
    expect(outcome.message).toMatch(/\d s/);
    expectWhole(simulation);
  });

  test('that is cancelled ends within 5 s and says where the cluster stands', async () => {
    const stop = new AbortController();
    const simulation = new Simulation({
      plan: planOf(step),
      snapshotDelayMs: 60_000,
      ...(kind === 'wait-cluster-version' ? {} : { compactEveryMs: 500 }),
    });
    // The step begins at 0 ms of virtual time; nothing of it can be over after 50 ms, except looks.
    let cancelledAt = -1;
    simulation.decide = (call) => {
      const isFirst =
        cancelledAt < 0 &&
        (call === portOf[kind] || (kind === 'observe' && simulation.records.at(-1)?.type === 'step-started'));
      if (isFirst) {
        cancelledAt = simulation.clock.nowMs;
        simulation.clock.after(0, () => stop.abort());
        return call.startsWith('access') || call === 'driver.stage' ? { kind: 'never' } : { kind: 'well' };
      }
      return { kind: 'well' };
    };
    if (kind === 'observe')
      simulation.clock.after(5_000, () => {
        cancelledAt = simulation.clock.nowMs;
        stop.abort();
      });
    const outcome = ended(await simulation.run(stop.signal));
    expect(outcome).toMatchObject({ outcome: 'interrupted', code: 'interrupted' });
    expect(cancelledAt).toBeGreaterThanOrEqual(0);
    expect(simulation.clock.nowMs - cancelledAt).toBeLessThanOrEqual(5_000);
    expect(outcome.clusterState).toMatch(/of 3 members up/);
    expect(simulation.records.at(-1)).toMatchObject({ type: 'run-interrupted' });
    expectWhole(simulation);
    await simulation.idle(60_000);
    expect(simulation.world.members.every((m) => m.process?.state === 'ready')).toBe(true);
  });
});

test('a signal during a switch that takes longer than the tool may wait: its end is journaled as unknown', async () => {
  const abort = new AbortController();
  // As etcd takes with open streams.
  const simulation = new Simulation({ plan: planOf(steps['switch-member']), stopMs: 8_000 });
  let abortedAt = -1;
  simulation.decide = (call) => {
    if (call === 'driver.switchTo' && abortedAt < 0) {
      simulation.clock.after(100, () => {
        abortedAt = simulation.clock.nowMs;
        abort.abort();
      });
    }
    return { kind: 'well' };
  };
  const outcome = ended(await simulation.run(abort.signal));
  expect(outcome).toMatchObject({ outcome: 'interrupted', code: 'interrupted' });
  expect(simulation.clock.nowMs - abortedAt).toBeLessThanOrEqual(5_000);
  expect(simulation.records.slice(-2)).toMatchObject([
    { type: 'switch-ended', outcome: 'unknown' },
    { type: 'run-interrupted' },
  ]);
  // The host goes on alone, and the next process finds what it did.
  await simulation.idle(20_000);
  expect(await simulation.resume()).toMatchObject({ outcome: 'reached-target' });
  expect(simulation.calls.filter((call) => call === 'driver.switchTo')).toHaveLength(1);
  expectWhole(simulation);
});

describe('what is never undone by itself', () => {
  test('unequal data: the run is held with the new binary in place', async () => {
    const simulation = new Simulation({ plan: planOf(steps['switch-member']) });
    const [, second] = simulation.world.members;
    if (!second) throw new Error('no second member');
    second.isCorrupt = true;
    const outcome = ended(await simulation.run());
    expect(outcome).toMatchObject({ outcome: 'held', code: 'hash-mismatch' });
    expect(outcome.message).toContain('read twice');
    expect(simulation.releases().filter((release) => release === '3.6.14')).toHaveLength(1);
    expect(simulation.records.some((r) => r.type === 'member-restored')).toBe(false);
  });

  test('another member that does not answer: nothing is touched, and it is not called down', async () => {
    const simulation = new Simulation({ plan: makePlan({ voters: 3 }) });
    const plan = planOf({ ...steps['switch-member'], ordinal: 2 } as Step);
    const held = new Simulation({ plan });
    const [, , third] = held.world.members;
    if (!third) throw new Error('no third member');
    third.process = { deployment: target, pid: 1, state: 'ready', foreign: null };
    third.deployed = target;
    held.world.hang(third);
    const outcome = ended(await held.run());
    expect(outcome).toMatchObject({ outcome: 'held' });
    expect(outcome.message).toContain('m3 does not answer');
    expect(held.records.some((r) => r.type === 'switch-intended')).toBe(false);
    expect(simulation.monitor.violations).toEqual([]);
  });

  test('an active downgrade job (K5)', async () => {
    const plan = planOf({ kind: 'verify', title: 'entry', gates: [{ name: 'no-downgrade-job', timeoutMs: 20_000 }] });
    const simulation = new Simulation({ plan });
    simulation.world.downgradeEnabled = true;
    const outcome = ended(await simulation.run());
    expect(outcome).toMatchObject({ outcome: 'held', code: 'downgrade-in-progress' });
    expect(simulation.clock.nowMs).toBeLessThan(1_000);
  });

  test('raft snapshots that do not appear: fails closed', async () => {
    const step: Step = { kind: 'renew-raft-snapshots', reason: 'K21', snapshotCount: 1_000, timeoutMs: 30_000 };
    const simulation = new Simulation({
      plan: planOf(step),
      settings: sameForAll({ flags: { 'snapshot-count': '1000' }, environment: {} }),
      snapshotDelayMs: 1e9,
    });
    const outcome = ended(await simulation.run());
    expect(outcome).toMatchObject({ outcome: 'failed', code: 'raft-snapshot-stale' });
    expect(outcome.message).toContain('m1: newest snapshot none');
  });
});
