// Owns the etcd3 client as a careful application configures it: every endpoint, its own retries, short reconnects.
// Must not know what is done with it (workload/, checks/) nor administer a cluster (member-access.ts).

import { ConstantBackoff, handleWhen, noop, retry } from 'cockatiel';
import { Etcd3, type IOptions } from 'etcd3';
import type { Credentials } from '../engine/ports.ts';
import { systemClock } from '../platform/clock.ts';
import { present } from '../present.ts';

export type {
  Etcd3,
  IKeyValue,
  ILeaseKeepAliveResponse,
  IRangeResponse,
  IResponseHeader,
  ITxnResponse,
  IWatchResponse,
  Lease,
  Watcher,
} from 'etcd3';

export interface Endpoint {
  readonly member: string;
  /** Client URL, http or https. */
  readonly url: string;
}

/**
 * Longest wait for one call, milliseconds. Above an election and a member's restart (1–2 s), and below the 7 s after
 * which etcd itself gives up a proposal: an application does not hang as long as a server that has lost its leader.
 */
export const callDeadlineMs = 5000;

/** One member behind its own client, for calls where it matters who answers. */
export interface MemberConnection {
  readonly member: string;
  readonly url: string;
  readonly client: Etcd3;
  /**
   * HashKV at exactly this revision. The library's own hashKV() always throws: it looks for a method "hashKV" that
   * grpc-js calls "hashKv".
   */
  hashKv(revision: string): Promise<{ readonly hash: number; readonly compact_revision: string }>;
  /** The library's own snapshot() leaves the login out: it passes it where the request belongs. */
  snapshot(): Promise<SnapshotStream>;
}

export interface SnapshotStream {
  on(event: 'data', listener: (part: { readonly blob: Buffer }) => void): this;
  on(event: 'end', listener: () => void): this;
  on(event: 'error', listener: (error: Error) => void): this;
  cancel(): void;
}

export interface ApplicationClient extends AsyncDisposable {
  readonly members: readonly MemberConnection[];
  /** The library over all endpoints: picks a member at random and moves on by itself. For streams and leases. */
  readonly pool: Etcd3;
  close(): void;
}

/** Tries the next endpoint when a call never reached one; anything else may have happened and is the caller's. */
function unsentAgain(endpoints: number) {
  if (endpoints === 1) return noop;
  return retry(
    handleWhen((error) => /No connection established/.test(error.message)),
    { maxAttempts: 6, backoff: new ConstantBackoff(20) },
  );
}

function optionsFor(hosts: string[], credentials: Credentials, name: string): IOptions {
  const { tls, user } = credentials;
  return {
    hosts,
    ...(tls && {
      credentials: {
        rootCertificate: Buffer.from(tls.caPem),
        ...present({
          privateKey: tls.keyPem === undefined ? undefined : Buffer.from(tls.keyPem),
          certChain: tls.certPem === undefined ? undefined : Buffer.from(tls.certPem),
        }),
      },
    }),
    ...(user && { auth: { username: user.name, password: user.password } }),
    // The defaults open a circuit breaker for 5 s, which makes a 150 ms restart a 5 s one, and retry writes whose
    // outcome is in doubt. The application owns its retries.
    faultHandling: {
      host: () => noop,
      global: unsentAgain(hosts.length),
      watchBackoff: new ConstantBackoff(100).next(),
    },
    defaultCallOptions: (context) => (context.isStream ? {} : { deadline: Date.now() + callDeadlineMs }),
    grpcOptions: {
      'grpc.initial_reconnect_backoff_ms': 50,
      'grpc.min_reconnect_backoff_ms': 50,
      'grpc.max_reconnect_backoff_ms': 250,
      // The library's limit is 4 MB, which is less than a prefix of large values.
      'grpc.max_receive_message_length': -1,
      // Pings notice a frozen host. etcd closes connections that ping more often than every 5 s.
      'grpc.keepalive_time_ms': 10_000,
      'grpc.keepalive_timeout_ms': 5000,
      // gRPC shares connections between channels with equal options: a name of its own is a connection of its own,
      // as separate processes have.
      'grpc.primary_user_agent': name,
      ...(tls?.serverName !== undefined && {
        'grpc.ssl_target_name_override': tls.serverName,
        'grpc.default_authority': tls.serverName,
      }),
    },
  };
}

/** What the library asks for the token that goes with every call. */
interface Login {
  getMetadata(): Promise<unknown>;
  invalidateMetadata(): void;
}

/** The library with two calls that it gets wrong, and the inner parts that are mended below. */
class OpenClient extends Etcd3 {
  get #loginHolder(): { authenticator: Login } {
    return this.pool as unknown as { authenticator: Login };
  }

  get login(): Login {
    return this.#loginHolder.authenticator;
  }

  set login(login: Login) {
    this.#loginHolder.authenticator = login;
  }

  get hosts(): readonly Host[] {
    return (this.pool as unknown as { hosts: readonly Host[] }).hosts;
  }

  get watchStream(): WatchStream {
    return (this as unknown as { watchManager: WatchStream }).watchManager;
  }

  call<T>(service: 'Maintenance', method: string, payload: unknown): Promise<T> {
    return this.pool.exec(service, method, payload);
  }

  snapshot(): Promise<SnapshotStream> {
    return this.pool.withConnection('Maintenance', ({ client, metadata }) => {
      const service = client as unknown as { snapshot(request: object, login: typeof metadata): SnapshotStream };
      return service.snapshot({}, metadata);
    });
  }
}

/** One endpoint, with the gRPC channel that all its calls and streams share. */
interface Host {
  resetAllServices(): void;
  close(): void;
}

/**
 * The library closes the channel of an endpoint when one call on it fails, and with it every other call and stream
 * that was about to begin ("Channel closed before call started"). A gRPC channel reconnects by itself.
 */
function keepChannels(client: OpenClient): void {
  for (const host of client.hosts) {
    const [reset, close] = [host.resetAllServices.bind(host), host.close.bind(host)];
    host.resetAllServices = () => undefined;
    host.close = () => {
      host.resetAllServices = reset;
      close();
    };
  }
}

/** What the library's watches share: one stream, and a queue of those to be created on it. */
interface WatchStream {
  handleCreatedResponse(response: { readonly canceled: boolean; readonly cancel_reason: string }): void;
  handleError(error: Error): void;
}

/**
 * Begins a new stream, with a new login, after etcd refused to create a watch. The library leaves the refused watch at
 * the head of its queue, so that none behind it is ever created; and the stream goes on with the login of its start,
 * which a restarted member has forgotten, so that etcd would refuse those too. Watches that did exist on the stream
 * resume.
 */
function renewRefusedStream(client: OpenClient): void {
  const stream = client.watchStream;
  const own = stream.handleCreatedResponse.bind(stream);
  stream.handleCreatedResponse = (response) => {
    own(response);
    if (!response.canceled) return;
    client.login.invalidateMetadata();
    stream.handleError(new Error(`A watch was refused: ${response.cancel_reason}`));
  };
}

/** Refusals that come so soon after a login were sent before it, or reach a member that has not applied it yet. */
const newLoginMs = 1000;
const askAgainMs = 50;

/**
 * Makes one new login however many calls were refused. The library logs in again for each refused call in flight: after
 * the restart of a member, which forgets its tokens, so many password hashes (80 ms each) stall etcd for seconds. Each
 * connection has a login of its own, through its own member: elsewhere a new token may not have arrived yet.
 */
function calmLogin(client: OpenClient): void {
  const own = client.login;
  let current: Promise<unknown> | undefined;
  let knownSinceUs: number | undefined;
  let refused = false;
  client.login = {
    getMetadata: async () => {
      if (refused) {
        refused = false;
        await systemClock.sleep(askAgainMs);
      }
      current ??= own.getMetadata().then(
        (metadata) => {
          knownSinceUs = systemClock.monotonicUs();
          return metadata;
        },
        (error: unknown) => {
          current = undefined;
          throw new Error(`No login: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
        },
      );
      return current;
    },
    invalidateMetadata: () => {
      const isNew = knownSinceUs === undefined || systemClock.monotonicUs() - knownSinceUs < newLoginMs * 1000;
      if (isNew) {
        refused = true;
        return;
      }
      knownSinceUs = undefined;
      current = undefined;
      own.invalidateMetadata();
    },
  };
}

/** @param name distinguishes connections of several clients in one process, e.g. "c3". */
export function createApplicationClient(
  endpoints: readonly Endpoint[],
  credentials: Credentials,
  name = 'application',
): ApplicationClient {
  const pool = new OpenClient(
    optionsFor(
      endpoints.map(({ url }) => url),
      credentials,
      name,
    ),
  );
  const connections = endpoints.map(({ member, url }) => ({
    member,
    url,
    client: new OpenClient(optionsFor([url], credentials, name)),
  }));
  for (const client of [pool, ...connections.map((each) => each.client)]) {
    if (credentials.user) calmLogin(client);
    keepChannels(client);
    renewRefusedStream(client);
  }
  const members = connections.map(
    ({ member, url, client }): MemberConnection => ({
      member,
      url,
      client,
      hashKv: (revision) => client.call('Maintenance', 'hashKv', { revision }),
      snapshot: () => client.snapshot(),
    }),
  );
  const close = (): void => {
    for (const { client } of members) client.close();
    pool.close();
  };
  return { members, pool, close, [Symbol.asyncDispose]: async () => close() };
}
