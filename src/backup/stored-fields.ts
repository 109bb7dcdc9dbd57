// Owns reading the records that a store keeps as protobuf messages, field by field.
// Must not know any message.
import protobuf from 'protobufjs/minimal.js';
import { EtcdMigrateError } from '../errors.ts';

/**
 * Reads a message. `field` reads a field that it knows, and says whether it did; others are passed over. Throws
 * `backup-corrupt` for what is no message.
 */
export function readFields(
  what: string,
  value: Buffer,
  field: (tag: number, reader: protobuf.Reader) => boolean,
): void {
  try {
    const reader = protobuf.Reader.create(value);
    while (reader.pos < reader.len) {
      const tag = reader.uint32();
      if (!field(tag, reader)) reader.skipType(tag & 7);
    }
  } catch (error) {
    const how = `the record of a ${what} is none (${(error as Error).message})`;
    throw new EtcdMigrateError('backup-corrupt', `The snapshot is damaged: ${how}.`, { details: { how } });
  }
}
