// Owns the warning of every other mode that no backup has been proven for too long.
// Must not prove anything: it looks at what earlier runs left behind.
import { dirname, join, relative } from 'node:path';
import { lastPass, readHistory } from '../backup/history.ts';
import type { Finding } from '../findings.ts';
import type { Clock } from '../platform/ports.ts';
import { duration } from '../report/format.ts';
import { proofHistoryName, proofHistoryOf } from './backup-wishes.ts';
import type { LoadedManifest } from './manifest-file.ts';
import { backupOutput, type RunSettings } from './run-settings.ts';
import type { Surroundings } from './surroundings.ts';

/** None where the manifest's policy does not ask. Throws `backup-history-invalid`. */
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
  const last = lastPass(await readHistory(path), manifest.name);
  const ageMs = last && clock.wallMs() - Date.parse(last.provenAt);
  if (ageMs !== undefined && ageMs <= limitMs) return [];
  const shown = relative(workingDirectory, path) || path;
  const when =
    ageMs === undefined
      ? `No backup of ${manifest.name} has ever been proven, by what ${shown} says`
      : `The last backup of ${manifest.name} that was proven was so ${duration(ageMs)} ago`;
  return [
    {
      id: 'rule/backup-proof-stale',
      severity: 'warning',
      message: `${when}; policy allows ${duration(limitMs)}.`,
      where: locate(['backups', 'policy', 'provenWithinHours']),
      fix: 'Run `etcd-migrate verify-backup`, and find out why its schedule did not.',
    },
  ];
}
