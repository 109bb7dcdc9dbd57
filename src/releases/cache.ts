// Owns the cache of verified binaries: one directory per release and platform, with a manifest of what was verified.
// Must not know how binaries are obtained, nor run them.
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Source } from '../manifest/resolve.ts';
import { sources } from '../manifest/schema.ts';
import { sha256OfFile } from '../platform/digest.ts';
import { fileError, writeFileAtomic } from '../platform/files.ts';
import { type Platform, platformName, type ToolName, toolFile } from './platform.ts';
import { isRefusal, type Refusal, type WantedRelease } from './source.ts';

const EntryManifest = z.strictObject({
  schemaVersion: z.literal(1),
  version: z.string(),
  platform: z.string(),
  /** Where the binaries came from once. */
  source: z.enum(sources),
  sha256: z.partialRecord(z.enum(['etcd', 'etcdctl', 'etcdutl']), z.string().regex(/^[0-9a-f]{64}$/)),
  provenance: z.record(z.string(), z.string()),
  obtainedAt: z.iso.datetime(),
});
export type EntryManifest = z.infer<typeof EntryManifest>;

export interface CacheEntry {
  readonly directory: string;
  readonly manifest: EntryManifest;
  readonly tools: Readonly<Record<string, { readonly path: string; readonly sha256: string }>>;
}

type Allowed = (origin: Source) => boolean;

export interface ReleaseCache {
  /** The directory of a release's entry, whether it exists or not. */
  entryDirectory(version: string): string;
  /** Whether there seems to be an entry: its manifest fits and its files exist. Hashes nothing. */
  peek(wanted: WantedRelease, allowed: Allowed): Promise<CacheEntry | Refusal>;
  /** Looks as `peek` does, and whether every binary still has the digest that was recorded. */
  read(wanted: WantedRelease, allowed: Allowed, signal: AbortSignal): Promise<CacheEntry | Refusal>;
  /** Puts `directory` (the tools and nothing else) in place of whatever entry there is. Call with the lock held. */
  install(directory: string, facts: Omit<EntryManifest, 'schemaVersion' | 'platform'>): Promise<CacheEntry>;
  /** Moves a damaged entry out of the way, for people to look at. Call with the lock held. Returns where it is now. */
  setAside(version: string): Promise<string>;
}

export function createReleaseCache(cacheDir: string, platform: Platform): ReleaseCache {
  const entryDirectory = (version: string): string => join(cacheDir, version, platformName(platform));
  const entryOf = (directory: string, manifest: EntryManifest): CacheEntry => ({
    directory,
    manifest,
    tools: Object.fromEntries(
      Object.entries(manifest.sha256).map(([tool, sha256]) => [
        tool,
        { path: join(directory, toolFile(tool as ToolName, platform)), sha256 },
      ]),
    ),
  });

  const peek: ReleaseCache['peek'] = async (wanted, allowed) => {
    const directory = entryDirectory(wanted.version);
    const manifest = await readManifest(directory);
    if (isRefusal(manifest)) return manifest;
    if (manifest.version !== wanted.version || manifest.platform !== platformName(platform)) {
      return damaged(`${directory} says that it is ${manifest.version} for ${manifest.platform}`);
    }
    if (!allowed(manifest.source)) {
      return { refused: `${directory} came from ${manifest.source}, which \`releases.sources\` does not allow` };
    }
    const absent = wanted.tools.find((tool) => manifest.sha256[tool] === undefined);
    if (absent !== undefined) return { refused: `${directory} has no ${absent}` };
    const entry = entryOf(directory, manifest);
    for (const { path } of Object.values(entry.tools)) {
      if (!(await exists(path))) return damaged(`${path} is missing`);
    }
    return entry;
  };

  return {
    entryDirectory,
    peek,

    read: async (wanted, allowed, signal) => {
      const entry = await peek(wanted, allowed);
      if (isRefusal(entry)) return entry;
      for (const { path, sha256 } of Object.values(entry.tools)) {
        const found = await digestOf(path, signal);
        if (found !== sha256) return damaged(`${path} has sha256 ${found}, but ${sha256} was recorded`);
      }
      return entry;
    },

    install: async (directory, facts) => {
      const target = entryDirectory(facts.version);
      const manifest: EntryManifest = { schemaVersion: 1, platform: platformName(platform), ...facts };
      try {
        await writeFileAtomic(join(directory, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
        await mkdir(dirname(target), { recursive: true });
        // Two renames, because a directory cannot be renamed over one with content. Readers see one or the other.
        await renameIfThere(target, `${directory}.before`);
        await rename(directory, target);
      } catch (error) {
        throw fileError(error, 'Writing the cache entry', target);
      }
      return entryOf(target, manifest);
    },

    setAside: async (version) => {
      const directory = entryDirectory(version);
      const aside = `${directory}.damaged`;
      try {
        await rm(aside, { recursive: true, force: true });
        await renameIfThere(directory, aside);
      } catch (error) {
        throw fileError(error, 'Setting aside', directory);
      }
      return aside;
    },
  };
}

const damaged = (what: string): Refusal => ({ refused: `damaged: ${what}`, damaged: true });

async function readManifest(directory: string): Promise<EntryManifest | Refusal> {
  const path = join(directory, 'manifest.json');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { refused: `nothing in ${directory}` };
    if (code === 'EISDIR') return damaged(`${path} is not a file`);
    throw fileError(error, 'Reading', path);
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return damaged(`${path} is not JSON (${(error as Error).message})`);
  }
  const parsed = EntryManifest.safeParse(content);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  return damaged(`${path} is not a cache manifest (${first?.path.join('.') ?? ''}: ${first?.message ?? ''})`);
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw fileError(error, 'Reading', path);
  }
}

async function digestOf(path: string, signal: AbortSignal): Promise<string> {
  try {
    return await sha256OfFile(path, signal);
  } catch (error) {
    throw fileError(error, 'Reading', path);
  }
}

async function renameIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
