// Owns getting the etcd releases that most test files use, before those files run: two files that ask for one at once
// would wait for each other, and the build would count as time of a test. Must not know those tests.
import { isUnobtainable, releasesOfTests, testRelease } from '../../test/support/etcd-binaries.ts';

const begun = Date.now();
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
console.log(`etcd builds: ${Math.round((Date.now() - begun) / 1000)} s`);
