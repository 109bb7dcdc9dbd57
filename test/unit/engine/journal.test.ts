// Owns the proof that a journal is known by what it holds: its format by number, its plan by the digest of its content.
// Must not know files (test/unit/platform/journal-file.test.ts).
import { describe, expect, test } from 'vitest';
import { validateRecords } from '../../../src/engine/journal.ts';
import { recover } from '../../../src/engine/recover.ts';
import type { Plan } from '../../../src/plan/steps.ts';
import { makePlan } from '../../support/simulated-plans.ts';
import { Simulation } from '../../support/simulation.ts';

/** A journal as it comes out of a file, with its first record changed. */
function journal(change: (first: { format?: unknown; toolVersion?: unknown; plan: Plan }) => void): unknown[] {
  const records = JSON.parse(JSON.stringify(new Simulation({ plan: makePlan() }).records));
  change(records[0]);
  return records;
}

test('what is read back is what was written', () => {
  const { records } = new Simulation({ plan: makePlan() });
  expect(validateRecords(JSON.parse(JSON.stringify(records)))).toEqual(records);
});

describe('a journal of another format is refused by name', () => {
  test.each<[string, (first: { format?: unknown; toolVersion?: unknown }) => void, RegExp]>([
    [
      'a later one',
      (first) => Object.assign(first, { format: 3, toolVersion: '0.9.0' }),
      /of format 3, written by etcd-migrate 0\.9\.0; this version reads format 2\. Nothing was changed: go on with etcd-migrate 0\.9\.0/,
    ],
    [
      'one from before formats had numbers',
      (first) => void delete first.format,
      /without a format number, written by etcd-migrate 0;/,
    ],
    [
      'one that calls its format otherwise',
      (first) => Object.assign(first, { format: 'v1' }),
      /without a format number/,
    ],
    [
      'one whose version would not be a version',
      (first) => Object.assign(first, { format: 3, toolVersion: '\u001b[2J; rm -rf /' }),
      /of format 3, written by an unknown version of etcd-migrate;.*go on with the version that wrote it/,
    ],
  ])('%s', (_, change, words) => {
    const records = journal(change);
    for (const read of [recover, validateRecords]) {
      expect(() => read(records)).toThrow(
        expect.objectContaining({ code: 'journal-format', message: expect.stringMatching(words) }),
      );
    }
  });

  test('although its records are none that we know', () => {
    const first = { type: 'run-started', format: 99, toolVersion: '2.0.0', stages: [] };
    expect(() => validateRecords([first, { what: 'ever' }])).toThrow(
      expect.objectContaining({ code: 'journal-format' }),
    );
  });
});

test('another version of the tool with the same format goes on, and is named', () => {
  const records = journal((first) => Object.assign(first, { toolVersion: '0.0.7' }));
  expect(recover(records)).toMatchObject({ toolVersion: '0.0.7', runId: 'simulated' });
});

describe('a journal whose plan was changed is not recovered', () => {
  test.each<[string, (plan: Plan) => Plan]>([
    ['it lost its hold and its gates, and kept its digest', (plan) => without(plan)],
    ['it names other releases', (plan) => JSON.parse(JSON.stringify(plan).replaceAll('3.6.14', '3.6.15'))],
    ['only its digest was changed', (plan) => ({ ...plan, digest: `sha256:${'0'.repeat(64)}` })],
    [
      'its legs hang on steps that it does not have',
      (plan) => ({ ...plan, legs: plan.legs.map((leg) => ({ ...leg, after: '7' })) }),
    ],
    ['its legs were cut out, so that less would have to be seen for a pass', (plan) => ({ ...plan, legs: [] })],
  ])('%s', (_, change) => {
    const records = journal((first) => Object.assign(first, { plan: change(first.plan) }));
    expect(() => recover(records)).toThrow(
      expect.objectContaining({
        code: 'journal-damaged',
        message: expect.stringMatching(
          /plan in the journal is not the one that the run began with.*Nothing was changed/,
        ),
      }),
    );
  });

  test('nor one whose context was: what a verdict rests on must not become better on disk', () => {
    const records = journal((first) => Object.assign(first, { context: { atBest: 'pass' } }));
    expect(() => recover(records)).toThrow(expect.objectContaining({ code: 'journal-damaged' }));
  });

  test('a gate in it that nobody knows is damage by name', () => {
    const records = journal((first) =>
      Object.assign(first, {
        plan: JSON.parse(JSON.stringify(first.plan).replaceAll('"hash-equal"', '"hash-whatever"')),
      }),
    );
    expect(() => recover(records)).toThrow(
      expect.objectContaining({
        code: 'journal-damaged',
        message: expect.stringMatching(/plan\.upgrade\.hops\.0\.steps/),
      }),
    );
  });
});

function without(plan: Plan): Plan {
  const hops = plan.upgrade.hops.map((hop) => ({
    ...hop,
    steps: hop.steps
      .filter(({ step }) => step.kind !== 'hold')
      .map(({ id, step }) => ({ id, step: 'gates' in step ? { ...step, gates: [] } : step })),
  }));
  return { ...plan, legs: [], upgrade: { ...plan.upgrade, hops } };
}
