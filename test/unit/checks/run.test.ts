// A check that overlaps a time in which this process stood still says nothing about any release.
import { expect, test } from 'vitest';
import type { Check } from '../../../src/checks/check.ts';
import { type RunChecksOptions, runChecks } from '../../../src/checks/run.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { createRandom } from '../../../src/platform/random.ts';

/** Nobody else in this process has a turn meanwhile, as when it is stopped. */
const standStill = (ms: number) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

function optionsFor(run: Check['run']): RunChecksOptions {
  return {
    members: [{ name: 'm1', clientUrl: 'http://127.0.0.1:1', release: '3.5.33' }],
    state: 'somewhere',
    expectationOf: () => 'stored',
    credentials: {},
    clock: systemClock,
    random: createRandom(1),
    checks: [{ id: 'put', run }],
    timeoutMs: 300,
  };
}

test('it is made again, with other keys, and counts as it was seen then', async () => {
  const prefixes: string[] = [];
  const results = await runChecks(
    optionsFor(async ({ prefix }) => {
      prefixes.push(prefix);
      await systemClock.sleep(50);
      if (prefixes.length === 1) standStill(1_500);
      await systemClock.sleep(50);
      return 'stored';
    }),
  );
  expect(results).toMatchObject([{ ok: true, seen: 'stored', disturbed: ['no result within 300 ms'] }]);
  expect(new Set(prefixes).size).toBe(2);
});

test('it has no result where that happens each time', async () => {
  const results = await runChecks(
    optionsFor(async () => {
      await systemClock.sleep(50);
      standStill(1_200);
      await systemClock.sleep(50);
      return 'refused';
    }),
  );
  expect(results).toEqual([]);
});

test('what is wrong or late by itself stays so, at the first try', async () => {
  let tries = 0;
  const late = await runChecks(
    optionsFor(async () => {
      tries += 1;
      await systemClock.sleep(2_000);
      return 'stored';
    }),
  );
  const wrong = await runChecks(optionsFor(async () => 'refused'));
  expect(wrong[0]).not.toHaveProperty('disturbed');
  expect([late[0]?.error, wrong[0]?.seen, tries]).toEqual(['no result within 300 ms', 'refused', 1]);
});
