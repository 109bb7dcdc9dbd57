// Which backups go: only those that carry our sidecar and are of the same cluster.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { removeOldBackups } from '../../../src/backup/retention.ts';
import { expectedBy, readSidecar, type Sidecar } from '../../../src/backup/sidecar.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-retention-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const sidecar = (clusterId: string, takenAt: string): Sidecar => ({
  schemaVersion: 1,
  kind: 'etcd-migrate/backup-sidecar',
  sha256: 'a'.repeat(64),
  bytes: 1,
  revision: 7,
  hash: 9,
  hashBy: 'member',
  clusterId,
  members: [{ id: 'b2', name: 'm1' }],
  etcd: '3.6.14',
  takenFrom: 'http://127.0.0.1:2379',
  takenAt,
  toolVersion: '0.1.0',
});

async function put(name: string, beside?: unknown): Promise<void> {
  await writeFile(join(directory, name), 'x');
  if (beside !== undefined) await writeFile(join(directory, `${name}.json`), JSON.stringify(beside));
}

it('the oldest of the same cluster go, by the time that their sidecars record', async () => {
  await put('c.db', sidecar('c1', '2026-11-01T00:00:00.000Z'));
  await put('a.db', sidecar('c1', '2026-11-03T00:00:00.000Z'));
  await put('b.db', sidecar('c1', '2026-11-02T00:00:00.000Z'));
  await put('other-cluster.db', sidecar('c2', '2026-10-01T00:00:00.000Z'));
  await put('no-sidecar.db');
  await put('foreign.db', { some: 'json' });
  await writeFile(join(directory, 'broken.db'), 'x');
  await writeFile(join(directory, 'broken.db.json'), '{');
  const taken = join(directory, 'a.db');
  expect(await removeOldBackups(taken, 'c1', 2)).toEqual({ removed: [join(directory, 'c.db')], stayed: [] });
  expect((await readdir(directory)).sort()).toEqual(
    [
      ...['a.db', 'a.db.json', 'b.db', 'b.db.json', 'broken.db', 'broken.db.json', 'foreign.db', 'foreign.db.json'],
      ...['no-sidecar.db', 'other-cluster.db', 'other-cluster.db.json'],
    ].sort(),
  );
  expect(await removeOldBackups(taken, 'c1', 2)).toEqual({ removed: [], stayed: [] });
});

it('what was just taken stays, even where another calls itself newer', async () => {
  await put('future.db', sidecar('c1', '2031-01-01T00:00:00.000Z'));
  await put('taken.db', sidecar('c1', '2026-11-01T00:00:00.000Z'));
  const { removed } = await removeOldBackups(join(directory, 'taken.db'), 'c1', 1);
  expect(removed).toEqual([join(directory, 'future.db')]);
  expect(await readdir(directory)).toEqual(['taken.db', 'taken.db.json']);
});

it('one that cannot be removed is told and keeps no other', async () => {
  for (const day of [1, 2, 3]) await put(`${day}.db`, sidecar('c1', `2026-11-0${day}T00:00:00.000Z`));
  await rm(join(directory, '1.db'));
  await mkdir(join(directory, '1.db'));
  const { removed, stayed } = await removeOldBackups(join(directory, '3.db'), 'c1', 1);
  expect(removed).toEqual([join(directory, '2.db')]);
  expect(stayed).toEqual([
    expect.objectContaining({ code: 'no-permission', message: expect.stringContaining(join(directory, '1.db')) }),
  ]);
});

it('a sidecar says what the file link compares and when the data were so', async () => {
  const path = join(directory, 'a.db');
  await put('a.db', sidecar('c1', '2026-11-03T00:00:00.000Z'));
  const read = await readSidecar(path);
  if (read === undefined) throw new Error('no sidecar');
  expect(expectedBy(read, [], path)).toEqual({
    expected: { source: 'a.db.json', sha256: 'a'.repeat(64), revision: 7, hash: 9, clusterId: 'c1', memberIds: ['b2'] },
    takenAt: { wallMs: Date.parse('2026-11-03T00:00:00.000Z'), by: 'recorded' },
    madeBy: read.etcd,
  });
  expect(await readSidecar(join(directory, 'none.db'))).toBeUndefined();
  await put('b.db', { written: 'by another tool' });
  expect(await readSidecar(join(directory, 'b.db'))).toBeUndefined();
});

it.each([
  ['no JSON', '{'],
  ['damaged where it says what it is', JSON.stringify({ ...sidecar('c1', '2026-11-03T00:00:00.000Z'), kind: 'x' })],
  ['one key too much', JSON.stringify({ ...sidecar('c1', '2026-11-03T00:00:00.000Z'), more: 1 })],
])('what stands beside a backup and is %s is told, not passed over', async (_, text) => {
  await writeFile(join(directory, 'a.db.json'), text);
  await expect(readSidecar(join(directory, 'a.db'))).rejects.toMatchObject({ code: 'sidecar-invalid' });
});
