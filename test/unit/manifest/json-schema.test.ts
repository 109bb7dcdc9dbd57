// The committed JSON schema is what editors check against: it must say the same as the program.
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { failures } from '../../../src/errors.ts';
import type { JsonSchema } from '../../../src/manifest/expectation.ts';
import { MANIFEST_SCHEMA_URL } from '../../../src/manifest/template.ts';

function read(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
}

function compile(schema: object): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
  // VS Code's own keyword: what to say when a pattern does not match.
  ajv.addKeyword('patternErrorMessage');
  addFormats.default(ajv);
  return ajv.compile(schema);
}

const manifest = JSON.parse(read('schemas/manifest.schema.json'));
const validate = compile(manifest);
const valid = { from: '3.5', to: '3.7' };

describe('schemas/manifest.schema.json', () => {
  test('has the id that the template names', () => {
    expect(manifest.$id).toBe(MANIFEST_SCHEMA_URL);
    expect(manifest.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  test.for([
    'examples/minimal/etcd-migration.yaml',
    'examples/three-members/etcd-migration.yaml',
    'examples/backups/etcd-migration.yaml',
    'test/fixtures/manifest/full.yaml',
  ])('accepts %s', (path) => {
    expect([validate(parse(read(path))), validate.errors]).toEqual([true, null]);
  });

  test.for([
    { ...valid, nope: 1 },
    { from: 3.5, to: '3.7' },
    { to: '3.7' },
    { members: 3 },
    { to: '3.7', backups: { files: ['a.db'] } },
    { hops: ['3.6'], backups: { files: ['a.db'] } },
    { ...valid, from: 'v3.5' },
    { ...valid, members: 10 },
    { ...valid, etcd: { flags: { '--name': 'x' } } },
    { ...valid, rehearsal: { depth: 'quik' } },
    { ...valid, rehearsal: { workload: { valueSize: [1] } } },
    { ...valid, rehearsal: { workload: { mix: { put: 101 } } } },
    { ...valid, accept: [{ risk: 'known-bad', reason: 'short' }] },
  ])('refuses %j', (value) => {
    expect(validate(value)).toBe(false);
  });

  test('every default and every example of every key is valid where it stands', () => {
    let checked = 0;
    const walk = (schema: JsonSchema, path: string): void => {
      const given = [...(schema.examples ?? []), ...(schema.default === undefined ? [] : [schema.default])];
      const { default: _, examples: __, ...bare } = schema;
      const check = compile(bare);
      for (const value of given) {
        checked += 1;
        expect([path, check(value), check.errors]).toEqual([path, true, null]);
      }
      for (const [key, child] of Object.entries(schema.properties ?? {})) walk(child, `${path}.${key}`);
      if (schema.items) walk(schema.items, `${path}[]`);
    };
    walk(manifest, 'manifest');
    expect(checked).toBeGreaterThan(60);
  });
});

test('schemas/rehearsal.schema.json and report.schema.json compile, and tell a record from something else', () => {
  const record = compile(JSON.parse(read('schemas/rehearsal.schema.json')));
  const report = compile(JSON.parse(read('schemas/report.schema.json')));
  const pass = {
    schemaVersion: 1,
    planDigest: 'sha256:00',
    verdict: 'pass',
    failureReason: null,
    binaries: { '3.5.33': { etcd: '00' } },
    platform: 'linux/amd64',
    toolVersion: '0.1.0',
    finishedAt: '2026-01-01T00:00:00Z',
    assumed: [],
  };
  expect([record(pass), record.errors]).toEqual([true, null]);
  expect(record({ ...pass, verdict: 'maybe' })).toBe(false);
  const error = {
    schemaVersion: 1,
    tool: { name: 'etcd-migrate', version: '0.1.0' },
    mode: 'preflight',
    verdict: 'error',
    failureReason: 'manifest-missing' satisfies keyof typeof failures,
    reason: 'x',
    nextSteps: [],
  };
  expect([report(error), report.errors]).toEqual([true, null]);
  expect(report({ ...error, tool: undefined })).toBe(false);
});
