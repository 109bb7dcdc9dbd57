// Owns this machine as a host.
// Must not know transactions.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { link, mkdtemp, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Clock } from '../../engine/ports.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { pathError, syncDirectory, writeFileAtomic, writeNewFile } from '../../platform/files.ts';
import { bootId, isAlive } from '../../platform/process-identity.ts';
import type { Host, HostFiles, HostProgram } from './ports.ts';

const PRIVATE = 0o600;

export function localHost(clock: Clock): Host {
  return {
    files: localFiles,
    now: async () => {
      const uptime = await localFiles.read('/proc/uptime');
      const seconds = uptime === null ? Math.floor(clock.wallMs() / 1000) : Number(uptime.split(' ')[0]);
      return { bootId: await bootId(), seconds };
    },
    isAlive,
    launch,
  };
}

export const localFiles: HostFiles = {
  list: async (directory) => (await unlessAbsent(readdir(directory))) ?? [],
  read: (path) => unlessAbsent(readFile(path, 'utf8')),
  write: (path, content) => writeFileAtomic(path, content, PRIVATE),
  create: async (path, content) => {
    const draft = draftOf(path);
    try {
      await writeNewFile(draft, content, PRIVATE);
      // link() fails where the name exists, rename() would replace it.
      await link(draft, path);
      await syncDirectory(dirname(path));
      return true;
    } catch (error) {
      if (isOneOf(error, ['EEXIST'])) return false;
      throw pathError(error, 'Writing', path);
    } finally {
      await rm(draft, { force: true });
    }
  },
  place: async (directory, files) => {
    let draft: string | undefined;
    try {
      draft = await mkdtemp(join(dirname(directory), '.draft-'));
      for (const [name, content] of Object.entries(files)) await writeNewFile(join(draft, name), content, PRIVATE);
      await syncDirectory(draft);
      await rename(draft, directory);
      await syncDirectory(dirname(directory));
      return true;
    } catch (error) {
      if (draft !== undefined) await rm(draft, { recursive: true, force: true });
      if (isOneOf(error, ['EEXIST', 'ENOTEMPTY'])) return false;
      throw pathError(error, 'Writing', directory);
    }
  },
  stat: async (path) => {
    const facts = await unlessAbsent(stat(path));
    return facts && { sizeBytes: facts.size };
  },
  freeBytes: async (directory) => {
    const { bavail, bsize } = await statfs(directory);
    return bavail * bsize;
  },
};

async function launch({ argv, directory, environment, log }: HostProgram): Promise<void> {
  const [command, ...args] = argv;
  const output = await open(log, 'a', PRIVATE).catch((error: unknown) => {
    throw pathError(error, 'Writing', log);
  });
  try {
    const child = spawn(command, args, {
      cwd: directory,
      env: { ...environment },
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (error) =>
        reject(new EtcdMigrateError('tool-failed', `${command} cannot be started: ${error.message}`, { cause: error })),
      );
    });
    child.unref();
  } finally {
    await output.close();
  }
}

function draftOf(path: string): string {
  return `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
}

async function unlessAbsent<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (isOneOf(error, ['ENOENT', 'ENOTDIR'])) return null;
    throw error;
  }
}

function isOneOf(error: unknown, codes: readonly string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? '');
}
