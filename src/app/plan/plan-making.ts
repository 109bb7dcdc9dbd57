// Owns the way from a manifest file to a plan: read, probe what can be had, read the live cluster, plan.
// Must not plan itself (plan/) nor run anything.

import { dirname } from 'node:path';
import { loadCatalog } from '../../catalog/load.ts';
import type { Catalog } from '../../catalog/schema.ts';
import { highestOf, lineOf } from '../../catalog/version.ts';
import type { ThrowAwayDriver } from '../../drivers/cluster-source.ts';
import { EtcdMigrateError } from '../../errors.ts';
import type { Finding } from '../../findings.ts';
import type { Verdict } from '../../judge/verdict.ts';
import { mistakesError } from '../../manifest/mistakes.ts';
import type { ResolvedManifest } from '../../manifest/resolve.ts';
import { manifestKeyOf } from '../../plan/objections.ts';
import { planUpgrade } from '../../plan/planner.ts';
import { rehearsedSecurity } from '../../plan/request.ts';
import type { Plan } from '../../plan/steps.ts';
import { present } from '../../present.ts';
import type { ReleaseStore } from '../../releases/store.ts';
import { staleProofFindings } from '../backups/staleness.ts';
import { chooseDriver } from '../rehearse/provisioning.ts';
import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import type { Tools } from '../shell/tools.ts';
import { readLiveCluster } from './live-cluster.ts';
import { type LoadedManifest, loadManifestFile } from './manifest-file.ts';
import { openReleaseStore } from './release-supply.ts';

export interface MadePlan {
  readonly manifest: ResolvedManifest;
  readonly plan: Plan;
  readonly findings: readonly Finding[];
  readonly assumed: readonly string[];
  readonly atBest: Verdict;
  readonly catalog: Catalog;
  readonly store: ReleaseStore;
  /** The driver that would carry the plan out in a rehearsal. */
  readonly driver: ThrowAwayDriver;
  /** Whether the cluster has TLS, as the manifest says, or as the live cluster does. */
  readonly tls: boolean;
  readonly auth: boolean;
}

/** Throws the `manifest-*` errors, `plan-refused` (findings in details) and `connection-failed`. */
export async function makePlan(settings: RunSettings, surroundings: Surroundings, tools: Tools): Promise<MadePlan> {
  const read = await loadManifestFile(settings.manifestFile, surroundings.workingDirectory, settings.confinedTo);
  const stale = await staleProofFindings(read, settings, surroundings, tools.clock);
  const loaded = { ...read, findings: [...read.findings, ...stale] };
  const { manifest } = loaded;
  const { from, to } = endsOf(loaded);
  for (const finding of loaded.findings) tools.progress.line(`${finding.severity}: ${finding.message}`);
  const catalog = loadCatalog();
  const store = openReleaseStore(manifest, settings, surroundings, catalog, tools);
  tools.progress.now('looking which etcd releases can be had here');
  const wanted = catalog.releases.map((release) => release.version);
  const exact = [from, to, ...(manifest.hops ?? [])].filter((version) => version.split('.').length === 3);
  const obtainable = await store.probe([...new Set([...wanted, ...exact])], surroundings.signal);
  const live = manifest.connection
    ? await readLiveCluster(manifest.connection, surroundings, dirname(settings.manifestFile))
    : undefined;
  const driver = chooseDriver(surroundings.drivers, 'stop-start');
  const request = {
    from,
    to,
    ...(manifest.hops ? { hops: manifest.hops } : {}),
    voters: manifest.voters,
    memberNames: manifest.memberNames,
    settings: manifest.settings,
    accept: manifest.accept.map((entry) => entry.risk),
    depth: manifest.rehearsal.depth,
    seed: manifest.rehearsal.seed,
    capabilities: driver.capabilities,
    timeLimits: manifest.rehearsal.timeLimits,
    obtainable: new Set(obtainable.keys()),
    ...present({ tls: manifest.rehearsal.tls, auth: manifest.rehearsal.auth }),
    ...(live ? { live } : {}),
  };
  const result = planUpgrade(request, catalog);
  if (!result.ok) {
    await sayWhyUnobtainable(
      result.findings,
      catalog,
      store,
      [from, ...(manifest.hops ?? []), to],
      obtainable,
      surroundings.signal,
    );
    const findings = [...result.findings, ...loaded.findings].map((finding) => located(finding, loaded.locate));
    const errors = findings.filter((finding) => finding.severity === 'error');
    throw new EtcdMigrateError(
      'plan-refused',
      errors
        .map((finding) => `${placeOf(finding)}${finding.message}${finding.fix ? ` ${finding.fix}` : ''}`)
        .join('\n'),
      {
        details: { findings },
      },
    );
  }
  return {
    manifest,
    plan: result.plan,
    findings: [...loaded.findings, ...result.findings.map((finding) => located(finding, loaded.locate))],
    assumed: result.assumed,
    atBest: result.atBest,
    catalog,
    store,
    driver,
    ...rehearsedSecurity(request),
  };
}

/** Gives the two ends of the upgrade. A manifest for backups alone has none, and is refused here. */
function endsOf({ manifest: { from, to }, locate }: LoadedManifest): { readonly from: string; readonly to: string } {
  if (from !== undefined && to !== undefined) return { from, to };
  const where = locate([]);
  throw mistakesError('manifest-invalid', where.file, [
    {
      id: 'rule/manifest-missing-key',
      severity: 'error',
      message: '`from` and `to` are missing: this manifest is for backups alone.',
      where,
      fix: 'add from: "3.5" and to: "3.7"',
    },
  ]);
}

/**
 * The planner only knows that nothing can be had; each source knows why. Asking for the newest release of the line that
 * is missing makes the store throw `release-unobtainable` with every source and its reason.
 */
async function sayWhyUnobtainable(
  findings: readonly Finding[],
  catalog: Catalog,
  store: ReleaseStore,
  wantedReleases: readonly string[],
  obtainable: ReadonlyMap<string, unknown>,
  signal: AbortSignal,
): Promise<void> {
  // A request that is wrong in itself stays wrong, whatever can be had.
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (!errors.every((finding) => finding.id === 'rule/release-unobtainable')) return;
  for (const wanted of wantedReleases) {
    const candidates =
      wanted.split('.').length === 3
        ? [wanted]
        : catalog.releases
            .map((release) => release.version)
            .filter((version) => wanted === 'latest' || lineOf(version) === wanted);
    const newest = highestOf(candidates);
    const missing = newest !== undefined && !candidates.some((version) => obtainable.has(version));
    if (missing) await store.obtain(newest, signal);
  }
}

/** A planner's finding speaks of the request; the place in the manifest is the key it comes from. */
function located(finding: Finding, locate: (path: readonly (string | number)[]) => Finding['where'] & object): Finding {
  if (finding.where !== undefined) return finding;
  return { ...finding, where: locate([manifestKeyOf(finding.id) ?? 'to']) };
}

function placeOf(finding: Finding): string {
  if (!finding.where) return '';
  return `${finding.where.file}:${finding.where.line ?? 1}:${finding.where.column ?? 1}: `;
}
