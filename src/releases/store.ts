// Owns the order in which sources are asked for a release, and what is said when none of them has it.
// Must not know how a source works (sources/), what a release is used for, or process.env.
import { join } from 'node:path';
import type { Catalog } from '../catalog/schema.ts';
import { EtcdMigrateError } from '../errors.ts';
import type { Source } from '../manifest/resolve.ts';
import type { Clock, Log } from '../platform/ports.ts';
import { createReleaseCache } from './cache.ts';
import { lockEntry } from './cache-lock.ts';
import { type Platform, platformName } from './platform.ts';
import { type TellFor, withProgress } from './progress.ts';
import {
  isRefusal,
  type ObtainedRelease,
  type ReleaseProgress,
  type ReleaseSource,
  type WantedRelease,
} from './source.ts';
import { createSources } from './sources/index.ts';
import { sweepWorkspaces } from './workspace.ts';

export type { ObtainedRelease, ReleaseProgress } from './source.ts';

export interface ReleaseStoreOptions {
  /** Absolute path of the cache; made when needed. */
  readonly cacheDir: string;
  /** Which sources may be used, in this order. */
  readonly sources: readonly Source[];
  /** Exact release → directory with its binaries. */
  readonly local: Readonly<Record<string, string>>;
  /** Base URL with the layout of etcd's GitHub releases. Without it there is no source `mirror`. */
  readonly mirror?: string;
  /** Container image without a tag; default: etcd's own. */
  readonly image?: string;
  /** Base URL of the published releases; default: https://github.com/etcd-io/etcd/releases/download */
  readonly githubBaseUrl?: string;
  /** Directory of the pinned go.mod and go.sum files; default: `goModulesDirectory()`. */
  readonly goModulesDir?: string;
  /** Whether only `local` and `cache` are asked. */
  readonly offline: boolean;
  readonly catalog: Pick<Catalog, 'lines' | 'releases'>;
  readonly platform: Platform;
  readonly clock: Clock;
  readonly log: Log;
  /** The caller's environment. Tools get PATH, HOME, proxies, certificates and Go's own settings from it, no more. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Called at least once a second while something is under way. */
  readonly onProgress?: (progress: ReleaseProgress) => void;
}

export interface ReleaseStore {
  /**
   * Tells which of these exact releases could be had, and from which source first. Fetches none; at most about 5 s. A
   * release that no source offers is absent.
   */
  probe(versions: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, Source>>;
  /**
   * Gets one exact release with all tools of its line, verified. Throws `release-unobtainable` naming every source that
   * was tried and why it failed; `checksum-mismatch`, `binary-invalid` and `binary-version-mismatch` end the search at
   * once, as do `no-space` and `no-permission`.
   */
  obtain(version: string, signal: AbortSignal): Promise<ObtainedRelease>;
}

interface Tried {
  readonly source: Source;
  readonly reason: string;
}

export function createReleaseStore(options: ReleaseStoreOptions): ReleaseStore {
  const { platform, clock, log } = options;
  const onProgress = options.onProgress ?? (() => {});
  const cache = createReleaseCache(options.cacheDir, platform);
  const workspaces = join(options.cacheDir, 'tmp');
  const sources = createSources(options, cache, workspaces).filter(
    ({ name }) => !options.offline || name === 'local' || name === 'cache',
  );
  const underWay = new Map<string, Promise<unknown>>();
  let sweeping: Promise<void> | undefined;

  const describe = (version: string): WantedRelease => ({
    version,
    tools: options.catalog.lines.find(({ line }) => version.startsWith(`${line}.`))?.tools ?? allTools,
    known: options.catalog.releases.find((each) => each.version === version),
  });

  const sweepOnce = (): Promise<void> => {
    sweeping ??= sweepWorkspaces(workspaces, clock).then((removed) => {
      for (const directory of removed) log.info(`Removed ${directory}, left behind by an interrupted run.`);
    });
    return sweeping;
  };

  const ask = async (
    source: ReleaseSource,
    wanted: WantedRelease,
    tried: Tried[],
    context: { readonly tellFor: TellFor; readonly signal: AbortSignal },
  ): Promise<ObtainedRelease | undefined> => {
    context.signal.throwIfAborted();
    const answer = await source.obtain(wanted, { tell: context.tellFor(source.name), signal: context.signal });
    if (!isRefusal(answer)) return answer;
    tried.push({ source: source.name, reason: answer.refused });
    log.debug(`etcd ${wanted.version}: ${source.name}: ${answer.refused}`);
    return undefined;
  };

  const lock = (version: string, tellFor: TellFor, signal: AbortSignal): Promise<AsyncDisposable> =>
    lockEntry({
      path: cache.entryDirectory(version),
      clock,
      signal,
      onWait: () => tellFor('cache')('waiting', `another process is obtaining etcd ${version}`),
    });

  /** Asks the cache again, now that nobody else writes to it: another process may have filled it, or it is damaged. */
  const askCacheAgain = async (
    wanted: WantedRelease,
    context: { readonly tellFor: TellFor; readonly signal: AbortSignal },
  ): Promise<ObtainedRelease | undefined> => {
    const source = sources.find(({ name }) => name === 'cache');
    const answer = await source?.obtain(wanted, { tell: context.tellFor('cache'), signal: context.signal });
    if (answer === undefined || !isRefusal(answer)) return answer;
    if (answer.damaged) {
      const aside = await cache.setAside(wanted.version);
      log.warn(
        `The cached etcd ${wanted.version} is ${answer.refused}. Moved to ${aside}; the release is obtained anew.`,
      );
    }
    return undefined;
  };

  const obtainNow = async (wanted: WantedRelease, tellFor: TellFor, signal: AbortSignal): Promise<ObtainedRelease> => {
    const tried: Tried[] = [];
    const context = { tellFor, signal };
    const firstWriter = sources.findIndex(({ fillsCache }) => fillsCache);
    const readers = firstWriter < 0 ? sources : sources.slice(0, firstWriter);
    for (const source of readers) {
      const obtained = await ask(source, wanted, tried, context);
      if (obtained) return obtained;
    }
    if (firstWriter < 0) throw unobtainable(wanted.version, tried, options);
    await sweepOnce();
    // The lock is taken only here, because a cache that is read and never written needs no lock and may be read-only.
    await using _lock = await lock(wanted.version, tellFor, signal);
    if (readers.some(({ name }) => name === 'cache')) {
      const appeared = await askCacheAgain(wanted, context);
      if (appeared) return appeared;
    }
    for (const source of sources.slice(firstWriter)) {
      const obtained = await ask(source, wanted, tried, context);
      if (obtained) return obtained;
    }
    throw unobtainable(wanted.version, tried, options);
  };

  return {
    probe: (versions, signal) =>
      withProgress({ clock, onProgress, release: null }, signal, async (tellFor) => {
        const names = sources.map(({ name }) => name).join(', ');
        tellFor(null)('probing', `which of ${versions.length} releases can be had from ${names}`);
        const wanted = versions.map(describe);
        const answers = await Promise.all(sources.map((source) => source.probe(wanted, signal)));
        const first = new Map<string, Source>();
        for (const [index, { name }] of sources.entries()) {
          const answer = answers[index];
          if (answer?.refused) log.debug(`No releases from ${name}: ${answer.refused}`);
          for (const version of answer?.offered ?? []) if (!first.has(version)) first.set(version, name);
        }
        return first;
      }),

    obtain: async (version, signal) => {
      const before = underWay.get(version);
      const obtain = async (): Promise<ObtainedRelease> => {
        // The same release may be asked for twice at once: the second call finds it in the cache. The first one's
        // failure is not ours.
        await before?.catch(() => {});
        return withProgress({ clock, onProgress, release: version }, signal, (tellFor) =>
          obtainNow(describe(version), tellFor, signal),
        );
      };
      const mine = obtain();
      underWay.set(version, mine);
      try {
        return await mine;
      } finally {
        if (underWay.get(version) === mine) underWay.delete(version);
      }
    },
  };
}

const allTools = ['etcd', 'etcdctl', 'etcdutl'] as const;

function unobtainable(version: string, tried: readonly Tried[], options: ReleaseStoreOptions): EtcdMigrateError {
  const platform = platformName(options.platform);
  const limits = options.offline ? ' offline, where only local and cache are asked' : '';
  const why = tried.map(({ source, reason }) => `${source}: ${reason}`).join('; ');
  return new EtcdMigrateError(
    'release-unobtainable',
    `etcd ${version} for ${platform} cannot be obtained${limits}. Tried ${why || 'no source, for none is allowed'}.`,
    { details: { release: version, platform, tried } },
  );
}
