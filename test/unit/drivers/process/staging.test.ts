import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePrivateDirectory, runPaths } from '../../../../src/drivers/process/run-state.ts';
import { isStaged, stageBinary, stagedBinary } from '../../../../src/drivers/process/staging.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'staging-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function stage(content: string, mode: number) {
  const run = runPaths(directory, 'run-1');
  await makePrivateDirectory(run.releases);
  const original = join(directory, 'etcd');
  await writeFile(original, content, { mode });
  await stageBinary(run, '3.6.14', original);
  return { run, original };
}

test('a binary that is overwritten in place after it was staged is not what will be started', async () => {
  const { run, original } = await stage('verified', 0o755);
  await writeFile(original, 'something else');
  expect(await readFile(stagedBinary(run, '3.6.14'), 'utf8')).toBe('verified');
});

test('staging again changes nothing', async () => {
  const { run, original } = await stage('first', 0o755);
  await writeFile(original, 'second');
  await stageBinary(run, '3.6.14', original);
  expect(await isStaged(run, '3.6.14')).toBe(true);
  expect(await readFile(stagedBinary(run, '3.6.14'), 'utf8')).toBe('first');
});

test('a file that cannot be executed is refused', async () => {
  await expect(stage('text', 0o644)).rejects.toMatchObject({ code: 'binary-invalid' });
});
