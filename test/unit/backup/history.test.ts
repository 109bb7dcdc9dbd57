// What is remembered of earlier proofs, and what a damaged memory is told to be.
import { lstat, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addToHistory, lastPassMs, type ProofRecord, readHistory } from '../../../src/backup/history.ts';

let directory: string;
let path: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-history-'));
  path = join(directory, 'kept/proofs.json');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const proof = (file: string, verdict: ProofRecord['verdict'] = 'fail', cluster = 'payments'): ProofRecord => ({
  cluster,
  file,
  verdict,
  sha256: null,
  failureReason: null,
  provenAt: '2026-11-28T12:00:00.000Z',
  bytes: 1,
  revision: 2,
  keys: 3,
  release: '3.6.14',
  ageMs: 4,
  recoveryMs: 5,
});
const files = (proofs: readonly ProofRecord[]) => proofs.map(({ file }) => file);

describe('the history of proofs', () => {
  it('begins empty, and grows by what each run adds, many at once too', async () => {
    expect(await readHistory(path)).toEqual([]);
    await Promise.all(['a', 'b', 'c', 'd'].map((file) => addToHistory(path, [proof(file)])));
    expect(files(await readHistory(path)).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it("has an end, and keeps each cluster's newest pass beyond it", async () => {
    await addToHistory(path, [proof('old', 'pass'), proof('newest', 'pass'), proof('other', 'pass', 'orders')]);
    await addToHistory(
      path,
      Array.from({ length: 1_600 }, (_, index) => proof(`f${index}`)),
    );
    const kept = await readHistory(path);
    expect(files(kept).slice(0, 3)).toEqual(['newest', 'other', 'f100']);
    const at = Date.parse(kept[0]?.provenAt ?? '');
    expect([lastPassMs(kept, 'payments', at), lastPassMs(kept, 'orders', at + 5)]).toEqual([at, at]);
    expect(lastPassMs(kept, 'else', at)).toBeUndefined();
    // By a clock that went wrong: nobody knows when that was.
    expect(lastPassMs(kept, 'payments', at - 3_600_000)).toBeUndefined();
  });

  it('is written to where a link leads, which stays one', async () => {
    const target = join(directory, 'shared.json');
    const link = join(directory, 'link.json');
    await symlink('shared.json', link);
    for (const file of ['a', 'b']) await addToHistory(link, [proof(file)]);
    expect(files(await readHistory(target))).toEqual(['a', 'b']);
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
  });

  it.each([
    ['no JSON', '{'],
    ['another file', '{"proofs": []}'],
    ['a changed entry', JSON.stringify({ schemaVersion: 1, kind: 'etcd-migrate/backup-history', proofs: [{}] })],
  ])('that is damaged (%s) is neither read nor replaced', async (_, text) => {
    await addToHistory(path, []);
    await writeFile(path, text);
    await expect(readHistory(path)).rejects.toMatchObject({ code: 'backup-history-invalid' });
    await expect(addToHistory(path, [proof('a')])).rejects.toMatchObject({ code: 'backup-history-invalid' });
    expect(await readFile(path, 'utf8')).toBe(text);
  });
});
