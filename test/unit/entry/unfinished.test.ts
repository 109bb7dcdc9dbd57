// A process that ends before its work does, as Node lets it where nothing is waited for any more.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const unfinished = join(import.meta.dirname, '../../../src/entry/unfinished.ts');

/** Runs a module of these lines. */
function ended(...lines: readonly string[]) {
  const begin = [`import { failUntilDone } from ${JSON.stringify(unfinished)};`, 'const done = failUntilDone();'];
  return spawnSync(process.execPath, ['--input-type=module', '--eval', [...begin, ...lines].join('\n')], {
    encoding: 'utf8',
  });
}

const nobodyWaits = 'await new Promise(() => {});';
/** As signal-exit, which proper-lockfile brings: on Node 20 it makes a 0 of the exit code that Node has for this. */
const endWatcher = `await import(${JSON.stringify(import.meta.resolve('proper-lockfile'))});`;

it('fails, and says so, where the work never comes to its end', () => {
  const { status, stderr } = ended(nobodyWaits);
  expect([status, stderr]).toEqual([3, expect.stringContaining('its work is not done')]);
});

it('fails where a library watches the end, too', () => {
  const { status, stderr } = ended(endWatcher, nobodyWaits);
  expect([status, stderr]).toEqual([3, expect.stringContaining('internal-error')]);
});

it.each([0, 1, 4])('ends with the exit code %i of work that is done, without a word', (exitCode) => {
  const { status, stderr } = ended(`done(${exitCode});`);
  expect([status, stderr]).toEqual([exitCode, '']);
});
