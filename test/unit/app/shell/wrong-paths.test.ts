// A wrong path is the user's slip or the machine's trouble, never "a bug in etcd-migrate" with a trace.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runDirectory } from '../../../../src/app/run/run-directory.ts';
import { ownOutputDirectory } from '../../../../src/app/shell/output-directory.ts';
import { runInProcess } from '../../../support/in-process.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'etcd-migrate-paths-'));
  writeFileSync(join(place, 'etcd-migration.yaml'), 'from: "3.5"\nto: "3.7"\n');
  writeFileSync(join(place, 'file'), 'precious');
  mkdirSync(join(place, 'folder'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

test.each([
  ['init --force folder', 2, 'usage', 'folder'],
  ['init folder', 2, 'usage', 'folder'],
  ['init --force /dev/null', 2, 'usage', '/dev/null'],
  ['init file/x.yaml', 3, 'no-permission', 'file/x.yaml'],
  ['init /proc/foo', 3, 'no-permission', '/proc/foo'],
  ['preflight --offline --output file', 2, 'usage', 'file'],
  ['preflight --offline --output file/x', 2, 'usage', 'file/x'],
  ['cleanup --output file', 2, 'usage', 'file'],
  ['cleanup --output file/x', 2, 'usage', 'file/x'],
  ['status --output file', 2, 'usage', 'file'],
  ['resume --output file/x', 2, 'usage', 'file/x'],
])('%s: exit %i, %s', async (command, exitCode, code, named) => {
  const result = await runInProcess(command.split(' '), { cwd: place });
  expect(result.stderr).toContain(`: ${code}\n`);
  expect(result.stderr).toContain(named);
  expect(result.stderr).not.toMatch(/^\s+at |\bbug\b/m);
  expect(result.exitCode).toBe(exitCode);
  expect(readdirSync(place).sort()).toEqual(['etcd-migration.yaml', 'file', 'folder']);
});

test('a manifest that cannot be reached is not advised to be UTF-8 of at most 1 MiB', async () => {
  symlinkSync(join(place, 'loop'), join(place, 'loop'));
  for (const path of ['loop', 'file/x.yaml']) {
    const { exitCode, stderr } = await runInProcess(['plan', path], { cwd: place });
    expect(exitCode).toBe(2);
    expect(stderr).not.toContain('UTF-8');
    expect(stderr).toContain('Check the path');
  }
});

test.each(['status', 'resume', 'rollback'])('%s of a run whose journal is a directory', async (mode) => {
  await ownOutputDirectory(runDirectory(join(place, 'out')));
  mkdirSync(join(place, 'out/journal.jsonl'));
  const { exitCode, stderr } = await runInProcess([mode, '--output', 'out'], { cwd: place });
  expect(stderr).toContain(': journal-damaged\n');
  expect(stderr.split('Next: ')[1]).not.toContain('etcd-migrate status');
  expect(stderr).not.toMatch(/^\s+at |\bbug\b/m);
  expect(exitCode).toBe(3);
});
