// Owns what the process driver can do.
// Must not load anything: the list of drivers reads it before the driver is used.
import type { Capability } from '../../plan/needs.ts';

/** It pauses members too, which no step of a plan asks for. */
export const capabilities: ReadonlySet<Capability> = new Set(['stop-start', 'kill', 'restore-data']);
