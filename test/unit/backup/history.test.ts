// What is remembered of earlier proofs, and what a damaged memory is told to be.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addToHistory, lastPass, type ProofRecord, readHistory } from '../../../src/backup/history.ts';

let directory: string;
let path: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-history-'));
  path = join(directory, 'kept/proofs.json');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const proof = (file: string, verdict: ProofRecord['verdict'] = 'fail', cluster = 'payments'): ProofRecord => ({
  ...{ cluster, file, verdict, sha256: null, failureReason: null, provenAt: '2026-11-28T12:00:00.000Z' },
  ...{ bytes: 1, revision: 2, keys: 3, release: '3.6.14', ageMs: 4, recoveryMs: 5 },
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
    expect(lastPass(kept, 'payments')?.file).toBe('newest');
    expect(lastPass(kept, 'orders')?.file).toBe('other');
    expect(lastPass(kept, 'else')).toBeUndefined();
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
