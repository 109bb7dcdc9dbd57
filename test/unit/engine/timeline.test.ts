// Owns what is told of members all the while: each change once, with the time in which it came about, and silences as such.
import { expect, test } from 'vitest';
import { type Sighting, watchTimeline } from '../../../src/engine/timeline.ts';
import { makePlan } from '../../support/simulated-plans.ts';
import { Simulation } from '../../support/simulation.ts';

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

type View = Parameters<typeof watchTimeline>[0]['view'];

/** What is told of the simulation's members while this is done, by what they say themselves, or by another view. */
async function toldIn(simulation: Simulation, act: () => Promise<void>, other?: View): Promise<readonly Sighting[]> {
  const told: Sighting[] = [];
  const { signal } = new AbortController();
  const { view, clock } = simulation.optionsFor(simulation.newLife(), signal);
  const members = simulation.world.members.map(({ member }) => member);
  const bounds = { clock, signal };
  const watch = watchTimeline({ view: other ?? view, members, bounds, log: quiet, tell: (each) => told.push(each) });
  await act();
  await simulation.clock.drive(Promise.resolve(watch[Symbol.asyncDispose]()));
  return told;
}

/** What is told while the world does this, once each member was seen. */
async function toldWhile(act: (simulation: Simulation) => Promise<void>): Promise<readonly Sighting[]> {
  const simulation = new Simulation({ plan: makePlan() });
  return await toldIn(simulation, async () => {
    await simulation.idle(3_500);
    await act(simulation);
  });
}

test('three members that stay as they are, are told once', async () => {
  const told = await toldWhile((simulation) => simulation.idle(20_000));
  expect(told.map(({ member, since, answer }) => [member, since, answer?.release])).toEqual([
    ['m1', undefined, '3.5.33'],
    ['m2', undefined, '3.5.33'],
    ['m3', undefined, '3.5.33'],
  ]);
  expect(new Set(told.map(({ answer }) => answer?.leader)).size).toBe(1);
});

test('leadership that somebody moved is told with its terms, also the last one before the end', async () => {
  let terms = 0n;
  const told = await toldWhile(async (simulation) => {
    const { world } = simulation;
    const begun = world.term;
    for (let moves = 0; moves < 20; moves++) {
      const next = world.members.find((each) => each !== world.leader);
      if (next !== undefined) world.lead(next);
      await simulation.idle(100);
    }
    terms = world.term - begun;
  });
  expect(terms).toBeGreaterThan(10n);
  const seen = told.filter(({ member }) => member === 'm1').map(({ answer }) => answer?.term ?? 0n);
  expect((seen.at(-1) ?? 0n) - (seen[0] ?? 0n)).toBe(terms);
  const younger = told.filter(({ termSince }) => termSince !== undefined);
  expect(younger.length).toBeGreaterThanOrEqual(2);
  // The youngest term before was shown within the last second, by whomever.
  for (const { termSince, at } of younger) expect(at - (termSince ?? 0)).toBeLessThanOrEqual(1_200_000);
  for (const { since, at } of told.slice(3)) expect(at - (since ?? 0)).toBeLessThanOrEqual(1_200_000);
});

test('one that does not answer does not keep the others from being seen, and is told from when to when', async () => {
  const told = await toldWhile(async (simulation) => {
    const [first, second] = simulation.world.members.filter((each) => each !== simulation.world.leader);
    if (first?.process === null || first === undefined || second === undefined) throw new Error('no follower');
    first.process.state = 'hung';
    await simulation.idle(4_000);
    simulation.world.lead(second);
    await simulation.idle(6_000);
    first.process.state = 'ready';
    await simulation.idle(5_000);
  });
  const silent = told.find(({ answer }) => answer === undefined);
  expect(silent).toMatchObject({ error: expect.stringContaining('has not answered for 2 s') });
  const others = told.slice(3).filter(({ member }) => member !== silent?.member);
  expect(others.length).toBeGreaterThan(0);
  for (const { at, since } of others) expect(at - (since ?? 0)).toBeLessThanOrEqual(1_200_000);
  const back = told.findLast(({ member }) => member === silent?.member);
  expect(back?.answer?.release).toBe('3.5.33');
  // It had last answered before it fell silent.
  expect(back?.since).toBe(silent?.since);
  expect((back?.at ?? 0) - (silent?.at ?? 0)).toBeGreaterThan(6_000_000);
});

/** What is told of members that show these terms at these seconds; `termSince` is in such seconds, too. */
async function toldOf(
  termOf: (member: string, second: number) => { term: bigint; led: boolean },
): Promise<readonly Sighting[]> {
  const simulation = new Simulation({ plan: makePlan() });
  const members = simulation.world.members.map(({ member }) => member);
  const begun = simulation.clock.monotonicUs() / 1e6;
  const view: View = {
    status: async ({ clientUrl }) => {
      const name = members.find((member) => member.clientUrl === clientUrl)?.name ?? '';
      const { term, led } = termOf(name, simulation.clock.monotonicUs() / 1e6 - begun);
      return { version: '3.6.14', raftTerm: term, leaderId: led ? (members[1]?.id ?? 0n) : 0n } as never;
    },
  };
  const told = await toldIn(simulation, () => simulation.idle(30_000), view);
  return told.map(({ termSince, ...each }) => ({
    ...each,
    ...(termSince === undefined ? {} : { termSince: termSince / 1e6 - begun }),
  }));
}

test('a member that goes on showing an old term does not make an election look younger than it is', async () => {
  const told = await toldOf((name, second) => ({ term: name !== 'm1' && second >= 10 ? 3n : 2n, led: true }));
  const [first] = told.filter(({ answer }) => answer?.term === 3n);
  expect(first?.termSince).toBeGreaterThan(8.5);
  expect(first?.termSince).toBeLessThanOrEqual(10);
});

test('a member that raises its own term in vain does not make the next election look older than it is', async () => {
  const told = await toldOf((name, second) => {
    if (name === 'm3' && second >= 5) return { term: BigInt(Math.floor(second)), led: second >= 26 };
    return { term: second >= 20 ? 6n : 2n, led: true };
  });
  const elected = told.find(({ member, answer }) => member === 'm1' && answer?.term === 6n);
  expect(elected?.termSince).toBeGreaterThan(18.5);
  expect(elected?.termSince).toBeLessThanOrEqual(20);
});
