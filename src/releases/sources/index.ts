// Owns the list of sources, in the order that the options ask for.
// Must not know how any of them works.
import type { Source } from '../../manifest/resolve.ts';
import type { ReleaseCache } from '../cache.ts';
import type { ReleaseSource } from '../source.ts';
import type { ReleaseStoreOptions } from '../store.ts';
import { createCacheSource } from './cache.ts';
import { createLocalSource } from './local.ts';

/** One object per source that is allowed and configured. */
export function createSources(
  options: ReleaseStoreOptions,
  cache: ReleaseCache,
  _workspaces: string,
): readonly ReleaseSource[] {
  const { platform, local } = options;
  const searchPath = options.environment.PATH;
  const make: Partial<Record<Source, () => ReleaseSource | undefined>> = {
    local: () => createLocalSource({ local, platform, searchPath }),
    cache: () => createCacheSource(cache, originAllowed(options.sources)),
  };
  return options.sources.flatMap((name) => make[name]?.() ?? []);
}

/**
 * Whether the cache may hand out binaries of that origin: where outside sources are listed, only theirs, or else the
 * allow-list could be passed by through an earlier run with a longer list.
 */
function originAllowed(sources: readonly Source[]): (origin: Source) => boolean {
  const outside: readonly Source[] = sources.filter((name) => name !== 'local' && name !== 'cache');
  return (origin) => outside.length === 0 || outside.includes(origin);
}
