// Owns running the committed bundle as a user does: from any directory, with an environment of its own.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const repository = join(import.meta.dirname, '../..');
export const bundle = join(repository, 'dist/cli/index.js');

export interface CommandOptions {
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** User and group that it runs as, with no further groups; undefined: ours. */
  readonly uid?: number | undefined;
  /** The Node that runs it; undefined: ours. */
  readonly program?: string | undefined;
  readonly onOutput?: (stream: 'stdout' | 'stderr', text: string) => void;
}

export interface CommandResult {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly pid: number;
  readonly ended: Promise<CommandResult>;
  kill(signal: NodeJS.Signals): void;
  /** Resolves once standard error holds this text; rejects when the command ends without it. */
  sees(text: string | RegExp): Promise<void>;
}

/** Starts `etcd-migrate …args` without a shell. */
export function startCommand(args: readonly string[], options: CommandOptions): RunningCommand {
  const child = spawn(options.program ?? process.execPath, [bundle, ...args], {
    cwd: options.cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...goEnvironment(), ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  const output = { stdout: '', stderr: '' };
  const waiting: (() => void)[] = [];
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      output[stream] += text;
      options.onOutput?.(stream, text);
      for (const look of waiting) look();
    });
  }
  const ended = new Promise<CommandResult>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal, ...output }));
  });
  return {
    pid: child.pid ?? 0,
    ended,
    kill: (signal) => child.kill(signal),
    sees: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (typeof text === 'string' ? output.stderr.includes(text) : text.test(output.stderr)) resolve();
        };
        waiting.push(look);
        look();
        void ended.then((result) =>
          reject(new Error(`ended (${result.exitCode}) without ${String(text)}:\n${result.stderr}`)),
        );
      }),
  };
}

export function runCommand(args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  return startCommand(args, options).ended;
}

/** Go's own settings, without which the Go source of releases cannot work where a proxy is needed. */
function goEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        /^(GO|http_proxy|https_proxy|no_proxy|HTTP|NO_PROXY|SSL_CERT)/.test(entry[0]) && entry[1] !== undefined,
    ),
  );
}
