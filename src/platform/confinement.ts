// Owns the question whether a path stays inside a directory, wherever its links lead.
// Must not know why somebody asks, nor read what is there.
import { lstat, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

/** Whether the path is in the directory by its name, or by the one that a link in that name leads to. */
export async function isNamedWithin(directory: string, path: string): Promise<boolean> {
  return isWithin(resolve(directory), path) || isWithin(await realpath(directory), path);
}

/** Whether the path is the directory or something in it, by the names alone: no link is followed. */
function isWithin(directory: string, path: string): boolean {
  const way = relative(directory, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * Whether the path, which is absolute and may be of nothing, is inside the directory with every link on its way
 * followed. A link that leads nowhere is not inside, nor is what cannot be looked at: whether there is something
 * outside is nobody's to learn.
 */
export async function staysInside(directory: string, path: string): Promise<boolean> {
  if (!(await isNamedWithin(directory, path))) return false;
  const root = await realpath(directory);
  // What does not exist is where the nearest directory above it is.
  for (let at = path; ; at = dirname(at)) {
    try {
      return isWithin(root, await realpath(at));
    } catch (error) {
      const isNothing = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
      if (!isNothing || (await isLink(at)) || at === dirname(at)) return false;
    }
  }
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch {
    // Nothing is there, so no link either: the caller goes on with what is above it.
    return false;
  }
}
