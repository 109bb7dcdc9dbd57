// Owns the list of sources, in the order that the options ask for.
// Must not know how any of them works.
import type { Source } from '../../manifest/resolve.ts';
import { createHttpClient } from '../../platform/download.ts';
import type { ReleaseCache } from '../cache.ts';
import { goModulesDirectory } from '../go-modules.ts';
import type { Fetcher, ReleaseSource } from '../source.ts';
import type { ReleaseStoreOptions } from '../store.ts';
import { createCacheSource } from './cache.ts';
import { createCachedSource } from './cached.ts';
import { createDebianSource } from './debian.ts';
import { createGoSource } from './go.ts';
import { createImageSource } from './image.ts';
import { createLocalSource } from './local.ts';
import { createPublishedSource } from './published.ts';

const GITHUB = 'https://github.com/etcd-io/etcd/releases/download';
/** The image is in etcd's own registry. */
const IMAGE = 'gcr.io/etcd-development/etcd';

/** Makes one object for each source that is allowed and configured. */
export function createSources(
  options: ReleaseStoreOptions,
  cache: ReleaseCache,
  workspaces: string,
): readonly ReleaseSource[] {
  const { platform, local, environment, clock, mirror } = options;
  const searchPath = environment.PATH;
  const http = createHttpClient(environment);
  const cached = (fetcher: Fetcher): ReleaseSource =>
    createCachedSource(fetcher, { cache, workspaces, platform, clock, searchPath });
  const github = options.githubBaseUrl ?? GITHUB;
  const make: Readonly<Record<Source, () => ReleaseSource | undefined>> = {
    local: () => createLocalSource({ local, platform, searchPath }),
    cache: () => createCacheSource(cache, originAllowed(options.sources)),
    github: () => cached(createPublishedSource({ name: 'github', baseUrl: github, complete: true, platform, http })),
    mirror: () =>
      mirror === undefined
        ? undefined
        : cached(createPublishedSource({ name: 'mirror', baseUrl: mirror, complete: false, platform, http })),
    go: () =>
      cached(
        createGoSource({ goModulesDir: options.goModulesDir ?? goModulesDirectory(), platform, environment, http }),
      ),
    debian: () => cached(createDebianSource({ platform, environment, etc: '/etc', http })),
    image: () => cached(createImageSource({ image: options.image ?? IMAGE, platform, environment })),
  };
  return options.sources.flatMap((name) => make[name]() ?? []);
}

/**
 * Tells whether the cache may hand out binaries of an origin: where outside sources are listed, only theirs, or else
 * the allow-list could be passed by through an earlier run with a longer list.
 */
function originAllowed(sources: readonly Source[]): (origin: Source) => boolean {
  const outside: readonly Source[] = sources.filter((name) => name !== 'local' && name !== 'cache');
  return (origin) => outside.length === 0 || outside.includes(origin);
}
