import protobuf from 'protobufjs/minimal.js';
import { describe, expect, it } from 'vitest';
import { parseKeyValue, parseRevision } from '../../../src/backup/key-value.ts';

const revision = (main: bigint, sub: bigint, tail = ''): Buffer => {
  const bytes = Buffer.alloc(17, '_');
  bytes.writeBigUInt64BE(main, 0);
  bytes.writeBigUInt64BE(sub, 9);
  return Buffer.concat([bytes, Buffer.from(tail)]);
};
const corrupt = expect.objectContaining({ code: 'backup-corrupt' });

describe('a revision', () => {
  it('is read, and whether it is a deletion', () => {
    expect(parseRevision(revision(5n, 1n))).toEqual({ main: 5, sub: 1, isTombstone: false });
    expect(parseRevision(revision(2n ** 40n, 0n, 't'))).toEqual({ main: 2 ** 40, sub: 0, isTombstone: true });
  });

  it.each([
    ['too short', Buffer.from('5_1')],
    ['with another tail', revision(5n, 1n, 'x')],
    ['without its separator', revision(5n, 1n).fill('-', 8, 9)],
    ['beyond all that can be', revision(2n ** 60n, 0n)],
  ])('is refused %s', (_, bytes) => {
    expect(() => parseRevision(bytes)).toThrow(corrupt);
  });
});

describe('a key-value pair', () => {
  it('is read whole, with a lease id of 63 bits', () => {
    const bytes = protobuf.Writer.create()
      .uint32(0x0a)
      .bytes(Buffer.from('k'))
      .uint32(0x10)
      .int64(7)
      .uint32(0x18)
      .int64(2 ** 40)
      .uint32(0x20)
      .int64(3)
      .uint32(0x2a)
      .bytes(Buffer.from('v'))
      .finish();
    const lease = Buffer.from('30ffffffffffffffff7f', 'hex');
    const pair = parseKeyValue(Buffer.concat([bytes, lease]));
    expect({ ...pair, key: String(pair.key), value: String(pair.value) }).toEqual({
      key: 'k',
      value: 'v',
      createRevision: 7,
      modRevision: 2 ** 40,
      version: 3,
      lease: '7fffffffffffffff',
    });
    expect(parseKeyValue(Buffer.from(bytes)).lease).toBeUndefined();
  });

  it.each([
    ['a field that etcd has not', Buffer.from('7a0161', 'hex')],
    ['cut within a field', Buffer.from('0a05616263', 'hex')],
    ['bytes that are no message', Buffer.from('ffffffffffffffffffffff', 'hex')],
  ])('is refused with %s', (_, bytes) => {
    expect(() => parseKeyValue(bytes)).toThrow(corrupt);
  });
});
