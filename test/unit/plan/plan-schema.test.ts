// Owns the proof that a plan which is read back is the plan that was made, and that its schema and its type are one.
// Must not know where plans are kept.

import { describe, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import { sameForAll } from '../../../src/plan/channels.ts';
import { contradictionIn, planSchema } from '../../../src/plan/plan-schema.ts';
import type { Plan } from '../../../src/plan/steps.ts';
import { makePlan } from '../../support/simulated-plans.ts';

type Frozen<T> = T extends readonly (infer Each)[]
  ? readonly Frozen<Each>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

const ofItsOwn = { flags: { 'max-wals': '5' }, environment: {} };
const plans: readonly Plan[] = [
  makePlan({ to: '3.7.1', depth: 'deep', voters: 5 }),
  makePlan({ from: '3.4.31', to: '3.5.33', depth: 'standard' }),
  makePlan({ voters: 1 }),
  makePlan({
    settings: sameForAll({ flags: { 'snapshot-count': '5000' }, environment: {}, configFile: { 'max-wals': 5 } }),
  }),
  // Every member has its own, so nobody has the shared ones.
  makePlan({ settings: { shared: { flags: {}, environment: {} }, own: { m1: ofItsOwn, m2: ofItsOwn, m3: ofItsOwn } } }),
];
/** As it comes out of a file. */
const copy = (plan: Plan): Plan => JSON.parse(JSON.stringify(plan));

test('schema and type are one', () => {
  expectTypeOf<Frozen<z.infer<typeof planSchema>>>().toEqualTypeOf<Frozen<Plan>>();
});

test.each(plans)('every plan that is made is read back as it is (%#)', (plan) => {
  const read = planSchema.parse(copy(plan));
  expect(read).toEqual(plan);
  expect(contradictionIn(read)).toBeUndefined();
});

describe('what is no plan', () => {
  type Loose = { [key: string]: Loose };
  const first = (plan: Plan, kind: string): Loose => {
    const steps = [...plan.upgrade.hops.flatMap((hop) => hop.steps), ...plan.legs.flatMap((leg) => leg.steps)];
    return steps.find(({ step }) => step.kind === kind)?.step as unknown as Loose;
  };

  test.each<[string, (plan: Plan) => void]>([
    ['a step of a kind that nobody can carry out', (plan) => Object.assign(first(plan, 'hold'), { kind: 'pray' })],
    [
      'a gate that does not exist',
      (plan) => Object.assign(first(plan, 'verify'), { gates: [{ name: 'all-well', timeoutMs: 1 }] }),
    ],
    ['a gate without a limit', (plan) => Object.assign(first(plan, 'hold'), { gates: [{ name: 'no-alarm' }] })],
    ['a step without its gates', (plan) => void delete first(plan, 'switch-member')['gates']],
    ['a field that nobody reads', (plan) => Object.assign(first(plan, 'stage'), { force: true })],
    [
      'a release that leads out of a directory',
      (plan) => Object.assign(first(plan, 'stage'), { release: '../../3.6.14' }),
    ],
    ['a leg whose step nobody can carry out', (plan) => Object.assign(first(plan, 'observe'), { dwellMs: '2 s' })],
    ['no hop', (plan) => Object.assign(plan.upgrade, { hops: [] })],
    ['a hop without steps', (plan) => Object.assign(plan.upgrade.hops[0] as object, { steps: [] })],
    ['another version of the plan', (plan) => Object.assign(plan, { schemaVersion: 1 })],
  ])('%s', (_, damage) => {
    const plan = copy(makePlan());
    damage(plan);
    expect(planSchema.safeParse(plan).success).toBe(false);
  });

  test.each<[string, RegExp, (plan: Plan) => void]>([
    [
      'one that lost its hold',
      /content gives sha256:/,
      ({ upgrade }) =>
        Object.assign(upgrade.hops[0] as object, {
          steps: upgrade.hops[0]?.steps.filter(({ step }) => step.kind !== 'hold'),
        }),
    ],
    [
      'one whose gates were taken away',
      /content gives sha256:/,
      (plan) => Object.assign(first(plan, 'switch-member'), { gates: [] }),
    ],
    [
      'one whose leg hangs on nothing',
      /leg 1\.1\.a follows step 9\.9, which it does not have/,
      (plan) => Object.assign(plan.legs[0] as object, { after: '9.9' }),
    ],
    [
      'one whose members have other settings than it says',
      /its members are given other settings/,
      (plan) => Object.assign(plan.channels.shared.environment, { ETCD_SNAPSHOT_COUNT: '5' }),
    ],
    [
      'one with a step twice',
      /two steps 1\.1/,
      (plan) => Object.assign(plan.legs[0]?.steps[0] as object, { id: '1.1' }),
    ],
  ])('%s', (_, words, damage) => {
    const plan = copy(makePlan());
    damage(plan);
    expect(contradictionIn(planSchema.parse(plan))).toMatch(words);
  });
});
