// Owns the name of this boot of the machine: monotonic times compare only within one.
// Must not know what is timed.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** Where the kernel does not tell, every process is a boot of its own: times are then never taken for comparable. */
export async function bootId(): Promise<string> {
  try {
    return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
  } catch {
    return `unknown-${randomUUID()}`;
  }
}
