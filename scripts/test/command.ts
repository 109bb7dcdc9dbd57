// Owns running one command of `npm test`: its lines passed through whole, although other commands run beside it.
// Must not know what the command checks.
import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

export const root = join(import.meta.dirname, '..', '..');
export const bin = (name: string): string => join(root, 'node_modules', '.bin', name);

/** Half a second below the 2 s in which something must be seen. */
const HEARTBEAT_MS = 1_500;

const underWay = new Map<string, number>();
let lastOutput = Date.now();

function say(line: string): void {
  lastOutput = Date.now();
  console.log(line);
}

function sayWhatIsUnderWay(): void {
  if (Date.now() - lastOutput < HEARTBEAT_MS) return;
  const each = [...underWay].map(([title, begun]) => `${title}: ${Math.round((Date.now() - begun) / 1000)} s`);
  say(`  … ${each.join(' · ')}`);
}

/** Whole seconds since `begun`, an instant of `Date.now()`. */
export const secondsSince = (begun: number): number => Math.round((Date.now() - begun) / 1000);

export interface Command {
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** The niceness as `nice` has it: 0 is the usual, a higher one leaves the cores to others. */
  readonly niceness: number;
}

/** Runs a command to its end and gives its exit code; 1 where a signal ended it. */
export async function run({ title, command, args, environment = {}, niceness }: Command): Promise<number> {
  say(`\n▶ ${title}`);
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // Children that ask for `node` get Node 24 too, even where this script was not started by npm.
      PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
      FORCE_COLOR: '0',
      ...environment,
    },
  });
  if (child.pid !== undefined && niceness > 0) setPriority(child.pid, niceness);
  underWay.set(title, Date.now());
  const heartbeat = setInterval(sayWhatIsUnderWay, 250);
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', say);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 1));
    });
  } finally {
    clearInterval(heartbeat);
    underWay.delete(title);
  }
}
