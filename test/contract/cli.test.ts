// The contract of the command line, in an empty directory. What needs a process (its start, its streams, its exit code)
// runs on the committed bundle; the many words that are understood or refused run in the test's own process.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RunReport } from '../../src/report/model.ts';
import { repository, runCommand } from '../support/command.ts';
import { runInProcess } from '../support/in-process.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'etcd migrate #'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const cli = (...args: string[]) => runInProcess(args, { cwd: directory });
const bundled = (...args: string[]) => runCommand(args, { cwd: directory });
const manifest = (text: string): void => writeFileSync(join(directory, 'etcd-migration.yaml'), text);

describe('command line', () => {
  it('works from a copy of dist/ alone, without node_modules, in a path with spaces', async () => {
    cpSync(join(repository, 'dist'), join(directory, 'dist'), { recursive: true });
    const { execFileSync } = await import('node:child_process');
    const version = execFileSync(process.execPath, [join(directory, 'dist/cli/index.js'), '--version'], {
      encoding: 'utf8',
    });
    expect(version.trim()).toBe(JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')).version);
  });

  it('shows every command with an example and exits 0 on --help', async () => {
    const { exitCode, stdout, stderr } = await bundled('--help');
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    for (const command of ['init', 'plan', 'preflight', 'status', 'resume', 'rollback', 'cleanup', 'complete']) {
      expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
    }
    expect(stdout).toContain('Examples:');
    const preflight = await cli('preflight', '--help');
    expect(preflight.stdout).toContain('--output <DIR>');
    expect(preflight.stdout).toContain('Example:');
  });

  it.each([
    [['frobnicate'], /unknown command 'frobnicate'/],
    [['prefligth'], /Did you mean preflight\?/],
    [['plan', '--ofline'], /Did you mean --offline\?/],
    [['plan', '--format', 'xml'], /Allowed choices are text, json, markdown/],
    [['plan', 'a.yaml', '--manifest', 'b.yaml'], /two manifests/],
    [['plan', 'a.yaml', 'b.yaml'], /too many arguments/],
    [[], /Usage: etcd-migrate/],
  ])('exits 2 for %j and says what is wrong on standard error alone', async (args, message) => {
    const { exitCode, stdout, stderr } = await cli(...args);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(message);
    expect(stdout).toBe('');
  });

  it('exits 2 as a process too, with the mistake on standard error alone', async () => {
    const { exitCode, stdout, stderr } = await bundled('prefligth');
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/Did you mean preflight\?/);
  });

  it.each(['plan', 'preflight'])(
    '%s names a missing manifest, exits 2, and keeps standard output a valid envelope',
    async (command) => {
      const { exitCode, stdout, stderr } = await bundled(command, '--format', 'json');
      expect(exitCode).toBe(2);
      expect(stderr).toContain('manifest-missing');
      expect(stderr).not.toMatch(/^\s+at /m);
      const report = RunReport.parse(JSON.parse(stdout));
      expect(report).toMatchObject({ mode: command, verdict: 'error', failureReason: 'manifest-missing' });
    },
  );

  it.each(['plan', 'preflight'])('%s reports every mistake of a manifest at once, with its place', async (command) => {
    manifest('from: 3.5\nto: "3.7"\nmembrs: 3\nrehearsal:\n  depth: fast\n');
    const { exitCode, stdout, stderr } = await cli(command, '--format', 'json');
    expect(exitCode).toBe(2);
    expect(stderr).not.toMatch(/^\s+at /m);
    for (const place of ['etcd-migration.yaml:1:', 'etcd-migration.yaml:3:', 'etcd-migration.yaml:5:'])
      expect(stderr).toContain(place);
    expect(stderr).toContain('members');
    const report = RunReport.parse(JSON.parse(stdout));
    expect(('findings' in report ? report.findings : undefined)?.map((finding) => finding.where?.line).sort()).toEqual([
      1, 3, 5,
    ]);
  });

  it.each([
    ['a downgrade', 'from: "3.6"\nto: "3.5"\n'],
    ['a skipped minor', 'from: "3.5"\nto: "3.7"\nhops: ["3.7"]\n'],
    ['an unknown line', 'from: "3.5"\nto: "4.2"\n'],
    ['an empty file', ''],
    ['a tab', 'from: "3.5"\n\tto: "3.7"\n'],
    ['duplicate keys', 'from: "3.5"\nfrom: "3.6"\nto: "3.7"\n'],
    ['a binary file', '\u0000\u0001\u0002'],
  ])('refuses %s from plan with exit 2 and no stack trace', async (_, text) => {
    manifest(text);
    const { exitCode, stderr } = await cli('plan', '--offline');
    expect(exitCode).toBe(2);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stderr).toContain('Next: ');
  });

  it('writes a manifest with init that plan understands, and refuses to replace it', async () => {
    const first = await cli('init');
    expect(first.exitCode).toBe(0);
    const written = readFileSync(join(directory, 'etcd-migration.yaml'), 'utf8');
    const second = await cli('init');
    expect(second.exitCode).toBe(2);
    expect(readFileSync(join(directory, 'etcd-migration.yaml'), 'utf8')).toBe(written);
    // Offline with an empty cache: the manifest is understood, only no release can be had.
    const plan = await cli('plan', '--offline', '--cache', join(directory, 'cache'), '--format', 'json');
    expect(JSON.parse(plan.stdout).failureReason).not.toMatch(/^manifest-/);
  });

  it.each(['status', 'resume', 'rollback'])('%s says that there is no run here', async (command) => {
    const { exitCode, stderr } = await cli(command);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('nothing-to-resume');
  });

  it('cleanup of nothing is a success', async () => {
    const { exitCode, stderr } = await cli('cleanup');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('nothing to remove');
  });

  it('prints a completion script and completes commands', async () => {
    const script = await bundled('complete', 'bash');
    expect(script.exitCode).toBe(0);
    expect(script.stdout).toContain('etcd-migrate');
    const suggestions = await bundled('complete', '--', 'pre');
    expect(suggestions.stdout).toMatch(/^preflight\b/m);
  });
});
