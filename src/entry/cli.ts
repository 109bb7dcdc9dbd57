// Owns the process of the command line: argv in, exit code out.
// Must not hold any logic: app/command-line.ts does.
import { ofThisProcess } from './this-process.ts';
import { failUntilDone } from './unfinished.ts';

/** Output is on its way by the time that this begins; what is still open after it is a leak. */
const LINGER_MS = 2_000;

export async function cli(): Promise<void> {
  const done = failUntilDone();
  const { runCommandLine } = await import('../app/shell/command-line.ts');
  const surroundings = ofThisProcess();
  done(await runCommandLine(process.argv.slice(2), surroundings));
  // Clients of an interrupted run are still connected; a person who pressed Ctrl-C does not wait for them.
  if (surroundings.signal.aborted) process.exit();
  // A connection that was left open must not keep a finished run from ending; the timer itself keeps nothing alive.
  setTimeout(() => process.exit(), LINGER_MS).unref();
}
