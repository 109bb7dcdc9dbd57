// Owns the process of the command line: argv in, exit code out.
// Must not hold any logic: app/command-line.ts does.
import { ofThisProcess } from './this-process.ts';

export async function cli(): Promise<void> {
  const { runCommandLine } = await import('../app/command-line.ts');
  const surroundings = ofThisProcess();
  process.exitCode = await runCommandLine(process.argv.slice(2), surroundings);
  // Clients of an interrupted run are still connected; a person who pressed Ctrl-C does not wait for them.
  if (surroundings.signal.aborted) process.exit();
}
