// Owns the finding: a located result of a static rule, a planner or a judge.
// Must not know who prints it.

export type Severity = 'error' | 'warning' | 'note';

/** A place in a file of the user's repository; line and column count from 1. */
export interface Location {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export interface Finding {
  /** Stable id `rule/…`. */
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  readonly where?: Location;
  /** What was seen that makes the finding true. */
  readonly evidence?: string;
  /** What to change. */
  readonly fix?: string;
  readonly learnMore?: string;
}

/** Orders findings as their file does. */
export function byPlace(a: Finding, b: Finding): number {
  return (a.where?.line ?? 0) - (b.where?.line ?? 0) || (a.where?.column ?? 0) - (b.where?.column ?? 0);
}
