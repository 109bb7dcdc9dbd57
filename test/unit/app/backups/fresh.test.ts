// Older backups go behind the pass of a fresh one alone, and what keeps them there changes no verdict.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { removeOlder } from '../../../../src/app/backups/fresh.ts';
import type { Proven } from '../../../../src/app/backups/report.ts';
import type { Wishes } from '../../../../src/app/backups/wishes.ts';
import type { Tools } from '../../../../src/app/shell/tools.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-fresh-'));
  for (const [index, name] of ['old.db', 'new.db'].entries()) {
    await writeFile(join(directory, name), name);
    const sidecar = {
      schemaVersion: 1,
      kind: 'etcd-migrate/backup-sidecar',
      sha256: 'a'.repeat(64),
      bytes: 6,
      revision: 7,
      hash: 9,
      hashBy: 'member',
      clusterId: 'c1',
      members: [],
      etcd: '3.6.14',
      takenFrom: 'http://m1:2379',
      takenAt: `2026-11-2${index}T00:00:00.000Z`,
      toolVersion: '0.1.0',
    };
    await writeFile(join(directory, `${name}.json`), JSON.stringify(sidecar));
  }
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** What was warned of. */
async function remove(verdict: 'pass' | 'fail'): Promise<string[]> {
  const path = join(directory, 'new.db');
  const warned: string[] = [];
  const tools = { progress: { line: () => {} }, log: { warn: (text: string) => warned.push(text) } };
  await removeOlder(
    { file: { path, shown: 'new.db' }, clusterId: 'c1' },
    [{ shown: 'new.db', proof: { path, verdict } } as unknown as Proven],
    { take: { directory: '.', keep: 1 } } as unknown as Wishes,
    tools as unknown as Tools,
  );
  return warned;
}

const left = async () => (await readdir(directory)).filter((name) => name.endsWith('.db')).sort();

it('they go behind a pass, and stay where the fresh one is not proven', async () => {
  expect(await remove('fail')).toEqual([]);
  expect(await left()).toEqual(['new.db', 'old.db']);
  expect(await remove('pass')).toEqual([]);
  expect(await left()).toEqual(['new.db']);
});

it('one that cannot be removed is told', async () => {
  await rm(join(directory, 'old.db'));
  await mkdir(join(directory, 'old.db'));
  expect(await remove('pass')).toEqual([
    expect.stringContaining(`an older backup stays: Removing ${join(directory, 'old.db')} failed`),
  ]);
});
