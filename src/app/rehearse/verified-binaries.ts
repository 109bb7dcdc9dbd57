// Owns that a binary which is run is the one that was verified, however long ago that was.
// Must not know where it came from.
import { EtcdMigrateError } from '../../errors.ts';
import { sha256OfFile } from '../../platform/digest.ts';
import type { RunContext } from '../run/run-context.ts';

/** The releases that a run has obtained; more may come while it goes on. */
export type Obtained = Pick<RunContext, 'binaries' | 'releases'>;

/**
 * Gives the path of a release's etcd, which must still be what was verified: hops stage their binary minutes after
 * that, a resume days after, and the rehearsal record names the digest. Throws `checksum-mismatch` and
 * `binary-invalid`.
 */
export function verifiedBinaries(obtained: Obtained): (version: string) => Promise<string> {
  return async (version) => {
    const path = obtained.binaries[version];
    const verified = obtained.releases.find((release) => release.version === version)?.sha256['etcd'];
    if (path === undefined || verified === undefined) {
      throw new EtcdMigrateError('internal-error', `No binary of etcd ${version} was obtained.`);
    }
    await requireAsVerified(path, version, verified);
    return path;
  };
}

/** The sha256 of each release's etcd as it was verified, by release. */
export function digestsOf(releases: Obtained['releases']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    releases.flatMap(({ version, sha256 }) => (sha256['etcd'] === undefined ? [] : [[version, sha256['etcd']]])),
  );
}

/**
 * Throws `checksum-mismatch` for a binary that was replaced since its digest was verified, and `binary-invalid` where
 * there is none.
 */
export async function requireAsVerified(path: string, version: string, verified: string): Promise<void> {
  const found = await sha256OfFile(path).catch((cause: unknown) => {
    const why = (cause as Error).message;
    throw new EtcdMigrateError('binary-invalid', `etcd ${version} was verified, but cannot be read now: ${why}.`, {
      cause,
    });
  });
  if (found !== verified) {
    throw new EtcdMigrateError(
      'checksum-mismatch',
      `${path} (etcd ${version}) was replaced after it was verified: its sha256 is ${found}, it was ${verified}. It was not run.`,
      { hint: 'Leave the binaries alone while a rehearsal runs, and start it again.' },
    );
  }
}
