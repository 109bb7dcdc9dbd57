// Owns getting the etcd releases that most test files use, before those files run: two files that ask for one at once
// would wait for each other, and the build would count as time of a test. Must not know those tests.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadCatalog } from '../../src/catalog/load.ts';
import { isUnobtainable, releasesOfTests, testCacheDirectory, testRelease } from '../../test/support/etcd-binaries.ts';

const pinned = join(import.meta.dirname, '../../src/catalog/go-modules');

/**
 * Fetches the modules of a release into Go's own cache while another release is built: the one waits for the network, the
 * other for the cores. What is wrong with them, the build says.
 */
async function fetchModules(version: string): Promise<void> {
  const packages = loadCatalog().releases.find((release) => release.version === version)?.go?.packages;
  if (packages === undefined || existsSync(join(testCacheDirectory, version))) return;
  const directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-modules-'));
  try {
    for (const file of ['go.mod', 'go.sum']) await copyFile(join(pinned, version, file), join(directory, file));
    const env = { ...process.env, GOFLAGS: '', GOWORK: 'off', CGO_ENABLED: '0' };
    const args = ['list', '-mod=readonly', '-deps', ...Object.values(packages)];
    await promisify(execFile)('go', args, { cwd: directory, env, maxBuffer: 2 ** 24 });
  } catch {
    // The build meets the same trouble and names it.
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function fetchAllModules(versions: readonly string[]): Promise<void> {
  for (const version of versions) await fetchModules(version);
}

const begun = Date.now();
const fetching = fetchAllModules(releasesOfTests.slice(1));
for (const version of releasesOfTests) {
  const start = Date.now();
  try {
    const { source } = await testRelease(version);
    console.log(`etcd ${version}: from ${source} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  } catch (error) {
    // The tests that need it say so themselves: they are skipped, or fail with CI=true.
    if (!isUnobtainable(error)) throw error;
    console.log(`etcd ${version}: ${error.message}`);
  }
}
await fetching;
console.log(`etcd builds: ${Math.round((Date.now() - begun) / 1000)} s`);
