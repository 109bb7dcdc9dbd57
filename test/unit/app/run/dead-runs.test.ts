import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeEarlierEvidence } from '../../../../src/app/run/dead-runs.ts';
import { runDirectory } from '../../../../src/app/run/run-directory.ts';
import { ownOutputDirectory } from '../../../../src/app/shell/output-directory.ts';
import { runInProcess } from '../../../support/in-process.ts';

test('an old "pass" does not outlive the start of the next run, which may be killed before its own verdict', async () => {
  const path = mkdtempSync(join(tmpdir(), 'etcd-migrate-evidence-'));
  try {
    // What is attested of a backup's bytes stays true whatever is rehearsed later.
    const { logs, attestations, path: _, marker, runs, lock, ...files } = runDirectory(path);
    for (const kept of [logs, attestations]) mkdirSync(kept);
    for (const file of Object.values(files)) writeFileSync(file, '{"verdict": "pass"}');
    await removeEarlierEvidence(runDirectory(path));
    expect(Object.values(files).filter((file) => existsSync(file))).toEqual([]);
    expect([logs, attestations].map((kept) => existsSync(kept))).toEqual([true, true]);
    await removeEarlierEvidence(runDirectory(path));
  } finally {
    rmSync(path, { recursive: true });
  }
});

test.each([
  ['of another format', '{"type":"run-started","format":99,"context":{"driver":"elsewhere"}}\n'],
  ['that is damaged', '{"type":"run-started","format":1,"context":{"driver":"elsewhere"}}\n'],
])(
  'a journal %s is kept while the driver that it names is not here: nobody has seen its cluster go',
  async (_, text) => {
    const path = mkdtempSync(join(tmpdir(), 'etcd-migrate-elsewhere-'));
    try {
      const directory = runDirectory(path);
      await ownOutputDirectory(directory);
      writeFileSync(directory.journal, text);
      const { exitCode, stderr } = await runInProcess(['cleanup', '--output', path], { cwd: path });
      expect([exitCode, stderr]).toEqual([3, expect.stringContaining('driver-unknown')]);
      expect(readFileSync(directory.journal, 'utf8')).toBe(text);
    } finally {
      rmSync(path, { recursive: true });
    }
  },
);
