// Whatever the manifest's schema accepts as a version, the planner answers with a plan or with reasons; it never throws.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.ts';
import { Manifest } from '../../src/manifest/schema.ts';
import { planUpgrade } from '../../src/plan/planner.ts';
import { requestOf, usualReleases } from '../unit/plan/requests.ts';

const catalog = loadCatalog();

/** Mostly near real versions: leading zeros, absurd lengths and unknown lines are what people type by mistake. */
const digits = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }).map(String) },
  { weight: 1, arbitrary: fc.stringMatching(/^[0-9]{1,25}$/) },
);
const major = fc.oneof({ weight: 8, arbitrary: fc.constant('3') }, { weight: 1, arbitrary: digits });
const version = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(major, digits).map((parts) => parts.join('.')) },
  { weight: 4, arbitrary: fc.tuple(major, digits, digits).map((parts) => parts.join('.')) },
  { weight: 3, arbitrary: fc.constantFrom(...usualReleases) },
  { weight: 1, arbitrary: fc.constant('latest') },
);

test('whatever version the schema accepts, the planner does not throw', () => {
  let accepted = 0;
  fc.assert(
    fc.property(version, version, fc.option(fc.array(version, { minLength: 1, maxLength: 3 })), (from, to, hops) => {
      const manifest = Manifest.safeParse({ from, to, ...(hops === null ? {} : { hops }) });
      if (!manifest.success) return;
      accepted += 1;
      const obtainable = new Set([
        ...usualReleases,
        ...[from, to, ...(hops ?? [])].filter((each) => each.split('.').length === 3),
      ]);
      const result = planUpgrade(requestOf({ from, to, obtainable, ...(hops === null ? {} : { hops }) }), catalog);
      expect(result.ok || result.findings.length > 0).toBe(true);
    }),
    { numRuns: 3000 },
  );
  expect(accepted).toBeGreaterThan(500);
});
