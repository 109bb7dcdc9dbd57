// Owns the way of a fetched binary into the cache: workspace, fetch, verify, install. The same for every outside source.
// Must not know where binaries come from.
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileError } from '../../platform/files.ts';
import type { Clock } from '../../platform/ports.ts';
import type { ReleaseCache } from '../cache.ts';
import { type Platform, toolFile } from '../platform.ts';
import { type Fetched, type Fetcher, isRefusal, type ReleaseSource, type WantedRelease } from '../source.ts';
import { verifyTools } from '../verify.ts';
import { createWorkspace } from '../workspace.ts';

export interface CachedSourceOptions {
  readonly cache: ReleaseCache;
  /** Where workspaces are made; on the cache's file system, so that entries can be renamed into place. */
  readonly workspaces: string;
  readonly platform: Platform;
  readonly clock: Clock;
  readonly searchPath: string | undefined;
}

export function createCachedSource(fetcher: Fetcher, options: CachedSourceOptions): ReleaseSource {
  const { cache, platform, clock } = options;

  /** Moves the tools, and nothing else that the fetcher left behind, into one directory. */
  const collect = async (workspace: string, wanted: WantedRelease, fetched: Fetched): Promise<string> => {
    const entry = join(workspace, 'entry');
    try {
      await mkdir(entry);
      for (const tool of wanted.tools) await rename(fetched.tools[tool] ?? '', join(entry, toolFile(tool, platform)));
    } catch (error) {
      throw fileError(error, 'Writing', entry);
    }
    return entry;
  };

  return {
    name: fetcher.name,
    fillsCache: true,
    probe: fetcher.probe,
    obtain: async (wanted, context) => {
      await using workspace = await createWorkspace(options.workspaces);
      const fetched = await fetcher.fetch(wanted, { ...context, directory: workspace.directory });
      if (isRefusal(fetched)) return fetched;
      const verified = await verifyTools(wanted, fetched.tools, fetcher.name, options.searchPath, context);
      const installed = await cache.install(await collect(workspace.directory, wanted, fetched), {
        version: wanted.version,
        source: fetcher.name,
        sha256: Object.fromEntries(Object.entries(verified).map(([tool, { sha256 }]) => [tool, sha256])),
        provenance: fetched.provenance,
        obtainedAt: new Date(clock.wallMs()).toISOString(),
      });
      return {
        version: wanted.version,
        directory: installed.directory,
        source: fetcher.name,
        tools: installed.tools,
        provenance: fetched.provenance,
      };
    },
  };
}
