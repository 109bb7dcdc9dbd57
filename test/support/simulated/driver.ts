// Owns the ClusterDriver of a simulated cluster: host transactions that finish whoever waits for them.
// Must not inject faults (interposition.ts) nor judge what the engine does (monitor.ts).
import type { ClusterDriver, HostFacts, MemberAddress, SwitchResult } from '../../../src/engine/ports.ts';
import { EtcdMigrateError } from '../../../src/errors.ts';
import { settingsOf } from '../../../src/plan/channels.ts';
import { sameDeployment } from '../../../src/plan/deployment.ts';
import type { Capability } from '../../../src/plan/needs.ts';
import type { Deployment, EtcdSettings } from '../../../src/plan/steps.ts';
import type { SimulatedMember, SimulatedProcess } from './member.ts';
import { startGraceMs, type World } from './world.ts';

export interface SimulatedDriverOptions {
  /** Whether `inspect` says that a transaction is under way; drivers need not know. */
  readonly tellsChanges?: boolean;
  /** Whether it ever sees what a process runs with. */
  readonly sees?: boolean;
  /** What `inspect` cannot see just now. */
  readonly hides?: () => readonly (keyof HostFacts)[];
}

/** The sha256 of a release that is nowhere but in the world. */
export const simulatedDigest = (release: string): string => `sha256 of etcd ${release}`;

export function createSimulatedDriver(
  world: World,
  { tellsChanges = true, sees = true, hides = () => [] }: SimulatedDriverOptions = {},
): ClusterDriver {
  const transaction = <T>(target: SimulatedMember, work: () => Promise<T>): Promise<T> => {
    target.transactionsUnderWay += 1;
    const result = target.transaction.then(work).finally(() => {
      target.transactionsUnderWay -= 1;
    });
    target.transaction = result.catch(() => undefined);
    return result;
  };
  return {
    capabilities: new Set<Capability>(sees ? ['stop-start', 'kill', 'see-settings'] : ['stop-start', 'kill']),
    inventory: async () => world.members.map(({ member }) => member),
    inspect: async (member): Promise<HostFacts> => {
      const target = world.find(member);
      world.settle(target);
      const facts: HostFacts = {
        running: target.process === null ? 'nothing' : whatRuns(target.process),
        process: target.process && { pid: target.process.pid, identity: `process ${target.process.pid}` },
        settings: target.process ? runningSettings(world, member.name, target.process) : null,
        given: target.process ? givenSettings(world, member.name, target.process.deployment) : null,
        changing: tellsChanges ? target.transactionsUnderWay > 0 : null,
        lastExit: target.lastExit,
        raftSnapshots: [...target.snapshots],
        databaseBytes: 100_000,
        freeBytes: target.freeBytes,
        walRoomBytes: target.walRoomBytes,
      };
      return { ...facts, ...Object.fromEntries(hides().map((hidden) => [hidden, null])) };
    },
    // Every release is in place everywhere, as long as nobody takes it away.
    stage: async (member, release) => {
      const name = `${world.find(member).member.name}/${release}`;
      if (world.replaced.get(name) === null) world.replaced.delete(name);
    },
    digestOf: async (member, release) => {
      const found = world.replaced.get(`${member.name}/${release}`);
      return found === undefined ? simulatedDigest(release) : found;
    },
    switchTo: (member, deployment, { finds } = {}) => {
      const target = world.find(member);
      return transaction(target, () => switchProcess(world, target, deployment, finds));
    },
    adopt: async (member, { identity }, deployment) => {
      const { process, transactionsUnderWay } = world.find(member);
      if (process === null || `process ${process.pid}` !== identity || transactionsUnderWay > 0) {
        throw new EtcdMigrateError('switch-refused', `another process runs on ${member.name} by now`);
      }
      if (process.deployment.release !== deployment.release) {
        throw new EtcdMigrateError('internal-error', `${member.name} was taken over as what it is not`);
      }
      if (process.foreign !== null) process.foreign.isAdopted = true;
    },
    killAndRestart: (member, { finds } = {}) => {
      const target = world.find(member);
      return transaction(target, async () => {
        requireAsDecided(target, finds);
        const deployment = target.process?.deployment ?? target.deployed;
        world.end(target, { code: null, signal: 'SIGKILL' }, true);
        return await startProcess(world, target, deployment, 0);
      });
    },
    logs: async function* (member: MemberAddress, sinceWallMs: number) {
      for (const { atMs, line } of world.find(member).log) if (atMs >= sinceWallMs) yield line;
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

function givenSettings(world: World, member: string, { overrides }: Deployment): EtcdSettings {
  const settings = settingsOf(world.settings, member);
  return { ...settings, flags: { ...settings.flags, 'client-cert-auth': 'true', ...overrides } };
}

function runningSettings(world: World, member: string, { deployment, foreign }: SimulatedProcess): EtcdSettings {
  const { flags, ...others } = givenSettings(world, member, deployment);
  const kept = Object.entries(flags).filter(([flag]) => !(world.dropsOverrides && flag in deployment.overrides));
  return { ...others, flags: { ...Object.fromEntries(kept), ...world.wrapped[deployment.release], ...foreign?.flags } };
}

function whatRuns(process: SimulatedProcess): HostFacts['running'] {
  const { deployment, foreign } = process;
  return foreign === null || foreign.isAdopted ? deployment : { executable: foreign.executable };
}

function requireAsDecided({ member, process }: SimulatedMember, finds: string | null | undefined): void {
  if (finds === undefined || finds === (process && `process ${process.pid}`)) return;
  throw new EtcdMigrateError('switch-refused', `${member.name} is not as it was when that was decided`);
}

async function switchProcess(
  world: World,
  target: SimulatedMember,
  deployment: Deployment,
  finds: string | null | undefined,
): Promise<SwitchResult> {
  const running = target.process;
  if (running?.foreign?.isAdopted === false) {
    throw new EtcdMigrateError('switch-refused', `somebody else has started what runs on ${target.member.name}`);
  }
  if (running && sameDeployment(running.deployment, deployment)) return { outcome: 'running', stopMs: 0, startMs: 0 };
  requireAsDecided(target, finds);
  let stopMs = 0;
  if (running) {
    // 0.1–1.2 s idle, about 8 s with open streams.
    const drawnMs = world.random.next() < 0.2 ? 8_000 + world.random.int(200) : 100 + world.random.int(1_100);
    stopMs = world.options.stopMs ?? drawnMs;
    await world.clock.sleep(stopMs);
    world.end(target, { code: 0, signal: null }, true);
  }
  return await startProcess(world, target, deployment, stopMs);
}

async function startProcess(
  world: World,
  target: SimulatedMember,
  deployment: Deployment,
  stopMs: number,
): Promise<SwitchResult> {
  const begin = world.clock.nowMs;
  const refusal = await world.start(target, deployment, startGraceMs);
  if (refusal) {
    const { code, lines, hostTrouble } = refusal;
    const ended = { outcome: 'exited', code, signal: null, lastLines: lines, stopMs } as const;
    return hostTrouble === undefined ? ended : { ...ended, hostTrouble };
  }
  return { outcome: 'running', stopMs, startMs: world.clock.nowMs - begin };
}
