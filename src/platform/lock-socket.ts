// Owns the sockets by which one process knows that another still lives: the kernel answers for a holder that is frozen,
// or in another container, and stops when it is gone.
// Must not know what is locked.
import { open } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';

export interface LockSocket extends AsyncDisposable {
  /** The file's name in the directory. */
  readonly name: string;
}

/**
 * Listens in the directory until it is disposed of. Null where the file system makes no sockets, as one that another
 * machine shares with this one may.
 */
export async function openLockSocket(directory: string, name: string): Promise<LockSocket | null> {
  const place = await reach(directory);
  const server = createServer((socket) => socket.destroy());
  // It keeps nobody alive who has done his work.
  server.unref();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(join(place.path, name), resolve);
    });
  } catch (error) {
    await place[Symbol.asyncDispose]();
    if (['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
  return {
    name,
    [Symbol.asyncDispose]: async () => {
      // Removes the file too, by the path that it was made with.
      await new Promise((resolve) => server.close(resolve));
      await place[Symbol.asyncDispose]();
    },
  };
}

/** Whether somebody listens there. The connection is made by the kernel: a frozen process keeps it waiting, not out. */
export async function isListening(directory: string, name: string): Promise<boolean> {
  await using place = await reach(directory);
  return await new Promise<boolean>((resolve, reject) => {
    const socket = connect(join(place.path, name));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(false);
      // So many ask at once that the queue is full: somebody has that queue.
      else if (error.code === 'EAGAIN') resolve(true);
      else reject(error);
    });
  });
}

interface Reached extends AsyncDisposable {
  readonly path: string;
}

/** A short path of a directory, however long its own is: a socket's address has room for about a hundred characters. */
async function reach(directory: string): Promise<Reached> {
  if (process.platform !== 'linux') return { path: directory, [Symbol.asyncDispose]: async () => undefined };
  const handle = await open(directory, 'r');
  return { path: `/proc/self/fd/${handle.fd}`, [Symbol.asyncDispose]: () => handle.close() };
}
