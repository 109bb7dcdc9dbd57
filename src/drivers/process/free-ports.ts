// Owns choosing ports on 127.0.0.1 that nobody uses and no other run will take.
// Must not start anything; the choice is a promise only until somebody else binds the port.
import { createServer } from 'node:net';
import type { Random } from '../../engine/ports.ts';
import { EtcdMigrateError } from '../../errors.ts';

/**
 * Members' ports lie below Linux's range for outgoing connections (32768 and up), where one of those could take a
 * member's port while it restarts.
 */
const LOWEST_PORT = 20_000;
const HIGHEST_PORT = 32_000;
/**
 * A run takes the first ports of one block. While one of its members is down, the others hold their ports, so another
 * run that probes the block finds it taken and cannot slip into the gap.
 */
const PORT_BLOCK = 32;
const TRIES = 200;

/** `count` consecutive free ports at the start of a block. Throws `port-taken` when no block is free. */
export async function choosePorts(count: number, random: Random, signal?: AbortSignal): Promise<readonly number[]> {
  const blocks = Math.floor((HIGHEST_PORT - LOWEST_PORT) / PORT_BLOCK);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    signal?.throwIfAborted();
    const ports = portsFrom(LOWEST_PORT + random.int(blocks) * PORT_BLOCK, count);
    if ((await firstTaken(ports)) === null) return ports;
  }
  throw new EtcdMigrateError(
    'port-taken',
    `No ${count} free ports on 127.0.0.1 between ${LOWEST_PORT} and ${HIGHEST_PORT} after ${TRIES} tries.`,
  );
}

/** Makes sure that nobody uses the ports. Throws `port-taken` naming the first one that is in use. */
export async function requireFree(ports: readonly number[]): Promise<void> {
  const taken = await firstTaken(ports);
  if (taken !== null) {
    throw new EtcdMigrateError(
      'port-taken',
      `Port ${taken} on 127.0.0.1 is already in use by another process; no member was started.`,
      { details: { port: taken } },
    );
  }
}

export function portsFrom(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}

async function firstTaken(ports: readonly number[]): Promise<number | null> {
  for (const port of ports) if (!(await canBind(port))) return port;
  return null;
}

function canBind(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
