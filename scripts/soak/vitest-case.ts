// Owns running a test file as a case of the soak, with all that it would try of its thousand-fold counts.
// Must not know what the file tests.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Size } from './part.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * Runs a test file as a case. Throws what vitest printed when it fails.
 *
 * @param size all of its counts, or the sample that `npm test` takes
 * @param file below test/
 */
export async function runTestFile(
  size: Size,
  project: string,
  file: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--project', project, `test/${file}.test.ts`], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ETCD_MIGRATE_TEST_COUNTS: size, ...environment, FORCE_COLOR: '0' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += String(chunk);
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`vitest ended with ${code}:\n${output}`);
}
