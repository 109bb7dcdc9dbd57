// Owns one simulated cluster with the engine on it: ports with faults, journal, events, the monitor's judgement.
// Must not decide what a test expects.

import { lookAfterwards } from '../../src/engine/bringing-back.ts';
import { type JournalEntry, type JournalRecord, runStarted } from '../../src/engine/journal.ts';
import type { EngineOptions, EngineOutcome } from '../../src/engine/options.ts';
import type {
  ClusterDriver,
  ClusterView,
  EngineEvent,
  HostFacts,
  JournalStore,
  Observer,
} from '../../src/engine/ports.ts';
import { recover } from '../../src/engine/recover.ts';
import { rollBack } from '../../src/engine/roll-back.ts';
import { runPlan } from '../../src/engine/run.ts';
import { memberNamesOf } from '../../src/plan/channels.ts';
import { digestOf } from '../../src/plan/digest.ts';
import type { Plan } from '../../src/plan/steps.ts';
import { executableSteps } from '../../src/plan/weave.ts';
import { createRandom } from '../../src/platform/random.ts';
import { createSimulatedAccess } from './simulated/access.ts';
import { createSimulatedDriver, simulatedDigest } from './simulated/driver.ts';
import { type Fate, Life } from './simulated/interposition.ts';
import { Monitor } from './simulated/monitor.ts';
import { VirtualClock } from './simulated/virtual-clock.ts';
import { World, type WorldOptions } from './simulated/world.ts';

export interface SimulationOptions extends Partial<Omit<WorldOptions, 'clock' | 'random'>> {
  readonly plan: Plan;
  readonly seed?: number;
  /** What happens to each port call; all go well when absent. */
  readonly decide?: (call: string) => Fate;
  readonly tellsChanges?: boolean;
  readonly sees?: boolean;
}

const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** What changes the cluster and is no change of a member. */
const mutations: ReadonlySet<string> = new Set([
  'driver.stage',
  'access.moveLeader',
  'access.churnLeases',
  'access.probeWrite',
]);

export class Simulation {
  readonly plan: Plan;
  readonly clock = new VirtualClock();
  readonly world: World;
  readonly monitor: Monitor;
  readonly records: JournalRecord[] = [];
  readonly events: EngineEvent[] = [];
  /** Names of all port calls of all lives, in order. */
  readonly calls: string[] = [];
  decide: (call: string) => Fate;
  /** What nobody can see of the hosts just now. */
  hides: readonly (keyof HostFacts)[] = [];
  observer: Observer = {
    observe: async ({ dwellMs }, _members, signal) => await this.clock.sleep(dwellMs, signal),
  };
  readonly #driver: ClusterDriver;
  readonly #access: ReturnType<typeof createSimulatedAccess>;

  constructor(options: SimulationOptions) {
    const { seed = 1, decide, tellsChanges = seed % 2 === 0, sees = true, plan: given, ...world } = options;
    const { voters, hops } = given.upgrade;
    // Tests change what the planner made; the journal is read back by the digest of what there is.
    const plan = { ...given, digest: digestOf(given.upgrade) };
    this.plan = plan;
    this.decide = decide ?? (() => ({ kind: 'well' }));
    this.world = new World({
      names: memberNamesOf(voters),
      release: hops[0]?.from ?? '3.5.33',
      settings: plan.channels,
      writeEveryMs: 250,
      ...world,
      clock: this.clock,
      random: createRandom(seed),
    });
    this.monitor = new Monitor(this.world, () => this.records);
    this.#driver = createSimulatedDriver(this.world, { tellsChanges, sees, hides: () => this.hides });
    this.#access = createSimulatedAccess(this.world);
    this.append(
      runStarted({
        runId: 'simulated',
        toolVersion: '0',
        mode: 'preflight',
        plan,
        owner: { pid: 1, bootId: 'none', startTime: '0' },
        context: {},
      }),
    );
  }

  append(entry: JournalEntry): void {
    this.records.push({ seq: this.records.length + 1, at: new Date(this.clock.wallMs()).toISOString(), ...entry });
  }

  /** The engine's ports for one life. */
  optionsFor(life: Life, signal: AbortSignal, completed?: ReadonlySet<string>): EngineOptions {
    const { clock, world, monitor } = this;
    const status: ClusterView['status'] = async (member, s) => {
      try {
        const answer = await this.#access.status(member, s);
        monitor.looked(member, answer.leaderId !== 0n);
        return answer;
      } catch (error) {
        monitor.looked(member, false);
        throw error;
      }
    };
    const driver: ClusterDriver = {
      ...this.#driver,
      switchTo: (member, to, options) => {
        const target = world.find(member);
        const isForeign = target.process?.foreign?.isAdopted === false;
        const runs = target.process && `process ${target.process.pid}`;
        const isRefused = isForeign || (options?.finds !== undefined && options.finds !== runs);
        const changes = !isRefused && JSON.stringify(target.process?.deployment) !== JSON.stringify(to);
        const result = this.#driver.switchTo(member, to, options); // begins after this turn, so the monitor sees the state before
        if (changes) monitor.changing(member, to, result);
        return result;
      },
      killAndRestart: (member, options) => {
        const { process } = world.find(member);
        const runs = process && `process ${process.pid}`;
        const result = this.#driver.killAndRestart(member, options);
        if (options?.finds === undefined || options.finds === runs) monitor.changing(member, null, result);
        return result;
      },
    };
    const access = {
      ...this.#access,
      status,
      versions: async (...args: Parameters<ClusterView['versions']>) => {
        const answer = await this.#access.versions(...args);
        monitor.reported(answer.cluster);
        return answer;
      },
      memberList: async (...args: Parameters<ClusterView['memberList']>) => {
        const answer = await this.#access.memberList(...args);
        monitor.listed(answer.filter(({ isLearner }) => !isLearner).length);
        return answer;
      },
    };
    const journal: JournalStore = {
      append: async (record) => {
        this.records.push(structuredClone(record));
      },
      read: async () => structuredClone(this.records),
    };
    const wrapped = life.wrap('access', access);
    return {
      plan: this.plan,
      steps: executableSteps(this.plan),
      driver: life.wrap('driver', driver, ['logs']),
      view: wrapped,
      control: wrapped,
      observer: this.observer,
      journal: life.wrap('journal', journal),
      events: { emit: (event) => this.events.push(event) },
      clock: {
        wallMs: () => clock.wallMs(),
        monotonicUs: () => clock.monotonicUs(),
        sleep: (ms, s) => life.sleepWhileAlive(clock.sleep(ms, s)),
      },
      log: quiet,
      signal,
      digests: digestsOfHops(this.plan),
      symptomOf: (lines) =>
        lines.some((line) => line.includes('unmarshal should never fail'))
          ? { knownAs: 'K21', explanation: 'a 3.5 entry is still in the log', remedy: 'Renew the raft snapshots first' }
          : undefined,
      ...(completed ? { completed } : {}),
    };
  }

  newLife(): Life {
    return new Life(
      (call) => {
        this.calls.push(call);
        // What counts is when it was asked for: the call may come late.
        if (mutations.has(call)) this.monitor.mutating(call);
        return this.decide(call);
      },
      (ms) => this.clock.sleep(ms),
    );
  }

  /** Runs to the end of the plan or of the engine's life; 'dead' in the latter case. */
  async run(signal: AbortSignal = new AbortController().signal): Promise<EngineOutcome | 'dead'> {
    const life = this.newLife();
    return await this.#live(life, runPlan(this.optionsFor(life, signal)));
  }

  /** A new process takes up the journal. */
  async resume(acceptFound: Readonly<Record<string, string>> = {}): Promise<EngineOutcome | 'dead'> {
    const { completed } = recover(structuredClone(this.records));
    this.append({ type: 'run-resumed', purpose: 'resume', owner: { pid: 2, bootId: 'none', startTime: '0' } });
    const life = this.newLife();
    const options = this.optionsFor(life, new AbortController().signal, completed);
    return await this.#live(life, runPlan({ ...options, acceptFound }));
  }

  async rollBack(signal: AbortSignal = new AbortController().signal): Promise<EngineOutcome | 'dead'> {
    const { completed } = recover(structuredClone(this.records));
    this.append({ type: 'run-resumed', purpose: 'rollback', owner: { pid: 2, bootId: 'none', startTime: '0' } });
    const life = this.newLife();
    return await this.#live(life, rollBack(this.optionsFor(life, signal, completed)));
  }

  /** The look that comes after the engine has ended. */
  async lookAfterwards(): Promise<readonly string[]> {
    const options = this.optionsFor(this.newLife(), new AbortController().signal);
    const members = this.world.members.map(({ member }) => member);
    return await this.clock.drive(lookAfterwards(options, members));
  }

  /** Lets the world go on without an engine. */
  async idle(ms: number): Promise<void> {
    await this.clock.drive(this.clock.sleep(ms));
  }

  releases(): readonly string[] {
    return this.world.members.map((m) => m.process?.deployment.release ?? 'none');
  }

  async #live(life: Life, work: Promise<EngineOutcome>): Promise<EngineOutcome | 'dead'> {
    work.catch(() => undefined);
    return await this.clock.drive(Promise.race([work, life.death]));
  }
}

function digestsOfHops({ upgrade }: Plan): Readonly<Record<string, string>> {
  const releases = upgrade.hops.flatMap(({ from, to }) => [from, to]);
  return Object.fromEntries(releases.map((release) => [release, simulatedDigest(release)]));
}
