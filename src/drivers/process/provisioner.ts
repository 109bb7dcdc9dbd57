// Owns making a throw-away cluster of local processes, and taking one over after a crash.
// Must not leave anything behind when it fails: a cluster is there whole or not at all.
import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { loadCatalog } from '../../catalog/load.ts';
import type { Clock, Credentials, Log, MemberAddress, Random } from '../../engine/ports.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { enableAuthentication } from '../../etcd/auth.ts';
import { memberNamesOf } from '../../plan/channels.ts';
import { identifySelf } from '../../platform/self.ts';
import { localFiles } from '../host/local-host.ts';
import type { ClusterSpec, ProvisionedCluster, Provisioner } from '../throw-away.ts';
import { makeCertificates, type RunCertificates } from './certificates.ts';
import { createProcessDriver, type ProcessDriver, type ServiceMaker } from './driver.ts';
import { hostOwnedSettings } from './etcd-command.ts';
import { choosePorts, portsFrom, requireFree } from './free-ports.ts';
import { waitUntilReady } from './readiness.ts';
import { restoreMembers } from './restore.ts';
import {
  makePrivateDirectory,
  makeRunDirectory,
  memberPaths,
  type RunPaths,
  type RunState,
  readRunState,
  requireSafeName,
  runPaths,
  writeRunState,
} from './run-state.ts';
import { destroyRun } from './runs.ts';
import { spawnedService } from './spawned-service.ts';
import { blameNewMember, startFailed } from './start-failure.ts';

export interface ProcessProvisionerOptions {
  /** Runs live in `<stateDir>/runs/<runId>`. */
  readonly stateDir: string;
  /** Path of the etcd executable of an exact release. */
  readonly binaries: (release: string) => Promise<string>;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: Random;
  /** Milliseconds that a member gets to stop after SIGTERM. Default 30 000, at least 20 000 in production use. */
  readonly stopLimitMs?: number;
  /** Milliseconds after which a live member that does not answer counts as running. Default 10 000. */
  readonly startGraceMs?: number;
  /** Milliseconds that a new cluster gets until every member answers. Default 60 000. */
  readonly readyLimitMs?: number;
  /** First of the ports on 127.0.0.1 to use (two per member); chosen freely when absent. */
  readonly firstPort?: number;
  /** Where members' logs go when provisioning fails. */
  readonly failureLogsIn?: string;
  /** PATH for the host script and etcd. */
  readonly searchPath?: string;
  /** What keeps members' processes. By default nothing does: they are children of the host script. */
  readonly serviceOf?: ServiceMaker;
}

export interface ProvisionedProcesses extends ProvisionedCluster {
  readonly driver: ProcessDriver;
}

/** A cluster that was just made. */
export interface FreshProcesses extends ProvisionedProcesses {
  /** The credentials of a client that stands for no etcd user. */
  readonly anonymous: Credentials;
  /** Milliseconds that etcd's own tool took to make the data directories from a backup; 0 without one. */
  readonly restoreMs: number;
}

export interface ProcessProvisioner extends Provisioner {
  provision(spec: ClusterSpec, signal?: AbortSignal): Promise<FreshProcesses>;
  adopt(runId: string, signal?: AbortSignal): Promise<ProvisionedProcesses>;
}

const PORT_ATTEMPTS = 5;
const spawned: ServiceMaker = (host, member, { launchScript: launcher }, clock) =>
  spawnedService(host, member, { launcher, database: member.database }, clock);
const DEFAULT_SEARCH_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export function createProcessProvisioner(options: ProcessProvisionerOptions): ProcessProvisioner {
  const { clock, log } = options;
  const readyLimitMs = options.readyLimitMs ?? 60_000;
  const open = (paths: RunPaths, state: RunState): ProvisionedProcesses => ({
    driver: createProcessDriver({
      paths,
      state,
      clock,
      binaries: options.binaries,
      limits: { stopMs: options.stopLimitMs ?? 30_000, startGraceMs: options.startGraceMs ?? 10_000 },
      searchPath: options.searchPath ?? DEFAULT_SEARCH_PATH,
      serviceOf: options.serviceOf ?? spawned,
    }),
    credentials: state.credentials,
  });

  return {
    provision: async (spec, signal) => {
      signal?.throwIfAborted();
      const paths = runPaths(options.stateDir, spec.runId);
      await requireNew(paths, spec.runId);
      const { shared, own } = spec.settings;
      const dropped = [...new Set([shared, ...Object.values(own)].flatMap(hostOwnedSettings))];
      if (dropped.length > 0) log.warn(`A rehearsal sets these itself, yours are left out: ${dropped.join(', ')}`);
      const random = options.random.fork(`ports/${spec.runId}/${process.pid}`);
      for (let attempt = 1; ; attempt++) {
        try {
          const ports = await portsFor(spec, options.firstPort, random, signal);
          const prepared = await prepare(paths, spec, ports, clock);
          const { anonymous } = prepared;
          let { state } = prepared;
          const beginUs = clock.monotonicUs();
          if (spec.restore) await restoreMembers(paths, state.members, spec.runId, spec.restore, signal);
          const restoreMs = spec.restore ? (clock.monotonicUs() - beginUs) / 1000 : 0;
          const { driver } = open(paths, state);
          await startAll(driver, paths, state.members, spec.release, signal);
          const told = { paths, driver, members: state.members, release: spec.release };
          const ready = { ...told, clock, signal, limitMs: readyLimitMs };
          let memberIds = await waitUntilReady({ ...ready, credentials: state.credentials });
          if (spec.auth) {
            state = await turnOnAuthentication(state, signal);
            // Members turn authentication on one after the other; those that have not yet refuse the login.
            memberIds = await waitUntilReady({ ...ready, credentials: state.credentials });
          }
          state = { ...state, memberIds };
          await writeRunState(paths, state);
          return { ...open(paths, state), anonymous, restoreMs };
        } catch (error) {
          const portsGone = error instanceof EtcdMigrateError && error.code === 'port-taken';
          const again = portsGone && options.firstPort === undefined && attempt < PORT_ATTEMPTS;
          await destroyRun(paths, {
            clock,
            ...(again || options.failureLogsIn === undefined ? {} : { keepLogsIn: options.failureLogsIn }),
          });
          if (!again) throw error;
          log.debug('Somebody took a port in the same moment; trying others', { attempt });
        }
      }
    },
    adopt: async (runId, signal) => {
      signal?.throwIfAborted();
      const paths = runPaths(options.stateDir, runId);
      const state = await readRunState(paths);
      if (state === null || state.memberIds === null) {
        throw new EtcdMigrateError(
          'cluster-not-made',
          `${paths.directory} holds no whole cluster: run ${runId} ended while its members were being made.`,
        );
      }
      // Nothing is written: `status` looks at a cluster while another process works on it.
      return open(paths, state);
    },
  };
}

async function requireNew(paths: RunPaths, runId: string): Promise<void> {
  try {
    await stat(paths.directory);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return;
    throw error;
  }
  throw new EtcdMigrateError('run-in-progress', `Run ${runId} already exists in ${paths.directory}.`);
}

async function portsFor(
  spec: ClusterSpec,
  firstPort: number | undefined,
  random: Random,
  signal: AbortSignal | undefined,
): Promise<readonly number[]> {
  if (firstPort === undefined) return choosePorts(spec.voters * 2, random, signal);
  const ports = portsFrom(firstPort, spec.voters * 2);
  await requireFree(ports);
  return ports;
}

/**
 * Writes everything on disk that members need before any of them starts, so that a crash from here on can be cleaned
 * up.
 */
async function prepare(
  paths: RunPaths,
  spec: ClusterSpec,
  ports: readonly number[],
  clock: Clock,
): Promise<{ readonly state: RunState; readonly anonymous: Credentials }> {
  const owner = await identifySelf();
  const url = (index: number) => `${spec.tls ? 'https' : 'http'}://127.0.0.1:${ports[index]}`;
  const members = memberNamesOf(spec.voters, spec.memberNames).map((name, index) => ({
    name: requireSafeName(name, 'member'),
    clientUrl: url(index * 2),
    peerUrl: url(index * 2 + 1),
  }));
  await makeRunDirectory(paths);
  const tls = spec.tls ? await makeCertificates(paths.tls, clock, spec.restore?.asUser) : undefined;
  // The server's name is a name and not the address: TLS has no server name for addresses, and Node warns about one on
  // every connection.
  const credentialsOf = (pair: RunCertificates | undefined): Credentials =>
    pair === undefined ? {} : { tls: { ...pair, serverName: 'localhost' } };
  const state: RunState = {
    schemaVersion: 3,
    runId: spec.runId,
    createdAt: new Date(clock.wallMs()).toISOString(),
    owner,
    members,
    settings: spec.settings,
    credentials: credentialsOf(tls?.administrator),
    memberIds: null,
  };
  await writeRunState(paths, state);
  for (const { name } of members) {
    const { data, transactions, claims } = memberPaths(paths, name);
    for (const directory of [data, transactions, claims]) await makePrivateDirectory(directory);
  }
  return { state, anonymous: credentialsOf(tls?.anonymous) };
}

/** etcd's own words for a disk that is too small come late, and not always: what it certainly takes is asked first. */
async function requireRoom({ directory }: RunPaths, voters: number): Promise<void> {
  const { bytes } = loadCatalog().storage.walSegment;
  const free = await localFiles.freeBytes(directory);
  if (free >= voters * bytes) return;
  throw new EtcdMigrateError(
    'no-space',
    `${directory} has ${free} bytes free, and no space for the WAL of ${voters} members: each preallocates ${bytes}.`,
  );
}

async function startAll(
  driver: ProcessDriver,
  paths: RunPaths,
  members: readonly MemberAddress[],
  release: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const member of members) await driver.stage(member, release, signal);
  await requireRoom(paths, members.length);
  // One failure stops the wait for the others: without it they wait for their quorum in vain.
  const stop = new AbortController();
  const both = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const failures: unknown[] = [];
  const start = async (member: MemberAddress): Promise<void> => {
    try {
      const result = await driver.switchTo(member, { release, overrides: {} }, { signal: both });
      if (result.outcome === 'exited') {
        throw startFailed(member, driver.directory, release, await blameNewMember(result, driver.directory));
      }
    } catch (error) {
      failures.push(error);
      stop.abort();
    }
  };
  await Promise.all(members.map(start));
  signal?.throwIfAborted();
  if (failures.length > 0) throw failures[0];
}

async function turnOnAuthentication(state: RunState, signal: AbortSignal | undefined): Promise<RunState> {
  const [via] = state.members;
  if (via === undefined) throw new EtcdMigrateError('internal-error', 'A cluster without members was asked for.');
  const user = { name: 'root', password: randomBytes(24).toString('base64url') };
  await enableAuthentication(via, state.credentials, user, signal);
  return { ...state, credentials: { ...state.credentials, user } };
}
