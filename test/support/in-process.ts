// Owns running the command line in the test's own process, from the sources: no bundle, no child.
// Must not replace any of our modules; only the process around them is made up.
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { runCommandLine } from '../../src/app/shell/command-line.ts';
import type { Composition } from '../../src/app/shell/composition.ts';

/** What Node runs for a rehearsal's clients. */
export const clientsProgram = join(import.meta.dirname, 'clients-program.ts');

export interface InProcessOptions {
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly stdoutIsTTY?: boolean;
  readonly stderrIsTTY?: boolean;
  /** Of what the app is put together; the product's own when absent. */
  readonly parts?: Composition;
}

export interface InProcessResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function runInProcess(args: readonly string[], options: InProcessOptions): Promise<InProcessResult> {
  const output = { stdout: '', stderr: '' };
  const errorStream = new Writable({
    write: (chunk, _, done) => {
      output.stderr += String(chunk);
      done();
    },
  });
  const outside = {
    environment: { PATH: process.env.PATH, HOME: options.cwd, ...options.environment },
    workingDirectory: options.cwd,
    writeOut: (text: string) => {
      output.stdout += text;
    },
    outIsTTY: options.stdoutIsTTY ?? false,
    errorStream: Object.assign(errorStream, { isTTY: options.stderrIsTTY ?? false }),
    signal: options.signal ?? new AbortController().signal,
    insideActions: false,
    clientsProgram,
  };
  const exitCode = await runCommandLine(args, outside, options.parts);
  return { exitCode, ...output };
}
