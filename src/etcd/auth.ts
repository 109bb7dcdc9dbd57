// Owns turning authentication on in a fresh cluster.
// Must not be used on a cluster that is not ours: auth writes in a mixed cluster are a security hole (K4).
import type { Credentials, Member } from '../engine/ports.ts';
import { classifyEtcdError, etcdCallError } from './errors.ts';
import { connectMember } from './member-client.ts';

const AUTH_DEADLINE_MS = 10_000;

/**
 * Makes the user `root` with the role `root` and enables authentication, as `etcdctl auth enable` does. Calling it
 * again after it broke off halfway goes on where it stopped.
 */
export async function enableAuthentication(
  via: Member,
  credentials: Credentials,
  root: { readonly name: string; readonly password: string },
  signal?: AbortSignal,
): Promise<void> {
  const { user: _unused, ...withoutUser } = credentials;
  const client = connectMember(via.clientUrl, withoutUser);
  const options = { deadlineMs: AUTH_DEADLINE_MS, signal };
  const step = async (method: string, request: object): Promise<void> => {
    try {
      await client.unary('Auth', method, request, options);
    } catch (error) {
      signal?.throwIfAborted();
      if (classifyEtcdError(error) !== 'already-exists') {
        throw etcdCallError(`${method} through ${via.name} at ${via.clientUrl}`, error);
      }
    }
  };
  try {
    await step('userAdd', { name: root.name, password: root.password });
    await step('roleAdd', { name: 'root' });
    await step('userGrantRole', { user: root.name, role: 'root' });
    await step('authEnable', {});
  } finally {
    client.close();
  }
}
