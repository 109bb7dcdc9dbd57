// Owns release stores of tests: an own cache in a temporary directory, a small catalog, everything else as in the program.
// Must not replace any part of the store.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/platform/clock.ts';
import type { Log } from '../../src/platform/ports.ts';
import type { ReleaseProgress } from '../../src/releases/source.ts';
import { createReleaseStore, type ReleaseStore, type ReleaseStoreOptions } from '../../src/releases/store.ts';

const line = (name: string, tools: readonly ('etcd' | 'etcdctl' | 'etcdutl')[]) => ({
  line: name,
  firstRelease: '2020-01-01',
  support: 'maintained' as const,
  supportNote: 'for tests',
  snapshotCount: 10_000,
  tools: [...tools],
  source: 'test',
  verified: 'published' as const,
});
const release = (version: string) => ({ version, source: 'test', verified: 'published' as const });

export const testCatalog: ReleaseStoreOptions['catalog'] = {
  lines: [line('3.4', ['etcd', 'etcdctl']), line('3.5', ['etcd', 'etcdctl', 'etcdutl'])],
  releases: [release('3.4.23'), release('3.5.30'), release('3.5.33')],
};

export interface StoreBench extends AsyncDisposable {
  readonly directory: string;
  readonly cacheDir: string;
  readonly progress: ReleaseProgress[];
  readonly warnings: string[];
  store(options?: Partial<ReleaseStoreOptions>): ReleaseStore;
}

export async function openStoreBench(): Promise<StoreBench> {
  const directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-store-'));
  const cacheDir = join(directory, 'cache');
  const progress: ReleaseProgress[] = [];
  const warnings: string[] = [];
  const log: Log = { debug: () => {}, info: () => {}, warn: (text) => warnings.push(text), error: () => {} };
  return {
    directory,
    cacheDir,
    progress,
    warnings,
    store: (options = {}) =>
      createReleaseStore({
        cacheDir,
        sources: ['local', 'cache', 'mirror'],
        local: {},
        goModulesDir: join(directory, 'no-go-modules'),
        offline: false,
        catalog: testCatalog,
        platform: { os: 'linux', arch: 'amd64' },
        clock: systemClock,
        log,
        environment: { PATH: process.env.PATH, HOME: process.env.HOME },
        onProgress: (event) => progress.push(event),
        ...options,
      }),
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  };
}

/** The code and message that a promise fails with. */
export async function failureOf(promise: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await promise;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return { code: code ?? 'no code', message };
  }
  throw new Error('it did not fail');
}

export const unhurried = (): AbortSignal => new AbortController().signal;
