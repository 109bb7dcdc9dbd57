// Owns real clusters for tests, made by the program's own process driver, and their complete removal afterwards.
// Must not know what a test does with them.

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ThrowAwaySource } from '../../src/drivers/cluster-source.ts';
import {
  createProcessProvisioner,
  type ProcessProvisioner,
  type ProcessProvisionerOptions,
  type ProvisionedProcesses,
} from '../../src/drivers/process/provisioner.ts';
import { listRuns, removeRun } from '../../src/drivers/process/runs.ts';
import { openProcessSource } from '../../src/drivers/process/source.ts';
import type { ClusterSpec } from '../../src/drivers/throw-away.ts';
import type { ClusterControl, ClusterView, Member } from '../../src/engine/ports.ts';
import { createMemberAccess } from '../../src/etcd/member-access.ts';
import { sameForAll } from '../../src/plan/channels.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { createRandom } from '../../src/platform/random.ts';
import { etcdBinary } from './etcd-binaries.ts';
import { silentLog } from './silent-log.ts';

export interface TestCluster extends ProvisionedProcesses, AsyncDisposable {
  readonly members: readonly Member[];
  readonly access: ClusterView & ClusterControl;
  readonly stateDir: string;
  readonly provisioner: ProcessProvisioner;
}

export type TestClusterSpec = Partial<Omit<ClusterSpec, 'release'>> & { readonly release: string };

/** A directory for runs; disposing it removes every run in it, with its processes. */
export async function testStateDir(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'etcd-migrate-test-'));
  return {
    path,
    [Symbol.asyncDispose]: async () => {
      for (const runId of await listRuns(path)) await removeRun(path, runId);
      await rm(path, { recursive: true, force: true });
    },
  };
}

export function testProvisioner(
  stateDir: string,
  options: Partial<ProcessProvisionerOptions> = {},
): ProcessProvisioner {
  return createProcessProvisioner({
    stateDir,
    binaries: etcdBinary,
    clock: systemClock,
    log: silentLog,
    // Test files run side by side: each process tries other ports first.
    random: createRandom(process.pid),
    ...options,
  });
}

/** The source of clusters that the app uses, over the same directory. */
export function testSource(stateDir: string): ThrowAwaySource {
  return openProcessSource({
    stateDir,
    logs: join(stateDir, 'logs'),
    binaries: etcdBinary,
    clock: systemClock,
    log: silentLog,
    random: createRandom(1),
  });
}

export function testSpec(spec: TestClusterSpec): ClusterSpec {
  return {
    runId: 'test',
    voters: 3,
    settings: sameForAll({ flags: {}, environment: {} }),
    tls: false,
    auth: false,
    ...spec,
  };
}

/** A ready cluster; disposing it leaves no process and no directory behind. */
export async function startTestCluster(
  spec: TestClusterSpec,
  options: Partial<ProcessProvisionerOptions> = {},
): Promise<TestCluster> {
  const stateDir = await testStateDir();
  try {
    const provisioner = testProvisioner(stateDir.path, options);
    const { driver, credentials } = await provisioner.provision(testSpec(spec));
    const access = createMemberAccess(credentials);
    return {
      driver,
      credentials,
      members: await driver.inventory(),
      access,
      stateDir: stateDir.path,
      provisioner,
      [Symbol.asyncDispose]: async () => {
        await access[Symbol.asyncDispose]();
        await driver.destroy();
        await stateDir[Symbol.asyncDispose]();
      },
    };
  } catch (error) {
    await stateDir[Symbol.asyncDispose]();
    throw error;
  }
}

/** Polls until `look` gives something else than undefined; fails with the last observation. */
export async function eventually<T>(what: string, limitMs: number, look: () => Promise<T | undefined>): Promise<T> {
  const begun = systemClock.monotonicUs();
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if ((systemClock.monotonicUs() - begun) / 1000 > limitMs) throw new Error(`${what}: not within ${limitMs} ms`);
    await systemClock.sleep(50);
  }
}

/** Command lines of live processes that mention a text; Linux only. */
export async function processesMentioning(text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (commandLine.includes(text)) found.push(`${pid} ${commandLine.replaceAll('\0', ' ')}`);
  }
  return found;
}
