// Owns the two plain HTTP reads of a member that gRPC does not offer: /version and peer /downgrade/enabled.
// Must not read anything else: GET /health writes to the raft log of members below 3.6 and later kills 3.6 (K19, K22).

import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Credentials } from '../engine/ports.ts';
import { EtcdMigrateError } from '../errors.ts';
import { present } from '../present.ts';
import { etcdCallError } from './errors.ts';

const BODY_LIMIT_BYTES = 64 * 1024;

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * Makes one GET on a new connection. Throws `member-lost` without an answer within `deadlineMs`, the reason on abort.
 */
export async function getFromMember(
  base: string,
  path: '/version' | '/downgrade/enabled',
  credentials: Credentials,
  deadlineMs: number,
  signal?: AbortSignal,
): Promise<HttpAnswer> {
  const url = new URL(path, base);
  const what = `GET ${url.href}`;
  signal?.throwIfAborted();
  const timeout = new AbortController();
  const timer = setTimeout(() => {
    timeout.abort(new EtcdMigrateError('member-lost', `${what}: no answer within ${deadlineMs / 1000} s.`));
  }, deadlineMs);
  const both = signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal;
  try {
    return await new Promise<HttpAnswer>((resolve, reject) => {
      const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
      const request = send(url, { agent: false, signal: both, ...tlsOptions(url, credentials) }, (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > BODY_LIMIT_BYTES)
            response.destroy(new Error(`the answer is longer than ${BODY_LIMIT_BYTES} bytes`));
          else chunks.push(chunk);
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
        response.on('error', reject);
      });
      request.on('error', reject);
      request.end();
    });
  } catch (error) {
    both.throwIfAborted();
    throw etcdCallError(what, error);
  } finally {
    clearTimeout(timer);
  }
}

function tlsOptions(url: URL, { tls }: Credentials): object {
  if (tls === undefined || url.protocol !== 'https:') return {};
  return {
    ca: tls.caPem,
    ...present({ cert: tls.certPem, key: tls.keyPem }),
    // Without a server name, Node verifies the certificate against the host of the URL.
    ...present({ servername: tls.serverName }),
  };
}
