// Owns the wiring of the release store: manifest, settings and environment in, progress lines out.
// Must not know how a source works (releases/).

import type { Catalog } from '../../catalog/schema.ts';
import type { ResolvedManifest } from '../../manifest/resolve.ts';
import type { Plan } from '../../plan/steps.ts';
import { present } from '../../present.ts';
import { goModulesDirectory } from '../../releases/go-modules.ts';
import { platformName, thisPlatform } from '../../releases/platform.ts';
import type { ReleaseProgress } from '../../releases/source.ts';
import { createReleaseStore, type ObtainedRelease, type ReleaseStore } from '../../releases/store.ts';
import type { ReportRelease } from '../../report/parts.ts';
import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import type { Tools } from '../shell/tools.ts';

export function openReleaseStore(
  { releases }: Pick<ResolvedManifest, 'releases'>,
  settings: RunSettings,
  surroundings: Surroundings,
  catalog: Catalog,
  tools: Tools,
): ReleaseStore {
  const { sources, local, mirror, image } = releases;
  return createReleaseStore({
    cacheDir: settings.cacheDir,
    sources,
    local,
    ...present({ mirror, image }),
    goModulesDir: goModulesDirectory(),
    offline: settings.offline,
    catalog,
    platform: thisPlatform(),
    clock: tools.clock,
    log: tools.log,
    environment: surroundings.environment,
    onProgress: (progress) => tools.progress.now(describe(progress)),
  });
}

function describe(progress: ReleaseProgress): string {
  if (progress.release === null) return `asking ${progress.source ?? 'all sources'}: ${progress.detail}`;
  const bytes =
    progress.bytes === undefined
      ? ''
      : ` ${megabytes(progress.bytes)}${progress.totalBytes === undefined ? '' : ` of ${megabytes(progress.totalBytes)}`}`;
  return `etcd ${progress.release} from ${progress.source ?? '?'}: ${progress.activity} ${progress.detail}${bytes}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Every release of the plan, in plan order, each once. */
function releasesOf(plan: Plan): readonly string[] {
  return [...new Set(plan.upgrade.hops.flatMap((hop) => [hop.from, hop.to]))];
}

/** Obtains what the plan needs and nothing else. */
export async function obtainReleases(
  plan: Plan,
  store: ReleaseStore,
  tools: Tools,
  signal: AbortSignal,
): Promise<readonly ObtainedRelease[]> {
  const obtained: ObtainedRelease[] = [];
  const wanted = releasesOf(plan);
  for (const [index, version] of wanted.entries()) {
    tools.progress.now(`etcd ${version} (${index + 1} of ${wanted.length})`);
    const release = await store.obtain(version, signal);
    tools.progress.line(`etcd ${version} from ${release.source}, verified`);
    obtained.push(release);
  }
  return obtained;
}

/** Turns what was obtained into a release as reports name it. */
export function reportRelease({ version, source, tools }: ObtainedRelease): ReportRelease {
  return {
    version,
    source,
    sha256: Object.fromEntries(Object.entries(tools).map(([name, file]) => [name, file.sha256])),
    platform: platformName(thisPlatform()),
  };
}
