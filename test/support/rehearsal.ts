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

/** Longest time between two outputs of a command, milliseconds, and what was on the screen before it. */
export function silenceMeter(): {
  readonly heard: (text: string) => void;
  readonly longest: () => { readonly ms: number; readonly after: string };
} {
  let last = performance.now();
  let before = 'its start';
  let longest = { ms: 0, after: '' };
  const heard = (text: string): void => {
    const now = performance.now();
    if (now - last > longest.ms) longest = { ms: now - last, after: before };
    last = now;
    before = text;
  };
  return { heard, longest: () => longest };
}
