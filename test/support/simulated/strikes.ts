// Owns what others may do to a simulated cluster between any two calls of the engine: operators, supervisors, hardware.
// Must not know the engine, nor when it strikes.
import type { Random } from '../../../src/platform/ports.ts';
import type { Simulation } from '../simulation.ts';
import { simulatedDigest } from './driver.ts';
import type { SimulatedMember } from './member.ts';

export type Strike = (simulation: Simulation, random: Random) => void;

const someMember = ({ world }: Simulation, random: Random): SimulatedMember => random.pick(world.members);
const listed = (name: string, isLearner: boolean) => ({ id: 0xf4n, name, peerUrls: ['http://sim/m9/peer'], isLearner });

/** Ends by its own fault, with etcd's words for it. */
function crash({ world }: Simulation, member: SimulatedMember): void {
  member.log.push({ atMs: world.clock.wallMs(), line: 'panic: simulated crash' });
  world.end(member, { code: 2, signal: null });
}

/** What was to run there is started again by another hand, unless something runs by then; as its own, or as foreign. */
function startLater({ world }: Simulation, random: Random, member: SimulatedMember): void {
  const isForeign = random.next() < 0.5;
  const isOther = random.next() < 0.3;
  world.clock.after(500 + random.int(15_000), () => {
    if (member.process !== null || member.transactionsUnderWay > 0) return;
    const { deployed } = member;
    const executable = isOther ? 'another' : simulatedDigest(deployed.release);
    void world.start(member, deployed, 0, isForeign ? { executable, flags: {}, isAdopted: false } : null);
  });
}

export const strikes: Readonly<Record<string, Strike>> = {
  'a voter is added': ({ world }) => void world.foreign.push(listed('m9', false)),
  'a learner is added': ({ world }) => void world.foreign.push(listed('', true)),
  'an alarm is raised': (simulation, random) => {
    simulation.world.alarms.push({ memberId: someMember(simulation, random).id, alarm: 'NOSPACE' });
  },
  'a downgrade job is enabled': ({ world }) => {
    world.downgradeEnabled = true;
  },
  'a member crashes': (simulation, random) => crash(simulation, someMember(simulation, random)),
  'a member is killed and started again': (simulation, random) => {
    const member = someMember(simulation, random);
    simulation.world.end(member, { code: null, signal: 'SIGKILL' });
    startLater(simulation, random, member);
  },
  'a member is paused': (simulation, random) => {
    const member = someMember(simulation, random);
    if (!simulation.world.isReady(member)) return;
    simulation.world.hang(member);
    simulation.world.clock.after(500 + random.int(30_000), () => simulation.world.wake(member));
  },
  'hosts reboot': (simulation, random) => {
    const isSupervised = random.next() < 0.5;
    for (const member of simulation.world.members) {
      if (random.next() < 0.4) continue;
      simulation.world.end(member, { code: null, signal: null });
      if (isSupervised) startLater(simulation, random, member);
    }
  },
  'a disk is full': (simulation, random) => {
    const member = someMember(simulation, random);
    member.freeBytes = 0;
    member.walRoomBytes = 0;
  },
  'a binary is truncated': (simulation, random) => {
    const { member } = someMember(simulation, random);
    const [hop] = simulation.plan.upgrade.hops;
    simulation.world.replaced.set(`${member.name}/${random.pick([hop?.from, hop?.to])}`, 'truncated');
  },
  'leadership moves': (simulation, random) => void simulation.world.lead(someMember(simulation, random)),
  'hosts show nothing of a kind': (simulation, random) => {
    simulation.hides = [random.pick(['running', 'process', 'settings', 'changing', 'lastExit', 'walRoomBytes'])];
    simulation.world.clock.after(random.int(40_000), () => {
      simulation.hides = [];
    });
  },
};

/** Takes back what operators and hardware did; what members did by themselves is for whoever goes on. */
export function heal(simulation: Simulation): void {
  const { world } = simulation;
  world.foreign.length = 0;
  world.alarms = [];
  world.downgradeEnabled = false;
  world.replaced.clear();
  simulation.hides = [];
  world.reconsider();
  for (const member of world.members) {
    member.freeBytes = 1e9;
    member.walRoomBytes = 1e9;
    member.startFaults.length = 0;
    world.wake(member);
    // A person ends what is not what it should be.
    if (member.process?.foreign?.executable === 'another') world.end(member, { code: 0, signal: null });
    // And starts what the run has never seen at work: a cluster that was not whole when it began is for him to mend.
    const isKnown = simulation.records.some((r) => r.type === 'process-known' && r.member === member.member.name);
    if (member.process === null && !isKnown) void world.start(member, member.deployed, 0);
  }
}
