// Owns how versions are written by people: a line, an exact release or `latest`.
// Must not know releases' faults nor the way between them (route.ts).
import { findLine } from '../catalog/lookups.ts';
import type { Catalog } from '../catalog/schema.ts';
import { compareLines, lineOf } from '../catalog/version.ts';
import type { Objections } from './objections.ts';

export function isExact(wanted: string): boolean {
  return /^\d+\.\d+\.\d+$/.test(wanted);
}

/** The line of a line or an exact release. */
export function lineOfWanted(wanted: string): string {
  return isExact(wanted) ? lineOf(wanted) : wanted;
}

/** The highest known line of which a release can be had. */
export function latestLine(obtainable: ReadonlySet<string>, catalog: Catalog): string | undefined {
  const lines = new Set([...obtainable].map(lineOf));
  return catalog.lines
    .map(({ line }) => line)
    .filter((line) => lines.has(line))
    .sort(compareLines)
    .at(-1);
}

/** Whether this catalog covers the line; where it does not, an error is added. */
export function knownLine(
  line: string,
  key: 'from' | 'to' | 'hops',
  catalog: Catalog,
  objections: Objections,
): boolean {
  if (findLine(line, catalog) !== undefined) return true;
  const id = ({ from: 'rule/from', to: 'rule/to', hops: 'rule/hops' } as const)[key];
  const lines = catalog.lines.map((known) => known.line);
  const [oldest, newest] = [lines.at(0) ?? '', lines.at(-1) ?? ''];
  if (compareLines(line, oldest) < 0) {
    objections.add(
      'error',
      id,
      `\`${key}\` names ${line}, which is not supported: etcd-migrate knows ${oldest} to ${newest}.`,
      `Upgrade to ${oldest} first, as its own guide says.`,
    );
  } else {
    objections.add(
      'error',
      id,
      `\`${key}\` names ${line}, a line that this catalog does not know; it knows ${lines.join(', ')}.`,
      'Correct the version, or use a newer etcd-migrate.',
    );
  }
  return false;
}
