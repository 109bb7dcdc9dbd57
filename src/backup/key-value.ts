// Owns the two encodings of etcd's key space: revisions as bucket keys, and `mvccpb.KeyValue` as their values.
// Must not know which entries belong together (key-space.ts).
import protobuf from 'protobufjs/minimal.js';
import { EtcdMigrateError } from '../errors.ts';

/**
 * A bucket key: `<main, 8 bytes>_<sub, 8 bytes>`, and a `t` behind it for a deletion (server/storage/mvcc/revision.go).
 */
export interface Revision {
  readonly main: number;
  readonly sub: number;
  readonly isTombstone: boolean;
}

const revisionBytes = 17;
const separator = 0x5f;
const tombstone = 0x74;

/** Throws `backup-corrupt` for bytes that are no revision. */
export function parseRevision(key: Buffer): Revision {
  const isTombstone = key.length === revisionBytes + 1 && key[revisionBytes] === tombstone;
  if ((key.length !== revisionBytes && !isTombstone) || key[8] !== separator) {
    throw corrupt(`an entry of the key space has the key ${key.subarray(0, 24).toString('hex')}, which is no revision`);
  }
  return { main: wholeNumber(key, 0), sub: wholeNumber(key, 9), isTombstone };
}

/** Revisions count from 1: beyond 2^53 there is none, but damage. */
function wholeNumber(bytes: Buffer, at: number): number {
  const high = bytes.readUInt32BE(at);
  if (high > 0x1fffff) throw corrupt(`revision ${bytes.readBigUInt64BE(at)} is beyond all that can be`);
  return high * 0x1_0000_0000 + bytes.readUInt32BE(at + 4);
}

/**
 * The message of api/mvccpb/kv.proto, whose fields are the same since 3.0. Its bytes are views into what was parsed.
 */
export interface KeyValue {
  readonly key: Uint8Array;
  readonly createRevision: number;
  readonly modRevision: number;
  readonly version: number;
  readonly value: Uint8Array;
  /** Lease id in hexadecimal; undefined for a key without a lease. */
  readonly lease: string | undefined;
}

const nothing = new Uint8Array(0);

/** Throws `backup-corrupt` for bytes that are no KeyValue. */
export function parseKeyValue(bytes: Buffer): KeyValue {
  let [key, value]: [Uint8Array, Uint8Array] = [nothing, nothing];
  let [createRevision, modRevision, version] = [0, 0, 0];
  let lease: string | undefined;
  try {
    const reader = protobuf.Reader.create(bytes);
    while (reader.pos < reader.len) {
      const tag = reader.uint32();
      switch (tag) {
        case 0x0a:
          key = reader.bytes();
          break;
        case 0x10:
          createRevision = Number(reader.int64());
          break;
        case 0x18:
          modRevision = Number(reader.int64());
          break;
        case 0x20:
          version = Number(reader.int64());
          break;
        case 0x2a:
          value = reader.bytes();
          break;
        case 0x30:
          lease = wholeVarint(bytes, reader);
          break;
        default:
          throw new RangeError(`field ${tag >>> 3} of wire type ${tag & 7}`);
      }
    }
  } catch (error) {
    throw corrupt(`a value of the key space is no key-value pair (${(error as Error).message})`);
  }
  return { key, createRevision, modRevision, version, value, lease };
}

/** Reads a lease id in hexadecimal; undefined for 0. Ids take 63 bits, which the reader's numbers do not have. */
function wholeVarint(bytes: Buffer, reader: protobuf.Reader): string | undefined {
  const from = reader.pos;
  reader.skip();
  let id = 0n;
  for (let at = reader.pos - 1; at >= from; at--) id = (id << 7n) | BigInt((bytes[at] as number) & 0x7f);
  return id === 0n ? undefined : BigInt.asUintN(64, id).toString(16);
}

function corrupt(how: string): EtcdMigrateError {
  return new EtcdMigrateError('backup-corrupt', `The snapshot is damaged: ${how}.`, { details: { how } });
}
