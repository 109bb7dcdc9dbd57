// Owns what a compatibility check is and what it gets to work with.
// Must not know any particular check, nor what the catalog expects of it.
import type { Credentials } from '../engine/ports.ts';
import type { MemberConnection } from '../etcd/application-client.ts';
import type { Clock } from '../platform/ports.ts';

/** One member, seen by two clients of their own. Keys below `prefix` belong to this check on this member alone. */
export interface CheckTarget {
  readonly release: string;
  readonly first: MemberConnection;
  readonly second: MemberConnection;
  /** Prefix that ends with a slash. What is below it is removed afterwards by the runner. */
  readonly prefix: string;
  readonly credentials: Credentials;
  readonly clock: Clock;
}

/**
 * Tries one thing that applications do, through exactly one member, and tells what was seen in the catalog's words
 * (catalog/checks.json), or in words of its own that say how it differed. An error that it throws is a failed check.
 * Never calls GET /health (K19, K22) nor AuthStatus (K1); never changes members, users or storage.
 */
export interface Check {
  readonly id: string;
  readonly run: (target: CheckTarget) => Promise<string>;
}
