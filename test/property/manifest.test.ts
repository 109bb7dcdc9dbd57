// Whatever the bytes, parsing a manifest ends in a manifest or in one clear error, and a renamed key is always found.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMap, isPair, isScalar, parseDocument, type Scalar, visit } from 'yaml';
import { EtcdMigrateError } from '../../src/errors.ts';
import type { Finding } from '../../src/findings.ts';
import { resolveManifest } from '../../src/manifest/resolve.ts';
import { parseManifest } from '../support/parse-manifest.ts';
import { countOf } from '../support/sample.ts';

const encoder = new TextEncoder();
const full = readFileSync(new URL('../fixtures/manifest/full.yaml', import.meta.url), 'utf8');

/** Undefined for a valid manifest. Anything but our own error fails the test. */
function failureOf(bytes: Uint8Array): EtcdMigrateError | undefined {
  try {
    resolveManifest(parseManifest(bytes, 'm.yaml'), {});
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(EtcdMigrateError);
    return error as EtcdMigrateError;
  }
}

function expectClear(error: EtcdMigrateError | undefined): void {
  if (error === undefined) return;
  expect(['manifest-invalid', 'manifest-unreadable']).toContain(error.code);
  const findings = error.details.findings as Finding[];
  expect(findings.length).toBeGreaterThan(0);
  for (const { message, where, severity } of findings) {
    expect(message.length).toBeGreaterThan(0);
    expect(message).not.toContain('\n');
    expect(where?.file).toBe('m.yaml');
    if (severity === 'error') expect(where?.line ?? 1).toBeGreaterThan(0);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that no control character is shown is the point
  expect(error.message).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
}

test('arbitrary bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => expectClear(failureOf(bytes))),
    { numRuns: countOf(2000, 500) },
  );
});

test('arbitrary text, from letters that mean something to YAML', () => {
  const pieces = [
    'from',
    'to',
    ':',
    ' ',
    '\n',
    '  ',
    '\t',
    '-',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '&a',
    '*a',
    '<<',
    '!x',
    '|',
    '>',
    '#',
    '%',
    '?',
    ',',
    '3.10',
    '"3.5"',
    '~',
    '---\n',
    '...\n',
    '\r\n',
    '\ufeff',
    '\u202e',
    '\0',
    '@',
    '`',
    '\\',
  ];
  const text = fc.array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(text, (parts) => expectClear(failureOf(encoder.encode(parts.join(''))))),
    { numRuns: countOf(4000, 1000) },
  );
});

test('a valid manifest with a stretch of it replaced', () => {
  const mutation = fc.record({
    at: fc.nat({ max: full.length }),
    length: fc.nat({ max: 20 }),
    insert: fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('\n', '\t', ': ', '- ', '*x', '&x ', '"', '{', ']', 'from: "3.5"\n'),
    ),
  });
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
      const text = mutations.reduce(
        (before, { at, length, insert }) => before.slice(0, at) + insert + before.slice(at + length),
        full,
      );
      expectClear(failureOf(encoder.encode(text)));
    }),
    { numRuns: countOf(3000, 800) },
  );
});

/** Start and end of every key of the schema's own groups; keys of free-form mappings may be anything. */
function keysOf(text: string): { start: number; end: number; line: number; name: string }[] {
  const keys: { start: number; end: number; line: number; name: string }[] = [];
  const freeForm = new Set(['flags', 'environment', 'local']);
  visit(parseDocument(text), {
    Pair(_, pair, ancestors) {
      const key = pair.key as Scalar<string>;
      const [start = 0, end = 0] = key.range ?? [];
      const group = ancestors.at(-2);
      // Names of members: not the schema's.
      if (isPair(group) && isScalar(group.key) && group.key.value === 'members') return undefined;
      keys.push({ start, end, line: text.slice(0, start).split('\n').length, name: key.value });
      return isScalar(key) && freeForm.has(key.value) && isMap(pair.value) ? visit.SKIP : undefined;
    },
  });
  return keys;
}

test('a valid manifest with one key renamed: a finding at the line of that key', () => {
  expect(failureOf(encoder.encode(full))).toBeUndefined();
  const keys = keysOf(full);
  expect(keys.length).toBeGreaterThan(45);
  const names = new Set(keys.map(({ name }) => name));
  const anyName = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,30}$/).filter((name) => !names.has(name));
  fc.assert(
    fc.property(fc.constantFrom(...keys), anyName, ({ start, end, line }, name) => {
      const error = failureOf(encoder.encode(full.slice(0, start) + name + full.slice(end)));
      const findings = (error?.details.findings ?? []) as Finding[];
      expect(findings.some(({ where, message }) => where?.line === line && message.includes(name))).toBe(true);
    }),
    { numRuns: countOf(1000, 300) },
  );
});

test('a valid manifest with one letter of one key changed: the key itself is proposed', () => {
  const keys = keysOf(full).filter(({ name }) => name.length >= 4);
  fc.assert(
    fc.property(
      fc.constantFrom(...keys),
      fc.nat(),
      fc.constantFrom('x', 'q', 'z'),
      ({ start, end, line, name }, place, letter) => {
        const at = place % name.length;
        fc.pre(name[at] !== letter);
        const renamed = name.slice(0, at) + letter + name.slice(at + 1);
        const error = failureOf(encoder.encode(full.slice(0, start) + renamed + full.slice(end)));
        const findings = (error?.details.findings ?? []) as Finding[];
        const found = findings.find(({ where, id }) => where?.line === line && id === 'rule/manifest-unknown-key');
        expect(found?.fix).toContain(`\`${name}\``);
      },
    ),
    { numRuns: countOf(1000, 300) },
  );
});
