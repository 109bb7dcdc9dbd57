// Owns the process of the action's post step.
// Must not hold any logic: app/action.ts does.
import { ofThisProcess } from './this-process.ts';

export async function post(): Promise<void> {
  const { runPost } = await import('../app/shell/action.ts');
  process.exitCode = await runPost(ofThisProcess());
}
