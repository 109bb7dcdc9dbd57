// Owns plans for the simulated cluster, made by the real planner from the real catalog.
// Must not know how they are run.

import { loadCatalog } from '../../src/catalog/load.ts';
import { sameForAll } from '../../src/plan/channels.ts';
import { planUpgrade } from '../../src/plan/planner.ts';
import type { PlanRequest } from '../../src/plan/request.ts';
import type { Plan } from '../../src/plan/steps.ts';

export function makePlan(request: Partial<PlanRequest> = {}): Plan {
  const result = planUpgrade(
    {
      from: '3.5.33',
      to: '3.6.14',
      voters: 3,
      settings: sameForAll({ flags: {}, environment: {} }),
      accept: [],
      depth: 'quick',
      seed: 1,
      timeLimits: { gateMs: 60_000, soakMs: 3_000, dwellMs: 2_000 },
      capabilities: new Set(['stop-start', 'kill', 'see-settings']),
      obtainable: new Set(['3.4.31', '3.4.45', '3.5.33', '3.6.14', '3.7.1']),
      auth: false,
      ...request,
    },
    loadCatalog(),
  );
  if (!result.ok) throw new Error(result.findings.map((finding) => finding.message).join('\n'));
  return result.plan;
}
