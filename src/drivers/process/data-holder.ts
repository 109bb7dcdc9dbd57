// Owns finding the process that works on a member's data, whoever has started it: bbolt locks its file for as long.
// Must not signal it. Without /proc nothing is found.
import { readdir, readFile, stat } from 'node:fs/promises';
import { identify, type ProcessIdentity } from '../../platform/process-identity.ts';

/**
 * Who has locked the database for writing; null where nobody has, or nobody who can be seen from here: the kernel does
 * not show the locks of another container. An etcd that is started beside such a one gives up over the same lock.
 */
export async function holderOf(database: string): Promise<ProcessIdentity | null> {
  const [locks, file] = await Promise.all([readOrNull('/proc/locks'), statOrNull(database)]);
  if (locks === null || file === null) return null;
  // "1: FLOCK  ADVISORY  WRITE 4242 fe:00:131077 0 EOF": the pid, then device and inode.
  const holders = locks
    .split('\n')
    .map((line) => /^\d+: FLOCK +\S+ +WRITE +(\d+) +[^: ]+:[^: ]+:(\d+) /.exec(line))
    .filter((match) => match !== null && BigInt(match[2] ?? 0) === file.ino)
    .map((match) => Number(match?.[1]));
  for (const pid of holders) {
    // Another file system may have a file with the same inode.
    if (await hasOpen(pid, file)) return await identify(pid);
  }
  return null;
}

type FileId = { readonly ino: bigint; readonly dev: bigint };

async function hasOpen(pid: number, file: FileId): Promise<boolean> {
  const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => []);
  const files = await Promise.all(descriptors.map((name) => statOrNull(`/proc/${pid}/fd/${name}`)));
  return files.some((each) => each !== null && each.ino === file.ino && each.dev === file.dev);
}

async function readOrNull(path: string): Promise<string | null> {
  return await readFile(path, 'utf8').catch(() => null);
}

async function statOrNull(path: string): Promise<FileId | null> {
  return await stat(path, { bigint: true }).catch(() => null);
}
