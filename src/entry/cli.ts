// Owns the process of the command line: argv, environment, streams and signals in, exit code out.
// Must not hold any logic: app/command-line.ts does.
import { runCommandLine } from '../app/command-line.ts';
import { abortOnSignals } from './signals.ts';

export async function cli(): Promise<void> {
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    environment: process.env,
    workingDirectory: process.cwd(),
    writeOut: (text) => process.stdout.write(text),
    errorStream: process.stderr,
    signal: abortOnSignals(),
    insideActions: process.env['GITHUB_ACTIONS'] === 'true',
  });
}
