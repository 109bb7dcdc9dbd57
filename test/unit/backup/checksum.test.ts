// What `sha256sum` wrote beside a backup, and what a sidecar says, together.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectedBy, readChecksum, type Sidecar } from '../../../src/backup/sidecar.ts';

const [digest, other] = ['a'.repeat(64), 'b'.repeat(64)];
let directory: string;
let path: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-checksum-'));
  path = join(directory, 'a.db');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('a checksum beside a backup', () => {
  it.each([
    ['alone', `${digest}\n`],
    ['with its name', `${digest}  a.db\n`],
    ['as binary, by a path, in capitals', `${digest.toUpperCase()} *backups/a.db`],
    ['among others', `${other}  b.db\n${digest}  a.db\r\n`],
  ])('is read %s', async (_, text) => {
    await writeFile(`${path}.sha256`, text);
    expect(await readChecksum(path)).toEqual({ source: 'a.db.sha256', sha256: digest });
  });

  it.each([
    ['of another file', `${digest}  b.db\n`],
    ['of another kind', `${'a'.repeat(40)}  a.db\n`],
    ['empty', ''],
  ])('that is %s is told, not passed over', async (_, text) => {
    await writeFile(`${path}.sha256`, text);
    await expect(readChecksum(path)).rejects.toMatchObject({ code: 'sidecar-invalid' });
  });

  it('may not be there', async () => {
    expect(await readChecksum(path)).toBeUndefined();
    expect(expectedBy(undefined, [], path)).toEqual({});
  });

  it('is what the file link compares, unless a sidecar says more; the two must agree', () => {
    const [beside, strange] = [
      { source: 'a.db.sha256', sha256: digest },
      { source: 'the manifest', sha256: other },
    ];
    expect(expectedBy(undefined, [beside], path)).toEqual({ expected: beside });
    expect(() => expectedBy(undefined, [beside, strange], path)).toThrow(
      /a\.db\.sha256 names a+, the manifest names b+/,
    );
    const sidecar = {
      sha256: digest,
      revision: 7,
      hash: 9,
      clusterId: 'c1',
      members: [],
      takenAt: '2026-11-28T00:00:00Z',
    };
    const both = expectedBy(sidecar as unknown as Sidecar, [beside], path);
    expect(both.expected).toMatchObject({ source: 'a.db.json', sha256: digest, revision: 7 });
    expect(() => expectedBy(sidecar as unknown as Sidecar, [strange], path)).toThrow(
      /a\.db\.json names a+, the manifest/,
    );
  });
});
