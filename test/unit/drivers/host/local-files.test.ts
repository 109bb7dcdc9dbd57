import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localFiles } from '../../../../src/drivers/host/local-host.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-files-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const eight = Array.from({ length: 8 }, (_, index) => String(index));

it('lets exactly one of many create a file, whole, and leaves no draft', async () => {
  const path = join(directory, 'claim');
  const won = await Promise.all(eight.map((content) => localFiles.create(path, content)));
  expect(won.filter(Boolean)).toHaveLength(1);
  expect(await readFile(path, 'utf8')).toBe(String(won.indexOf(true)));
  expect(await localFiles.create(path, 'late')).toBe(false);
  expect(await readdir(directory)).toEqual(['claim']);
});

it('lets exactly one of many place a directory, whole, and leaves no draft', async () => {
  const path = join(directory, '0001');
  const won = await Promise.all(eight.map((content) => localFiles.place(path, { order: content, request: content })));
  expect(won.filter(Boolean)).toHaveLength(1);
  const winner = String(won.indexOf(true));
  expect(await Promise.all(['order', 'request'].map((name) => readFile(join(path, name), 'utf8')))).toEqual([
    winner,
    winner,
  ]);
  expect(await readdir(directory)).toEqual(['0001']);
});

it('tells what is not there from what is', async () => {
  await writeFile(join(directory, 'file'), 'four');
  expect(await localFiles.list(join(directory, 'absent'))).toEqual([]);
  expect(await localFiles.read(join(directory, 'absent'))).toBeNull();
  expect(await localFiles.stat(join(directory, 'file', 'below'))).toBeNull();
  expect(await localFiles.stat(join(directory, 'file'))).toEqual({ sizeBytes: 4 });
  await expect(localFiles.write(join(directory, 'file', 'below'), '')).rejects.toMatchObject({ code: 'no-permission' });
});
