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
    expect(await readChecksum(path)).toBe(digest);
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
    expect(expectedBy(undefined, undefined, path)).toEqual({});
  });

  it('is what the file link compares, unless a sidecar says more; the two must agree', () => {
    expect(expectedBy(undefined, digest, path)).toEqual({ expected: { source: 'a.db.sha256', sha256: digest } });
    const sidecar = {
      sha256: digest,
      revision: 7,
      hash: 9,
      clusterId: 'c1',
      members: [],
      takenAt: '2026-11-28T00:00:00Z',
    };
    const both = expectedBy(sidecar as unknown as Sidecar, digest, path);
    expect(both.expected).toMatchObject({ source: 'a.db.json', sha256: digest, revision: 7 });
    expect(() => expectedBy(sidecar as unknown as Sidecar, other, path)).toThrow(
      /a\.db\.json and a\.db\.sha256 name two/,
    );
  });
});
