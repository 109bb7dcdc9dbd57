// Owns the plan requests that the planner's tests start from.
// Must not know what any test expects.
import { sameForAll } from '../../../src/plan/channels.ts';
import type { PlanRequest } from '../../../src/plan/planner.ts';

/** What can be had on a machine with the Go proxy and Debian's archive. */
export const usualReleases: readonly string[] = [
  '3.3.25',
  '3.4.23',
  '3.4.31',
  '3.5.16',
  '3.5.30',
  '3.5.33',
  '3.6.10',
  '3.6.14',
  '3.7.0',
  '3.7.1',
];

export function requestOf(change: Partial<PlanRequest> = {}): PlanRequest {
  return {
    from: '3.5',
    to: '3.7',
    voters: 3,
    settings: sameForAll({ flags: {}, environment: {} }),
    accept: [],
    depth: 'standard',
    seed: 1,
    timeLimits: { gateMs: 60_000, soakMs: 3000, dwellMs: 2000 },
    capabilities: new Set(['stop-start', 'kill', 'see-settings']),
    obtainable: new Set(usualReleases),
    ...change,
  };
}
