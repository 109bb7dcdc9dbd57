// Owns the connection to one member: TLS, login, deadlines, and raw unary and streaming calls to that member alone.
// Must not know what the calls mean (facts.ts, control.ts) nor repeat an operation.

import { noop } from 'cockatiel';
import { Etcd3 } from 'etcd3';
import type { Credentials } from '../engine/ports.ts';
import { EtcdMigrateError } from '../errors.ts';
import { systemClock } from '../platform/clock.ts';
import { present } from '../present.ts';
import { classifyEtcdError, etcdCallError } from './errors.ts';

export interface CallOptions {
  /** Milliseconds until the call counts as unanswered. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
}

export type Service = 'KV' | 'Lease' | 'Cluster' | 'Maintenance' | 'Auth';

/** One endpoint, one connection. 64-bit numbers in answers are decimal strings; callers make them bigint. */
export interface MemberClient {
  readonly url: string;
  unary<T>(service: Service, method: string, request: object, options: CallOptions): Promise<T>;
  /** Gives the messages of a server stream; ends or throws within the deadline. */
  stream<T>(service: Service, method: string, request: object, options: CallOptions): AsyncIterable<T>;
  close(): void;
}

// These are the parts of grpc-js and of etcd3's pool that are used here. etcd3 hides its pool, and its own wrappers
// lack what we need: `hashKV` names a method that does not exist, no call can be aborted, and its login ignores the
// channel options (so a server name would not hold for it) and leaves one channel open per login.
interface Metadata {
  set(key: string, value: string): void;
}
interface Cancellable {
  cancel(): void;
}
type UnaryMethod = (
  request: object,
  metadata: Metadata,
  options: { deadline: number },
  done: (error: Error | null, response: unknown) => void,
) => Cancellable;
type StreamMethod = (
  request: object,
  metadata: Metadata,
  options: { deadline: number },
) => Cancellable & AsyncIterable<unknown>;
type GrpcClient = Readonly<Record<string, unknown>>;
interface Pool {
  withConnection<T>(service: Service, use: (held: { client: GrpcClient; metadata: Metadata }) => T): Promise<T>;
}

/**
 * Connects lazily. There is no circuit breaker and no retry (etcd3's default breaker turns a 150 ms restart into 5 s),
 * and a short reconnect back-off for the same reason. The receive limit is lifted: 4 MiB is less than one large range.
 */
export function connectMember(url: string, credentials: Credentials): MemberClient {
  const { tls, user } = credentials;
  const client = new Etcd3({
    hosts: url,
    faultHandling: { host: () => noop, global: noop },
    grpcOptions: {
      'grpc.max_receive_message_length': -1,
      'grpc.initial_reconnect_backoff_ms': 50,
      'grpc.min_reconnect_backoff_ms': 50,
      'grpc.max_reconnect_backoff_ms': 100,
      'grpc.use_local_subchannel_pool': 1,
      ...present({ 'grpc.ssl_target_name_override': tls?.serverName }),
    },
    ...present({
      credentials:
        tls === undefined
          ? undefined
          : {
              rootCertificate: Buffer.from(tls.caPem),
              ...present({
                privateKey: tls.keyPem === undefined ? undefined : Buffer.from(tls.keyPem),
                certChain: tls.certPem === undefined ? undefined : Buffer.from(tls.certPem),
              }),
            },
    }),
  });
  const pool = (client.maintenance as unknown as { client: Pool }).client;
  let token: Promise<string> | null = null;

  const callOnce = async <T>(
    service: Service,
    method: string,
    request: object,
    options: CallOptions,
    loginToken: string | null,
  ): Promise<T> => {
    options.signal?.throwIfAborted();
    // The error travels as a value: thrown, etcd3 would close the channel and retype the error without its code.
    const outcome = await pool.withConnection(service, ({ client: grpc, metadata }) => {
      if (loginToken !== null) metadata.set('token', loginToken);
      return new Promise<{ error: Error | null; response: unknown }>((resolve) => {
        const call = (grpc[method] as UnaryMethod).call(
          grpc,
          request,
          metadata,
          { deadline: systemClock.wallMs() + options.deadlineMs },
          (error, response) => {
            options.signal?.removeEventListener('abort', cancel);
            resolve({ error, response });
          },
        );
        const cancel = () => call.cancel();
        options.signal?.addEventListener('abort', cancel, { once: true });
      });
    });
    if (outcome.error === null) return outcome.response as T;
    options.signal?.throwIfAborted();
    throw outcome.error;
  };

  const login = (options: CallOptions): Promise<string> | null => {
    if (user === undefined) return null;
    if (token === null) {
      // All calls that wait for the login share it, so no single caller's abort may end it.
      const attempt = callOnce<{ token: string }>(
        'Auth',
        'authenticate',
        { name: user.name, password: user.password },
        { deadlineMs: options.deadlineMs },
        null,
      ).then(
        (answer) => answer.token,
        (error: unknown) => {
          if (token === attempt) token = null;
          throw etcdCallError(`Login of user ${user.name} at ${url}`, error);
        },
      );
      token = attempt;
      attempt.catch(() => {});
    }
    return token;
  };

  /** A restarted member has forgotten its simple tokens, so one new login is part of the login, not a retry. */
  const withLogin = async <T>(options: CallOptions, call: (loginToken: string | null) => Promise<T>): Promise<T> => {
    const used = login(options);
    try {
      return await call(await used);
    } catch (error) {
      if (used === null || classifyEtcdError(error) !== 'token-expired') throw error;
      if (token === used) token = null;
      return await call(await login(options));
    }
  };

  return {
    url,
    unary: (service, method, request, options) =>
      withLogin(options, (loginToken) => callOnce(service, method, request, options, loginToken)),
    async *stream<T>(service: Service, method: string, request: object, options: CallOptions) {
      const open = (loginToken: string | null) =>
        pool.withConnection(service, ({ client: grpc, metadata }) => {
          if (loginToken !== null) metadata.set('token', loginToken);
          const deadline = systemClock.wallMs() + options.deadlineMs;
          return (grpc[method] as StreamMethod).call(grpc, request, metadata, { deadline });
        });
      options.signal?.throwIfAborted();
      // The first message proves the login; only until then may a forgotten token be renewed.
      const begin = async (loginToken: string | null) => {
        const call = await open(loginToken);
        const cancel = () => call.cancel();
        options.signal?.addEventListener('abort', cancel, { once: true });
        const messages = call[Symbol.asyncIterator]();
        try {
          return { call, cancel, messages, first: await messages.next() };
        } catch (error) {
          options.signal?.removeEventListener('abort', cancel);
          throw error;
        }
      };
      try {
        const { call, cancel, messages, first } = await withLogin(options, begin);
        try {
          for (let next = first; !next.done; next = await messages.next()) yield next.value as T;
        } finally {
          options.signal?.removeEventListener('abort', cancel);
          call.cancel();
        }
      } catch (error) {
        options.signal?.throwIfAborted();
        throw error;
      }
    },
    close: () => client.close(),
  };
}

/** Refuses what cannot be a member's URL before anything connects. */
export function requireMemberUrl(url: string): URL {
  try {
    const parsed = new URL(url);
    if (parsed.protocol === 'http:' || parsed.protocol === 'https:') return parsed;
  } catch {
    // What is no URL at all gets the one message for both mistakes.
  }
  throw new EtcdMigrateError('connection-failed', `"${url}" is not an http or https URL of an etcd member.`);
}
