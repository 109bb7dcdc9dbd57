// Owns the warning of the modes that read a manifest that no backup has been proven for too long.
// Must not prove anything: it looks at what earlier runs left behind.
import { dirname, join, relative } from 'node:path';
import { lastPassMs, type ProofRecord, readHistory } from '../../backup/history.ts';
import { EtcdMigrateError } from '../../errors.ts';
import type { Finding } from '../../findings.ts';
import type { Clock } from '../../platform/ports.ts';
import { duration } from '../../report/format.ts';
import type { LoadedManifest } from '../plan/manifest-file.ts';
import { proofHistoryName } from '../run/run-directory.ts';
import { backupOutput, type RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import { proofHistoryOf } from './wishes.ts';

/** There is no finding where the manifest's policy does not ask for one. */
export async function staleProofFindings(
  { manifest, locate }: LoadedManifest,
  { manifestFile }: RunSettings,
  { workingDirectory }: Surroundings,
  clock: Clock,
): Promise<readonly Finding[]> {
  const limitMs = manifest.backups?.provenWithinMs;
  if (limitMs === undefined) return [];
  const path =
    proofHistoryOf(manifest, dirname(manifestFile)) ?? join(workingDirectory, backupOutput, proofHistoryName);
  const shown = relative(workingDirectory, path) || path;
  const stale = (message: string): Finding[] => [
    {
      id: 'rule/backup-proof-stale',
      severity: 'warning',
      message,
      where: locate(['backups', 'policy', 'provenWithinHours']),
      fix: 'Run `etcd-migrate verify-backup`, and find out why its schedule did not, or where its history is kept.',
    },
  ];
  let history: readonly ProofRecord[];
  try {
    history = await readHistory(path);
  } catch (error) {
    // What is kept for trends must not keep a backup from being taken.
    if (!(error instanceof EtcdMigrateError) || error.kind === 'bug') throw error;
    return stale(`Nobody knows when a backup of ${manifest.name} was proven: ${error.message}`);
  }
  const provenMs = lastPassMs(history, manifest.name, clock.wallMs());
  const ageMs = provenMs === undefined ? undefined : clock.wallMs() - provenMs;
  if (ageMs !== undefined && ageMs <= limitMs) return [];
  const when =
    ageMs === undefined
      ? `No proof of a backup of ${manifest.name} is known: ${shown} has none`
      : `The last backup of ${manifest.name} that was proven was so ${duration(ageMs)} ago`;
  return stale(`${when}; policy allows ${duration(limitMs)}.`);
}
