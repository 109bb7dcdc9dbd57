// Owns what the proof of a backup is made of: links in order, each with its evidence; the first that breaks ends it.
// Must not know how any link is proven.
import type { FailureCode } from '../errors.ts';

export const linkNames = ['file', 'restore', 'content', 'use', 'time'] as const;
export type LinkName = (typeof linkNames)[number];

export interface Link {
  readonly name: LinkName;
  readonly verdict: 'pass' | 'fail' | 'inconclusive';
  /** What was seen, in sentences; the first says why a link is no pass. Never a value, never a key's name. */
  readonly evidence: readonly string[];
  readonly failureReason: FailureCode | null;
  readonly durationMs: number;
}
