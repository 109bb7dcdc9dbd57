// Owns: a path is inside a directory or it is not, wherever links lead, and nobody learns what is outside.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staysInside } from '../../../src/platform/confinement.ts';

let place: string;
let workspace: string;
beforeAll(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'etcd-migrate-confinement-')));
  workspace = join(place, 'workspace');
  mkdirSync(join(workspace, 'deep/deeper'), { recursive: true });
  mkdirSync(join(place, 'workspace-2'));
  writeFileSync(join(place, 'secret'), '');
  writeFileSync(join(place, 'workspace-2/secret'), '');
  writeFileSync(join(workspace, 'a'), '');
  writeFileSync(join(workspace, '..b'), '');
  symlinkSync(join(place, 'secret'), join(workspace, 'to-file'));
  symlinkSync('..', join(workspace, 'to-directory'));
  symlinkSync('to-directory/secret', join(workspace, 'to-link'));
  symlinkSync('../nothing', join(workspace, 'to-nothing'));
  symlinkSync('loop', join(workspace, 'loop'));
  symlinkSync('deep/deeper', join(workspace, 'within'));
  symlinkSync('../../a', join(workspace, 'deep/deeper/back'));
  symlinkSync('workspace', join(place, 'alias'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const stays = (name: string): Promise<boolean> => staysInside(workspace, resolve(workspace, name));

describe('inside', () => {
  test.for(['.', 'a', '..b', 'deep/deeper', 'within/back', 'deep/../a', 'nothing', 'deep/nothing/x', 'a/x', '*.db'])(
    '%s',
    async (name) => expect(await stays(name)).toBe(true),
  );

  test('by the name that the directory has, and by the one that it really has', async () => {
    const alias = join(place, 'alias');
    expect(await staysInside(alias, join(alias, 'a'))).toBe(true);
    expect(await staysInside(alias, join(workspace, 'a'))).toBe(true);
    expect(await staysInside(alias, join(alias, 'to-file'))).toBe(false);
  });
});

describe('outside', () => {
  test.for([
    '..',
    '../secret',
    '../workspace-2/secret',
    '/etc/passwd',
    '/',
    'to-file',
    'to-directory',
    'to-directory/secret',
    'to-link',
    'loop',
    'within/../../secret',
  ])('%s', async (name) => expect(await stays(name)).toBe(false));

  test('whether there is something is not to be seen: by name, or through a link', async () => {
    expect(await Promise.all(['../secret', '../nothing'].map(stays))).toEqual([false, false]);
    expect(await Promise.all(['to-directory/secret', 'to-directory/nothing'].map(stays))).toEqual([false, false]);
    expect(await Promise.all(['to-file', 'to-nothing'].map(stays))).toEqual([false, false]);
  });
});
