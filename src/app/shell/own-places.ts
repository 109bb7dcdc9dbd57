// Owns that a checkout which is not trusted chooses neither where a run writes nor which binaries it runs.
// Must not know what is written there (output-directory.ts), nor what a manifest says (manifest/untrusted.ts).
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EtcdMigrateError } from '../../errors.ts';
import { isNamedWithin, staysInside } from '../../platform/confinement.ts';
import { pathError } from '../../platform/files.ts';
import type { RunSettings } from './run-settings.ts';

/**
 * The paths themselves are the workflow's, and may lie anywhere; but what lies at them inside the workspace is the
 * ref's. Throws `usage` for an output directory that leads elsewhere, or has a link in it, and for a cache of binaries
 * in there.
 */
export async function requireOwnPlaces({
  confinedTo,
  outputDir,
  cacheDir,
}: Pick<RunSettings, 'confinedTo' | 'outputDir' | 'cacheDir'>): Promise<void> {
  if (confinedTo === null) return;
  if (await isNamedWithin(confinedTo, cacheDir)) {
    throw new EtcdMigrateError(
      'usage',
      `The cache ${cacheDir} is inside the workspace, where a ref that is not trusted may have put binaries of its own. Nothing was run.`,
      { hint: 'Name a cache outside of the workspace, or none: the default is one in the home directory.' },
    );
  }
  if (!(await isNamedWithin(confinedTo, outputDir))) return;
  const link = (await staysInside(confinedTo, outputDir)) ? await linkIn(outputDir) : outputDir;
  if (link === undefined) return;
  throw new EtcdMigrateError(
    'usage',
    `${link} is a link, or leads through one: a ref that is not trusted may have made it, to have files written elsewhere. Nothing was written.`,
    { hint: 'Name another output directory, one outside of the workspace, or remove the link.' },
  );
}

/** Finds the first link below a directory; no run makes one. */
async function linkIn(directory: string): Promise<string | undefined> {
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    const link = entries.find((entry) => entry.isSymbolicLink());
    return link && join(link.parentPath, link.name);
  } catch (error) {
    // A file in the directory's place is told by whoever makes the directory.
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw pathError(error, 'Reading', directory);
  }
}
