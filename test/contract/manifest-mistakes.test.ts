// Owns: every mistake in a manifest is a clear error of `plan` and of `preflight` alike, and the bundle says the same.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { repository, runCommand } from '../support/command.ts';
import { runInProcess } from '../support/in-process.ts';

const golden = join(repository, 'test/golden/manifest');
const files = readdirSync(golden).filter((name) => name.endsWith('.yaml'));

/** What no file in the repository should hold: written here. Name → content; null is a directory. */
const made: Readonly<Record<string, string | Buffer | null>> = {
  'ten-megabytes.yaml': Buffer.alloc(10 * 1024 * 1024, 'a'),
  'random-bytes.yaml': Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 193 + 7) % 256)),
  'byte-order-mark-and-crlf.yaml': '\ufefffrom: "3.5"\r\nto: "3.7"\r\nmembrs: 3\r\n',
  'tab.yaml': 'from: "3.5"\nto: "3.7"\nrehearsal:\n\tdepth: quick\n',
  'unknown-line.yaml': 'from: "3.5"\nto: "3.99"\n',
  'leading-zero.yaml': 'from: "3.5"\nto: "3.07"\n',
  'no-config-file.yaml': 'from: "3.5"\nto: "3.7"\netcd:\n  configFile: nowhere.yaml\n',
  'directory.yaml': null,
};

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'manifest-mistakes-'));
  for (const name of files) copyFileSync(join(golden, name), join(place, name));
  for (const [name, content] of Object.entries(made)) {
    if (content === null) mkdirSync(join(place, name));
    else writeFileSync(join(place, name), content);
  }
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const all = [...files, ...Object.keys(made), 'missing.yaml'];

it('there are many of them', () => {
  expect(all.length).toBeGreaterThan(35);
});

it.each(all)('%s', async (name) => {
  const said = await Promise.all(
    ['plan', 'preflight'].map((command) => runInProcess([command, name, '--offline'], { cwd: place })),
  );
  for (const { exitCode, stdout, stderr } of said) {
    expect(exitCode, stderr).toBe(2);
    expect(stderr).toContain(name.replace(/\.yaml$/, ''));
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+|internal-error|\[object|undefined/m);
    expect(stdout).not.toMatch(/^\s+at /m);
  }
  const [plan, preflight] = said.map(({ stderr }) => stderr.replace(/\b(plan|preflight): /, ''));
  expect(plan, 'plan and preflight say the same').toBe(preflight);
});

it('the bundle exits and says as the sources do, on its two streams', async () => {
  const args = ['plan', 'byte-order-mark-and-crlf.yaml', '--offline'];
  const { exitCode, stdout, stderr } = await runCommand(args, { cwd: place });
  expect({ exitCode, stdout, stderr }).toEqual(await runInProcess(args, { cwd: place }));
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining('byte-order-mark-and-crlf.yaml:3:')]);
});
