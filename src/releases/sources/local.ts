// Owns binaries that the user already has: a directory per release, used where they are.
// Must not copy, change or cache them.
import { access, constants } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EtcdMigrateError } from '../../errors.ts';
import { type Platform, toolFile } from '../platform.ts';
import type { ReleaseSource } from '../source.ts';
import { verifyTools } from '../verify.ts';

export interface LocalSourceOptions {
  /** Exact release → directory with its binaries. */
  readonly local: Readonly<Record<string, string>>;
  readonly platform: Platform;
  readonly searchPath: string | undefined;
}

export function createLocalSource({ local, platform, searchPath }: LocalSourceOptions): ReleaseSource {
  return {
    name: 'local',
    fillsCache: false,
    // An entry that names a bad directory is still offered: obtaining it then says what is wrong with it, while a
    // silent step to the next source would run another binary than the one that was named.
    probe: async (wanted) => ({
      offered: new Set(wanted.map(({ version }) => version).filter((version) => local[version] !== undefined)),
    }),
    obtain: async (wanted, context) => {
      const named = local[wanted.version];
      if (named === undefined) return { refused: 'no entry in `releases.local`' };
      const directory = resolve(named);
      const paths = Object.fromEntries(wanted.tools.map((tool) => [tool, join(directory, toolFile(tool, platform))]));
      for (const path of Object.values(paths)) await requireExecutable(path, directory, wanted.version);
      return {
        version: wanted.version,
        directory,
        source: 'local',
        tools: await verifyTools(wanted, paths, 'local', searchPath, context),
        provenance: { directory },
      };
    },
  };
}

async function requireExecutable(path: string, directory: string, version: string): Promise<void> {
  try {
    await access(path, constants.R_OK | constants.X_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'does not exist' : 'cannot be read and run';
    throw new EtcdMigrateError(
      'binary-invalid',
      `\`releases.local\` names ${directory} for etcd ${version}, but ${path} ${reason}.`,
      { cause: error },
    );
  }
}
