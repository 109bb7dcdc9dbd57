// Owns `backup`: takes one from a live cluster.
// Must not prove that it restores (verify-backup.ts).

import { dirname, relative, resolve } from 'node:path';
import { sidecarPathOf } from '../../backup/sidecar.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { systemClock } from '../../platform/clock.ts';
import { present } from '../../present.ts';
import { renderTakenMarkdown, renderTakenText } from '../../report/backup-taken.ts';
import type { BackupReport } from '../../report/model.ts';
import type { Connection } from '../plan/live-cluster.ts';
import { loadManifestFile } from '../plan/manifest-file.ts';
import { done, sayJson } from '../shell/envelope.ts';
import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import { openTools, type Tools } from '../shell/tools.ts';
import { takeFromCluster } from './live.ts';
import { removeOlderBackups } from './older.ts';
import { staleProofFindings } from './staleness.ts';

/**
 * The options are named as etcdctl names them, but no secret stands on the command line: everybody on the machine sees
 * it there.
 */
export interface BackupOptions {
  readonly endpoints?: readonly string[];
  readonly cacert?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly servername?: string;
  readonly user?: string;
  readonly passwordFile?: string;
  readonly passwordEnv?: string;
  readonly out: string;
  /** How many backups of this cluster stay in the directory of `out`; absent: all. */
  readonly keep?: number;
}

/** Takes one backup and returns the exit code. Throws what keeps it from that; no backup is there then. */
export async function backup(
  settings: RunSettings,
  surroundings: Surroundings,
  options: BackupOptions,
): Promise<number> {
  using tools = openTools(settings, surroundings, systemClock);
  const { progress } = tools;
  const { workingDirectory } = surroundings;
  const { connection, baseDir } = await connectionOf(settings, surroundings, options, tools);
  const path = resolve(workingDirectory, options.out);
  const sidecar = await takeFromCluster(connection, baseDir, path, surroundings, tools);
  const { keep } = options;
  const removed = keep === undefined ? [] : await removeOlderBackups(path, sidecar.clusterId, keep, tools);
  progress.now('');
  const shown = relative(workingDirectory, path) || path;
  const backup = { file: path, sidecar: sidecarPathOf(path), ...sidecar, removed: [...removed] };
  const report: BackupReport = {
    ...done,
    mode: 'backup',
    verdict: 'pass',
    reason: `${shown} holds revision ${sidecar.revision} of cluster ${sidecar.clusterId}, ${sidecar.bytes} bytes.`,
    nextSteps: [`Run \`etcd-migrate verify-backup ${shown}\` to prove that it restores.`],
    backup,
  };
  sayJson(report, settings, surroundings);
  if (settings.format !== 'json') {
    const render = settings.format === 'markdown' ? renderTakenMarkdown : renderTakenText;
    surroundings.writeOut(render(surroundings.redactor.report(report)));
  }
  return 0;
}

/**
 * The connection is that of the command line, or else of the manifest, which is read in any case: its policy may have
 * something to say.
 */
async function connectionOf(
  settings: RunSettings,
  surroundings: Surroundings,
  options: BackupOptions,
  { clock, log }: Tools,
): Promise<{ readonly connection: Connection; readonly baseDir: string }> {
  const { workingDirectory } = surroundings;
  const { manifestGiven, manifestFile, confinedTo } = settings;
  const named = connectionNamed(options);
  if (named === undefined && !manifestGiven) {
    throw new EtcdMigrateError('usage', 'No cluster was named.', {
      hint: 'Name its members with --endpoints, or a manifest with a `connection`.',
    });
  }
  const loaded = manifestGiven ? await loadManifestFile(manifestFile, workingDirectory, confinedTo) : undefined;
  if (loaded !== undefined) {
    for (const { message } of await staleProofFindings(loaded, settings, surroundings, clock)) log.warn(message);
  }
  if (named !== undefined) return { connection: named, baseDir: workingDirectory };
  const connection = loaded?.manifest.connection;
  if (connection !== undefined) return { connection, baseDir: dirname(manifestFile) };
  throw new EtcdMigrateError('usage', `${manifestFile} has no \`connection\`.`, {
    hint: 'Write one into the manifest, or name the members with --endpoints.',
  });
}

/** The result is undefined where the command line names no members. */
function connectionNamed(options: BackupOptions): Connection | undefined {
  const { endpoints, cacert, cert, key, servername, user, passwordFile, passwordEnv } = options;
  if (endpoints === undefined) {
    const own = { cacert, cert, key, servername, user, passwordFile, passwordEnv };
    const [strange] = Object.entries(own).find(([, value]) => value !== undefined) ?? [];
    if (strange === undefined) return undefined;
    const option = `--${strange.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw new EtcdMigrateError('usage', `${option} goes with --endpoints, and no member was named.`, {
      hint: 'Name the members with --endpoints too, or write all of it into the `connection` of the manifest.',
    });
  }
  if ((cert === undefined) !== (key === undefined)) {
    throw new EtcdMigrateError('usage', 'A client certificate needs both --cert and --key.');
  }
  if (user !== undefined && passwordFile === undefined && passwordEnv === undefined) {
    throw new EtcdMigrateError('usage', `User ${user} has no password.`, {
      hint: 'Name it by --password-file or --password-env; a command line is no place for it.',
    });
  }
  const tls = {
    ...present({ caFile: cacert, certFile: cert, keyFile: key, serverName: servername }),
  };
  return {
    endpoints: [...endpoints],
    ...(Object.keys(tls).length === 0 ? {} : { tls }),
    ...present({
      auth:
        user === undefined
          ? undefined
          : {
              username: user,
              ...present({ passwordFile, passwordEnv }),
            },
    }),
  };
}
