// Owns whether a live cluster asks for a login, as far as one look from outside tells.
// Must not ask for AuthStatus: a new member's answer panics old ones (K1).
import type { Credentials } from '../../engine/ports.ts';
import { EtcdMigrateError } from '../../errors.ts';

/**
 * Whether authentication is enabled; undefined where that cannot be told. That members answered Status says nothing: with
 * authentication on, 3.4.31 still answers it, and lists its members, to anybody (3.7.1 does not; both measured). `read`
 * is a read of a key with the same credentials.
 */
export async function asksForLogin(
  { user, tls }: Credentials,
  read: () => Promise<unknown>,
): Promise<boolean | undefined> {
  if (user !== undefined) return true;
  // A client certificate may be a login too (its common name).
  if (tls?.certPem !== undefined) return undefined;
  try {
    await read();
    return false;
  } catch (error) {
    if (!(error instanceof EtcdMigrateError) || error.kind === 'bug') throw error;
    // Refused, and not merely unanswered.
    return error.code === 'connection-failed' ? true : undefined;
  }
}
