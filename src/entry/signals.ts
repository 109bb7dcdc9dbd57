// Owns the meaning of SIGINT and SIGTERM: the first asks for a tidy end, a second one ends the process at once.
// Must not know what is under way.
import { setMaxListeners } from 'node:events';
import { EtcdMigrateError, exitCodeOf } from '../errors.ts';

const signals = { SIGINT: 'interrupted', SIGTERM: 'terminated' } as const;

export function abortOnSignals(): AbortSignal {
  const controller = new AbortController();
  // Every bounded wait listens to the signal; dozens at once are normal and no leak.
  setMaxListeners(0, controller.signal);
  for (const [signal, code] of Object.entries(signals) as [keyof typeof signals, 'interrupted' | 'terminated'][]) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(exitCodeOf(code));
      controller.abort(new EtcdMigrateError(code, `${signal} received.`));
    });
  }
  return controller.signal;
}
