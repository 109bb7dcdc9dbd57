// The warning of other modes that no backup has been proven for too long.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addToHistory, type ProofRecord } from '../../../../src/backup/history.ts';
import { runInProcess } from '../../../support/in-process.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-stale-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** What `plan` says on standard output of a manifest whose policy asks for a proof within two days. */
async function planned(history?: string): Promise<string> {
  const backups = ['files: ["*.db"]', 'policy: {provenWithinHours: 48}', ...(history ? [`history: ${history}`] : [])];
  const local = 'releases: {sources: [local], local: {"3.5.33": ., "3.6.14": .}}';
  const manifest = ['name: payments', 'from: "3.5.33"', 'to: "3.6.14"', local, `backups: {${backups.join(', ')}}`, ''];
  await writeFile(join(directory, 'm.yaml'), manifest.join('\n'));
  for (const tool of ['etcd', 'etcdctl', 'etcdutl']) await writeFile(join(directory, tool), '', { mode: 0o755 });
  const { exitCode, stdout } = await runInProcess(['plan', 'm.yaml'], { cwd: directory });
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining('3.5.33 → 3.6.14')]);
  return stdout;
}

const proof = (hoursAgo: number, verdict: ProofRecord['verdict']): ProofRecord => ({
  cluster: 'payments',
  file: 'a.db',
  verdict,
  sha256: null,
  failureReason: null,
  provenAt: new Date(Date.now() - hoursAgo * 3_600_000).toISOString(),
  bytes: 1,
  revision: 2,
  keys: 3,
  release: '3.6.14',
  ageMs: 4,
  recoveryMs: 5,
});

it('is told where none ever was, where the last is too old, and not otherwise', async () => {
  expect(await planned()).toContain('No proof of a backup of payments is known');
  const standard = join(directory, '.etcd-migrate/backups/proofs.json');
  await addToHistory(standard, [proof(60, 'pass'), proof(1, 'fail')]);
  expect(await planned()).toMatch(
    /The last backup of payments that was proven was so 60 h 0 min ago; policy allows 48 h 0 min\./,
  );
  await addToHistory(standard, [proof(1, 'pass')]);
  expect(await planned()).not.toContain('of payments');
  // Of another file it says nothing.
  expect(await planned('kept.json')).toContain('No proof of a backup of payments is known: kept.json has none');
});

it('a damaged history is told, and keeps nothing from being done', async () => {
  await writeFile(join(directory, 'kept.json'), '{}');
  expect(await planned('kept.json')).toMatch(
    /Nobody knows when a backup of payments was proven: .*kept\.json is damaged/,
  );
});

it('a manifest for backups alone has no upgrade to plan, which is said at its place', async () => {
  await writeFile(join(directory, 'm.yaml'), 'backups: {files: ["*.db"]}\n');
  const { exitCode, stderr } = await runInProcess(['plan', 'm.yaml'], { cwd: directory });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('m.yaml:1:1: `from` and `to` are missing: this manifest is for backups alone.');
  await writeFile(join(directory, 'm.yaml'), 'from: "3.5"\nbackups: {files: ["*.db"]}\n');
  expect((await runInProcess(['plan', 'm.yaml'], { cwd: directory })).stderr).toContain('`to` is missing');
});
