// Owns the hosts of simulated runs, in the test's own process: they live on when the tool that made them is killed.
// Must not know the tool: it answers calls.

import type { ChildProcess } from 'node:child_process';
import type { ClusterSpec } from '../../../../src/drivers/throw-away.ts';
import type { ClusterControl, ClusterDriver, ClusterView, Member } from '../../../../src/engine/ports.ts';
import { EtcdMigrateError } from '../../../../src/errors.ts';
import { memberNamesOf } from '../../../../src/plan/channels.ts';
import { createRandom } from '../../../../src/platform/random.ts';
import { createSimulatedAccess } from '../access.ts';
import { createSimulatedDriver } from '../driver.ts';
import { World } from '../world.ts';
import { RealClock } from '../world-clock.ts';
import { type Answer, type Call, failureOf } from './calls.ts';

interface Cluster {
  readonly stateDir: string;
  readonly clock: RealClock;
  readonly world: World;
  readonly driver: ClusterDriver;
  readonly access: ClusterView & ClusterControl;
}

/** A key as the store has it at some revision. */
export interface Stored {
  readonly key: string;
  readonly val: string;
  readonly mod: number;
  readonly create: number;
  readonly version: number;
}

export class SimulatedHosts implements Disposable {
  readonly #clusters = new Map<string, Cluster>();
  /** Names of all calls so far, in order. */
  readonly calls: string[] = [];
  /** Told of a call right after it has begun. */
  onCall: (name: string, args: readonly unknown[]) => void = () => undefined;

  /** Lets a child process, which was forked with advanced serialization, work on these hosts. */
  serve(child: ChildProcess): void {
    child.on('message', (call: Call) => {
      const reply = (answer: Answer): void => {
        // Nobody is told when the tool has died meanwhile.
        if (child.connected) child.send(answer, () => undefined);
      };
      const { id, name, args } = call;
      this.calls.push(name);
      const answered = this.#answer(name, args);
      this.onCall(name, args);
      answered.then(
        (value) => reply({ id, value }),
        (error: unknown) => reply({ id, failure: failureOf(error) }),
      );
    });
  }

  runs(): readonly string[] {
    return [...this.#clusters.keys()];
  }

  /** Release by member, "none" where nothing runs. */
  releases(runId: string): readonly string[] {
    return this.#find(runId).world.members.map(({ process }) => process?.deployment.release ?? 'none');
  }

  [Symbol.dispose](): void {
    for (const runId of this.runs()) this.#remove(runId);
  }

  async #answer(name: string, args: readonly unknown[]): Promise<unknown> {
    const [port, method = ''] = name.split('.');
    const [first, ...rest] = args;
    switch (name) {
      case 'source.open':
        return this.#open(first as string, rest[0] as ClusterSpec);
      case 'source.adopt':
        return void this.#find(first as string);
      case 'source.remains':
        return this.runs().filter((runId) => this.#clusters.get(runId)?.stateDir === first);
      case 'source.remove':
        return this.#remove(first as string);
      case 'driver.logs':
        return await this.#logs(first as string, rest[0] as Member, rest[1] as number);
      case 'clients.put':
        return await this.#put(first as string, rest[0] as Member, rest[1] as string, rest[2] as string);
      case 'clients.list':
        return await this.#list(first as string, rest[0] as Member, rest[1] as 'serializable' | 'linearizable');
    }
    const cluster = this.#find(first as string);
    const target = port === 'driver' ? cluster.driver : cluster.access;
    const work: unknown = Reflect.get(target, method);
    if (typeof work !== 'function') throw new TypeError(`nobody answers ${name}`);
    return await work.apply(target, rest);
  }

  #find(runId: string): Cluster {
    const cluster = this.#clusters.get(runId);
    if (cluster) return cluster;
    throw new EtcdMigrateError('cluster-not-made', `No simulated host knows the run ${runId}.`);
  }

  #open(stateDir: string, { runId, voters, memberNames, release, settings }: ClusterSpec): void {
    const clock = new RealClock();
    const names = memberNamesOf(voters, memberNames);
    const world = new World({ clock, random: createRandom(1), names, release, settings, stopMs: 200 });
    const driver = createSimulatedDriver(world);
    this.#clusters.set(runId, { stateDir, clock, world, driver, access: createSimulatedAccess(world) });
  }

  #remove(runId: string): void {
    this.#clusters.get(runId)?.clock[Symbol.dispose]();
    this.#clusters.delete(runId);
  }

  async #logs(runId: string, member: Member, sinceWallMs: number): Promise<readonly string[]> {
    const lines: string[] = [];
    for await (const line of this.#find(runId).driver.logs(member, sinceWallMs)) lines.push(line);
    return lines;
  }

  /** The revision of the write. */
  async #put(runId: string, via: Member, key: string, val: string): Promise<number> {
    const { world, access } = this.#find(runId);
    await access.read(via, 'linearizable');
    const revision = world.write(JSON.stringify([key, val]));
    if (revision === null) throw new EtcdMigrateError('member-lost', `${via.name}: etcdserver: request timed out`);
    return revision;
  }

  async #list(
    runId: string,
    via: Member,
    mode: 'serializable' | 'linearizable',
  ): Promise<{ readonly rev: number; readonly kvs: readonly Stored[] }> {
    const { world, access } = this.#find(runId);
    const rev = Number((await access.read(via, mode)).revision);
    const kvs = new Map<string, Stored>();
    for (const { revision, value } of world.writes) {
      // The engine's own probes are no keys of the clients.
      if (revision > rev || !value.startsWith('[')) continue;
      const [key, val] = JSON.parse(value) as [string, string];
      const before = kvs.get(key);
      kvs.set(key, {
        key,
        val,
        mod: revision,
        create: before?.create ?? revision,
        version: (before?.version ?? 0) + 1,
      });
    }
    return { rev, kvs: [...kvs.values()].sort((a, b) => (a.key < b.key ? -1 : 1)) };
  }
}
