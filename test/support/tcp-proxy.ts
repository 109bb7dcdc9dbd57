// Owns a TCP proxy that fails on command, to show clients a server that refuses, hangs, lies, or resets after taking a request.
// Must not know what goes through it.
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * `pass`: everything goes through. `hang`: nothing does, connections stay open. `lose-answers`: what clients send
 * arrives, and once it has been handled the connection is reset instead of an answer. `reset-requests`: the first thing
 * a client sends resets the connection and never arrives.
 */
export type ProxyMode = 'pass' | 'hang' | 'lose-answers' | 'reset-requests';

export interface TcpProxy extends AsyncDisposable {
  readonly url: string;
  mode: ProxyMode;
  /** How `lose-answers` finds out that what arrived has been handled; it has half a second for it by default. */
  handled: () => Promise<unknown>;
}

/** @param answer what goes back instead of the bytes that came */
export async function startTcpProxy(
  target: string,
  answer: (data: Buffer) => Buffer = (data) => data,
): Promise<TcpProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let mode: ProxyMode = 'pass';
  let handled: TcpProxy['handled'] = () => sleep(500);
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let isLosing = false;
    const reset = (): void => {
      client.resetAndDestroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
      socket.on('error', () => undefined);
    }
    client.on('data', (data) => {
      if (mode === 'hang') return;
      if (mode === 'reset-requests') reset();
      else upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (mode === 'hang') return;
      // Not at once: the first bytes back acknowledge the frames and do not yet mean that the request was handled.
      if (mode !== 'lose-answers') client.write(answer(data));
      else if (!isLosing) {
        isLosing = true;
        // What was not handled is reset all the same; whoever waits for it says so.
        void handled().then(reset, reset);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    get mode() {
      return mode;
    },
    set mode(next) {
      mode = next;
    },
    get handled() {
      return handled;
    },
    set handled(next) {
      handled = next;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
