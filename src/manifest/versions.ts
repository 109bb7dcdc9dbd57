// Owns comparing versions as people write them: lines and exact releases. `latest` compares with nothing.
// Must not know which releases exist (catalog/).
import { present } from '../present.ts';

/**
 * A version's form, as semver has it: a number with a leading zero orders nowhere, and one of 20 digits is none to a
 * computer.
 */
export const lineOrRelease = /^((0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4}))?|latest)$/;
export const exactRelease = /^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/;

export interface WrittenVersion {
  readonly major: number;
  readonly minor: number;
  /** Absent for a line such as "3.5". */
  readonly patch?: number;
}

/** The numbers of a version; undefined for `latest` and for anything that is not a version. */
export function readVersion(text: string): WrittenVersion | undefined {
  if (text === 'latest' || !lineOrRelease.test(text)) return undefined;
  const [major = 0, minor = 0, patch] = text.split('.').map(Number);
  return { major, minor, ...present({ patch }) };
}

/**
 * Below zero when `a` is older. It is zero too when one of two versions of one line is floating: it is not known then.
 */
export function compareWritten(a: WrittenVersion, b: WrittenVersion): number {
  const byLine = a.major - b.major || a.minor - b.minor;
  if (byLine !== 0 || a.patch === undefined || b.patch === undefined) return byLine;
  return a.patch - b.patch;
}

export function lineOf(version: WrittenVersion): string {
  return `${version.major}.${version.minor}`;
}
