// Owns what a cluster says of its own contents: keys, leases, users and roles, as an administrator sees them.
// Must not compare them with anything. Never for a mixed cluster: auth calls are dangerous there (K1).
import type { MemberAddress } from '../engine/ports.ts';
import { EtcdMigrateError } from '../errors.ts';
import { etcdCallError } from './errors.ts';
import type { MemberClient } from './member-client.ts';

const deadlineMs = 60_000;
const everything = Buffer.from([0]);

/** Counts the live keys at a revision, by a range that counts; with a prefix those below it. */
export async function countKeys(
  client: MemberClient,
  member: MemberAddress,
  { revision, prefix = Buffer.alloc(0) }: { readonly revision: bigint; readonly prefix?: Buffer },
  signal?: AbortSignal,
): Promise<number> {
  const request = { ...rangeOf(prefix), revision: revision.toString(), count_only: true, serializable: true };
  const { count } = await call<{ count: string }>(client, member, 'A counting range', 'KV', 'range', request, signal);
  return Number(count);
}

/** Reads one key as it was at a revision; undefined where it was not. */
export async function readKey(
  client: MemberClient,
  member: MemberAddress,
  { key, revision }: { readonly key: Buffer; readonly revision: bigint },
  signal?: AbortSignal,
): Promise<{ readonly modRevision: bigint; readonly value: Buffer } | undefined> {
  const request = { key, revision: revision.toString(), serializable: true };
  const { kvs } = await call<{ kvs: { mod_revision: string; value: Buffer }[] }>(
    client,
    member,
    'A range',
    'KV',
    'range',
    request,
    signal,
  );
  const [found] = kvs;
  return found && { modRevision: BigInt(found.mod_revision), value: found.value };
}

export interface ServedKey {
  readonly key: Buffer;
  readonly value: Buffer;
  readonly createRevision: bigint;
  readonly modRevision: bigint;
  readonly version: bigint;
  /** Lease id in hexadecimal; undefined for none. */
  readonly lease: string | undefined;
}

/** Reads every key below a prefix (all where it is empty) as it was at a revision, in order, `pageKeys` a call. */
export async function* readRange(
  client: MemberClient,
  member: MemberAddress,
  { prefix, revision, pageKeys }: { readonly prefix: Buffer; readonly revision: bigint; readonly pageKeys: number },
  signal?: AbortSignal,
): AsyncGenerator<ServedKey> {
  const range = rangeOf(prefix);
  for (let from = range.key; ; ) {
    const request = { ...range, key: from, revision: revision.toString(), limit: pageKeys, serializable: true };
    const { kvs, more } = await call<{ kvs: AnsweredKey[]; more: boolean }>(
      client,
      member,
      'A range',
      'KV',
      'range',
      request,
      signal,
    );
    for (const pair of kvs) yield servedKey(pair);
    const last = kvs.at(-1);
    if (!more) return;
    // A member that announces more and shows none would be asked for ever.
    if (last === undefined || Buffer.compare(last.key, from) < 0) {
      throw new EtcdMigrateError('etcd-refused', `${member.name} says that more keys follow, and shows none.`, {
        details: { class: 'corrupt' },
      });
    }
    from = Buffer.concat([last.key, Buffer.of(0)]);
  }
}

interface AnsweredKey {
  readonly key: Buffer;
  readonly value: Buffer;
  readonly create_revision: string;
  readonly mod_revision: string;
  readonly version: string;
  readonly lease: string;
}

function servedKey({ key, value, create_revision, mod_revision, version, lease }: AnsweredKey): ServedKey {
  return {
    key,
    value,
    version: BigInt(version),
    lease: lease === '0' ? undefined : hexadecimal(lease),
    createRevision: BigInt(create_revision),
    modRevision: BigInt(mod_revision),
  };
}

/** Gives the ids of all leases, in hexadecimal. */
export async function listLeases(client: MemberClient, member: MemberAddress, signal?: AbortSignal): Promise<string[]> {
  const { leases } = await call<{ leases: { ID: string }[] }>(
    client,
    member,
    'LeaseLeases',
    'Lease',
    'leaseLeases',
    {},
    signal,
  );
  return leases.map(({ ID }) => hexadecimal(ID)).sort();
}

/** Writes a 64-bit id in hexadecimal, which an answer has as a signed decimal. */
function hexadecimal(id: string): string {
  return BigInt.asUintN(64, BigInt(id)).toString(16);
}

export interface Grant {
  /** READ, WRITE or READWRITE. */
  readonly permission: string;
  readonly key: Buffer;
  readonly rangeEnd: Buffer;
}

/** Gives the names of all users, and the roles of each. */
export async function listUsers(
  client: MemberClient,
  member: MemberAddress,
  signal?: AbortSignal,
): Promise<{ readonly name: string; readonly roles: readonly string[] }[]> {
  const ask = <T>(method: string, request: object) =>
    call<T>(client, member, 'Reading users', 'Auth', method, request, signal);
  const found = [];
  for (const name of (await ask<{ users: string[] }>('userList', {})).users) {
    found.push({ name, roles: (await ask<{ roles: string[] }>('userGet', { name })).roles });
  }
  return found;
}

/** Gives the names of all roles, and what each may do. The role `root` may do everything, whatever is stored of it. */
export async function listRoles(
  client: MemberClient,
  member: MemberAddress,
  signal?: AbortSignal,
): Promise<{ readonly name: string; readonly grants: readonly Grant[] }[]> {
  const ask = <T>(method: string, request: object) =>
    call<T>(client, member, 'Reading roles', 'Auth', method, request, signal);
  const found = [];
  for (const name of (await ask<{ roles: string[] }>('roleList', {})).roles) {
    // etcd3 spells permissions in its own way: "Read".
    const { perm } = await ask<{ perm: { permType: string; key: Buffer; range_end: Buffer }[] }>('roleGet', {
      role: name,
    });
    found.push({
      name,
      grants: perm.map(({ permType, key, range_end }) => ({
        permission: permType.toUpperCase(),
        key,
        rangeEnd: range_end,
      })),
    });
  }
  return found;
}

function rangeOf(prefix: Buffer): { readonly key: Buffer; readonly range_end: Buffer } {
  return prefix.length === 0 ? { key: everything, range_end: everything } : { key: prefix, range_end: endOf(prefix) };
}

/** The first key behind all that begin with the prefix. */
function endOf(prefix: Buffer): Buffer {
  const last = prefix.findLastIndex((byte) => byte !== 0xff);
  if (last < 0) return everything;
  const end = Buffer.from(prefix.subarray(0, last + 1));
  end[last] = (end[last] as number) + 1;
  return end;
}

async function call<T>(
  client: MemberClient,
  member: MemberAddress,
  name: string,
  service: 'KV' | 'Lease' | 'Auth',
  method: string,
  request: object,
  signal: AbortSignal | undefined,
): Promise<T> {
  try {
    return await client.unary<T>(service, method, request, { deadlineMs, signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw etcdCallError(`${name} of ${member.name} at ${member.clientUrl}`, error);
  }
}
