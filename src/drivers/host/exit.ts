// Owns how a process has ended: as a shell writes it, and waiting for the script that is about to write it.
// Must not know who ended.
import { constants } from 'node:os';
import type { Clock } from '../../engine/ports.ts';
import type { Exit, Host } from './ports.ts';
import { isAtWork, readProgress } from './progress.ts';
import type { MemberPlaces } from './transactions.ts';

/**
 * Splits an exit code as the shell has it (128 + n for signal n) into code and signal, both null where nobody saw it.
 */
export function exitOf(exit: number | null): Exit {
  if (exit === null || exit <= 128) return { code: exit, signal: null };
  const signal = Object.entries(constants.signals).find(([, number]) => number === exit - 128)?.[0];
  return signal === undefined ? { code: exit, signal: null } : { code: null, signal };
}

const POLL_MS = 20;

/**
 * The exit mark of a transaction whose process has ended. The script makes it in a moment, unless it has to keep a
 * service from starting again what has just ended. Null when the script was killed, or `limitMs` are over.
 */
export async function awaitExit(
  host: Host,
  places: MemberPlaces,
  number: number,
  { clock, limitMs }: { readonly clock: Clock; readonly limitMs: number },
): Promise<number | null> {
  const begun = clock.monotonicUs();
  while ((clock.monotonicUs() - begun) / 1000 < limitMs) {
    const { exit, claim } = await readProgress(host.files, places, { number });
    if (exit !== null) return exit;
    if (claim === null || !(await isAtWork(host, claim))) break;
    await clock.sleep(POLL_MS);
  }
  return (await readProgress(host.files, places, { number })).exit;
}
