// Owns the printed plans: whoever changes a step sees here what every reader of a plan will see.
import { expect, test } from 'vitest';
import { loadCatalog } from '../../../src/catalog/load.ts';
import { type PlanRequest, planUpgrade } from '../../../src/plan/planner.ts';
import { renderTree } from '../../../src/plan/tree.ts';
import { sameForAll } from '../../../src/plan/channels.ts';
import { requestOf } from '../../unit/plan/requests.ts';

const cases: Readonly<Record<string, Partial<PlanRequest>>> = {
  '3.5-to-3.7-standard': {},
  '3.5-to-3.7-quick': { depth: 'quick' },
  '3.5-to-3.7-deep': { depth: 'deep' },
  '3.4-to-3.7-standard': { from: '3.4' },
  '3.3-to-3.5-standard': { from: '3.3', to: '3.5' },
  'below-floor-3.5.16-to-3.6': { from: '3.5.16', to: '3.6' },
  'single-member': { voters: 1, depth: 'deep' },
  'two-members': { voters: 2, to: '3.6', depth: 'deep' },
  'five-members': { voters: 5 },
  'high-snapshot-count': {
    from: '3.6',
    depth: 'quick',
    settings: sameForAll({ flags: { 'snapshot-count': '1000000' }, environment: {} }),
  },
};

test.each(Object.entries(cases))('%s prints as before', async (name, change) => {
  const result = planUpgrade(requestOf(change), loadCatalog());
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  const findings = result.findings.map(
    (finding) => `${finding.severity} ${finding.id}: ${finding.message}${finding.fix ? ` ${finding.fix}` : ''}`,
  );
  const text = [
    renderTree(result.plan),
    '',
    `at best: ${result.atBest}`,
    ...result.assumed.map((assumed) => `assumed: ${assumed}`),
    ...findings,
    '',
  ].join('\n');
  await expect(text).toMatchFileSnapshot(`${name}.txt`);
});
