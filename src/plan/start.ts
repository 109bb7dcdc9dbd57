// Owns how a wanted version, or a live cluster, becomes the exact release that the upgrade starts from.
// Must not know the way from there (route.ts).
import type { Catalog } from '../catalog/schema.ts';
import { lineOf } from '../catalog/version.ts';
import type { Objections } from './objections.ts';
import type { PlanRequest } from './request.ts';
import { isExact, knownLine, latestLine, lineOfWanted } from './wanted.ts';

/** The start, or undefined with an error. A floating `from` without a live cluster is an assumption and said so. */
export function resolveStart(
  request: PlanRequest,
  catalog: Catalog,
  objections: Objections,
  assumed: string[],
  choose: (line: string) => string | undefined,
): string | undefined {
  const { from, obtainable } = request;
  const wanted = from === 'latest' ? latestLine(obtainable, catalog) : from;
  if (wanted === undefined) {
    objections.add('error', 'rule/release-unobtainable', 'No etcd release at all can be had here.');
    return undefined;
  }
  if (!knownLine(lineOfWanted(wanted), 'from', catalog, objections)) return undefined;
  const live = request.live === undefined ? undefined : liveRelease(request.live.releases, from, catalog, objections);
  if (request.live !== undefined && live === undefined) return undefined;
  const start = live ?? (isExact(wanted) ? wanted : choose(wanted));
  if (start === undefined || !obtainable.has(start)) {
    objections.add(
      'error',
      'rule/release-unobtainable',
      start === undefined
        ? `No etcd release of the line ${wanted}, from which the upgrade starts, can be had from any release source here.`
        : `etcd ${start}, from which the upgrade starts, cannot be had from any release source here.`,
      'Name a local directory or a mirror in `releases`, or allow more sources.',
    );
    return undefined;
  }
  if (live === undefined && !isExact(from)) assumed.push(`from ${from} is taken as ${start}`);
  return start;
}

/** The one release that all live members run, checked against what the manifest says. */
function liveRelease(
  releases: readonly string[],
  from: string,
  catalog: Catalog,
  objections: Objections,
): string | undefined {
  const distinct = [...new Set(releases)];
  const [release] = distinct;
  if (release === undefined || distinct.length > 1) {
    objections.add(
      'error',
      'rule/live-cluster',
      distinct.length === 0
        ? 'No member of the live cluster told its release.'
        : `The members of the live cluster run different releases: ${distinct.join(', ')}.`,
      'Bring every member to one release first.',
    );
    return undefined;
  }
  const agrees = from === 'latest' || release === from || lineOf(release) === from;
  if (!agrees) {
    objections.add(
      'error',
      'rule/live-cluster',
      `\`from\` says ${from}, but the live cluster runs ${release}.`,
      `Write \`from: "${release}"\`.`,
    );
    return undefined;
  }
  return knownLine(lineOf(release), 'from', catalog, objections) ? release : undefined;
}
