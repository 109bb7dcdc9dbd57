// Owns comparing versions as people write them: lines and exact releases. `latest` compares with nothing.
// Must not know which releases exist (catalog/).

export interface WrittenVersion {
  readonly major: number;
  readonly minor: number;
  /** Absent for a line such as "3.5". */
  readonly patch?: number;
}

/** Undefined for `latest` and for anything that is not a version. */
export function readVersion(text: string): WrittenVersion | undefined {
  const match = /^(\d+)\.(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return undefined;
  const patch = match[3];
  return { major: Number(match[1]), minor: Number(match[2]), ...(patch === undefined ? {} : { patch: Number(patch) }) };
}

/** Below zero when `a` is older. Zero also when one of two versions of one line is floating: it is not known then. */
export function compareWritten(a: WrittenVersion, b: WrittenVersion): number {
  const byLine = a.major - b.major || a.minor - b.minor;
  if (byLine !== 0 || a.patch === undefined || b.patch === undefined) return byLine;
  return a.patch - b.patch;
}

export function lineOf(version: WrittenVersion): string {
  return `${version.major}.${version.minor}`;
}
