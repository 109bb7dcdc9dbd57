// Owns how a store keeps its users and roles, and when two accounts of them are the same.
// Must not print any name.
import { createHash } from 'node:crypto';
import type { Entry } from '../etcd/bbolt/database.ts';
import { readFields } from './stored-fields.ts';

export interface StoredUser {
  readonly name: string;
  readonly roles: readonly string[];
}

export interface StoredRole {
  readonly name: string;
  readonly grants: readonly {
    readonly permission: string;
    readonly key: Buffer;
    /** End of the range; empty: the permission is for the one key. */
    readonly rangeEnd: Buffer;
  }[];
}

export interface AuthFacts {
  readonly enabled: boolean;
  readonly users: readonly StoredUser[];
  readonly roles: readonly StoredRole[];
}

/** Reads an `authpb.User` (api/authpb/auth.proto). Passwords are salted hashes that no member serves. */
export function userOf({ key, value }: Entry): StoredUser {
  const roles: string[] = [];
  readFields('user', value, (tag, reader) => {
    if (tag !== 0x1a) return false;
    roles.push(reader.string());
    return true;
  });
  return { name: key.toString(), roles };
}

/** Reads an `authpb.Role`. */
export function roleOf({ key, value }: Entry): StoredRole {
  const grants: StoredRole['grants'][number][] = [];
  readFields('role', value, (tag, reader) => {
    if (tag !== 0x12) return false;
    grants.push(grantOf(Buffer.from(reader.bytes())));
    return true;
  });
  return { name: key.toString(), grants };
}

/** `authpb.Permission.Type`, by its number. */
const permissions = ['READ', 'WRITE', 'READWRITE'];

function grantOf(value: Buffer): StoredRole['grants'][number] {
  let [permission, key, rangeEnd] = ['READ', Buffer.alloc(0), Buffer.alloc(0)];
  readFields('role', value, (tag, reader) => {
    if (tag === 0x08) permission = permissions[reader.int32()] ?? 'unknown';
    else if (tag === 0x12) key = Buffer.from(reader.bytes());
    else if (tag === 0x1a) rangeEnd = Buffer.from(reader.bytes());
    else return false;
    return true;
  });
  return { permission, key, rangeEnd };
}

/** Digests are equal for the same users with the same roles, in whatever order. */
export function digestOfUsers(users: readonly StoredUser[]): string {
  return digest(users.map(({ name, roles }) => [name, [...roles].sort()]));
}

/**
 * Digests are equal for the same roles with the same permissions; etcd answers for `root` itself, whatever is stored of
 * it.
 */
export function digestOfRoles(roles: readonly StoredRole[]): string {
  return digest(
    roles.map(({ name, grants }) => [
      name,
      name === 'root'
        ? []
        : grants
            .map(({ permission, key, rangeEnd }) => [permission, key.toString('hex'), rangeEnd.toString('hex')].join())
            .sort(),
    ]),
  );
}

function digest(rows: readonly (readonly [string, readonly string[]])[]): string {
  const sorted = rows.map((row) => JSON.stringify(row)).sort();
  return createHash('sha256').update(sorted.join('\n')).digest('hex');
}
