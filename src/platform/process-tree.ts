// Owns finding the processes that a process has started, and what they have started in turn.
// Must not signal any.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Pids of all living descendants, parents first. A process whose parent has ended is nobody's descendant any more. */
export function descendantsOf(pid: number): readonly number[] {
  const pairs = process.platform === 'linux' ? fromProc() : fromPs();
  const family = [pid];
  for (const member of family) {
    for (const [child, parent] of pairs) if (parent === member && !family.includes(child)) family.push(child);
  }
  return family.slice(1);
}

type Pair = readonly [pid: number, parent: number];

function fromProc(): readonly Pair[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): Pair[] => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        // The command name is in parentheses and may itself contain spaces and parentheses.
        return [[Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]];
      } catch {
        return []; // it ended between the two calls
      }
    });
}

function fromPs(): readonly Pair[] {
  const text = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8', timeout: 2_000 });
  return text.split('\n').flatMap((line): Pair[] => {
    const [pid, parent] = line.trim().split(/\s+/).map(Number);
    return pid !== undefined && parent !== undefined ? [[pid, parent]] : [];
  });
}
