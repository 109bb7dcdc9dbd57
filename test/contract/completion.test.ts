// Completion by the committed bundle, in a real bash.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bundle } from '../support/command.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'etcd-migrate-completion-'));
  mkdirSync(join(place, 'examples'));
  for (const file of ['etcd-migration.yaml', 'examples/three.yaml', '$(touch stolen).yaml', 'with space.yaml']) {
    writeFileSync(join(place, file), '');
  }
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

/** What the script offers for the last of the words; the stubs stand for the bash-completion package and for readline. */
function offered(...words: string[]): string[] {
  const script = `
etcd-migrate() { "$NODE" "$BUNDLE" "$@"; }
_get_comp_words_by_ref() { cur="\${COMP_WORDS[COMP_CWORD]}"; words=("\${COMP_WORDS[@]}"); cword=$COMP_CWORD; }
compopt() { :; }
source <(etcd-migrate complete bash)
source <(etcd-migrate complete bash)
COMP_WORDS=(etcd-migrate "$@"); COMP_CWORD=$#
__etcd_migrate_complete && printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', ...words], {
    cwd: place,
    encoding: 'utf8',
    env: { ...process.env, NODE: process.execPath, BUNDLE: bundle },
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

it('offers commands, options, manifests and directories', () => {
  expect(offered('pre')).toEqual(['preflight']);
  expect(offered('plan', '--form')).toEqual(['--format']);
  expect(offered('plan', '--format', 'j')).toEqual(['json']);
  expect(offered('plan', 'etcd')).toEqual(['etcd-migration.yaml']);
  expect(offered('plan', 'examples/')).toEqual(['examples/three.yaml']);
  expect(offered('preflight', '--manifest', 'ex')).toEqual(['examples/']);
  expect(offered('cleanup', '--output', '')).toEqual(['examples/']);
  expect(offered('cleanup', '--output=ex')).toEqual(['examples/']);
  expect(offered('plan', 'with')).toEqual(['with space.yaml']);
});

it('runs neither what was typed nor the name of a file', () => {
  offered('plan', '$(touch stolen)', '');
  offered('plan', '--output=$(touch stolen)');
  expect(offered('plan', '$')).toEqual(['$(touch stolen).yaml']);
  expect(existsSync(join(place, 'stolen'))).toBe(false);
});

it.each(['zsh', 'fish', 'powershell'])(
  'prints a script for %s in which nothing that was typed is evaluated',
  (shell) => {
    const { stdout, status } = spawnSync(process.execPath, [bundle, 'complete', shell], { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toContain('etcd-migrate');
    expect(stdout).not.toMatch(/"-P \$\{BASH_REMATCH\}"/);
  },
);
