// Owns the rules on `from`, `to` and `hops`: one way, upwards, one minor at a time.
// Must not know which releases exist, only which lines: between two that are unknown there is nothing to add.
import { loadCatalog } from '../../catalog/load.ts';
import { findLine } from '../../catalog/lookups.ts';
import { join, quote } from '../../yaml/phrase.ts';
import type { Draft, Remark } from '../draft.ts';
import { compareWritten, lineOf, readVersion, type WrittenVersion } from '../versions.ts';

export function downgrade(draft: Draft): readonly Remark[] {
  const from = draft.text(['from']);
  const to = draft.text(['to']);
  if (from === undefined || to === undefined) return [];
  if (from === to && readVersion(from) !== undefined) {
    return [
      {
        rule: 'nothing-to-do',
        path: ['to'],
        message: `\`to\` is ${quote(to)}, the same as \`from\`: there is nothing to upgrade.`,
        fix: 'name the release that the cluster shall run',
      },
    ];
  }
  const older = readVersion(from);
  const newer = readVersion(to);
  if (older === undefined || newer === undefined || compareWritten(newer, older) >= 0) return [];
  return [
    {
      rule: 'downgrade',
      path: ['to'],
      message: `\`to\` is ${quote(to)}, older than \`from\`, ${quote(from)}: etcd-migrate plans upgrades only.`,
      fix: 'exchange the two; a rehearsal tries the way back by itself (rehearsal.depth: standard)',
    },
  ];
}

interface Stop {
  readonly written: string;
  readonly version: WrittenVersion;
  readonly path: readonly (string | number)[];
}

/** `hops` lists every minor between `from` and `to`; the two ends may be repeated there or left out. */
export function hops(draft: Draft): readonly Remark[] {
  const stops = draft.list(['hops']).map((_, index) => stopAt(draft, ['hops', index]));
  const first = stopAt(draft, ['from']);
  const last = stopAt(draft, ['to']);
  if (stops.length === 0 || stops.includes(undefined)) return [];
  // A mistake in the ends themselves is told by `downgrade`.
  if (first !== undefined && last !== undefined && compareWritten(last.version, first.version) < 0) return [];
  const path = [first, ...stops, last].filter((stop) => stop !== undefined);
  const pairs = path.slice(1).flatMap((stop, index) => {
    const before = path[index];
    return before === undefined ? [] : [{ before, stop }];
  });
  const disorder = pairs.flatMap(({ before, stop }) => disordered(before, stop));
  // What a list in the wrong order skips says nothing.
  return disorder.length > 0 ? disorder : pairs.flatMap(({ before, stop }) => skipping(before, stop));
}

function stopAt(draft: Draft, path: readonly (string | number)[]): Stop | undefined {
  const written = draft.text(path);
  const version = written === undefined ? undefined : readVersion(written);
  return written === undefined || version === undefined ? undefined : { written, version, path };
}

/** A fault before `to` is a fault of the list, so it is shown at the last hop. */
function placeOf(before: Stop, stop: Stop): Stop['path'] {
  return stop.path[0] === 'to' ? before.path : stop.path;
}

function disordered(before: Stop, stop: Stop): Remark[] {
  const order = compareWritten(stop.version, before.version);
  const isRepeated = stop.written === before.written && before.path[0] === 'hops' && stop.path[0] === 'hops';
  if (order > 0 || (order === 0 && !isRepeated)) return [];
  const message = isRepeated
    ? `\`hops\` lists ${quote(stop.written)} twice.`
    : before.path[0] === 'from'
      ? `${quote(stop.written)} in \`hops\` is older than \`from\`, ${quote(before.written)}.`
      : stop.path[0] === 'to'
        ? `${quote(before.written)} in \`hops\` is newer than \`to\`, ${quote(stop.written)}.`
        : `${quote(stop.written)} in \`hops\` comes after ${quote(before.written)}, but is older.`;
  return [
    {
      rule: 'hops-order',
      path: placeOf(before, stop),
      message,
      fix: 'list the stop-overs from old to new, each once, between `from` and `to`',
    },
  ];
}

function skipping(before: Stop, stop: Stop): Remark[] {
  const { major, minor } = before.version;
  const line = lineOf(stop.version);
  if (findLine(line) === undefined) {
    return [
      {
        rule: 'unknown-line',
        path: stop.path,
        message: `${quote(stop.written)} is of the line ${line}, which this etcd-migrate does not know.`,
        fix: `known lines are ${join(
          loadCatalog().lines.map((known) => known.line),
          'and',
        )}; correct it, or use a newer etcd-migrate`,
      },
    ];
  }
  const skipped = stop.version.major !== major ? [] : missingLines(major, minor, stop.version.minor);
  if (skipped.length === 0) return [];
  return [
    {
      rule: 'hops-skip-minor',
      path: placeOf(before, stop),
      message: `\`hops\` goes from ${lineOf(before.version)} to ${lineOf(stop.version)} and skips ${join(skipped, 'and')}: etcd must be upgraded one minor at a time.`,
      fix: `add ${skipped.map(quote).join(', ')}, or remove \`hops\` and let the planner choose`,
    },
  ];
}

/** Lines strictly between two minors; at most a few are named. */
function missingLines(major: number, from: number, to: number): string[] {
  const count = Math.min(Math.max(0, to - from - 1), 5);
  return Array.from({ length: count }, (_, index) => `${major}.${from + index + 1}`);
}
