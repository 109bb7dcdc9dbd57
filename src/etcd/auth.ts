// Owns turning authentication on in a fresh cluster, and a further administrator in one of our own.
// Must not be used on a cluster that is not ours: auth writes in a mixed cluster are a security hole (K4).
import type { Credentials, MemberAddress } from '../engine/ports.ts';
import { classifyEtcdError, etcdCallError } from './errors.ts';
import { connectMember } from './member-client.ts';

const AUTH_DEADLINE_MS = 10_000;

/**
 * Makes the user `root` with the role `root` and enables authentication, as `etcdctl auth enable` does. Calling it
 * again after it broke off halfway goes on where it stopped.
 */
export async function enableAuthentication(
  via: MemberAddress,
  credentials: Credentials,
  root: { readonly name: string; readonly password: string },
  signal?: AbortSignal,
): Promise<void> {
  const { user: _unused, ...withoutUser } = credentials;
  await inSteps(via, withoutUser, signal, async (step) => {
    await step('userAdd', { name: root.name, password: root.password });
    await step('roleAdd', { name: 'root' });
    await step('userGrantRole', { user: root.name, role: 'root' });
    await step('authEnable', {});
  });
}

/** Adds a further user with the role `root`, by an administrator, where authentication is on. */
export async function addAdministrator(
  via: MemberAddress,
  administrator: Credentials,
  user: { readonly name: string; readonly password: string },
  signal?: AbortSignal,
): Promise<void> {
  await inSteps(via, administrator, signal, async (step) => {
    await step('userAdd', { name: user.name, password: user.password });
    await step('userGrantRole', { user: user.name, role: 'root' });
  });
}

/** Does the work in steps, of which one whose result is there already counts as done. */
async function inSteps(
  via: MemberAddress,
  credentials: Credentials,
  signal: AbortSignal | undefined,
  work: (step: (method: string, request: object) => Promise<void>) => Promise<void>,
): Promise<void> {
  const client = connectMember(via.clientUrl, credentials);
  try {
    await work(async (method, request) => {
      try {
        await client.unary('Auth', method, request, { deadlineMs: AUTH_DEADLINE_MS, signal });
      } catch (error) {
        signal?.throwIfAborted();
        if (classifyEtcdError(error) !== 'already-exists') {
          throw etcdCallError(`${method} through ${via.name} at ${via.clientUrl}`, error);
        }
      }
    });
  } finally {
    client.close();
  }
}
