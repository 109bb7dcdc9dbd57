// Owns what the process driver can do.
// Must not load anything: the list of drivers reads it before the driver is used.
import type { Capability } from '../../plan/needs.ts';

const everywhere: readonly Capability[] = ['stop-start', 'kill', 'restore-data'];

/** It pauses members too, which no step of a plan asks for. A process's settings are seen in /proc, so on Linux alone. */
export const capabilities: ReadonlySet<Capability> = new Set(
  process.platform === 'linux' ? [...everywhere, 'see-settings'] : everywhere,
);
