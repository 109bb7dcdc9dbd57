import { expect, test } from 'vitest';
import { loadCatalog } from '../../../src/catalog/load.ts';
import { checks } from '../../../src/checks/index.ts';

test('the catalog expects something of exactly the checks that exist', () => {
  expect(checks.map((check) => check.id).sort()).toEqual(
    loadCatalog()
      .checks.map((check) => check.check)
      .sort(),
  );
});
