// Owns: what a file of src exports, another file of src imports; and the check that says so can fail.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface Issue {
  readonly file: string;
  readonly exports: readonly { readonly name: string }[];
  readonly nsExports: readonly { readonly name: string }[];
}

/** Values alone: a type costs nothing where it runs. The roots are the entries, and what writes schemas and pages. */
function unusedIn(directory: string): string[] {
  const knip = join(root, 'node_modules/knip/bin/knip.js');
  const args = [knip, '--directory', directory, '--include', 'exports,nsExports', '--reporter', 'json'];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  // 1 is for findings; anything above is knip's own trouble.
  expect([stderr, status === 0 || status === 1]).toEqual(['', true]);
  const { issues } = JSON.parse(stdout) as { readonly issues: readonly Issue[] };
  return issues
    .flatMap((issue) => [...issue.exports, ...issue.nsExports].map(({ name }) => `${issue.file}: ${name}`))
    .sort();
}

test('no exported value of src is one that nothing in src imports', () => {
  expect(unusedIn(root)).toEqual([]);
});

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'etcd-migrate-exports-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

test('an export that only a test imports is named, and one behind a door to a folder is too', () => {
  const files = {
    'package.json': '{ "type": "module" }',
    'src/entry/main.ts': "import { used } from '../a.ts';\nimport { shown } from '../door/index.ts';\n\nused(shown);\n",
    'src/a.ts':
      'export const used = (_: unknown): void => {};\nexport const tested = 1;\nexport interface Shape {\n  a: 1;\n}\n',
    'src/door/index.ts': "export { hidden, shown } from './inside.ts';\n",
    'src/door/inside.ts': 'export const shown = 1;\nexport const hidden = shown + 1;\n',
    'scripts/generate.ts': '',
    'test/a.test.ts':
      "import { tested } from '../src/a.ts';\nimport { hidden } from '../src/door/index.ts';\n\nconsole.log(tested, hidden);\n",
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), content);
  }
  copyFileSync(join(root, 'knip.json'), join(place, 'knip.json'));
  expect(unusedIn(place)).toEqual(['src/a.ts: tested', 'src/door/index.ts: hidden', 'src/door/inside.ts: hidden']);
});
