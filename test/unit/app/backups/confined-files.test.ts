// Owns: an untrusted manifest proves no file beyond the workspace, whether it names one, a pattern or a link.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBackupFiles } from '../../../../src/app/backups/files.ts';
import { EtcdMigrateError } from '../../../../src/errors.ts';

let place: string;
let workspace: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'etcd-migrate-backups-'));
  workspace = join(place, 'workspace');
  mkdirSync(join(workspace, 'backups'), { recursive: true });
  mkdirSync(join(place, 'others'));
  writeFileSync(join(workspace, 'backups/a.db'), 'a');
  writeFileSync(join(place, 'others/b.db'), 'b');
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

async function find(name: string, confinedTo: string | null = workspace): Promise<readonly string[] | string> {
  try {
    const wanted = { files: [name], filesDir: workspace, choice: { of: 'all' } as const, confinedTo };
    return (await findBackupFiles(wanted)).map(({ shown }) => shown);
  } catch (error) {
    if (error instanceof EtcdMigrateError) return error.code;
    throw error;
  }
}

describe('a manifest that is not trusted', () => {
  it.each(['backups/a.db', 'backups/*.db', '**/*.db', './backups/../backups/a.db'])(
    'proves %s of the workspace',
    async (name) => expect(await find(name)).toEqual([expect.stringContaining('a.db')]),
  );

  it.each(['../others/b.db', '../others/*.db', '../**', '/etc/*', '../others/none.db', 'backups/nothing.db'])(
    'is refused %s',
    async (name) => {
      symlinkSync('../../others/none.db', join(workspace, 'backups/nothing.db'));
      expect(await find(name)).toBe('manifest-invalid');
    },
  );

  it.each([
    ['a backup', 'backups/link.db', 'others/b.db'],
    ['a directory', 'backups/more', 'others'],
    ['what stands beside a backup', 'backups/a.db.json', 'others/b.db'],
    ['its digest', 'backups/a.db.sha256', 'others/b.db'],
  ])('is refused a link to the outside: %s', async (_, link, target) => {
    symlinkSync(join(place, target), join(workspace, link));
    expect(await find('backups/**')).toBe('manifest-invalid');
  });

  it('gets nothing by braces that lead out', async () => {
    expect(await find('{backups,../others}/*.db')).not.toContain('../others/b.db');
  });

  it('is told of it without what is there', async () => {
    const wanted = { filesDir: workspace, choice: { of: 'all' } as const, confinedTo: workspace };
    const said = await Promise.all(
      ['../others/b.db', '../others/c.db'].map((name) =>
        findBackupFiles({ ...wanted, files: [name] }).then(
          () => 'found',
          (error: Error) => error.message.replace(name, ''),
        ),
      ),
    );
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toContain('not trusted');
  });

  it('may have links within the workspace', async () => {
    symlinkSync('../backups', join(workspace, 'backups/again'));
    symlinkSync('a.db', join(workspace, 'backups/latest.db'));
    expect(await find('backups/latest.db')).toEqual(['backups/latest.db']);
  });
});

it('one that is trusted, or a command line, may name any file', async () => {
  symlinkSync(join(place, 'others/b.db'), join(workspace, 'backups/link.db'));
  expect(await find('../others/*.db', null)).toEqual(['../others/b.db']);
  expect(await find('backups/link.db', null)).toEqual(['backups/link.db']);
});
