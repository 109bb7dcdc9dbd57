// Owns the process of the action's post step.
// Must not hold any logic: app/action.ts does.
import { ofThisProcess } from './this-process.ts';
import { failUntilDone } from './unfinished.ts';

export async function post(): Promise<void> {
  const done = failUntilDone();
  const { runPost } = await import('../app/shell/action.ts');
  done(await runPost(ofThisProcess()));
}
