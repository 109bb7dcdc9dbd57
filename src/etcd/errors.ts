// Owns the table from gRPC and etcd errors to the few classes that callers branch on, and to our own errors.
// Must not decide whether a call is repeated: the gate or step that calls does.

import { EtcdMigrateError, type FailureCode } from '../errors.ts';
import { present } from '../present.ts';

export type EtcdErrorClass =
  /** There was no connection, or it broke while the call was under way. */
  | 'unreachable'
  /** Nobody answered in time; whether the call took effect is unknown. */
  | 'timeout'
  | 'no-leader'
  | 'leader-changed'
  | 'not-leader'
  /** The user, password or role is wrong, or etcd does not accept the certificate. */
  | 'denied'
  /** The member no longer knows our login: simple tokens live in its memory only. */
  | 'token-expired'
  | 'auth-disabled'
  | 'compacted'
  | 'future-revision'
  | 'no-space'
  | 'corrupt'
  | 'not-found'
  | 'already-exists'
  | 'overloaded'
  /** The cluster version is not decided yet. */
  | 'not-capable'
  | 'not-implemented'
  | 'cancelled'
  /** etcd said no to anything else. */
  | 'refused';

/** Words of etcd (api/v3rpc/rpctypes/error.go, equal from 3.3 to 3.7), more telling than the gRPC code they ride on. */
const byMessage: readonly (readonly [RegExp, EtcdErrorClass])[] = [
  [/invalid auth token|revision of auth store is old/, 'token-expired'],
  [/authentication is not enabled/, 'auth-disabled'],
  [/authentication failed|permission denied|user name is empty|invalid auth management/, 'denied'],
  [/required revision has been compacted/, 'compacted'],
  [/required revision is a future revision/, 'future-revision'],
  [/database space exceeded/, 'no-space'],
  [/corrupt cluster|data inconsistency/, 'corrupt'],
  [/etcdserver: leader changed/, 'leader-changed'],
  [/etcdserver: no leader/, 'no-leader'],
  [/etcdserver: not leader/, 'not-leader'],
  [/etcdserver: not capable/, 'not-capable'],
  [/etcdserver: too many requests/, 'overloaded'],
  [/etcdserver: request timed out|timed out, waiting for the applied index/, 'timeout'],
  [/requested lease not found|(user|role) name not found|member not found/, 'not-found'],
  [/(user|role) name already exists|lease already exists/, 'already-exists'],
  // grpc-js reports a handshake that fails as a dropped connection; these words are OpenSSL's and Node's.
  [/self-signed certificate|unable to verify|certificate has expired|Hostname\/IP does not match|ERR_TLS/, 'denied'],
  [/bad certificate|certificate required|unknown ca|handshake failure/i, 'denied'],
  [/server stopped|connect ECONN|ECONNREFUSED|ECONNRESET|EPIPE|socket hang up|Connection dropped/, 'unreachable'],
];

/** Classes by gRPC status code, https://grpc.github.io/grpc/core/md_doc_statuscodes.html */
const byCode: Readonly<Record<number, EtcdErrorClass>> = {
  1: 'cancelled',
  4: 'timeout',
  5: 'not-found',
  6: 'already-exists',
  7: 'denied',
  8: 'overloaded',
  12: 'not-implemented',
  14: 'unreachable',
  16: 'denied',
};

/** Gives the class of an error that grpc-js or etcd3 threw. The message decides before the code does. */
export function classifyEtcdError(error: unknown): EtcdErrorClass {
  const message = wordsOf(error);
  for (const [pattern, found] of byMessage) if (pattern.test(message)) return found;
  // etcd3 drops the numeric code but keeps it in front of the message: "14 UNAVAILABLE: …".
  const code = (error as { code?: unknown }).code ?? Number(/(?:^|: )(\d{1,2}) [A-Z_]+: /.exec(message)?.[1]);
  return (typeof code === 'number' ? byCode[code] : undefined) ?? 'refused';
}

/** Failure code of each class: silence is `member-lost`, wrong credentials are the user's, the rest is etcd's "no". */
const failureCodes: Readonly<Partial<Record<EtcdErrorClass, FailureCode>>> = {
  unreachable: 'member-lost',
  timeout: 'member-lost',
  cancelled: 'member-lost',
  'no-leader': 'member-lost',
  'leader-changed': 'member-lost',
  overloaded: 'member-lost',
  denied: 'connection-failed',
  'token-expired': 'connection-failed',
  'auth-disabled': 'connection-failed',
};

/** Makes our error for a call that failed: `what` names the call and the member ("Status of m2 at http://…"). */
export function etcdCallError(what: string, error: unknown): EtcdMigrateError {
  if (error instanceof EtcdMigrateError) return error;
  const found = classifyEtcdError(error);
  const words = wordsOf(error);
  const hint = hints[found];
  return new EtcdMigrateError(failureCodes[found] ?? 'etcd-refused', `${what}: ${words}`, {
    cause: error,
    details: { class: found },
    ...present({ hint }),
  });
}

/** A member's own "no" to a question. */
export class Refusal {
  readonly words: string;
  readonly class: EtcdErrorClass;
  constructor(words: string, found: EtcdErrorClass) {
    this.words = words;
    this.class = found;
  }
}

/**
 * Gives what a member answers, or its "no": that is an answer too, where the question is what it holds. Throws where
 * nobody answered.
 */
export async function answerTo<T>(question: Promise<T>): Promise<T | Refusal> {
  try {
    return await question;
  } catch (error) {
    const found =
      error instanceof EtcdMigrateError ? (error.details['class'] as EtcdErrorClass | undefined) : undefined;
    const { message } = error as Error;
    if (found === undefined || failureCodes[found] === failureCodes.unreachable) throw error;
    // A stream that breaks is refused as well, and nobody knows more of it; etcd's own words say that etcd spoke.
    if (found === 'refused' && !message.includes('etcdserver:')) throw error;
    return new Refusal(message, found);
  }
}

const hints: Readonly<Partial<Record<EtcdErrorClass, string>>> = {
  'auth-disabled':
    'A user is configured but the cluster has authentication turned off: remove the user, or turn authentication on.',
};

/** Gives the error's words in one line. grpc-js ends its words with an empty "Resolution note". */
function wordsOf(error: unknown): string {
  const { details, message } = error as { details?: unknown; message?: unknown };
  const words = typeof details === 'string' && details !== '' ? details : message;
  return (typeof words === 'string' ? words : String(error))
    .replace(/ *Resolution note: *$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
