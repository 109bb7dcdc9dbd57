// Owns running whole rehearsals in tests: a directory of their own, binaries from the tests' cache, nothing left behind.
// Must not know what a test expects of a verdict.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { RehearsalReport } from '../../src/report/model.ts';
import { type CommandOptions, type CommandResult, type RunningCommand, startCommand } from './command.ts';
import { testRelease, toolPath } from './etcd-binaries.ts';

export interface Workplace extends Disposable {
  readonly directory: string;
  readonly output: string;
  /** Writes the manifest; `releases` are given to it as local directories. */
  manifest(text: string, releases: readonly string[], replaced?: Readonly<Record<string, string>>): Promise<void>;
  start(args: readonly string[], options?: Partial<CommandOptions>): RunningCommand;
  run(args: readonly string[], options?: Partial<CommandOptions>): Promise<CommandResult>;
  report(): RehearsalReport;
  /** Command lines of processes that mention this workplace. */
  processes(): string[];
}

export function openWorkplace(): Workplace {
  const directory = mkdtempSync(join(tmpdir(), 'etcd-migrate-e2e-'));
  const output = join(directory, 'out');
  const start = (args: readonly string[], options: Partial<CommandOptions> = {}): RunningCommand =>
    startCommand([...args, '--output', output], { cwd: directory, ...options });
  return {
    directory,
    output,
    manifest: async (text, releases, replaced = {}) => {
      const lines: string[] = [];
      for (const version of releases) {
        const directoryOf = replaced[version] ?? dirname(toolPath(await testRelease(version), 'etcd'));
        lines.push(`    ${version}: ${JSON.stringify(directoryOf)}`);
      }
      const local = lines.length === 0 ? '' : `releases:\n  sources: [local]\n  local:\n${lines.join('\n')}\n`;
      writeFileSync(join(directory, 'etcd-migration.yaml'), `${text}\n${local}`);
    },
    start,
    run: (args, options) => start(args, options).ended,
    report: () => RehearsalReport.parse(JSON.parse(readFileSync(join(output, 'report.json'), 'utf8'))),
    processes: () => processesOf(directory),
    [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** Command lines of living processes that contain a text (Linux). */
export function processesOf(text: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()];
      } catch {
        // It ended between the two calls.
        return [];
      }
    })
    .filter((line) => line.includes(text));
}

/**
 * A line of a manifest: a renewal of raft snapshots (K21) takes a thousand entries of each member instead of etcd's ten
 * thousand, which keep a core busy for ten seconds. The example of the README and the soak run with etcd's own.
 */
export const smallSnapshots = 'etcd: { flags: { snapshot-count: "1000" } }\n';

/** The longest silence of a command, milliseconds, and what was on the screen before it. */
export interface Silence {
  readonly ms: number;
  readonly after: string;
}

/**
 * Measures how long a command is silent, from its start on. While the machine had no core for its main thread (Linux counts
 * that), it was not the command that was silent.
 */
export function silenceMeter(pid: () => number): {
  readonly heard: (text: string) => void;
  readonly longest: () => Silence;
} {
  let last = { at: performance.now(), waited: 0, text: 'its start' };
  let longest: Silence = { ms: 0, after: '' };
  const heard = (text: string): void => {
    const now = { at: performance.now(), waited: waitedForCore(pid(), last.waited), text };
    const ms = now.at - last.at - (now.waited - last.waited);
    if (ms > longest.ms) longest = { ms, after: last.text };
    last = now;
  };
  return { heard, longest: () => longest };
}

/** How long the main thread of a process has waited for a core so far, milliseconds; `before` when it has ended. */
function waitedForCore(pid: number, before: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return before;
  }
}
