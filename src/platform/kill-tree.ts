// Owns ending a program together with what it has started.
// Must not decide who has to end.
import { descendantsOf } from './process-tree.ts';

/**
 * Kills a program at once, with what it has started: a killed `go build` would leave its compilers at work. A process
 * group of its own would be simpler, but @actions/exec starts none, and no shell does without a terminal (dash: "job
 * control turned off").
 */
export function killTree(pid: number): void {
  const family = new Set([pid]);
  try {
    // Stopped processes start no more: once a look finds nobody new, that is all of them.
    for (const member of family) {
      signalIfAlive(member, 'SIGSTOP');
      for (const each of descendantsOf(member)) family.add(each);
    }
  } catch {
    // Where nobody can look, the program alone is better than nothing.
  }
  for (const member of family) signalIfAlive(member, 'SIGKILL');
}

function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // What became another user's (sudo) is not ours to end; the others are, and who waits for it says so.
    if (!['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
