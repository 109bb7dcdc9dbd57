// Owns reuse: an entry of the cache as a source.
// Must not write to the cache.
import type { Source } from '../../manifest/resolve.ts';
import type { ReleaseCache } from '../cache.ts';
import { isRefusal, type ReleaseSource } from '../source.ts';

/** `allowed` tells whether binaries that came from that source once may be used. */
export function createCacheSource(cache: ReleaseCache, allowed: (origin: Source) => boolean): ReleaseSource {
  return {
    name: 'cache',
    fillsCache: false,
    probe: async (wanted) => {
      const offered = new Set<string>();
      for (const each of wanted) {
        if (!isRefusal(await cache.peek(each, allowed))) offered.add(each.version);
      }
      return { offered };
    },
    obtain: async (wanted, { tell, signal }) => {
      tell('verifying', 'the digests of the cached binaries');
      const entry = await cache.read(wanted, allowed, signal);
      if (isRefusal(entry)) return entry;
      const { version, source, provenance } = entry.manifest;
      return {
        version,
        directory: entry.directory,
        source: `cache (${source})`,
        tools: entry.tools,
        provenance: { ...provenance, obtainedAt: entry.manifest.obtainedAt },
      };
    },
  };
}
