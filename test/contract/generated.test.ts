// Generated files fit their sources, and the check that says so can fail.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { actionInputs } from '../../scripts/generate/action-inputs.ts';
import { actionOutputs } from '../../scripts/generate/action-outputs.ts';
import { failureCodes } from '../../scripts/generate/failure-codes.ts';
import type { ReadFile } from '../../scripts/generate/generator.ts';
import { manifestReference } from '../../scripts/generate/manifest-reference.ts';
import { jsonSchemas } from '../../scripts/generate/schemas.ts';
import { failures } from '../../src/errors.ts';
import { sources } from '../../src/manifest/defaults.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('no generated file differs from what its source gives', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/generate.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('an unknown argument is refused rather than taken for a run that writes', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/generate.ts', '--chek'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toContain('--chek');
});

test('the failure-code page has every code under its exit code', () => {
  const [page] = failureCodes();
  for (const [code, { exitCode, title }] of Object.entries(failures)) {
    const section = page?.content.split(/^## /m).find((part) => part.startsWith(`Exit ${exitCode}:`));
    expect(section).toContain(`| \`${code}\` | ${title} |`);
  }
});

test('the manifest reference names every key of the schema', () => {
  const [page] = manifestReference();
  const schema = readFileSync(`${root}/schemas/manifest.schema.json`, 'utf8');
  const keys = new Set([...schema.matchAll(/^\s+"([a-z][A-Za-z0-9]+)": \{$/gm)].map((match) => match[1]));
  keys.delete('properties');
  keys.delete('items');
  keys.delete('propertyNames');
  keys.delete('additionalProperties');
  keys.delete('default');
  keys.delete('dependentRequired');
  expect(keys.size).toBeGreaterThan(45);
  for (const key of keys) expect(page?.content).toContain(`| \`${key}\` |`);
  expect(page?.content).toContain(sources.join('", "'));
});

test('six schemas are generated, each with its own id', () => {
  const ids = jsonSchemas().map(({ content }) => JSON.parse(content).$id);
  expect(new Set(ids).size).toBe(6);
});

const action =
  'inputs:\n  mode:\n    description: What to do | how\n    required: true\n  manifest:\n    description: The file\n    default: a.yaml\n  token: {description: T}\n';
const readme = 'before\n<!-- inputs:start -->\nold\n<!-- inputs:end -->\nafter\n';
const reader =
  (files: Record<string, string>): ReadFile =>
  (path) =>
    files[path];

test('the table of inputs replaces what is between its markers, and only that', () => {
  const [page] = actionInputs(reader({ 'README.md': readme, 'action.yml': action }));
  expect(page?.path).toBe('README.md');
  expect(page?.content).toBe(`before
<!-- inputs:start -->

| Input | Meaning | Default |
| - | - | - |
| \`mode\` | What to do \\| how | **required** |
| \`manifest\` | The file | \`a.yaml\` |
| \`token\` | T | – |

<!-- inputs:end -->
after
`);
  // A second run changes nothing.
  const again = actionInputs(reader({ 'README.md': page?.content ?? '', 'action.yml': action }));
  expect(again[0]?.content).toBe(page?.content);
});

test.for([
  [{ 'action.yml': action }, 'README.md is missing'],
  [{ 'README.md': readme }, 'action.yml is missing'],
  [{ 'README.md': 'no markers', 'action.yml': action }, 'README.md must have the lines <!-- inputs:start -->'],
  [
    { 'README.md': '<!-- inputs:end -->\n<!-- inputs:start -->', 'action.yml': action },
    'README.md must have the lines',
  ],
  [{ 'README.md': readme, 'action.yml': 'inputs:\n  mode: {}\n' }, 'action.yml: '],
] as const)('the table of inputs fails clearly: %j', ([files, message]) => {
  expect(() => actionInputs(reader(files))).toThrow(message);
});

const outputs = 'outputs:\n  verdict: {description: pass | fail}\n  report-path:\n    description: The file\n';
const withOutputs = 'before\n<!-- outputs:start -->\nold\n<!-- outputs:end -->\nafter\n';

test('the table of outputs replaces what is between its markers, and only that', () => {
  const [page] = actionOutputs(reader({ 'README.md': withOutputs, 'action.yml': outputs }));
  expect(page?.path).toBe('README.md');
  expect(page?.content).toBe(`before
<!-- outputs:start -->

| Output | Meaning |
| - | - |
| \`verdict\` | pass \\| fail |
| \`report-path\` | The file |

<!-- outputs:end -->
after
`);
});

test.for([
  [{ 'action.yml': outputs }, 'README.md is missing; it holds the table of outputs'],
  [{ 'README.md': withOutputs }, 'action.yml is missing; the table of outputs'],
  [{ 'README.md': readme, 'action.yml': outputs }, 'README.md must have the lines <!-- outputs:start -->'],
  [{ 'README.md': withOutputs, 'action.yml': action }, 'action.yml: '],
] as const)('the table of outputs fails clearly: %j', ([files, message]) => {
  expect(() => actionOutputs(reader(files))).toThrow(message);
});

test('README has every output of the action, and none that it has not', () => {
  const table = readFileSync(`${root}/README.md`, 'utf8').split(/<!-- outputs:(?:start|end) -->/)[1] ?? '';
  const { outputs: given } = parse(readFileSync(`${root}/action.yml`, 'utf8'));
  expect([...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1])).toEqual(Object.keys(given));
});
