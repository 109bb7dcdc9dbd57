import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadManifestFile } from '../../../../src/app/plan/manifest-file.ts';
import { EtcdMigrateError } from '../../../../src/errors.ts';
import type { Finding } from '../../../../src/findings.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'etcd-migrate-manifest-'));
  mkdirSync(join(place, 'clusters/folder'), { recursive: true });
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

/** The manifest is in `clusters`, the working directory above it. */
async function failureOf(configFile: string, more = ''): Promise<EtcdMigrateError & { findings: Finding[] }> {
  const file = join(place, 'clusters/m.yaml');
  writeFileSync(file, `from: "3.5"\nto: "3.7"\netcd:\n  configFile: ${configFile}\n${more}`);
  const error = await loadManifestFile(file, place, null).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof EtcdMigrateError)) throw error ?? new Error('accepted');
  return Object.assign(error, { findings: error.details['findings'] as Finding[] });
}

describe('etcd.configFile', () => {
  test.each(['nothing.yaml', 'folder', 'pipe', 'm.yaml/x'])(
    '%s, at its place, with all other mistakes',
    async (name) => {
      execFileSync('mkfifo', [join(place, 'clusters/pipe')]);
      const error = await failureOf(name, 'membrs: 3\n');
      expect(error.code).toBe('manifest-invalid');
      expect(error.findings).toMatchObject([
        { id: 'rule/manifest-config-file', where: { file: 'clusters/m.yaml', line: 4, column: 15 } },
        { id: 'rule/manifest-unknown-key', where: { line: 5 } },
      ]);
      expect(error.findings[0]?.message).toContain(join('clusters', name));
      expect(error.message).not.toContain('UTF-8');
    },
  );

  test.each([
    ['- a\n', 1],
    ['a: 1\nb c\nd: 2\n', 2],
    ['a: 1\n\u0000', 2],
    [`${'['.repeat(100)}`, 1],
  ])(
    'mistakes inside it (%j) are shown from the working directory, beside those of the manifest',
    async (text, line) => {
      writeFileSync(join(place, 'clusters/etcd.yaml'), text);
      const error = await failureOf('etcd.yaml', 'membrs: 3\n');
      expect(error.findings.map(({ where }) => [where?.file, where?.line])).toEqual([
        ['clusters/m.yaml', 5],
        ['clusters/etcd.yaml', line],
      ]);
      expect(error.findings.at(-1)?.fix).not.toContain('etcd-migrate init');
      expect(error.message).not.toContain('…');
    },
  );

  test('its settings are placed from the working directory too', async () => {
    writeFileSync(join(place, 'clusters/etcd.yaml'), 'snapshot-count: 5000\n');
    const file = join(place, 'clusters/m.yaml');
    writeFileSync(file, 'from: "3.5"\nto: "3.7"\netcd: {configFile: etcd.yaml}\n');
    const { manifest } = await loadManifestFile(file, place, null);
    expect(manifest.settingPlaces.shared['snapshot-count']?.file).toBe('clusters/etcd.yaml');
  });
});
