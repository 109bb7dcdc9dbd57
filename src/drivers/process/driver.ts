// Owns the ClusterDriver over local processes.
// Must not make clusters (provisioner.ts) nor know gates. Letting go of it leaves the members running.

import type { Clock, ClusterDriver, Credentials, HostFacts, Member, MemberAddress } from '../../engine/ports.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { getFromMember } from '../../etcd/http.ts';
import { settingsOf } from '../../plan/channels.ts';
import type { Deployment } from '../../plan/steps.ts';
import { present } from '../../present.ts';
import { adopt } from '../host/adopting.ts';
import { localHost } from '../host/local-host.ts';
import type { MemberHost } from '../host/member-host.ts';
import type { Host, Service } from '../host/ports.ts';
import { bringAbout } from '../host/switching.ts';
import { listTransactions, type SwitchLimits } from '../host/transactions.ts';
import { capabilities } from './capabilities.ts';
import { etcdCommand } from './etcd-command.ts';
import { inspectMember } from './inspection.ts';
import { holdsPort } from './listening.ts';
import { readLastWords, readLogSince } from './member-log.ts';
import { type MemberPaths, memberPaths, membersOf, type RunPaths, type RunState } from './run-state.ts';
import { destroyRun, type RemovalOptions } from './runs.ts';
import { digestOfStaged, isStaged, stageBinary, stagedBinary } from './staging.ts';
import { hostTroubleOf } from './start-failure.ts';

export interface ProcessDriver extends ClusterDriver {
  readonly runId: string;
  /** Where members keep their data and logs. */
  readonly directory: string;
  /** The normal end of a throw-away cluster: kills the members, keeps their logs if asked, removes the directory. */
  destroy(options?: Pick<RemovalOptions, 'keepLogsIn'>): Promise<void>;
  /** Sends SIGSTOP: the member is then there but answers nothing. */
  pause(member: Member): Promise<void>;
  /** Sends SIGCONT, which ends a pause. */
  unpause(member: Member): Promise<void>;
}

export interface ProcessDriverOptions {
  readonly paths: RunPaths;
  readonly state: RunState;
  /** Path of the etcd executable of an exact release. */
  readonly binaries: (release: string) => Promise<string>;
  readonly clock: Clock;
  readonly limits: SwitchLimits;
  /** PATH of the host script and of etcd. */
  readonly searchPath: string;
  readonly serviceOf: ServiceMaker;
}

/** What keeps the process of the member whose paths these are. */
export type ServiceMaker = (host: Host, member: MemberPaths, run: RunPaths, clock: Clock) => Service;

interface Own extends MemberHost {
  readonly places: MemberPaths;
}

const ANSWER_LIMIT_MS = 1_000;

export function createProcessDriver(options: ProcessDriverOptions): ProcessDriver {
  const { paths, state, clock } = options;
  const host = localHost(clock);

  const hostOf = (named: Pick<Member, 'name'>): Own => {
    const member = state.members.find(({ name }) => name === named.name);
    if (member === undefined) {
      throw new EtcdMigrateError('internal-error', `Run ${state.runId} has no member ${named.name}.`);
    }
    const own = memberPaths(paths, member.name);
    return {
      name: member.name,
      host,
      service: options.serviceOf(host, own, paths, clock),
      places: own,
      script: paths.hostScript,
      closing: paths.closing,
      clock,
      limits: options.limits,
      answers: async ({ pid }, signal) => {
        const answered = await answers(member, state.credentials, signal);
        // A stranger may hold the port and answer while ours is about to give up.
        return answered && (await holdsPort(pid, Number(new URL(member.clientUrl).port))) !== false;
      },
      lastWords: async (fromByte) => {
        const lines = await readLastWords(own.log, fromByte);
        const hostTrouble = await hostTroubleOf(lines, own.directory);
        return { lines, ...present({ hostTrouble }) };
      },
      command: (deployment, configFilePath) => {
        const command = etcdCommand({
          member,
          members: state.members,
          dataDirectory: own.data,
          clusterToken: state.runId,
          settings: settingsOf(state.settings, member.name),
          deployment,
          binary: stagedBinary(paths, deployment.release),
          configFilePath,
          ...present({ tlsDirectory: state.credentials.tls === undefined ? undefined : paths.tls }),
        });
        // Members run in UTC, so that the text log's times can be compared.
        const environment = { ...command.environment, PATH: options.searchPath, TZ: 'UTC', HOME: own.directory };
        return { ...command, environment };
      },
    };
  };

  const stage = async (release: string, signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted();
    if (await isStaged(paths, release)) return;
    await stageBinary(paths, release, await options.binaries(release));
  };

  const signalMember = async (named: Pick<Member, 'name'>, signal: NodeJS.Signals): Promise<void> => {
    const current = await hostOf(named).service.identity();
    if (current === null) throw new EtcdMigrateError('member-lost', `${named.name} has no live process.`);
    process.kill(current.process.pid, signal);
  };

  return {
    runId: state.runId,
    directory: paths.directory,
    capabilities,
    inventory: async () => {
      const members = membersOf(state);
      if (members !== null) return members;
      throw new EtcdMigrateError('internal-error', `Run ${state.runId} has no ids of its members yet.`);
    },
    inspect: async (member): Promise<HostFacts> => {
      const { service, places } = hostOf(member);
      return inspectMember(host, service, places);
    },
    stage: async (member, release, signal) => {
      hostOf(member);
      await stage(release, signal);
    },
    digestOf: async (member, release, signal) => {
      hostOf(member);
      return digestOfStaged(paths, release, signal);
    },
    switchTo: async (member, deployment, { signal, ...decided } = {}) => {
      const own = hostOf(member);
      // The release is staged before anything stops: one that cannot be had must not cost a member.
      await stage(deployment.release, signal);
      return bringAbout(own, { action: 'switch', deployment, ...decided }, signal);
    },
    adopt: async (member, { identity }, deployment) => adopt(hostOf(member), identity, deployment),
    killAndRestart: async (member, { signal, ...decided } = {}) => {
      const own = hostOf(member);
      return bringAbout(own, { action: 'kill', deployment: await lastDeployment(own), ...decided }, signal);
    },
    logs: (member, sinceWallMs) => readLogSince(hostOf(member).places.log, sinceWallMs),
    pause: (member) => signalMember(member, 'SIGSTOP'),
    unpause: (member) => signalMember(member, 'SIGCONT'),
    destroy: (removal = {}) => destroyRun(paths, { clock, ...removal }),
    // Disposing stops nothing, because the run may be resumed: whoever wants the members gone calls destroy.
    [Symbol.asyncDispose]: async () => {},
  };
}

/** The deployment that the member runs, or ran last. */
async function lastDeployment({ host, places, service, name }: MemberHost): Promise<Deployment> {
  const transactions = await listTransactions(host.files, places);
  const current = await service.identity();
  const last = transactions.find(({ number }) => number === current?.transaction) ?? transactions.at(-1);
  if (last === undefined) throw new EtcdMigrateError('member-lost', `${name} has never been started.`);
  return last.request.deployment;
}

/** GET /version is answered only once etcd serves clients; its port opens before it has read its log. */
async function answers(member: MemberAddress, credentials: Credentials, signal?: AbortSignal): Promise<boolean> {
  try {
    const { status } = await getFromMember(member.clientUrl, '/version', credentials, ANSWER_LIMIT_MS, signal);
    return status === 200;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof EtcdMigrateError) return false;
    throw error;
  }
}
