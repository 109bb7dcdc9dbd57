// Owns how runs are named.
// Must not know what a run is.
import { randomBytes } from 'node:crypto';
import type { Clock } from '../../platform/ports.ts';

/** Ids sort by the start of their runs; the tail keeps two runs of one second apart. */
export function newRunId(clock: Clock): string {
  const stamp = new Date(clock.wallMs())
    .toISOString()
    .replaceAll(/[-:]|\..*/g, '')
    .toLowerCase();
  return `${stamp}-${randomBytes(3).toString('hex')}`;
}
