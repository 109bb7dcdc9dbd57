// Owns which exact releases an upgrade goes through, and why it may not.
// Must not know steps, gates or legs.
import { hopRuleOf, knownBadFor } from '../catalog/lookups.ts';
import type { Catalog, KnownBad } from '../catalog/schema.ts';
import { compareLines, compareVersions, highestOf, lineAfter, lineOf, minorsBetween } from '../catalog/version.ts';
import type { Objections } from './objections.ts';
import { type PlanRequest, rehearsedSecurity } from './request.ts';
import { resolveStart } from './start.ts';
import type { EffectiveSettings } from './steps.ts';
import { isExact, knownLine, latestLine, lineOfWanted } from './wanted.ts';

/** One hop before it has steps. */
export interface Stage {
  readonly kind: 'minor' | 'patch';
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export interface Route {
  readonly stages: readonly Stage[];
  readonly assumed: readonly string[];
}

/** Every stage from the start to the target, or undefined; then `objections` holds at least one error. */
export function findRoute(
  request: PlanRequest,
  settings: EffectiveSettings,
  catalog: Catalog,
  objections: Objections,
): Route | undefined {
  const walk = createWalk(request, settings, catalog, objections);
  const assumed: string[] = [];
  const target = targetLine(request, catalog, objections);
  const start = resolveStart(request, catalog, objections, assumed, (line) =>
    walk.choose(line, target !== undefined && compareLines(target, line) > 0 ? [lineAfter(line)] : []),
  );
  if (target === undefined || start === undefined) return undefined;
  const waypoints = waypointsOf(request, start, target, objections);
  if (waypoints === undefined) return undefined;
  const stages = walk.through(start, waypoints);
  return stages === undefined ? undefined : { stages, assumed };
}

function targetLine(request: PlanRequest, catalog: Catalog, objections: Objections): string | undefined {
  if (request.to !== 'latest') {
    const line = lineOfWanted(request.to);
    return knownLine(line, 'to', catalog, objections) ? line : undefined;
  }
  const line = latestLine(request.obtainable, catalog);
  if (line === undefined)
    objections.add('error', 'rule/release-unobtainable', 'No etcd release at all can be had here.');
  return line;
}

/** What to visit after the start: exact releases or lines, one minor apart at most, the target last. */
function waypointsOf(
  request: PlanRequest,
  start: string,
  target: string,
  objections: Objections,
): readonly string[] | undefined {
  const to = request.to === 'latest' ? target : request.to;
  const from = lineOf(start);
  const minors = minorsBetween(from, target);
  if (minors < 0 || (minors === 0 && isExact(to) && compareVersions(to, start) < 0)) {
    objections.add(
      'error',
      'rule/to',
      `From ${start} to ${to} is a downgrade; etcd-migrate only goes up.`,
      'Swap `from` and `to`, or use the downgrade protocol of etcd 3.6 and later.',
    );
    return undefined;
  }
  if (request.hops === undefined) {
    const between: string[] = [];
    for (let line = lineAfter(from); compareLines(line, target) < 0; line = lineAfter(line)) between.push(line);
    return [...between, to];
  }
  return explicitWaypoints(request.hops, request.from, start, to, target, objections);
}

function explicitWaypoints(
  hops: readonly string[],
  from: string,
  start: string,
  to: string,
  target: string,
  objections: Objections,
): readonly string[] | undefined {
  const stops = hops.map((hop) => (hop === 'latest' ? target : hop));
  // People like to name the whole way: the start and the target at its ends are no second visit.
  if (stops[0] === start || stops[0] === from) stops.shift();
  if (stops.at(-1) === to) stops.pop();
  const waypoints = [...stops, to];
  let sound = true;
  let before = start;
  for (const waypoint of waypoints) {
    const [fromLine, toLine] = [lineOfWanted(before), lineOfWanted(waypoint)];
    const minors = minorsBetween(fromLine, toLine);
    const lower =
      minors < 0 || (minors === 0 && isExact(before) && isExact(waypoint) && compareVersions(waypoint, before) < 0);
    if (lower) {
      objections.add(
        'error',
        'rule/hops',
        `\`hops\` goes down from ${before} to ${waypoint}.`,
        'List the stop-overs in ascending order.',
      );
      sound = false;
    } else if (minors === 0 && (before === waypoint || !isExact(waypoint))) {
      objections.add(
        'error',
        'rule/hops',
        `\`hops\` visits ${toLine} twice: ${before}, then ${waypoint}.`,
        'Name each stop-over once.',
      );
      sound = false;
    } else if (minors !== 0 && minors !== 1) {
      objections.add(
        'error',
        'rule/hops',
        `\`hops\` skips from ${fromLine} to ${toLine}: etcd supports one minor at a time. It does not refuse a skip itself: from 3.4 to 3.6 the first new member kills every old one (K15).`,
        `Add a stop-over on ${lineAfter(fromLine)}, or leave \`hops\` out.`,
      );
      sound = false;
    }
    before = waypoint;
  }
  return sound ? waypoints : undefined;
}

interface Walk {
  /** The highest release of a line that can be had and is not known-bad; "known-bad" ones only where nothing else is. */
  choose(line: string, entering: readonly string[]): string | undefined;
  through(start: string, waypoints: readonly string[]): readonly Stage[] | undefined;
}

function createWalk(request: PlanRequest, settings: EffectiveSettings, catalog: Catalog, objections: Objections): Walk {
  const { obtainable, voters } = request;
  const { auth } = rehearsedSecurity(request);

  const blocksOf = (version: string, entering: readonly string[]): readonly KnownBad[] =>
    knownBadFor(version, { auth, voters, learners: false, settings, entering }, catalog).filter(
      (range) => range.severity === 'block',
    );
  const obtainableOn = (line: string): readonly string[] =>
    [...obtainable].filter((version) => lineOf(version) === line);
  const soundOf = (versions: readonly string[], entering: readonly string[]): readonly string[] =>
    versions.filter((version) => blocksOf(version, entering).length === 0);
  const choose: Walk['choose'] = (line, entering) =>
    highestOf(soundOf(obtainableOn(line), entering)) ?? highestOf(obtainableOn(line));

  /** The release for a waypoint, or undefined with an error. */
  const land = (waypoint: string, entering: readonly string[]): string | undefined => {
    const release = isExact(waypoint) ? waypoint : choose(waypoint, entering);
    if (release === undefined || !obtainable.has(release)) {
      const faults = release === undefined ? [] : blocksOf(release, entering);
      // Having such a release would be no help, so its fault is told first, and the release that people should want
      // instead.
      const wanted =
        release === undefined ||
        faults.length === 0 ||
        objections.risk(
          'known-bad',
          'rule/known-bad',
          `etcd ${release} is known-bad and may not be landed on: ${describe(faults)}. It cannot be had here either.`,
          `Choose a release with the fix: ${fixesOf(faults, lineOf(release))}.`,
        );
      if (!wanted) return undefined;
      objections.add(
        'error',
        'rule/release-unobtainable',
        isExact(waypoint)
          ? `etcd ${waypoint} cannot be had from any release source here.`
          : `No etcd release of the line ${waypoint} can be had from any release source here.`,
        'Name a local directory or a mirror in `releases`, or allow more sources.',
      );
      return undefined;
    }
    const bad = blocksOf(release, entering);
    if (bad.length === 0) return release;
    const accepted = objections.risk(
      'known-bad',
      'rule/known-bad',
      `etcd ${release} is known-bad and may not be landed on: ${describe(bad)}.`,
      `Choose a release with the fix: ${fixesOf(bad, lineOf(release))}.`,
    );
    return accepted ? release : undefined;
  };

  /** The release from which the next line may be entered; pushes the patch stage that leads there. */
  const leave = (current: string, next: string, stages: Stage[]): string | undefined => {
    const line = lineOf(current);
    const rule = hopRuleOf(line, next, catalog);
    if (rule === undefined) throw new TypeError(`the catalog has no hop ${line} → ${next}`);
    const { floor } = rule;
    const below = compareVersions(current, floor.release) < 0;
    // What is bad for entering the next line alone is what the floor stands for, so below it that is said once.
    const bad = blocksOf(current, below ? [] : [next]);
    if (!below && bad.length === 0) return current;
    const higher = obtainableOn(line).filter((version) => compareVersions(version, current) > 0);
    const fit = soundOf(higher, [next]).filter((version) => compareVersions(version, floor.release) >= 0);
    const patch = fit.includes(floor.release) ? floor.release : highestOf(fit);
    const why = below ? `${current} is below the floor ${floor.release} for ${next}` : `${current} is known-bad`;
    const because = below ? floor.reason : describe(bad);
    if (patch !== undefined) {
      stages.push({ kind: 'patch', from: current, to: patch, reason: why });
      objections.add(
        'note',
        below ? 'rule/below-floor' : 'rule/known-bad',
        `${why}, so ${patch} comes first: ${because}.`,
      );
      return patch;
    }
    const missing = `Neither ${floor.release} nor a later sound release of ${line} can be had here.`;
    if (
      below &&
      !objections.risk(
        'below-floor',
        'rule/below-floor',
        `${why}: ${because}. ${missing}`,
        `Make ${floor.release} obtainable (\`releases\`).`,
      )
    ) {
      return undefined;
    }
    if (bad.length === 0) return current;
    const better = highestOf(soundOf(higher, []));
    if (better !== undefined) {
      stages.push({ kind: 'patch', from: current, to: better, reason: `${current} is known-bad` });
      return better;
    }
    const accepted = objections.risk(
      'known-bad',
      'rule/known-bad',
      `etcd ${current} is known-bad and no upgrade may start from it: ${describe(bad)}. ${missing}`,
      `Make a release with the fix obtainable: ${fixesOf(bad, line)}.`,
    );
    return accepted ? current : undefined;
  };

  const through: Walk['through'] = (start, waypoints) => {
    const stages: Stage[] = [];
    let current = start;
    for (const [index, waypoint] of waypoints.entries()) {
      const line = lineOfWanted(waypoint);
      const after = waypoints.at(index + 1);
      const nextLine = after === undefined ? undefined : lineOfWanted(after);
      const entering = [
        ...(line === lineOf(start) ? [] : [line]),
        // Exact stop-overs below a floor get their patch hop when they are left, so the next hop is judged there.
        ...(nextLine === undefined || nextLine === line || isExact(waypoint) ? [] : [nextLine]),
      ];
      const minor = line !== lineOf(current);
      const ready = minor ? leave(current, line, stages) : current;
      if (ready === undefined) return undefined;
      const release = land(waypoint, entering);
      if (release === undefined) return undefined;
      if (!minor && compareVersions(release, ready) <= 0) {
        objections.add(
          'error',
          index === waypoints.length - 1 ? 'rule/to' : 'rule/hops',
          release === ready
            ? `There is nothing to upgrade: the way is already at ${ready} when \`${waypoint}\` is due.`
            : `The highest ${line} release that can be had here is ${release}, which is below ${ready}.`,
          'Name the exact release that the cluster runs in `from` and a higher one in `to`.',
        );
        return undefined;
      }
      stages.push({
        kind: minor ? 'minor' : 'patch',
        from: ready,
        to: release,
        reason: minor ? '' : 'the manifest asks for it',
      });
      current = release;
    }
    const first = stages[0];
    const bad = blocksOf(start, []);
    if (first?.kind === 'patch' && bad.length > 0) {
      objections.add(
        'warning',
        'rule/known-bad',
        `The start ${start} is known-bad itself: ${describe(bad)}. The plan leaves it first, by a patch to ${first.to}.`,
      );
    }
    return stages;
  };

  return { choose, through };
}

function describe(ranges: readonly KnownBad[]): string {
  return ranges.map(({ id, problem }) => `${problem} (${id})`).join('; ');
}

/** The lowest release of the line that has all the fixes. */
function fixesOf(ranges: readonly KnownBad[], line: string): string {
  const fixes = ranges.flatMap((range) => range.fixedIn.filter((version) => lineOf(version) === line));
  return highestOf(fixes) ?? `none on ${line}; use a newer line`;
}
