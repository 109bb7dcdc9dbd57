// Owns the process of the action's main step: environment and signals in, exit code out.
// Must not hold any logic: app/action.ts does.
import { ofThisProcess } from './this-process.ts';
import { failUntilDone } from './unfinished.ts';

const LINGER_MS = 2_000;

export async function action(): Promise<void> {
  const done = failUntilDone();
  const { runAction } = await import('../app/shell/action.ts');
  const surroundings = ofThisProcess();
  done(await runAction(surroundings));
  if (surroundings.signal.aborted) process.exit();
  // What is still open after that is a leak, as in cli.ts, and must not keep the job from ending.
  setTimeout(() => process.exit(), LINGER_MS).unref();
}
