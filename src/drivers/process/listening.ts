// Owns telling whether a process itself listens on a port: an answer alone may come from a stranger that took it.
// Must not connect to anything.
import { readdir, readFile, readlink } from 'node:fs/promises';

/** State "LISTEN" in /proc/net/tcp. */
const LISTEN = '0A';

/**
 * Whether the process or one of its descendants (a wrapper script's etcd) holds the listening socket of a TCP port.
 * Null where that cannot be seen, because there is no /proc.
 */
export async function holdsPort(pid: number, port: number): Promise<boolean | null> {
  const wanted = await listeningInodes(port);
  if (wanted === null) return null;
  const links = wanted.map((inode) => `socket:[${inode}]`);
  for (const candidate of await withDescendants(pid)) {
    for (const descriptor of await namesIn(`/proc/${candidate}/fd`)) {
      const target = await readlink(`/proc/${candidate}/fd/${descriptor}`).catch(() => '');
      if (links.includes(target)) return true;
    }
  }
  return false;
}

async function listeningInodes(port: number): Promise<readonly string[] | null> {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((path) => readFile(path, 'utf8').catch(() => null)),
  );
  if (tables[0] === null) return null;
  return tables
    .flatMap((table) => table?.split('\n').slice(1) ?? [])
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(suffix) && state === LISTEN)
    .map((fields) => fields[9] ?? '');
}

async function withDescendants(pid: number): Promise<readonly number[]> {
  const found = [pid];
  for (const parent of found) {
    const children = await readFile(`/proc/${parent}/task/${parent}/children`, 'utf8').catch(() => '');
    found.push(...children.split(' ').filter(Boolean).map(Number));
  }
  return found;
}

async function namesIn(directory: string): Promise<readonly string[]> {
  return readdir(directory).catch(() => []);
}
