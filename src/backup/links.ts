// Owns what the proof of a backup is made of: links in order, each with its evidence, and the verdict of the chain.
// Must not know how any link is proven.
import { EtcdMigrateError, type FailureCode, failures } from '../errors.ts';
import type { Verdict } from '../judge/verdict.ts';

export const linkNames = ['file', 'restore', 'content', 'use', 'time'] as const;
export type LinkName = (typeof linkNames)[number];

export interface Link {
  readonly name: LinkName;
  readonly verdict: Verdict;
  /**
   * What was seen, in sentences; the first says why a link is no pass. Never a value, nor a key that the manifest does
   * not name.
   */
  readonly evidence: readonly string[];
  readonly failureReason: FailureCode | null;
  readonly durationMs: number;
}

export interface ChainVerdict {
  readonly verdict: Verdict;
  readonly failureReason: FailureCode | null;
  /** Why the verdict is what it is, in one sentence. */
  readonly reason: string;
}

/**
 * The first link that fails decides, then the first that is inconclusive. A pass takes every link; a chain that ends
 * early without a link that failed is a bug.
 */
export function verdictOfChain(links: readonly Link[]): ChainVerdict {
  const broken =
    links.find(({ verdict }) => verdict === 'fail') ?? links.find(({ verdict }) => verdict === 'inconclusive');
  const whole = linkNames.every((name, index) => links[index]?.name === name);
  if (!whole && broken?.verdict !== 'fail') {
    const names = links.map(({ name }) => name).join(', ');
    throw new EtcdMigrateError('internal-error', `The proof of a backup ended after the links ${names}.`);
  }
  if (broken === undefined) return { verdict: 'pass', failureReason: null, reason: 'Every link of its proof holds.' };
  const { name, verdict, failureReason, evidence } = broken;
  const why = evidence[0] ?? failures[failureReason ?? 'internal-error'].title;
  return {
    verdict,
    failureReason: failureReason ?? 'internal-error',
    reason: `The ${name} link: ${why.replace(/\.$/, '')}.`,
  };
}

/** A link with its verdict made of what was wrong: nothing wrong is a pass. */
export function linkOf(
  name: LinkName,
  found: { readonly wrong: readonly string[]; readonly seen: readonly string[]; readonly code: FailureCode },
  durationMs: number,
): Link {
  const { wrong, seen, code } = found;
  return {
    name,
    verdict: wrong.length === 0 ? 'pass' : 'fail',
    evidence: [...wrong, ...seen],
    failureReason: wrong.length === 0 ? null : code,
    durationMs,
  };
}
