// Owns real etcd binaries for tests, got through the program's own release store into a cache that all tests share.
// Must not know what a test does with them.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.ts';
import { EtcdMigrateError } from '../../src/errors.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { thisPlatform } from '../../src/releases/platform.ts';
import type { ReleaseProgress } from '../../src/releases/source.ts';
import { createReleaseStore, type ObtainedRelease, type ReleaseStore } from '../../src/releases/store.ts';
import { silentLog } from './silent-log.ts';

const root = resolve(import.meta.dirname, '../..');
export const testCacheDirectory =
  process.env.ETCD_MIGRATE_TEST_CACHE ?? join(root, 'node_modules/.cache/etcd-migrate-test');
/** The releases that many test files use; whoever needs another one asks for it. */
export const releasesOfTests = ['3.5.33', '3.6.14', '3.7.1', '3.4.31'] as const;
/** A cold cache builds three programs from source. */
const OBTAIN_LIMIT_MS = 15 * 60_000;

/** Pre-filled binaries: `$ETCD_MIGRATE_TEST_BIN/<version>/etcd`. */
function preFilled(versions: readonly string[]): Record<string, string> {
  const directory = process.env.ETCD_MIGRATE_TEST_BIN;
  if (directory === undefined) return {};
  const entries = versions.map((version) => [version, join(directory, version)] as const);
  return Object.fromEntries(entries.filter(([, path]) => existsSync(path)));
}

let store: ReleaseStore | undefined;

/** The real release store over the tests' shared cache. */
export async function testReleases(): Promise<ReleaseStore> {
  const catalog = loadCatalog();
  store ??= createReleaseStore({
    cacheDir: testCacheDirectory,
    sources: ['local', 'cache', 'github', 'go', 'debian'],
    local: preFilled(catalog.releases.map(({ version }) => version)),
    offline: false,
    catalog,
    platform: thisPlatform(),
    clock: systemClock,
    log: silentLog,
    environment: process.env,
    onProgress: sayProgress,
  });
  return store;
}

const obtained = new Map<string, Promise<ObtainedRelease>>();

/** A release with all its tools; got once per test process. */
export function testRelease(version: string): Promise<ObtainedRelease> {
  const known = obtained.get(version);
  if (known) return known;
  const release = testReleases().then((releases) => releases.obtain(version, AbortSignal.timeout(OBTAIN_LIMIT_MS)));
  obtained.set(version, release);
  return release;
}

/** Absolute path of an etcd binary of that version. */
export async function etcdBinary(version: string): Promise<string> {
  return toolPath(await testRelease(version), 'etcd');
}

/** What the engine expects to lie on hosts: the sha256 of etcd, by release. */
export async function digestsOf(versions: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const releases = await Promise.all(versions.map(testRelease));
  return Object.fromEntries(releases.map(({ version, tools }) => [version, tools['etcd']?.sha256 ?? '']));
}

/** Absolute path of one tool of a release. */
export function toolPath(release: ObtainedRelease, tool: string): string {
  const path = release.tools[tool]?.path;
  if (path === undefined) throw new Error(`etcd ${release.version} has no ${tool}`);
  return path;
}

export const isUnobtainable = (error: unknown): error is EtcdMigrateError =>
  error instanceof EtcdMigrateError && error.code === 'release-unobtainable';

/**
 * `describe` for tests that need these releases. Where one cannot be had, the tests are skipped with the reason; with
 * CI=true that is a failure instead: nothing may be skipped there.
 */
export function describeWithEtcd(
  versions: readonly string[],
  name: string,
  tests: (releases: ReadonlyMap<string, ObtainedRelease>) => void,
): void {
  describe(name, async () => {
    const releases = new Map<string, ObtainedRelease>();
    for (const version of versions) {
      try {
        releases.set(version, await testRelease(version));
      } catch (error) {
        if (!isUnobtainable(error) || process.env.CI === 'true') throw error;
        process.stderr.write(`not run: ${name}: ${error.message}\n`);
        it.skip(`needs etcd ${version}: ${error.message}`, () => {});
        return;
      }
    }
    tests(releases);
  });
}

/** A cold cache takes minutes; a quiet test runner would look hung. */
function sayProgress({ release, source, activity, detail, elapsedMs }: ReleaseProgress): void {
  if (activity === 'probing' || elapsedMs < 2_000) return;
  process.stderr.write(`etcd ${release}: ${source} ${activity} ${detail}, ${(elapsedMs / 1000).toFixed(0)} s\n`);
}
