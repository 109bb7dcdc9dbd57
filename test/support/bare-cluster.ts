// Owns plain etcd processes for tests of clients: start, stop, kill and restart, without the program's own driver.
// Must not know what a test does with them.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { choosePorts } from '../../src/drivers/process/free-ports.ts';
import { createRandom } from '../../src/platform/random.ts';

const startWithinMs = 20_000;
const stopWithinMs = 20_000;

export interface BareMember {
  readonly member: string;
  readonly url: string;
  readonly peerUrl: string;
  readonly directory: string;
}

export interface BareCluster extends AsyncDisposable {
  readonly members: readonly BareMember[];
  /** Starts the member, unless it runs, and waits until it answers GET /version. */
  start(member: BareMember, binary?: string): Promise<void>;
  /** Another member, which `start` starts as one that joins: whoever asks for it has added it to the cluster by then. */
  prepare(): Promise<BareMember>;
  /** Signals the member's process and waits for its end; resolves with the milliseconds it took. */
  stop(member: BareMember, signal?: NodeJS.Signals): Promise<number>;
  signal(member: BareMember, signal: NodeJS.Signals): void;
}

export interface BareClusterOptions {
  /** Path of the etcd binary. */
  readonly binary: string;
  readonly voters: number;
  readonly flags?: readonly string[];
}

/** Two for each member, those that `prepare` adds too. */
const PORTS = 16;
/** Test files run side by side, so each process looks elsewhere first. */
const random = createRandom(process.pid);

export async function startBareCluster(options: BareClusterOptions): Promise<BareCluster> {
  const root = await mkdtemp(join(tmpdir(), 'etcd-migrate-bare-'));
  const members: BareMember[] = [];
  // All of one block, as the program's own clusters have them: a port that the system gives away for one moment may be
  // that of somebody's outgoing connection while its member restarts.
  const ports = (await choosePorts(PORTS, random)).values();
  const nextUrl = (): string => {
    const { value } = ports.next();
    if (value === undefined) throw new Error(`more members than ${PORTS} ports are for`);
    return `http://127.0.0.1:${value}`;
  };
  const prepare = async (): Promise<BareMember> => {
    const name = `m${members.length + 1}`;
    const prepared = {
      member: name,
      url: nextUrl(),
      peerUrl: nextUrl(),
      directory: join(root, name),
    };
    members.push(prepared);
    return prepared;
  };
  while (members.length < options.voters) await prepare();
  const processes = new Map<BareMember, ChildProcess>();

  const answers = async ({ url }: BareMember): Promise<boolean> => {
    return fetch(`${url}/version`, { signal: AbortSignal.timeout(1000) }).then(
      ({ ok }) => ok,
      () => false,
    );
  };
  const runs = (child: ChildProcess | undefined): child is ChildProcess =>
    child !== undefined && child.exitCode === null && child.signalCode === null;
  const start = async (member: BareMember, binary = options.binary): Promise<void> => {
    // A second process would end at once, and be the one that is stopped in place of the first.
    if (runs(processes.get(member))) return;
    await mkdir(member.directory, { recursive: true, mode: 0o700 });
    const logFile = join(member.directory, 'log');
    const initialCluster = members.map(({ member: name, peerUrl }) => `${name}=${peerUrl}`).join(',');
    const joins = members.indexOf(member) >= options.voters;
    const log = await open(logFile, 'a');
    const child = spawn(
      binary,
      [
        ...['--name', member.member, '--data-dir', join(member.directory, 'data'), '--logger', 'zap'],
        ...['--listen-client-urls', member.url, '--advertise-client-urls', member.url],
        ...['--listen-peer-urls', member.peerUrl, '--initial-advertise-peer-urls', member.peerUrl],
        ...['--initial-cluster', initialCluster, '--initial-cluster-token', root],
        ...['--initial-cluster-state', joins ? 'existing' : 'new'],
        ...(options.flags ?? []),
      ],
      { stdio: ['ignore', log.fd, log.fd], env: {} },
    );
    processes.set(member, child);
    child.once('exit', () => void log.close());
    const untilMs = Date.now() + startWithinMs;
    while (!(await answers(member))) {
      if (child.exitCode !== null || Date.now() > untilMs) {
        throw new Error(`${member.member} did not start: ${(await readFile(logFile, 'utf8')).slice(-2000)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const stop = async (member: BareMember, signal: NodeJS.Signals = 'SIGTERM'): Promise<number> => {
    const child = processes.get(member);
    if (!runs(child)) return 0;
    const began = Date.now();
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
    await ended;
    clearTimeout(timer);
    return Date.now() - began;
  };
  const dispose = async (): Promise<void> => {
    await Promise.all(members.map((member) => stop(member, 'SIGKILL')));
    await rm(root, { recursive: true, force: true });
  };
  try {
    await Promise.all(members.map((member) => start(member)));
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    members,
    start,
    prepare,
    stop,
    signal: (member, signal) => void processes.get(member)?.kill(signal),
    [Symbol.asyncDispose]: dispose,
  };
}
