// What people read when their manifest has mistakes: the whole text, for every kind of mistake.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EtcdMigrateError } from '../../../src/errors.ts';
import type { Finding } from '../../../src/findings.ts';
import { resolveManifest } from '../../../src/manifest/resolve.ts';
import { parseManifest } from '../../support/parse-manifest.ts';

const directory = new URL('.', import.meta.url);
const inputs = readdirSync(directory).filter((name) => name.endsWith('.yaml'));
const unreadable = new Set(['binary.yaml', 'not-utf8.yaml', 'utf16.yaml']);

function failureOf(name: string): EtcdMigrateError {
  try {
    resolveManifest(parseManifest(readFileSync(new URL(name, directory)), name), {});
  } catch (error) {
    if (error instanceof EtcdMigrateError) return error;
    throw error;
  }
  throw new Error(`${name} was accepted`);
}

test('there are inputs for the golden files', () => {
  expect(inputs.length).toBeGreaterThan(25);
});

test.for(inputs)('%s', async (name) => {
  const error = failureOf(name);
  expect(error.code).toBe(unreadable.has(name) ? 'manifest-unreadable' : 'manifest-invalid');
  const findings = error.details['findings'] as Finding[];
  expect(findings.length).toBeGreaterThan(0);
  for (const { id, message, where } of findings) {
    expect(id).toMatch(/^rule\/manifest-[a-z0-9-]+$/);
    expect(where?.file).toBe(name);
    expect(where?.line).toBeGreaterThan(0);
    expect(message).not.toMatch(/\n|undefined|\[object/);
  }
  expect(error.message).not.toContain('hunter2');
  await expect(`${error.message}\n`).toMatchFileSnapshot(new URL(name.replace('.yaml', '.txt'), directory).pathname);
});
