// Owns fetching over HTTP: proxies, redirects, deadlines, sha256 of what was written. Outcomes are values, not errors.
// Must not know what is fetched, nor decide whether an outcome is a failure.
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Dispatcher } from 'undici';
import { EtcdMigrateError } from '../errors.ts';
import { fileError } from './files.ts';

/** An address that has not answered by then is unreachable: name lookup, connection, redirects and headers together. */
const ANSWER_LIMIT_MS = 5_000;
/** A transfer that stands still that long will not go on. */
const STALL_LIMIT_MS = 15_000;
const MOST_REDIRECTS = 5;

/** No answer came. `reason` is a phrase for people. */
export interface Unreachable {
  readonly outcome: 'unreachable';
  readonly reason: string;
}

/** An answer came, but not the thing. */
export interface Absent {
  readonly outcome: 'absent';
  readonly status: number;
}

/** The answer began and did not end. */
export interface Broken {
  readonly outcome: 'broken';
  readonly reason: string;
}

export interface Text {
  readonly outcome: 'text';
  readonly text: string;
}

export interface Saved {
  readonly outcome: 'saved';
  readonly sha256: string;
  readonly bytes: number;
}

export interface HttpClient {
  /** Whether the address answers with success or a redirect, without fetching it. */
  exists(url: string, signal: AbortSignal): Promise<{ readonly outcome: 'present' } | Absent | Unreachable>;
  /** A small text; more than `maxBytes` is `broken`. */
  readText(url: string, maxBytes: number, signal: AbortSignal): Promise<Text | Absent | Unreachable | Broken>;
  /** Writes the body to a new file. A file that is not `saved` is left for the caller's directory to go with. */
  save(
    url: string,
    file: string,
    signal: AbortSignal,
    onBytes: (done: number, total: number | undefined) => void,
  ): Promise<Saved | Absent | Unreachable | Broken>;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Response = Dispatcher.ResponseData;

/** `environment`: HTTP_PROXY, HTTPS_PROXY and NO_PROXY, in either case, are honoured. */
export function createHttpClient(environment: Environment): HttpClient {
  let shared: Dispatcher | undefined;
  const proxy = (name: string): string => environment[name.toLowerCase()] ?? environment[name] ?? '';

  /** Asks and follows redirects; rejects when no headers came in time. */
  const ask = async (method: 'GET' | 'HEAD', url: string, signal: AbortSignal, follow: boolean): Promise<Response> => {
    // undici is loaded late: `--version` must not pay for it.
    const { Agent, EnvHttpProxyAgent, request } = await import('undici');
    const [httpProxy, httpsProxy] = [proxy('HTTP_PROXY'), proxy('HTTPS_PROXY')];
    // Without a proxy the plain agent is used: the other one prints a warning that it is experimental.
    shared ??=
      httpProxy || httpsProxy
        ? new EnvHttpProxyAgent({ httpProxy, httpsProxy, noProxy: proxy('NO_PROXY'), bodyTimeout: STALL_LIMIT_MS })
        : new Agent({ bodyTimeout: STALL_LIMIT_MS });
    let current = new URL(url);
    for (let redirects = 0; ; redirects += 1) {
      const response = await request(current, {
        method,
        signal,
        dispatcher: shared,
        // Compressed in transit, a .tar.gz would not have its published checksum.
        headers: { 'accept-encoding': 'identity', 'user-agent': 'etcd-migrate' },
      });
      // A connection may break before anybody reads the body; the reader still sees it, but it must not end the process.
      response.body.on('error', () => {});
      const location = response.headers.location;
      if (!follow || response.statusCode < 300 || response.statusCode > 399 || typeof location !== 'string') {
        return response;
      }
      await response.body.dump();
      if (redirects === MOST_REDIRECTS) throw new Error(`more than ${MOST_REDIRECTS} redirects`);
      const next = new URL(location, current);
      if (current.protocol === 'https:' && next.protocol !== 'https:') {
        throw new Error(`redirected from https to ${next.protocol}//${next.host}`);
      }
      current = next;
    }
  };

  /** `ask` within the limit. The limit ends with the headers; the body has its own. */
  const answer = async (
    method: 'GET' | 'HEAD',
    url: string,
    signal: AbortSignal,
    follow: boolean,
  ): Promise<Response | Unreachable> => {
    signal.throwIfAborted();
    const late = new AbortController();
    const timer = setTimeout(
      () => late.abort(new Error(`no answer within ${ANSWER_LIMIT_MS / 1000} s`)),
      ANSWER_LIMIT_MS,
    );
    try {
      return await ask(method, url, AbortSignal.any([signal, late.signal]), follow);
    } catch (error) {
      signal.throwIfAborted();
      return { outcome: 'unreachable', reason: reasonOf(error) };
    } finally {
      clearTimeout(timer);
    }
  };

  const discard = (response: Response): Promise<void> =>
    response.body.dump().then(
      () => {},
      // Nobody wants the body of such an answer, nor how it ended.
      () => {},
    );

  return {
    exists: async (url, signal) => {
      const response = await answer('HEAD', url, signal, false);
      if ('outcome' in response) return response;
      await discard(response);
      return response.statusCode < 400 ? { outcome: 'present' } : { outcome: 'absent', status: response.statusCode };
    },

    readText: async (url, maxBytes, signal) => {
      const response = await answer('GET', url, signal, true);
      if ('outcome' in response) return response;
      if (response.statusCode !== 200) {
        await discard(response);
        return { outcome: 'absent', status: response.statusCode };
      }
      const chunks: Uint8Array[] = [];
      let bytes = 0;
      try {
        for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
          bytes += chunk.length;
          if (bytes > maxBytes) return { outcome: 'broken', reason: `more than ${maxBytes} bytes` };
          chunks.push(chunk);
        }
      } catch (error) {
        signal.throwIfAborted();
        return { outcome: 'broken', reason: reasonOf(error) };
      }
      return { outcome: 'text', text: Buffer.concat(chunks).toString('utf8') };
    },

    save: async (url, file, signal, onBytes) => {
      const response = await answer('GET', url, signal, true);
      if ('outcome' in response) return response;
      if (response.statusCode !== 200) {
        await discard(response);
        return { outcome: 'absent', status: response.statusCode };
      }
      const length = Number(response.headers['content-length']);
      return writeBody(response, Number.isFinite(length) ? length : undefined, file, signal, onBytes);
    },
  };
}

async function writeBody(
  response: Response,
  total: number | undefined,
  file: string,
  signal: AbortSignal,
  onBytes: (done: number, total: number | undefined) => void,
): Promise<Saved | Broken> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const handle = await open(file, 'wx');
    try {
      for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
        hash.update(chunk);
        await handle.writeFile(chunk);
        bytes += chunk.length;
        onBytes(bytes, total);
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    signal.throwIfAborted();
    const translated = fileError(error, 'Writing', file);
    if (translated instanceof EtcdMigrateError) throw translated;
    const of = total === undefined ? '' : ` of ${total}`;
    return { outcome: 'broken', reason: `${reasonOf(error)} after ${bytes}${of} bytes` };
  }
  return { outcome: 'saved', sha256: hash.digest('hex'), bytes };
}

/** undici hides the cause ("ENOTFOUND github.com") one level down, and behind an AggregateError for several addresses. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.map(reasonOf).join(', ');
  if (error.cause instanceof Error) return reasonOf(error.cause);
  return error.message || error.name;
}
