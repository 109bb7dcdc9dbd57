// Owns the log that says nothing: for callers that report through events alone.
// Must not know streams; the real log is made in app/tools.ts, over the progress display.
import type { Log } from './ports.ts';

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
