// Owns what the proof of a backup works with: release store, source of clusters, checks and catalog wired together.
// Must not judge anything.
import type { ProofTools } from '../../backup/prove.ts';
import { loadCatalog } from '../../catalog/load.ts';
import { expectationOf, refusedRestoreOf, restoresWatchSafe } from '../../catalog/lookups.ts';
import { highestOf, lineOf } from '../../catalog/version.ts';
import { checks } from '../../checks/index.ts';
import { runChecks } from '../../checks/run.ts';
import type { ThrowAwayDriver } from '../../drivers/cluster-source.ts';
import { EtcdMigrateError } from '../../errors.ts';
import type { ResolvedManifest } from '../../manifest/resolve.ts';
import { createRandom } from '../../platform/random.ts';
import type { ObtainedRelease, ReleaseStore } from '../../releases/store.ts';
import type { ReportRelease } from '../../report/parts.ts';
import { openReleaseStore, reportRelease } from '../plan/release-supply.ts';
import { openSource } from '../rehearse/provisioning.ts';
import type { RunDirectory } from '../run/run-directory.ts';
import { newRunId } from '../run/run-id.ts';
import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import type { Tools } from '../shell/tools.ts';
import { throwAwayRestore } from './restore.ts';

export interface ProofFrame {
  readonly settings: RunSettings;
  readonly surroundings: Surroundings;
  readonly tools: Tools;
  readonly directory: RunDirectory;
  /** The driver that restores the backups. */
  readonly driver: ThrowAwayDriver;
  readonly releases: ResolvedManifest['releases'];
}

export interface OpenedProof {
  readonly proofTools: ProofTools;
  /** The releases that have been obtained so far. */
  readonly obtained: readonly ReportRelease[];
}

export function openProof({ settings, surroundings, tools, directory, driver, releases }: ProofFrame): OpenedProof {
  const { clock, progress } = tools;
  const { signal } = surroundings;
  const catalog = loadCatalog();
  const store = openReleaseStore({ releases }, settings, surroundings, catalog, tools);
  const random = createRandom(clock.wallMs() % 2 ** 31);
  const known = new Map<string, ObtainedRelease>();
  const obtained: { binaries: Record<string, string>; releases: ReportRelease[] } = { binaries: {}, releases: [] };
  const restore = throwAwayRestore({
    source: () => openSource(driver, directory, obtained, tools),
    releaseOf: async (version) => {
      const before = known.get(version);
      if (before !== undefined) return before;
      const release = await store.obtain(version, signal);
      known.set(version, release);
      progress.line(`etcd ${version} from ${release.source}, verified`);
      obtained.releases.push(reportRelease(release));
      if (release.tools['etcd'] !== undefined) obtained.binaries[version] = release.tools['etcd'].path;
      return release;
    },
    clock,
    newRunId: () => newRunId(clock),
  });
  const proofTools: ProofTools = {
    clock,
    restore,
    releaseFor: newestOf(store, signal),
    restoresWatchSafe,
    refusalOf: refusedRestoreOf,
    tryUse: {
      checks: triedChecks.map(({ id }) => id),
      run: ({ members, credentials, state, databaseBytes }) =>
        runChecks({
          timeoutMs: 10_000 + databaseBytes / slowestBytesPerMs,
          ...(databaseBytes > largeBytes ? { concurrency: 1 } : {}),
          checks: triedChecks,
          members,
          credentials,
          state,
          clock,
          random,
          signal,
          expectationOf: (check, release) => expectationOf(check, lineOf(release)),
        }),
    },
    progress: (doing) => progress.now(doing),
    ended: ({ name, verdict, evidence, durationMs }) => {
      const why = verdict === 'pass' ? '' : `: ${evidence[0]}`;
      progress.line(`${name}: ${verdict} (${(durationMs / 1000).toFixed(1)} s)${why}`);
    },
    signal,
  };
  return { proofTools, obtained: obtained.releases };
}

/**
 * Every check is tried but the one that streams a whole snapshot through this process: a restored store is small enough
 * for that only by luck.
 */
const triedChecks = checks.filter(({ id }) => id !== 'maintenance-snapshot');

/** A store of this size is hashed within a second; a larger one would keep checks waiting for each other. */
const largeBytes = 100_000_000;

/** 10 MB/s is what a busy machine still streams, for a check that takes all of the database. */
const slowestBytesPerMs = 10_000;

/**
 * Finds for a line the release that was named, or else the newest that can be had; where none can, the store says of
 * the newest why.
 */
function newestOf(store: ReleaseStore, signal: AbortSignal): ProofTools['releaseFor'] {
  return async (line, madeBy) => {
    const known = loadCatalog()
      .releases.map(({ version }) => version)
      .filter((version) => lineOf(version) === line);
    const there = await store.probe(known, signal);
    if (madeBy !== undefined && known.includes(madeBy) && there.has(madeBy)) return madeBy;
    const newest = highestOf(known.filter((version) => there.has(version))) ?? highestOf(known);
    if (newest !== undefined) return newest;
    throw new EtcdMigrateError('release-unobtainable', `No release of etcd ${line} is known to this catalog.`, {
      hint: 'Name the release with --release, or use a newer etcd-migrate.',
    });
  };
}
