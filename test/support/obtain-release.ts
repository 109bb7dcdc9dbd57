// Owns a program that obtains one release through the real store, for tests that need a process to kill or to race.
// Prints each progress event, then {"obtained": …} or {"failed": …}, as JSON lines. argv: JSON options, release.
import { loadCatalog } from '../../src/catalog/load.ts';
import { EtcdMigrateError } from '../../src/errors.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { Log } from '../../src/platform/ports.ts';
import { thisPlatform } from '../../src/releases/platform.ts';
import { createReleaseStore, type ReleaseStoreOptions } from '../../src/releases/store.ts';

const [options = '{}', version = ''] = process.argv.slice(2);
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const log: Log = {
  debug: () => {},
  info: (message) => say({ log: message }),
  warn: (message) => say({ log: message }),
  error: (message) => say({ log: message }),
};
const store = createReleaseStore({
  local: {},
  offline: false,
  catalog: loadCatalog(),
  platform: thisPlatform(),
  clock: systemClock,
  log,
  environment: process.env,
  onProgress: (progress) => say({ progress }),
  ...(JSON.parse(options) as Pick<ReleaseStoreOptions, 'cacheDir' | 'sources'>),
});
try {
  say({ obtained: await store.obtain(version, new AbortController().signal) });
} catch (error) {
  if (!(error instanceof EtcdMigrateError)) throw error;
  say({ failed: { code: error.code, message: error.message } });
}
