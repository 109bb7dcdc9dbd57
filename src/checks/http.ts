// Owns plain HTTP calls of checks: one connection each, closed at once, since etcd waits 7 s for open ones when it stops.
// Must not call /health: on members below 3.6 it writes to the raft log and later kills 3.6 members (K19, K22).

import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Credentials } from '../engine/ports.ts';
import { present } from '../present.ts';

export interface HttpCall {
  readonly base: string;
  readonly path: '/version' | '/metrics' | `/v3/${string}` | `/v3beta/${string}`;
  readonly credentials: Credentials;
  /** Body that is sent as JSON by POST; without one the call is a GET. */
  readonly body?: unknown;
  readonly token?: string;
}

const timeoutMs = 5000;

export function callHttp({
  base,
  path,
  credentials,
  body,
  token,
}: HttpCall): Promise<{ status: number; body: string }> {
  const url = new URL(path, base);
  const { tls } = credentials;
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      {
        method: body === undefined ? 'GET' : 'POST',
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
        headers: token === undefined ? {} : { authorization: token },
        ...(tls && {
          ca: tls.caPem,
          ...present({ cert: tls.certPem, key: tls.keyPem, servername: tls.serverName }),
        }),
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
