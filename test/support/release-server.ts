// Owns a real HTTP server on loopback that speaks the layout of etcd's GitHub releases, redirects included, and can
// misbehave in the ways that mirrors and networks do. Must not know the release store.
import { createHash } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { create } from 'tar';
import { choosePorts } from '../../src/drivers/process/free-ports.ts';
import { createRandom } from '../../src/platform/random.ts';

export const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** A program that answers like a tool of etcd: the store cannot tell it from one, and it needs no compiler. */
export function fakeTool(tool: string, version: string): string {
  const says = tool === 'etcd' ? `etcd Version: ${version}` : `${tool} version: ${version}`;
  return `#!/bin/sh\necho '${says}'\n`;
}

/** A release archive with these files in the folder that etcd's archives have. */
export async function makeArchive(folder: string, files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const root = await mkdtemp(join(tmpdir(), 'etcd-migrate-archive-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = join(root, folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content, { mode: 0o755 });
    }
    const file = join(root, 'archive.tar.gz');
    await create({ gzip: true, file, cwd: root, portable: true }, [folder]);
    return await readFile(file);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

export interface PublishedVersion {
  readonly archive: Uint8Array;
  /** Default: a list that is right. */
  readonly checksums?: string;
  /** What the server does when the archive is asked for. */
  readonly behaviour?: 'serve' | 'break-off' | 'stall' | 'not-found';
}

export interface ReleaseServer extends AsyncDisposable {
  readonly baseUrl: string;
  /** "GET /v3.5.33/SHA256SUMS" of every request, in order. */
  readonly requests: readonly string[];
  publish(version: string, published: PublishedVersion): void;
}

export const folderOf = (version: string): string => `etcd-v${version}-linux-amd64`;

/** Publishes a release whose tools answer as `says` (default: rightly). */
export async function publishFake(server: ReleaseServer, version: string, says = version): Promise<Uint8Array> {
  const files = ['etcd', 'etcdctl', 'etcdutl'].map((tool) => [tool, fakeTool(tool, says)]);
  const archive = await makeArchive(folderOf(version), Object.fromEntries(files));
  server.publish(version, { archive });
  return archive;
}

export async function startReleaseServer(): Promise<ReleaseServer> {
  const versions = new Map<string, PublishedVersion>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    answer(versions, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/download`,
    requests,
    publish: (version, published) => versions.set(version, published),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(
  versions: ReadonlyMap<string, PublishedVersion>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const [, place, version = '', file = ''] = /^\/(download|objects)\/v([^/]+)\/(.+)$/.exec(request.url ?? '') ?? [];
  const published = versions.get(version);
  if (published === undefined) {
    response.writeHead(404).end('Not Found');
    return;
  }
  // As GitHub does: the download address answers with the address of an object store.
  if (place === 'download') {
    response.writeHead(302, { location: `/objects/v${version}/${file}` }).end();
    return;
  }
  const name = `${folderOf(version)}.tar.gz`;
  if (file === 'SHA256SUMS') {
    response.end(published.checksums ?? `${sha256(published.archive)}  ${name}\n`);
    return;
  }
  if (file !== name || published.behaviour === 'not-found') {
    response.writeHead(404).end('Not Found');
    return;
  }
  response.writeHead(200, { 'content-length': published.archive.length });
  const half = published.archive.subarray(0, Math.floor(published.archive.length / 2));
  if (published.behaviour === 'stall') response.write(half);
  else if (published.behaviour === 'break-off') response.write(half, () => response.destroy());
  else response.end(published.archive);
}

interface SilentServer extends AsyncDisposable {
  readonly baseUrl: string;
  /** How often it was asked so far. */
  questions(): number;
}

/** An address that takes connections and never says a word. */
export async function startSilentServer(): Promise<SilentServer> {
  const sockets = new Set<{ destroy(): void }>();
  let questions = 0;
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('data', () => {
      questions += 1;
    });
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    questions: () => questions,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Counts how often this process tries to connect to an address, until it is disposed. */
export function countAttempts(url: string): Disposable & { readonly count: () => number } {
  const wanted = Number(new URL(url).port);
  let attempts = 0;
  const begins = (message: unknown): void => {
    const { socket } = message as { readonly socket: Socket };
    socket.once('connectionAttempt', (_address: string, port: number) => {
      if (port === wanted) attempts += 1;
    });
  };
  subscribe('net.client.socket', begins);
  return { count: () => attempts, [Symbol.dispose]: () => void unsubscribe('net.client.socket', begins) };
}

/** An address that nobody listens on. */
export async function findClosedAddress(): Promise<string> {
  const [port] = await choosePorts(1, createRandom(process.pid));
  return `http://127.0.0.1:${port}`;
}
