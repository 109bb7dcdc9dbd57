// Owns: bytes become text or one located mistake, under the id of whoever reads them.
import { expect, test } from 'vitest';
import type { FindingId } from '../../../src/findings.ts';
import { decodeText } from '../../../src/yaml/text.ts';

const decode = (bytes: Uint8Array) =>
  decodeText(bytes, { file: 'a.env', idOf: (mistake) => `rule/scan-${mistake}` as string as FindingId });
const bytes = (text: string) => new TextEncoder().encode(text);

test('UTF-8, with or without a byte order mark', () => {
  expect(decode(bytes('a=ä\n'))).toEqual({ text: 'a=ä\n' });
  expect(decode(bytes('\ufeffa=1\n'))).toEqual({ text: 'a=1\n' });
});

test.for([
  [new Uint8Array(1024 * 1024 + 1).fill(0x61), 'too-big', {}],
  [Uint8Array.of(0xff, 0xfe, 0x61, 0), 'not-utf8', { line: 1 }],
  [Uint8Array.of(0x61, 0x0a, 0xc3, 0x28), 'not-utf8', { line: 2 }],
  [Uint8Array.of(0x61, 0x0a, 0x0a, 0), 'binary', { line: 3 }],
] as const)('what is no text: case %#', ([given, mistake, place]) => {
  const where = { file: 'a.env', ...place };
  expect(decode(given)).toMatchObject({ id: `rule/scan-${mistake}`, severity: 'error', where });
});
