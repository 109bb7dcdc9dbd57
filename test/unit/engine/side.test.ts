// Owns the truth table of the three-valued side, and the proof that nobody goes back without knowing it.
// Must not kill at every point (test/property/engine-crash.test.ts does).
import { describe, expect, test } from 'vitest';
import { describeCluster } from '../../../src/engine/describe.ts';
import type { EngineOutcome } from '../../../src/engine/options.ts';
import { recallOutcome } from '../../../src/engine/recall.ts';
import { recover } from '../../../src/engine/recover.ts';
import { aboutHop, type MemberEvidence, type Side, sideOf } from '../../../src/engine/side.ts';
import { EtcdMigrateError } from '../../../src/errors.ts';
import type { Hop, PlannedStep } from '../../../src/plan/steps.ts';
import { createSimulatedAccess } from '../../support/simulated/access.ts';
import { createSimulatedDriver } from '../../support/simulated/driver.ts';
import type { Fate } from '../../support/simulated/interposition.ts';
import { makePlan } from '../../support/simulated-plans.ts';
import { Simulation } from '../../support/simulation.ts';

const plan = makePlan();
const [hop] = plan.upgrade.hops as [Hop];

/**
 * A member in a few letters. What runs: `o` the old line, `n` the new one, `-` nothing, `~` being switched, `?` not seen. Then the cluster
 * version that it reports: `o` or `n`, in capitals after a linearizable read; nothing where it reports none.
 */
function member(code: string, index: number): MemberEvidence {
  const [runs, reports = ''] = code;
  const release = { o: '3.5.33', n: '3.6.14' }[runs ?? ''];
  return {
    name: `m${index + 1}`,
    runs: release !== undefined ? { release } : runs === '-' ? 'nothing' : runs === '~' ? 'changing' : 'not-seen',
    clusterVersion: { o: '3.5.0', n: '3.6.0' }[reports.toLowerCase()] ?? null,
    isCurrent: reports !== '' && reports === reports.toUpperCase(),
    downgrade: 'none',
  };
}

describe('the side of the point of no return', () => {
  // Members, the side by what was seen alone, the side with a journal that knows of the last switch, why.
  const table: readonly (readonly [string, Side, Side, string])[] = [
    // Live state has the last word, whatever the journal says.
    ['oO oO oO', 'before', 'before', 'all serve on the old line'],
    ['nO oO oO', 'before', 'before', 'an old member serves'],
    ['nO nO oO', 'before', 'before', 'the last old member serves'],
    ['no no oo', 'before', 'before', 'the last old member serves, quorum or not'],
    ['no ? oo', 'before', 'before', 'the old member that serves would have ended over the new version'],
    ['? ? oo', 'before', 'before', 'one that serves on the old line is enough'],
    ['nN nN nN', 'after', 'after', 'all report the new version'],
    ['nn no no', 'after', 'after', 'one reports the new version, the others lag'],
    ['nn ? ?', 'after', 'after', 'one is enough'],
    ['nn o ?', 'after', 'after', 'an old process, which will end over it'],
    ['nn -', 'after', 'after', 'one is down, the version has moved'],
    ['nO nO nO', 'after', 'after', 'no old member is left: the version moves in a moment'],
    ['n n n', 'after', 'after', 'no old member is left, and none answers'],
    ['nO nO -', 'before', 'before', 'one is down, so the version cannot move, and it has not'],
    ['nO nO o', 'before', 'before', 'an old process that does not answer yet, and the others prove the version'],
    ['nO - ?', 'before', 'before', 'the same with one unseen'],
    ['oO', 'before', 'before', 'a single member'],
    ['nO', 'after', 'after', 'a single new member'],
    // Live state does not say, so the journal counts, and for `after` alone.
    ['? ? ?', 'unknown', 'after', 'every host is silent'],
    ['', 'unknown', 'after', 'nobody looked'],
    ['- - -', 'unknown', 'after', 'nothing runs anywhere'],
    ['-', 'unknown', 'after', 'a single member, down: nobody tells its cluster version'],
    ['?', 'unknown', 'after', 'a single member, silent'],
    ['o', 'unknown', 'after', 'an old process that is silent: it may be ending over the new version, again and again'],
    ['o o o', 'unknown', 'after', 'the same on all'],
    ['n - -', 'unknown', 'after', 'the only one that runs is silent'],
    ['no no -', 'unknown', 'after', 'those that answer may lag behind: no read proves that they do not'],
    ['no no ?', 'unknown', 'after', 'one unseen may have been the last'],
    ['nO nO ?', 'unknown', 'after', 'one unseen may be on the new line: then the version moves in a moment'],
    ['nO ?', 'unknown', 'after', 'the same of two'],
    ['nO nO ~', 'unknown', 'after', 'the last is being switched, and may run in a moment'],
    ['nO - ~', 'before', 'before', 'one is being switched, but another is down'],
    ['n ? -', 'unknown', 'after', 'silence and a process'],
  ];

  test.each(table)('%s: %s, %s by a journal with the last switch begun (%s)', (codes, side, begun) => {
    const members = codes === '' ? [] : codes.split(' ').map(member);
    expect(sideOf({ hop, members, lastSwitchIntended: false })).toBe(side);
    expect(sideOf({ hop, members, lastSwitchIntended: true })).toBe(begun);
    // The order of the members tells nothing.
    expect(sideOf({ hop, members: [...members].reverse(), lastSwitchIntended: false })).toBe(side);
  });

  test('a patch hop has none, and no hop is no answer', () => {
    const patch = { ...hop, kind: 'patch' } as const;
    expect(sideOf({ hop: patch, members: [], lastSwitchIntended: true })).toBe('before');
    expect(sideOf({ hop: undefined, members: [], lastSwitchIntended: false })).toBe('unknown');
  });
});

describe('by the journal, the last switch', () => {
  const last = hop.steps.findLast(({ step }) => step.kind === 'switch-member') as PlannedStep;

  async function killedAfter(type: 'switch-intended' | 'switch-ended'): Promise<Simulation> {
    const simulation = new Simulation({ plan });
    simulation.decide = () => {
      const record = simulation.records.at(-1);
      return record?.type === type && record.step === last.id ? { kind: 'death-before' } : { kind: 'well' };
    };
    expect(await simulation.run()).toBe('dead');
    return simulation;
  }

  test('was not begun: that is no proof of anything', async () => {
    const simulation = new Simulation({
      plan,
      decide: (call) => ({ kind: call === 'driver.stage' ? 'death-after' : 'well' }),
    });
    expect(await simulation.run()).toBe('dead');
    expect(recover(simulation.records)).toMatchObject({ side: 'unknown', about: { lastSwitchIntended: false } });
  });

  test.each(['switch-intended', 'switch-ended'] as const)('was begun and not finished (%s): after', async (type) => {
    expect(recover((await killedAfter(type)).records)).toMatchObject({
      side: 'after',
      about: { lastSwitchIntended: true },
    });
  });

  test('was undone by a roll-back: no longer', async () => {
    const simulation = await killedAfter('switch-intended');
    simulation.decide = () => ({ kind: 'well' });
    expect(await simulation.rollBack()).toMatchObject({ outcome: 'rolled-back' });
    expect(aboutHop(hop, simulation.records).lastSwitchIntended).toBe(false);
  });

  test('came to nothing and the member got its old release back: no longer', async () => {
    const simulation = new Simulation({ plan });
    simulation.decide = () => {
      const record = simulation.records.at(-1);
      if (record?.type === 'switch-intended' && record.step === last.id) {
        for (const each of simulation.world.members) {
          if (each.member.name === record.member && each.startFaults.length === 0 && record.to.release === hop.to) {
            each.startFaults.push({ kind: 'exits', release: hop.to, code: 2, lines: ['panic: as scripted'] });
          }
        }
      }
      return { kind: 'well' };
    };
    expect(await simulation.run()).toMatchObject({ outcome: 'failed', pointOfNoReturn: 'before' });
    expect(simulation.records.some(({ type }) => type === 'member-restored')).toBe(true);
    expect(aboutHop(hop, simulation.records).lastSwitchIntended).toBe(false);
  });
});

/** All hosts and members silent: no port answers. */
const silent: (call: string) => Fate = (call) =>
  /^(driver\.inspect|access\.)/.test(call)
    ? { kind: 'lost-before', error: new EtcdMigrateError('member-lost', 'no route to host') }
    : { kind: 'well' };

function ended(outcome: EngineOutcome | 'dead'): EngineOutcome {
  if (outcome === 'dead') throw new Error('the engine died');
  return outcome;
}

/** A run that died after its first member was switched. */
async function broken(options: { readonly voters?: number } = {}): Promise<Simulation> {
  const simulation = new Simulation({ plan: options.voters === undefined ? plan : makePlan(options) });
  simulation.decide = () => {
    const last = simulation.records.at(-1);
    const isUpgraded = last?.type === 'switch-ended' && simulation.releases().includes(hop.to);
    return isUpgraded ? { kind: 'death-before' } : { kind: 'well' };
  };
  expect(await simulation.run()).toBe('dead');
  simulation.decide = () => ({ kind: 'well' });
  await simulation.idle(20_000);
  return simulation;
}

describe('while every host is silent', () => {
  const words =
    /it is not known on which side of the point of no return of 3\.5\.33 → 3\.6\.14 the cluster is: do not start 3\.5\.33 until `status` knows/;

  test('a run does not end with "the way back is open"', async () => {
    const simulation = new Simulation({ plan, decide: silent });
    const outcome = ended(await simulation.run());
    expect(outcome.pointOfNoReturn).toBe('unknown');
    expect(outcome.clusterState).toMatch(words);
  });

  test('nor does one whose members cannot even be listed', async () => {
    const error = new EtcdMigrateError('member-lost', 'no inventory');
    const decide = (call: string): Fate =>
      call === 'driver.inventory' ? { kind: 'lost-before', error } : { kind: 'well' };
    const outcome = ended(await new Simulation({ plan, decide }).run());
    expect(outcome).toMatchObject({ pointOfNoReturn: 'unknown', clusterState: expect.stringMatching(words) });
    expect(outcome.clusterState).toContain('no inventory');
  });

  test('status does not know the side', async () => {
    const { world, clock } = new Simulation({ plan });
    for (const each of world.members) world.hang(each);
    const driver = createSimulatedDriver(world);
    const blind = { ...driver, inspect: () => Promise.reject(new Error('no way to the host')) };
    const about = { hop, lastSwitchIntended: false, brokenBack: null };
    const look = describeCluster(blind, createSimulatedAccess(world), about, { clock, limitMs: 1_000 });
    expect((await clock.drive(look)).side).toBe('unknown');
  });

  test('a recalled outcome does not claim a side that nobody sees', async () => {
    const simulation = new Simulation({ plan });
    const first = simulation.world.members.map(({ startFaults }) => startFaults);
    for (const faults of first) faults.push({ kind: 'exits', release: hop.to, code: 2, lines: ['panic: as scripted'] });
    expect(ended(await simulation.run())).toMatchObject({ outcome: 'failed', pointOfNoReturn: 'before' });
    simulation.decide = silent;
    const { completed } = recover(simulation.records);
    const options = simulation.optionsFor(simulation.newLife(), new AbortController().signal, completed);
    const again = await simulation.clock.drive(recallOutcome(options));
    expect(again).toMatchObject({ outcome: 'failed', pointOfNoReturn: 'unknown' });
  });

  test('a roll-back is refused before anything is touched, and says what was not seen and what to do', async () => {
    const simulation = await broken();
    const before = simulation.releases();
    const switches = simulation.calls.filter((call) => call === 'driver.switchTo').length;
    // The last switch has ended by the journal: nothing has to be settled on a host first.
    simulation.decide = silent;
    const refused = simulation.rollBack();
    await expect(refused).rejects.toMatchObject({
      code: 'side-unknown',
      message: expect.stringMatching(
        /not known on which side of the point of no return of 3\.5\.33 → 3\.6\.14 .*neither the host of m1 nor etcd on it answered.*so nothing was changed\. Do not start 3\.5\.33 until `status` knows/,
      ),
    });
    expect(simulation.calls.filter((call) => call === 'driver.switchTo')).toHaveLength(switches);
    expect(simulation.releases()).toEqual(before);
    // Once they answer, the way back is what it was.
    simulation.decide = () => ({ kind: 'well' });
    expect(await simulation.rollBack()).toMatchObject({ outcome: 'rolled-back' });
  });

  test('a roll-back waits for a member that only needs a while to answer', async () => {
    const simulation = await broken();
    const until = simulation.clock.nowMs + 8_000;
    simulation.decide = (call) => (simulation.clock.nowMs < until ? silent(call) : { kind: 'well' });
    expect(await simulation.rollBack()).toMatchObject({ outcome: 'rolled-back' });
  });
});

test('members that may lag behind are no proof that the cluster version has not moved', async () => {
  const simulation = await broken({ voters: 2 });
  const [first, second] = simulation.world.members;
  const old = [first, second].find((each) => each?.process?.deployment.release === hop.from);
  if (!old) throw new Error('no old member');
  // Quorum is lost, so no read can prove that the member which is left has not missed the flip.
  simulation.world.hang(old);
  await expect(simulation.rollBack()).rejects.toMatchObject({
    code: 'side-unknown',
    message: expect.stringMatching(/reports cluster version 3\.5\.0, which may be out of date/),
  });
});

test('a member whose old binary does not start runs the new one again, where nobody can say that the version has not moved', async () => {
  const simulation = new Simulation({ plan });
  const error = new EtcdMigrateError('member-lost', 'connection refused');
  simulation.decide = (call) => {
    const intents = simulation.records.filter((r) => r.type === 'switch-intended');
    const upgrade = intents.find((r) => r.to.release === hop.to);
    for (const { member, startFaults } of upgrade && intents.at(-1) === upgrade ? simulation.world.members : []) {
      if (member.name !== upgrade?.member || startFaults.length > 0) continue;
      startFaults.push(
        { kind: 'hangs', release: hop.to },
        { kind: 'exits', release: hop.from, code: 1, lines: ['no'] },
      );
    }
    const goesBack = upgrade !== undefined && intents.at(-1)?.to.release === hop.from;
    return call === 'access.versions' && goesBack ? { kind: 'lost-before', error } : { kind: 'well' };
  };
  const outcome = ended(await simulation.run());
  expect(outcome).toMatchObject({ outcome: 'held' });
  expect(outcome.message).toMatch(
    /3\.5\.33 did not start, and whether the cluster version has moved is not known; m\d runs 3\.6\.14 again/,
  );
  expect(simulation.releases().filter((release) => release === 'none')).toEqual([]);
});

describe('a single member', () => {
  const single = makePlan({ voters: 1 });

  async function faulty(kind: 'exits' | 'hangs'): Promise<{ simulation: Simulation; outcome: EngineOutcome }> {
    const simulation = new Simulation({ plan: single });
    const fault = kind === 'exits' ? ({ kind, code: 2, lines: ['panic: as scripted'] } as const) : ({ kind } as const);
    for (const { startFaults } of simulation.world.members) startFaults.push({ ...fault, release: hop.to });
    return { simulation, outcome: ended(await simulation.run()) };
  }

  test('whose new process ended gets its old binary back: nothing runs there, and etcd itself refuses past the flip', async () => {
    const { simulation, outcome } = await faulty('exits');
    expect(outcome).toMatchObject({ outcome: 'failed', code: 'member-start-failed', pointOfNoReturn: 'before' });
    expect(simulation.releases()).toEqual([hop.from]);
  });

  test('whose new process runs and is silent is not stopped: nobody can say that the old binary would start', async () => {
    const { simulation, outcome } = await faulty('hangs');
    expect(outcome).toMatchObject({ outcome: 'held', pointOfNoReturn: 'after' });
    expect(outcome.message).toMatch(/m1 keeps 3\.6\.14: nothing proves that the cluster version has not moved/);
    expect(simulation.releases()).toEqual([hop.to]);
  });

  test('that is down gets back what it ran by the journal, which etcd would refuse past the flip, and is rolled back then', async () => {
    const simulation = new Simulation({ plan: single });
    simulation.decide = (call) => ({ kind: call === 'driver.stage' ? 'death-after' : 'well' });
    expect(await simulation.run()).toBe('dead');
    simulation.decide = () => ({ kind: 'well' });
    for (const each of simulation.world.members) simulation.world.end(each, { code: 0, signal: null });
    expect(ended(await simulation.rollBack())).toMatchObject({ outcome: 'rolled-back', pointOfNoReturn: 'before' });
    expect(simulation.releases()).toEqual([hop.from]);
  });
});
