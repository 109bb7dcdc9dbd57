// Owns the ClusterDriver over local processes.
// Must not make clusters (provisioner.ts) nor know gates. Letting go of it leaves the members running.

import type { Clock, ClusterDriver, Credentials, HostFacts, Member } from '../../engine/ports.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { getFromMember } from '../../etcd/http.ts';
import { settingsOf } from '../../plan/channels.ts';
import type { Deployment } from '../../plan/steps.ts';
import { capabilities } from './capabilities.ts';
import { etcdCommand } from './etcd-command.ts';
import { inspectMember } from './inspection.ts';
import { readLogSince } from './member-log.ts';
import { memberPaths, type RunPaths, type RunState } from './run-state.ts';
import { destroyRun, type RemovalOptions } from './runs.ts';
import { isStaged, stageBinary, stagedBinary } from './staging.ts';
import { bringAbout, currentProcess, type MemberHost, type SwitchLimits } from './switching.ts';
import { listTransactions } from './transactions.ts';

export interface ProcessDriver extends ClusterDriver {
  readonly runId: string;
  /** Where members keep their data and logs. */
  readonly directory: string;
  /** The normal end of a throw-away cluster: stops the members, keeps their logs if asked, removes the directory. */
  destroy(options?: Pick<RemovalOptions, 'keepLogsIn' | 'graceMs'>): Promise<void>;
  /** SIGSTOP: the member is there but answers nothing. */
  pause(member: Member): Promise<void>;
  /** SIGCONT. */
  unpause(member: Member): Promise<void>;
}

export interface ProcessDriverOptions {
  readonly paths: RunPaths;
  readonly state: RunState;
  /** Path of the etcd executable of an exact release. */
  readonly binaries: (release: string) => Promise<string>;
  readonly clock: Clock;
  readonly limits: SwitchLimits;
  readonly searchPath: string;
}

const ANSWER_LIMIT_MS = 1_000;

export function createProcessDriver(options: ProcessDriverOptions): ProcessDriver {
  const { paths, state, clock } = options;

  const hostOf = (named: Member): MemberHost => {
    const member = state.members.find(({ name }) => name === named.name);
    if (member === undefined) {
      throw new EtcdMigrateError('internal-error', `Run ${state.runId} has no member ${named.name}.`);
    }
    const own = memberPaths(paths, member.name);
    return {
      member,
      run: paths,
      paths: own,
      clock,
      limits: options.limits,
      searchPath: options.searchPath,
      answers: (signal) => answers(member, state.credentials, signal),
      command: (deployment, configFilePath) =>
        etcdCommand({
          member,
          members: state.members,
          dataDirectory: own.data,
          clusterToken: state.runId,
          settings: settingsOf(state.settings, member.name),
          deployment,
          binary: stagedBinary(paths, deployment.release),
          configFilePath,
          ...(state.credentials.tls === undefined ? {} : { tlsDirectory: paths.tls }),
        }),
    };
  };

  const stage = async (release: string, signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted();
    if (await isStaged(paths, release)) return;
    await stageBinary(paths, release, await options.binaries(release));
  };

  const signalMember = async (named: Member, signal: NodeJS.Signals): Promise<void> => {
    const host = hostOf(named);
    const current = await currentProcess(await listTransactions(host.paths));
    if (current === null) throw new EtcdMigrateError('member-lost', `${named.name} has no live process.`);
    process.kill(current.process.pid, signal);
  };

  return {
    runId: state.runId,
    directory: paths.directory,
    capabilities,
    inventory: async () => state.members,
    inspect: async (member): Promise<HostFacts> => inspectMember(hostOf(member).paths, clock.wallMs()),
    stage: async (member, release, signal) => {
      hostOf(member);
      await stage(release, signal);
    },
    switchTo: async (member, deployment, signal) => {
      const host = hostOf(member);
      // Before anything stops: a release that cannot be had must not cost a member.
      await stage(deployment.release, signal);
      return bringAbout(host, { action: 'switch', deployment }, signal);
    },
    killAndRestart: async (member, signal) => {
      const host = hostOf(member);
      return bringAbout(host, { action: 'kill', deployment: await lastDeployment(host) }, signal);
    },
    logs: (member, sinceWallMs) => readLogSince(hostOf(member).paths.log, sinceWallMs),
    pause: (member) => signalMember(member, 'SIGSTOP'),
    unpause: (member) => signalMember(member, 'SIGCONT'),
    destroy: (removal = {}) => destroyRun(paths, { clock, ...removal }),
    // The run may be resumed: whoever wants the members gone calls destroy.
    [Symbol.asyncDispose]: async () => {},
  };
}

/** What runs, or ran last. */
async function lastDeployment({ paths, member }: MemberHost): Promise<Deployment> {
  const transactions = await listTransactions(paths);
  const last = (await currentProcess(transactions))?.transaction ?? transactions.at(-1);
  if (last === undefined) throw new EtcdMigrateError('member-lost', `${member.name} has never been started.`);
  return last.request.deployment;
}

/** GET /version is answered only once etcd serves clients; its port opens before it has read its log. */
async function answers(member: Member, credentials: Credentials, signal?: AbortSignal): Promise<boolean> {
  try {
    const { status } = await getFromMember(member.clientUrl, '/version', credentials, ANSWER_LIMIT_MS, signal);
    return status === 200;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof EtcdMigrateError) return false;
    throw error;
  }
}
