// Owns the log that says nothing.
// Must not keep anything either.
import type { Log } from '../../src/platform/ports.ts';

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
