// Owns running other programs to their end: the only importer of @actions/exec.
// Must not know what the programs are, nor decide whether an exit code is a failure.

import { EtcdMigrateError } from '../errors.ts';
import { present } from '../present.ts';
import { killTree } from './kill-tree.ts';

export interface RunOptions {
  readonly cwd?: string;
  /** The whole environment of the child; ours is inherited when absent. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which the child is killed, with all that it has started, and `tool-failed` is thrown. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** Called for each line of either stream as it appears. */
  readonly onLine?: (line: string) => void;
  /** The program is somebody's own: 126 and 127 are its exit codes like others, once it was found. Default: no. */
  readonly anyExitCode?: boolean;
  /** A program, by its path, and its first arguments, which is run in this one's place and becomes it. */
  readonly by?: readonly string[];
}

export interface RunResult {
  /** Null: a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The shell is named by its path, which POSIX systems all have: looking for a name, @actions/io prints on standard
 * output what it cannot read.
 */
const SHELL = '/bin/sh';

// @actions/exec cannot end a child, and a wait without an end is not allowed here. So a shell says its pid first and
// then becomes the program: the pid stays the same, and the program's own output begins after the first line. Nobody
// types anything: a program that reads its standard input (`mail`) would wait for ever.
const SAY_PID_THEN_BECOME =
  'if command -v "$1" >/dev/null; then echo "$$ found"; else echo "$$ missing"; fi; shift; exec "$@" </dev/null';

/** Limits of one stream and of one line; a program that prints more is ended. A string of V8 has at most half a GiB. */
const MOST_OUTPUT_MIB = { stream: 256, line: 16 };

/**
 * Runs a program without a shell's word splitting and returns its output, whatever the exit code.
 * Throws `tool-failed` when it cannot be started, prints without end, or does not end within `timeoutMs` (it is then
 * killed), and the signal's reason on abort.
 */
export async function run(command: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  // The library is loaded late: `--version` must not pay for it.
  const { getExecOutput } = await import('@actions/exec');
  options.signal?.throwIfAborted();
  let pid = 0;
  let found = false;
  const stop = new AbortController();
  const timer = setTimeout(() => {
    stop.abort(
      new EtcdMigrateError('tool-failed', `${command} did not end within ${options.timeoutMs / 1000} s and was killed`),
    );
  }, options.timeoutMs);
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const kill = () => {
    if (pid > 0) killTree(pid);
  };
  signal.addEventListener('abort', kill, { once: true });
  const bounded = () => {
    const printed = { stream: 0, line: 0 };
    return (data: Buffer): void => {
      printed.stream += data.length;
      printed.line = data.includes(0x0a) ? 0 : printed.line + data.length;
      for (const what of ['stream', 'line'] as const) {
        const most = MOST_OUTPUT_MIB[what];
        if (printed[what] < most * 2 ** 20) continue;
        stop.abort(new EtcdMigrateError('tool-failed', `${command} printed ${most} MiB in one ${what} and was killed`));
      }
    };
  };
  try {
    const output = await getExecOutput(
      SHELL,
      ['-c', SAY_PID_THEN_BECOME, 'sh', command, ...(options.by ?? []), command, ...args],
      {
        ...present({ cwd: options.cwd }),
        ...present({ env: options.env === undefined ? undefined : { ...options.env } }),
        silent: true,
        ignoreReturnCode: true,
        listeners: {
          stdline: (line) => {
            if (pid > 0) {
              options.onLine?.(line);
              return;
            }
            const [number, state] = line.split(' ');
            pid = Number(number);
            found = state === 'found';
            if (signal.aborted) kill();
          },
          errline: (line) => options.onLine?.(line),
          stdout: bounded(),
          stderr: bounded(),
        },
      },
    );
    signal.throwIfAborted();
    const stdout = output.stdout.slice(output.stdout.indexOf('\n') + 1);
    const refused = output.exitCode === 127 || output.exitCode === 126;
    if (refused && !(options.anyExitCode && found)) {
      throw new EtcdMigrateError('tool-failed', `${command} could not be run: ${output.stderr.trim() || 'not found'}`);
    }
    return { exitCode: output.exitCode, stdout, stderr: output.stderr };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof EtcdMigrateError) throw error;
    throw new EtcdMigrateError('tool-failed', `${command} could not be run: ${(error as Error).message}`, {
      cause: error,
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', kill);
  }
}
