// Owns the arithmetic of exact versions and lines.
// Must not know which of them exist (the catalog does).
import semver from 'semver';

/** Gives the line "3.5" of the version "3.5.33". */
export function lineOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/** The result is negative, zero or positive, as `a` is below, equal to or above `b`. Exact versions only. */
export function compareVersions(a: string, b: string): number {
  return semver.compare(a, b);
}

/** Compares as compareVersions does, for lines such as "3.10" and "3.9". */
export function compareLines(a: string, b: string): number {
  return semver.compare(`${a}.0`, `${b}.0`);
}

/** Gives the line one minor above. */
export function lineAfter(line: string): string {
  const [major, minor] = line.split('.');
  return `${major}.${Number(minor) + 1}`;
}

/** Counts the minors from one line up to another; negative when it goes down, NaN across majors. */
export function minorsBetween(from: string, to: string): number {
  const [fromMajor, fromMinor] = from.split('.');
  const [toMajor, toMinor] = to.split('.');
  return fromMajor === toMajor ? Number(toMinor) - Number(fromMinor) : Number.NaN;
}

/** Whether a text is an exact version, such as the comparisons above can be asked about. */
export function isVersion(text: string): boolean {
  return semver.valid(text) !== null;
}

export function highestOf(versions: Iterable<string>): string | undefined {
  return [...versions].sort(compareVersions).at(-1);
}
