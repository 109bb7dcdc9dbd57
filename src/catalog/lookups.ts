// Owns the questions that are asked of the catalog.
// Must not know who asks, nor hold facts itself.
import type { EffectiveSettings, EtcdSettings } from '../plan/steps.ts';
import { loadCatalog } from './load.ts';
import type { Catalog, CheckExpectation, HopRule, KnownBad, Line, Restores, Symptom } from './schema.ts';
import { compareVersions, lineOf } from './version.ts';

export function findLine(line: string, catalog: Catalog = loadCatalog()): Line | undefined {
  return catalog.lines.find((candidate) => candidate.line === line);
}

/** The rule of one minor hop, by lines. */
export function hopRuleOf(from: string, to: string, catalog: Catalog = loadCatalog()): HopRule | undefined {
  return catalog.hops.find((hop) => hop.from === from && hop.to === to);
}

/** etcd's own default for --snapshot-count on a line; undefined for an unknown line. */
export function snapshotCountOf(line: string, catalog: Catalog = loadCatalog()): number | undefined {
  return findLine(line, catalog)?.snapshotCount;
}

/** What decides whether a known-bad range bites. */
export interface KnownBadContext {
  readonly auth: boolean;
  readonly voters: number;
  readonly learners: boolean;
  readonly settings: EffectiveSettings;
  /** Lines that the upgrade enters from or onto this release, e.g. ["3.6"] for 3.5.33 on its way to 3.6. */
  readonly entering: readonly string[];
}

function bites(range: KnownBad, context: KnownBadContext): boolean {
  switch (range.onlyWith) {
    case undefined:
      return true;
    case 'auth':
      return context.auth;
    case 'single-member':
      return context.voters === 1;
    case 'learners':
      return context.learners;
    // The engine never defragments, and it makes data directories with mode 0700 itself.
    case 'defragment':
    case 'data-dir-mode':
      return false;
    case 'default-logger':
      return context.settings['logger'] !== 'zap';
    case 'flag':
      return (range.flags ?? []).some((flag) => context.settings[flag] !== undefined);
    case 'hop-3.5':
      return context.entering.includes('3.5');
    case 'hop-3.6':
      return context.entering.includes('3.6');
  }
}

/** Known-bad ranges that hold for a release in this context; most severe first. */
export function knownBadFor(
  version: string,
  context: KnownBadContext,
  catalog: Catalog = loadCatalog(),
): readonly KnownBad[] {
  const affected = (range: KnownBad) =>
    range.affected.some(
      ({ first, last }) => compareVersions(first, version) <= 0 && compareVersions(version, last) <= 0,
    );
  return catalog.knownBad
    .filter((range) => affected(range) && bites(range, context))
    .sort((a, b) => Number(b.severity === 'block') - Number(a.severity === 'block'));
}

/**
 * The known trouble that etcd's own lines name; the first match in the catalog's order. From 3.5 on the lines are JSON,
 * so quotes are looked for both as they are and escaped.
 */
export function symptomOf(lines: readonly string[], catalog: Catalog = loadCatalog()): Symptom | undefined {
  return catalog.symptoms.find((symptom) => {
    const pattern = new RegExp(symptom.pattern, 'i');
    return lines.some((line) => pattern.test(line) || pattern.test(line.replaceAll('\\"', '"')));
  });
}

/**
 * What a compatibility check must show through a member of a line with these settings; undefined for a check that the
 * catalog does not know.
 */
export function expectationOf(
  check: string,
  line: string,
  settings?: EtcdSettings,
  catalog: Catalog = loadCatalog(),
): string | undefined {
  const expectation: CheckExpectation | undefined = catalog.checks.find((candidate) => candidate.check === check);
  if (expectation === undefined) return undefined;
  // Only the gateway differs by channel, and only until the file says otherwise (K11).
  const byFile = settings?.configFile !== undefined && settings.configFile['enable-grpc-gateway'] !== true;
  const { expected } = expectation;
  return (byFile ? expected[`${line}+config-file`] : undefined) ?? expected[line] ?? expected['*'];
}

/** Whether a release's own tool can restore so that clients which watch are told of what they missed. */
export function restoresWatchSafe(release: string, catalog: Catalog = loadCatalog()): boolean {
  const since = catalog.restores.watchSafe.find(({ line }) => line === lineOf(release))?.since;
  return since !== undefined && compareVersions(release, since) >= 0;
}

/** Why members of a release must refuse a snapshot of a line; undefined where they must take it. */
export function refusedRestoreOf(
  made: string,
  release: string,
  catalog: Catalog = loadCatalog(),
): Restores['refused'][number] | undefined {
  return catalog.restores.refused.find((each) => each.made === made && each.with === lineOf(release));
}
