// The documentation keeps up with what it lists.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

test('the architecture page says of every dependency why it is there', () => {
  const table = read('docs/architecture.md').split('## Why each dependency is there')[1] ?? '';
  const names = Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies });
  const missing = names.filter((name) => !name.startsWith('@types/') && !table.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});

test.each(['rule', 'driver', 'judge', 'check', 'report format'])('CONTRIBUTING says how to add a %s', (what) => {
  expect(read('CONTRIBUTING.md')).toContain(`- **A ${what}**:`);
});
