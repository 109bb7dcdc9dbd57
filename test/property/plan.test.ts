// Owns the planner's promises over random requests: what no plan may ever do, whatever it was asked.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileKeyOf, variableOf } from '../../src/catalog/flag-names.ts';
import { findFlag } from '../../src/catalog/flags.ts';
import { loadCatalog } from '../../src/catalog/load.ts';
import { hopRuleOf, knownBadFor } from '../../src/catalog/lookups.ts';
import { typedForFile } from '../../src/catalog/setting-values.ts';
import { compareVersions, lineOf, minorsBetween } from '../../src/catalog/version.ts';
import { sameForAll } from '../../src/plan/channels.ts';
import { digestOf } from '../../src/plan/digest.ts';
import { effectiveSettings } from '../../src/plan/effective-settings.ts';
import type { Capability } from '../../src/plan/needs.ts';
import { type PlanRequest, planUpgrade } from '../../src/plan/planner.ts';
import type { Deployment, EtcdSettings, Plan, UpgradePlan } from '../../src/plan/steps.ts';
import { renderTree, titleOf, treeLines } from '../../src/plan/tree.ts';
import { executableSteps } from '../../src/plan/weave.ts';
import { countOf } from '../support/sample.ts';

const catalog = loadCatalog();
const releases = catalog.releases.map((release) => release.version);
const lines = catalog.lines.map((line) => line.line);

const channels: fc.Arbitrary<EtcdSettings> = fc.record(
  {
    flags: fc.dictionary(
      fc.constantFrom('snapshot-count', 'quota-backend-bytes', 'logger', 'heartbeat-interval'),
      fc.constantFrom('1', '100', '20000', '500000', 'zap'),
    ),
    environment: fc.dictionary(
      fc.constantFrom('ETCD_SNAPSHOT_COUNT', 'ETCD_LOG_LEVEL'),
      fc.constantFrom('5', '300000'),
    ),
    configFile: fc.dictionary(fc.constantFrom('snapshot-count', 'election-timeout'), fc.nat()),
  },
  { requiredKeys: ['flags', 'environment'] },
);

/** Anything a manifest can ask, most of it nonsense: for promises about refusals. */
const anyRequest: fc.Arbitrary<PlanRequest> = fc
  .record({
    from: fc.oneof(fc.constantFrom(...lines), fc.constantFrom(...releases), fc.constantFrom('latest', '3.2', '3.8')),
    to: fc.oneof(fc.constantFrom(...lines), fc.constantFrom(...releases), fc.constantFrom('latest', '3.2.1', '4.0')),
    hops: fc.option(fc.array(fc.oneof(fc.constantFrom(...lines), fc.constantFrom(...releases)), { maxLength: 4 }), {
      nil: undefined,
    }),
    voters: fc.integer({ min: 1, max: 7 }),
    settings: channels.map(sameForAll),
    accept: fc.subarray(['below-floor', 'auth-during-hop', 'known-bad'] as const),
    depth: fc.constantFrom('quick', 'standard', 'deep'),
    seed: fc.nat(),
    timeLimits: fc.record({ gateMs: fc.nat(100_000), soakMs: fc.nat(100_000), dwellMs: fc.nat(100_000) }),
    capabilities: fc.constant<ReadonlySet<Capability>>(new Set(['stop-start', 'kill', 'see-settings'])),
    obtainable: fc.subarray(releases, { minLength: 0 }).map((subset): ReadonlySet<string> => new Set(subset)),
    auth: fc.boolean(),
  })
  .map(({ hops, ...request }): PlanRequest => (hops === undefined ? request : { ...request, hops }));

/** Mostly plannable: lines upwards with much to be had. For promises about plans. */
const soundRequest: fc.Arbitrary<PlanRequest> = fc
  .tuple(anyRequest, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4 }), fc.subarray(releases))
  .map(
    ([{ hops: _, ...request }, first, up, extra]): PlanRequest => ({
      ...request,
      from: lines[first] ?? '3.5',
      to: lines[Math.min(first + up, lines.length - 1)] ?? '3.7',
      auth: request.auth === true && first >= 2,
      obtainable: new Set(['3.3.25', '3.4.31', '3.5.33', '3.6.14', '3.7.1', ...extra]),
    }),
  );

/** One minor up from an exact release, with a random few others to be had: for promises about floors. */
const narrowRequest: fc.Arbitrary<PlanRequest> = fc
  .tuple(anyRequest, fc.constantFrom(...releases), fc.subarray(releases, { maxLength: 12 }))
  .map(
    ([{ hops: _, ...request }, from, others]): PlanRequest => ({
      ...request,
      from,
      to: lines[Math.min(lines.indexOf(lineOf(from)) + 1, lines.length - 1)] ?? '3.7',
      obtainable: new Set([from, ...others]),
    }),
  );

const planOf = (request: PlanRequest): Plan => {
  const result = planUpgrade(request, catalog);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.plan;
};

const same = (a: Deployment, b: Deployment) =>
  a.release === b.release && a.overrides['snapshot-count'] === b.overrides['snapshot-count'];

/** Carries a plan out on paper: who runs what after every step. Fails where a step has nobody to act on. */
function simulate(plan: Plan) {
  const first = plan.upgrade.hops[0];
  if (first === undefined) throw new Error('a plan without hops');
  const members: Deployment[] = Array.from({ length: plan.upgrade.voters }, () => ({
    release: first.from,
    overrides: {},
  }));
  return executableSteps(plan).map((executable) => {
    const { step } = executable.planned;
    const before = [...members];
    if (step.kind === 'switch-member') {
      const next = members.findIndex((deployment) => !same(deployment, step.to));
      if (next === -1) throw new Error(`${executable.planned.id} has no member left to switch`);
      members[next] = step.to;
    }
    return { executable, before, after: [...members] };
  });
}

describe('every plan', () => {
  test('changes one member at a time, and its ordinals count true', () => {
    fc.assert(
      fc.property(soundRequest, (request) => {
        for (const { executable, before, after } of simulate(planOf(request))) {
          const changed = before.filter((deployment, index) => !same(deployment, after[index] as Deployment));
          const { step } = executable.planned;
          expect(changed.length).toBe(step.kind === 'switch-member' ? 1 : 0);
          if (step.kind === 'switch-member') {
            expect(after.filter((deployment) => same(deployment, step.to)).length, executable.planned.id).toBe(
              step.ordinal,
            );
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('never has members more than one minor apart, nor below the source or above the target of its hop', () => {
    fc.assert(
      fc.property(soundRequest, (request) => {
        for (const { executable, after } of simulate(planOf(request))) {
          const running = after.map((deployment) => deployment.release).sort(compareVersions);
          const [lowest = '', highest = ''] = [running.at(0), running.at(-1)];
          expect(minorsBetween(lineOf(lowest), lineOf(highest))).toBeLessThanOrEqual(1);
          expect(compareVersions(lowest, executable.hop.from)).toBeGreaterThanOrEqual(0);
          expect(compareVersions(highest, executable.hop.to)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('holds before the last old member of a minor, and legs roll back before that point only', () => {
    fc.assert(
      fc.property(soundRequest, (request) => {
        const plan = planOf(request);
        const passed = new Set<string>();
        const held = new Set<string>();
        for (const { executable, after } of simulate(plan)) {
          const { hop, planned } = executable;
          if (planned.step.kind === 'hold') held.add(hop.id);
          if (planned.step.kind === 'switch-member' && planned.step.purpose === 'roll-back') {
            expect(passed.has(hop.id), planned.id).toBe(false);
          }
          if (after.every((deployment) => deployment.release === hop.to)) {
            if (hop.kind === 'minor') expect(held.has(hop.id), planned.id).toBe(true);
            passed.add(hop.id);
          }
        }
        expect(passed.size).toBe(plan.upgrade.hops.length);
      }),
      { numRuns: 60 },
    );
  });

  test('has legs that leave the cluster as they found it', () => {
    fc.assert(
      fc.property(soundRequest, (request) => {
        const plan = planOf(request);
        const trace = simulate(plan);
        for (const leg of plan.legs) {
          const own = trace.filter(({ executable }) => executable.leg?.id === leg.id);
          const anchor = trace.findIndex(({ executable }) => executable.planned.id === leg.after);
          expect(anchor, leg.id).toBeGreaterThanOrEqual(0);
          const count = (members: readonly Deployment[]) => members.map((member) => JSON.stringify(member)).sort();
          expect(count(own.at(-1)?.after ?? []), leg.id).toEqual(count(trace[anchor]?.after ?? []));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('observes every state that it names truly', () => {
    fc.assert(
      fc.property(soundRequest, (request) => {
        for (const { executable, after } of simulate(planOf(request))) {
          const { step } = executable.planned;
          if (step.kind !== 'observe') continue;
          const { phase, from, to, upgraded, voters } = step.state;
          expect([from, to, voters]).toEqual([executable.hop.from, executable.hop.to, after.length]);
          expect(after.filter((deployment) => deployment.release === to).length, executable.planned.id).toBe(upgraded);
          if (phase === 'source') expect(upgraded).toBe(0);
          else if (phase === 'target') expect(upgraded).toBe(voters);
          else expect(upgraded > 0 && upgraded < voters).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('kills members only where the others keep the quorum, and waits until the victim is back', () => {
    fc.assert(
      fc.property(soundRequest, (request) => {
        const plan = planOf({ ...request, depth: 'deep' });
        const kills = executableSteps(plan).filter(({ planned }) => planned.step.kind === 'kill-member');
        if (request.voters < 3) expect(kills).toEqual([]);
        else expect(kills.length).toBeGreaterThan(0);
        for (const { planned, part } of kills) {
          expect(part).toBe('leg');
          const gates = planned.step.kind === 'kill-member' ? planned.step.gates.map((gate) => gate.name) : [];
          expect(gates).toContain('members-healthy');
        }
      }),
      { numRuns: 60 },
    );
  });

  test('switches no member without gates on that member and on the whole cluster', () => {
    fc.assert(
      fc.property(soundRequest, (request) => {
        for (const { planned } of executableSteps(planOf(request))) {
          if (planned.step.kind !== 'switch-member') continue;
          const names = planned.step.gates.map((gate) => gate.name);
          expect(names).toEqual(
            expect.arrayContaining(['member-running', 'raft-caught-up', 'members-healthy', 'hash-equal', 'no-alarm']),
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  test('renews raft snapshots on every member between its last 3.5 start and the first 3.7 one (K21)', () => {
    fc.assert(
      fc.property(soundRequest, (request) => {
        let fresh = false;
        for (const { executable, before } of simulate(planOf(request))) {
          const { step } = executable.planned;
          if (step.kind === 'renew-raft-snapshots' && before.every(({ release }) => lineOf(release) === '3.6'))
            fresh = true;
          if (step.kind === 'switch-member' && lineOf(step.to.release) === '3.5') fresh = false;
          if (step.kind === 'switch-member' && lineOf(step.to.release) === '3.7') {
            expect(fresh, executable.planned.id).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('has unique ids, hops included, and a title for each', () => {
    fc.assert(
      fc.property(soundRequest, (request) => {
        const plan = planOf(request);
        const tree = treeLines(plan);
        const ids = [...tree.map((line) => line.id), ...plan.legs.map((leg) => leg.id)];
        expect(new Set(ids).size).toBe(ids.length);
        expect(tree.length).toBe(executableSteps(plan).length + plan.upgrade.hops.length);
        expect(renderTree(plan).split('\n')).toHaveLength(tree.length);
        for (const { planned } of executableSteps(plan)) expect(titleOf(planned.step)).not.toMatch(/undefined|NaN|^$/);
        expect(renderTree(plan, (id) => `<${id}>`)).toContain(`<${ids[0]}>`);
      }),
      { numRuns: 50 },
    );
  });

  test('is the same after a journey through JSON, digest and all', () => {
    fc.assert(
      fc.property(soundRequest, (request) => {
        const plan = planOf(request);
        const again: Plan = JSON.parse(JSON.stringify(plan));
        expect(again).toEqual(plan);
        expect(digestOf(again.upgrade)).toBe(plan.digest);
        expect(planOf(request)).toEqual(plan);
      }),
      { numRuns: 50 },
    );
  });
});

describe('every request', () => {
  test('is refused with an error, or planned by single minors exactly to the target, floors kept, nothing known-bad', () => {
    const requests = countOf(2000, 500);
    let plans = 0;
    let refusals = 0;
    fc.assert(
      fc.property(fc.oneof(anyRequest, soundRequest, narrowRequest), (request) => {
        const result = planUpgrade(request, catalog);
        const errors = result.findings.filter((finding) => finding.severity === 'error');
        if (!result.ok) {
          refusals += 1;
          expect(errors.length).toBeGreaterThan(0);
          return;
        }
        plans += 1;
        expect(errors).toEqual([]);
        const { hops } = result.plan.upgrade;
        const last = hops.at(-1);
        if (/^\d+\.\d+\.\d+$/.test(request.to)) expect(last?.to).toBe(request.to);
        else if (request.to !== 'latest') expect(lineOf(last?.to ?? '')).toBe(request.to);
        if (/^\d+\.\d+\.\d+$/.test(request.from)) expect(hops[0]?.from).toBe(request.from);
        hops.forEach((hop, index) => {
          if (index > 0) expect(hop.from).toBe(hops[index - 1]?.to);
          expect(request.obtainable.has(hop.from) && request.obtainable.has(hop.to)).toBe(true);
          expect(compareVersions(hop.from, hop.to)).toBeLessThan(0);
          const minors = minorsBetween(lineOf(hop.from), lineOf(hop.to));
          expect(minors).toBe(hop.kind === 'minor' ? 1 : 0);
          const rule = hopRuleOf(lineOf(hop.from), lineOf(hop.to), catalog);
          if (rule !== undefined && !request.accept.includes('below-floor')) {
            expect(compareVersions(hop.from, rule.floor.release)).toBeGreaterThanOrEqual(0);
          }
          if (rule?.authBlocks && request.auth) expect(request.accept).toContain('auth-during-hop');
          const { auth = false, voters } = request;
          const effective = effectiveSettings(request.settings.shared, catalog);
          const bad = (version: string, entering: readonly string[]) =>
            knownBadFor(version, { auth, voters, learners: false, settings: effective, entering }, catalog).some(
              (range) => range.severity === 'block',
            );
          if (!request.accept.includes('known-bad')) {
            expect(bad(hop.to, hop.kind === 'minor' ? [lineOf(hop.to)] : []), hop.to).toBe(false);
            if (hop.kind === 'minor') expect(bad(hop.from, []), hop.from).toBe(false);
          }
        });
        if (result.atBest === 'pass') {
          const risky = result.findings.filter((finding) => finding.message.includes('Accepted by the manifest'));
          expect(risky).toEqual([]);
        }
      }),
      { numRuns: requests },
    );
    // A test in which everything is refused, or nothing, proves little.
    expect(Math.min(plans, refusals) / requests).toBeGreaterThan(0.15);
  });
});

/** Settings in all their forms, each value in the spellings that etcd takes for the same; no plan depends on these. */
const spellings: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'max-txn-ops': ['256', '0x100', '0400'],
  'quota-backend-bytes': ['8589934592', '8_589_934_592'],
  'strict-reconfig-check': ['true', '1', 'T'],
  'socket-reuse-port': ['false', '0'],
  'grpc-keepalive-interval': ['2h', '120m', '1h60m0s', '7200s'],
  'raft-read-timeout': ['5s', '5000ms'],
  'cipher-suites': ['TLS_A,TLS_B', 'TLS_A, TLS_B'],
  cors: ['https://a.example,https://b.example', 'https://b.example,https://a.example'],
  'experimental-snapshot-catchup-entries': ['5000'],
  'auto-compaction-retention': ['1h'],
  'auth-token': ['jwt,pub-key=/a.pem,sign-method=RS256', 'jwt,sign-method=RS256,pub-key=/b.pem'],
  'no-flag-of-any-release': ['x'],
};
const settingNames = Object.keys(spellings).filter((flag) => flag !== 'raft-read-timeout');

/** A member with these settings: one spelling and one channel for each, and a host of its own in those that name one. */
const memberWith = (names: readonly string[]): fc.Arbitrary<EtcdSettings> =>
  fc
    .tuple(
      fc.constantFrom('file', 'flags', 'environment', 'both'),
      fc.shuffledSubarray([...names], { minLength: names.length }),
      fc.infiniteStream(fc.nat()),
      fc.domain(),
    )
    .map(([channel, order, draws, host]): EtcdSettings => {
      const draw = () => draws.next().value as number;
      const set = order.map((flag): [string, string] => {
        const known = spellings[flag] ?? [''];
        return [flag, known[draw() % known.length] ?? ''];
      });
      set.push(['host-whitelist', host]);
      if (channel === 'file') {
        const configFile: Record<string, unknown> = {};
        for (const [flag, value] of set) {
          const [key = flag, inner] = fileKeyOf(flag) ?? [flag];
          const typed = typedForFile(findFlag(flag)?.value ?? 'text', value);
          configFile[key] = inner === undefined ? typed : { [inner]: typed };
        }
        // etcd looks at none of these beside a file.
        return { flags: { 'max-txn-ops': '1' }, environment: { ETCD_AUTO_TLS: 'true' }, configFile };
      }
      const isFlag = set.map(() => channel === 'flags' || (channel === 'both' && draw() % 2 === 0));
      return {
        flags: Object.fromEntries(set.filter((_, index) => isFlag[index])),
        environment: Object.fromEntries(
          set.filter((_, index) => !isFlag[index]).map(([flag, value]) => [variableOf(flag), value]),
        ),
      };
    });

const memberNames = (voters: number): fc.Arbitrary<readonly string[]> =>
  fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/), { minLength: voters, maxLength: voters });

/** Every key that is a time, or words, with another value. */
function atAnotherPace(upgrade: UpgradePlan): UpgradePlan {
  return JSON.parse(JSON.stringify(upgrade), (key, value: unknown) => {
    if (key.endsWith('Ms')) return (value as number) + 1;
    return key === 'title' || key === 'reason' ? `${String(value)}, as it were` : value;
  }) as UpgradePlan;
}

describe('the digest', () => {
  test('does not move with names, channels, spellings, hosts, times, nor with what the rehearsal alone decides', () => {
    fc.assert(
      fc.property(
        soundRequest,
        fc.subarray(settingNames),
        fc.gen(),
        fc.constantFrom('quick', 'standard', 'deep'),
        fc.nat(),
        fc.record({ gateMs: fc.nat(100_000), soakMs: fc.nat(100_000), dwellMs: fc.nat(100_000) }),
        (request, names, gen, depth, seed, timeLimits) => {
          const plain = Object.fromEntries(names.map((flag) => [flag, spellings[flag]?.[0] ?? '']));
          const one = planOf({ ...request, settings: sameForAll({ flags: plain, environment: {} }) });
          const named = gen(memberNames, request.voters);
          const own = Object.fromEntries(named.map((name) => [name, gen(memberWith, names)]));
          const other = planOf({
            ...request,
            depth,
            seed,
            timeLimits,
            memberNames: named,
            obtainable: new Set([...request.obtainable].reverse()),
            settings: { shared: { flags: { 'max-wals': '9' }, environment: {} }, own },
          });
          expect(other.upgrade.settings).toEqual(one.upgrade.settings);
          expect(other.digest).toBe(one.digest);
          expect(digestOf(atAnotherPace(one.upgrade))).toBe(one.digest);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('is of no plan where one member comes to something else, in whichever channel: the members are named', () => {
    fc.assert(
      fc.property(
        soundRequest.filter(({ voters }) => voters > 1),
        fc.subarray(settingNames, { minLength: 1 }),
        fc.gen(),
        (request, names, gen) => {
          const named = gen(memberNames, request.voters);
          const own = Object.fromEntries(named.map((name) => [name, gen(memberWith, names)]));
          const odd = gen(() => fc.constantFrom(...named));
          const settings = {
            shared: { flags: {}, environment: {} },
            own: { ...own, [odd]: gen(memberWith, names.slice(1)) },
          };
          const result = planUpgrade({ ...request, memberNames: named, settings }, catalog);
          expect(result.ok).toBe(false);
          const told = result.findings.filter(({ id }) => id === 'rule/settings-differ').map(({ message }) => message);
          expect(told).toHaveLength(1);
          expect(told[0]).toContain(`${names[0]} is `);
          expect(told[0]).toContain(`not set on ${odd}`);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('does not care that an exact from was a floating one', () => {
    fc.assert(
      fc.property(soundRequest, (request) => {
        const plan = planOf(request);
        expect(planOf({ ...request, from: plan.upgrade.hops[0]?.from ?? '' }).digest).toBe(plan.digest);
      }),
      { numRuns: 50 },
    );
  });

  test('moves with releases, voters, an effective value, gates, holds, overrides, counts and the catalog', () => {
    const changed = (upgrade: UpgradePlan, change: (step: Record<string, unknown>) => boolean): UpgradePlan[] => {
      const copy = structuredClone(upgrade) as UpgradePlan;
      const steps = copy.hops.flatMap((hop) => hop.steps).map(({ step }) => step as unknown as Record<string, unknown>);
      return steps.some(change) ? [copy] : [];
    };
    fc.assert(
      fc.property(soundRequest, (request) => {
        const { upgrade, digest } = planOf(request);
        const [hop, ...rest] = upgrade.hops;
        if (hop === undefined) throw new Error('no hop');
        const gatesOf = (step: Record<string, unknown>) => (step['gates'] ?? []) as { name: string }[];
        const others: UpgradePlan[] = [
          { ...upgrade, catalogVersion: '2099-01-01.1' },
          { ...upgrade, voters: upgrade.voters + 1 },
          { ...upgrade, settings: { ...upgrade.settings, 'max-txn-ops': '256' } },
          ...Object.keys(upgrade.settings).map((flag) => {
            const { [flag]: value, ...others } = upgrade.settings;
            return { ...upgrade, settings: { ...others, [`${flag}-`]: value ?? '' } };
          }),
          { ...upgrade, hops: [{ ...hop, to: '3.9.9' }, ...rest] },
          { ...upgrade, hops: [{ ...hop, from: '3.1.0' }, ...rest] },
          { ...upgrade, hops: [...rest, { ...hop, id: '9' }] },
          { ...upgrade, hops: [{ ...hop, steps: hop.steps.slice(1) }, ...rest] },
          { ...upgrade, hops: [{ ...hop, steps: hop.steps.toReversed() }, ...rest] },
          ...changed(upgrade, (step) => gatesOf(step).pop() !== undefined),
          ...changed(upgrade, (step) => gatesOf(step).splice(0, 1, { name: 'no-learner-at-all' }).length > 0),
          ...changed(upgrade, (step) => step['kind'] === 'hold' && Reflect.set(step, 'kind', 'observe-hold')),
          ...changed(upgrade, (step) => 'snapshotCount' in step && Reflect.set(step, 'snapshotCount', 7_777_777)),
          ...changed(upgrade, (step) => step['kind'] === 'stage' && Reflect.set(step, 'release', '3.0.0')),
          ...changed(
            upgrade,
            (step) => 'to' in step && Reflect.set(step, 'to', { release: hop.to, overrides: { 'max-wals': '3' } }),
          ),
          ...changed(upgrade, (step) => 'ordinal' in step && Reflect.set(step, 'ordinal', 77)),
          planOf({ ...request, voters: request.voters + 1 }).upgrade,
          planOf({ ...request, settings: sameForAll({ flags: { 'max-txn-ops': '257' }, environment: {} }) }).upgrade,
        ];
        const digests = others.map(digestOf);
        for (const [index, other] of digests.entries()) expect(other, `change ${index}`).not.toBe(digest);
        expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
      }),
      { numRuns: 50 },
    );
  });
});

test('disturbances are drawn from the seed: the same seed repeats them, other seeds differ', () => {
  const killsOf = (seed: number) =>
    JSON.stringify(
      planOf({
        from: '3.5',
        to: '3.7',
        voters: 5,
        settings: sameForAll({ flags: {}, environment: {} }),
        accept: [],
        depth: 'deep',
        seed,
        timeLimits: { gateMs: 1, soakMs: 1, dwellMs: 1 },
        capabilities: new Set(['stop-start', 'kill', 'see-settings']),
        obtainable: new Set(['3.5.33', '3.6.14', '3.7.1']),
        auth: false,
      }).legs.filter((leg) => leg.steps[0]?.step.kind === 'kill-member'),
    );
  expect(killsOf(7)).toBe(killsOf(7));
  const different = new Set(Array.from({ length: 50 }, (_, seed) => killsOf(seed)));
  expect(different.size).toBeGreaterThan(40);
});
