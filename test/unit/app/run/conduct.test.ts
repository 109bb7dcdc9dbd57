import { expect, test } from 'vitest';
import { type Assignment, conduct } from '../../../../src/app/run/conduct.ts';
import type { Cluster, ThrowAwayCluster } from '../../../../src/drivers/cluster-source.ts';
import { recover } from '../../../../src/engine/recover.ts';
import type { Capability } from '../../../../src/plan/needs.ts';
import { makePlan } from '../../../support/simulated-plans.ts';
import { Simulation } from '../../../support/simulation.ts';

/** One life of a simulated run whose driver can do this much. */
function conducting(
  simulation: Simulation,
  capabilities: readonly Capability[],
  assignment: Partial<Assignment> = {},
): ReturnType<typeof conduct> {
  const {
    driver,
    view: _,
    control,
    ...ports
  } = simulation.optionsFor(simulation.newLife(), new AbortController().signal);
  const { observer, journal, events, clock, log, signal, digests } = ports;
  const given = { observer: observer ?? simulation.observer, journal, events, clock, log, signal, digests };
  return simulation.clock.drive(
    conduct({
      plan: simulation.plan,
      wanted: 'reached-target',
      completed: new Set<string>(),
      isCarriedOut: false,
      ...given,
      cluster: { driver: { ...driver, capabilities: new Set(capabilities) } },
      access: control as ReturnType<Cluster['connect']>,
      ...assignment,
    }),
  );
}

const deep = makePlan({ depth: 'deep' });
const quick = makePlan();

test('a step that the driver cannot carry out is refused before anything is journaled or touched, by name', async () => {
  const simulation = new Simulation({ plan: deep });
  const [kill] = deep.legs.flatMap(({ steps }) => steps).filter(({ step }) => step.kind === 'kill-member');
  const before = structuredClone(simulation.records);
  await expect(conducting(simulation, ['stop-start'])).rejects.toMatchObject({
    code: 'capability-missing',
    message: expect.stringMatching(`Step ${kill?.id} .*needs the capability kill.*it has: stop-start`),
  });
  expect(simulation.records).toEqual(before);
  expect(simulation.calls).toEqual([]);
});

test('a resumed run is asked for what it still has to do, and a roll-back for what it does to members', async () => {
  const simulation = new Simulation({ plan: deep });
  const kills = deep.legs.flatMap(({ steps }) => steps).filter(({ step }) => step.kind === 'kill-member');
  const behind = { completed: new Set(kills.map(({ id }) => id)) };
  await expect(conducting(simulation, [], behind)).rejects.toMatchObject({
    message: expect.stringMatching(/stop-start.*it has: none/),
  });
  const back = { ...behind, wanted: 'rolled-back' } as const;
  await expect(conducting(simulation, ['kill'], back)).rejects.toMatchObject({ code: 'capability-missing' });
  expect(simulation.calls).toEqual([]);
  // Enough for all that is left: the same run is conducted.
  expect(await conducting(new Simulation({ plan: quick }), ['stop-start'])).toMatchObject({
    outcome: 'reached-target',
  });
});

test('forward, back and recalled are one function, and none is carried out twice', async () => {
  const simulation = new Simulation({ plan: quick });
  expect(await conducting(simulation, ['stop-start'])).toMatchObject({ outcome: 'reached-target' });
  const { length } = simulation.records;
  const { completed } = recover(structuredClone(simulation.records));
  // Nothing is needed for an end that is only read.
  const recalled = await conducting(simulation, [], { completed, isCarriedOut: true });
  expect(recalled.outcome).toBe('reached-target');
  expect(simulation.records.length).toBe(length);
  await expect(conducting(simulation, ['stop-start'], { completed, wanted: 'rolled-back' })).rejects.toMatchObject({
    code: 'past-point-of-no-return',
  });
});

test('a cluster that may only be left cannot be removed: the type says so', () => {
  const left: string[] = [];
  const production: Pick<Cluster, 'end'> = { end: async (how) => void left.push(how) };
  const thrownAway: Pick<ThrowAwayCluster, 'end'> = { end: async (how) => void left.push(how) };
  // @ts-expect-error: production has no `remove`
  void production.end('remove');
  // @ts-expect-error: nor can it be handed to whoever removes clusters
  const wrong: Pick<ThrowAwayCluster, 'end'> = production;
  const leavable: Pick<Cluster, 'end'> = thrownAway;
  void leavable.end('leave');
  expect([wrong === production, left]).toEqual([true, ['remove', 'leave']]);
});
