import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../../../src/catalog/load.ts';
import { type Finding, findingTable } from '../../../src/findings.ts';
import { sameForAll } from '../../../src/plan/channels.ts';
import { manifestKeyOf } from '../../../src/plan/objections.ts';
import { type PlanRequest, planUpgrade } from '../../../src/plan/planner.ts';
import { rehearsedSecurity } from '../../../src/plan/request.ts';
import type { EtcdSettings, Plan, Step } from '../../../src/plan/steps.ts';
import { requestOf } from './requests.ts';

const catalog = loadCatalog();

const gravity = ['note', 'warning', 'error'];

/** docs/findings.md says how grave a finding can be. */
function expectAsGraveAsDocumented(findings: readonly Finding[]): void {
  const graver = findings.filter(
    ({ id, severity }) => gravity.indexOf(severity) > gravity.indexOf(findingTable[id].severity),
  );
  expect(graver).toEqual([]);
}

function planned(change: Partial<PlanRequest> = {}) {
  const result = planUpgrade(requestOf(change), catalog);
  if (!result.ok) throw new Error(JSON.stringify(result.findings, null, 2));
  expectAsGraveAsDocumented(result.findings);
  return result;
}

function refused(change: Partial<PlanRequest>) {
  const result = planUpgrade(requestOf(change), catalog);
  if (result.ok) throw new Error('a plan was made');
  expectAsGraveAsDocumented(result.findings);
  const errors = result.findings.filter((finding) => finding.severity === 'error');
  expect(errors.length).toBeGreaterThan(0);
  for (const finding of errors) expect(manifestKeyOf(finding.id)).toBeDefined();
  return errors.map((finding) => `${finding.id}: ${finding.message}`).join('\n');
}

const wayOf = (plan: Plan) => [
  plan.upgrade.hops[0]?.from,
  ...plan.upgrade.hops.map((hop) => `${hop.kind === 'patch' ? 'patch ' : ''}${hop.to}`),
];
const stepsOf = (plan: Plan, hop: number): readonly Step[] =>
  plan.upgrade.hops[hop]?.steps.map((planned) => planned.step) ?? [];
const kindsOf = (plan: Plan, hop: number) =>
  stepsOf(plan, hop).map((step) => (step.kind === 'switch-member' ? `${step.purpose} ${step.ordinal}` : step.kind));

describe('versions', () => {
  test('lines become the highest release that can be had, and a floating from is an assumption', () => {
    const result = planned();
    expect(wayOf(result.plan)).toEqual(['3.5.33', '3.6.14', '3.7.1']);
    expect(result.assumed).toEqual(['from 3.5 is taken as 3.5.33']);
    expect(result.atBest).toBe('pass');
  });
  test('an exact from is no assumption', () => {
    expect(planned({ from: '3.5.33' }).assumed).toEqual([]);
  });
  test('latest is the highest release of the highest line that can be had', () => {
    expect(wayOf(planned({ to: 'latest' }).plan).at(-1)).toBe('3.7.1');
    const obtainable = new Set(['3.5.33', '3.6.13', '3.6.14']);
    expect(wayOf(planned({ to: 'latest', obtainable }).plan)).toEqual(['3.5.33', '3.6.14']);
  });
  test('a known-bad release is passed over though it is the highest', () => {
    const obtainable = new Set(['3.5.1', '3.5.2', '3.4.31']);
    expect(refused({ from: '3.4', to: '3.5', obtainable })).toContain('3.5.2 is known-bad');
    const better = new Set(['3.5.4', '3.4.31', '3.5.13', '3.5.12']);
    expect(wayOf(planned({ from: '3.4', to: '3.5', obtainable: better }).plan)).toEqual(['3.4.31', '3.5.13']);
    expect(
      wayOf(planned({ from: '3.4', to: '3.5', obtainable: new Set(['3.4.31', '3.5.12', '3.5.30']) }).plan),
    ).toEqual(['3.4.31', '3.5.30']);
  });
  test('an exact release that cannot be had is named', () => {
    expect(refused({ to: '3.7.5' })).toContain('etcd 3.7.5 cannot be had');
    expect(refused({ from: '3.5.29' })).toContain('etcd 3.5.29, from which the upgrade starts, cannot be had');
  });
  test('a line of which nothing can be had is named, though only passed through', () => {
    expect(refused({ obtainable: new Set(['3.5.33', '3.7.1']) })).toContain('No etcd release of the line 3.6');
  });
  test('a release newer than the catalog is used, with a note', () => {
    const result = planned({ obtainable: new Set(['3.5.33', '3.6.14', '3.7.1', '3.7.9']) });
    expect(wayOf(result.plan).at(-1)).toBe('3.7.9');
    expect(result.findings.some((finding) => finding.id === 'rule/catalog-age')).toBe(true);
  });
});

describe('refused', () => {
  test.each([
    ['a downgrade', { from: '3.6', to: '3.5' }, 'downgrade'],
    ['a downgrade within a line', { from: '3.5.33', to: '3.5.30' }, 'downgrade'],
    ['nothing to do', { from: '3.5.33', to: '3.5.33' }, 'nothing to upgrade'],
    ['nothing to do, both floating', { from: '3.7', to: 'latest' }, 'nothing to upgrade'],
    ['a line before 3.3', { from: '3.2' }, 'not supported'],
    ['a line that nobody knows', { to: '3.8' }, 'does not know'],
    ['3.1, which 3.10 becomes as a number', { to: '3.1' }, 'not supported'],
    ['hops that skip a minor', { from: '3.4', hops: ['3.6'] }, 'skips from 3.4 to 3.6'],
    ['an empty list of hops where one is needed', { hops: [] }, 'skips from 3.5 to 3.7'],
    ['hops that go down', { from: '3.4', to: '3.6', hops: ['3.5', '3.4.31'] }, 'goes down'],
    ['hops beyond the target', { to: '3.6', hops: ['3.6', '3.7'] }, 'goes down'],
    ['a stop-over named twice', { hops: ['3.6.14', '3.6'] }, 'twice'],
  ] as [string, Partial<PlanRequest>, string][])('%s', (_, change, words) => {
    expect(refused(change)).toContain(words);
  });
  test('every mistake at once', () => {
    expect(refused({ from: '3.2', to: '3.9' }).split('\n')).toHaveLength(2);
  });
});

describe('explicit hops', () => {
  test('are visited, exact or floating, and may name the whole way', () => {
    expect(wayOf(planned({ hops: ['3.6'] }).plan)).toEqual(['3.5.33', '3.6.14', '3.7.1']);
    expect(wayOf(planned({ from: '3.5', to: '3.7', hops: ['3.5', '3.6.14', '3.7'] }).plan)).toEqual([
      '3.5.33',
      '3.6.14',
      '3.7.1',
    ]);
  });
  test('below a floor get the patch hop that the next minor needs', () => {
    expect(wayOf(planned({ hops: ['3.6.10'] }).plan)).toEqual(['3.5.33', '3.6.10', 'patch 3.6.14', '3.7.1']);
  });
  test('within the line of the start or the target are patch hops', () => {
    expect(wayOf(planned({ from: '3.5.16', hops: ['3.5.30', '3.6.14', '3.7.0'], to: '3.7.1' }).plan)).toEqual([
      '3.5.16',
      'patch 3.5.30',
      'patch 3.5.33',
      '3.6.14',
      '3.7.0',
      'patch 3.7.1',
    ]);
  });
});

describe('floors', () => {
  test('3.5.16 goes to the floor first', () => {
    const { plan, atBest } = planned({ from: '3.5.16' });
    expect(wayOf(plan)).toEqual(['3.5.16', 'patch 3.5.33', '3.6.14', '3.7.1']);
    expect(atBest).toBe('pass');
  });
  test('where the floor itself cannot be had, the highest release above it is taken', () => {
    const obtainable = new Set(['3.5.16', '3.5.34', '3.5.35', '3.6.14']);
    expect(wayOf(planned({ from: '3.5.16', to: '3.6', obtainable }).plan)).toEqual([
      '3.5.16',
      'patch 3.5.35',
      '3.6.14',
    ]);
  });
  test('a patch that stays below the floor is no way out', () => {
    const obtainable = new Set(['3.6.10', '3.6.12', '3.7.1']);
    expect(refused({ from: '3.6.10', obtainable })).toContain('below the floor 3.6.14');
  });
  test('where neither can be had the plan is refused, or accepted knowingly and inconclusive at best', () => {
    const obtainable = new Set(['3.5.16', '3.5.30', '3.6.14']);
    expect(refused({ from: '3.5.30', to: '3.6', obtainable })).toContain('below the floor 3.5.33');
    const result = planned({ from: '3.5.30', to: '3.6', obtainable, accept: ['below-floor'] });
    expect(wayOf(result.plan)).toEqual(['3.5.30', '3.6.14']);
    expect(result.atBest).toBe('inconclusive');
    expect(result.findings.find((finding) => finding.id === 'rule/below-floor')?.severity).toBe('warning');
  });
});

describe('known-bad releases', () => {
  test('one that cannot be had is called known-bad, not hard to get', () => {
    for (const to of ['3.6.0', '3.5.2']) {
      const result = planUpgrade(requestOf({ from: to === '3.6.0' ? '3.5.33' : '3.4.31', to }), catalog);
      if (result.ok) throw new Error('planned');
      const errors = result.findings.filter(({ severity }) => severity === 'error');
      expect(errors.map(({ id }) => id)).toEqual(['rule/known-bad']);
      expect(errors[0]?.message).toContain(`${to} is known-bad`);
    }
    const accepted = planUpgrade(requestOf({ from: '3.5.33', to: '3.6.0', accept: ['known-bad'] }), catalog);
    expect(accepted.ok ? [] : accepted.findings.map(({ id }) => id)).toContain('rule/release-unobtainable');
  });

  test('are left by a patch hop, with a warning', () => {
    const obtainable = new Set(['3.5.2', '3.5.33', '3.6.14']);
    const { plan, findings } = planned({ from: '3.5.2', to: '3.6', obtainable });
    expect(wayOf(plan)).toEqual(['3.5.2', 'patch 3.5.33', '3.6.14']);
    expect(findings.find((finding) => finding.id === 'rule/known-bad')?.message).toContain('B13');
  });
  test('are no target, unless accepted', () => {
    const obtainable = new Set(['3.5.33', '3.6.3']);
    expect(refused({ to: '3.6.3', obtainable })).toContain('B35');
    const result = planned({ to: '3.6.3', obtainable, accept: ['known-bad'] });
    expect(result.atBest).toBe('inconclusive');
  });
  test('are no stop-over either', () => {
    expect(refused({ hops: ['3.6.8'], obtainable: new Set(['3.5.33', '3.6.8', '3.6.14', '3.7.1']) })).toContain('B39');
  });
  test('depend on what the cluster does', () => {
    const obtainable = new Set(['3.4.31', '3.5.3', '3.5.4', '3.5.13']);
    expect(planned({ from: '3.4', to: '3.5.13', obtainable }).atBest).toBe('pass');
    // B10 bites single members alone, B21 bites everybody: only one of them is told to three members.
    expect(refused({ from: '3.4', to: '3.5.4', obtainable })).not.toContain('B10');
    expect(refused({ from: '3.4', to: '3.5.4', obtainable, voters: 1 })).toContain('B10');
  });
  test('a bad start below an accepted floor must be accepted too', () => {
    const obtainable = new Set(['3.4.23', '3.5.33']);
    expect(refused({ from: '3.4.23', to: '3.5', obtainable, accept: ['below-floor'] })).toContain('B21');
    expect(planned({ from: '3.4.23', to: '3.5', obtainable, accept: ['below-floor', 'known-bad'] }).atBest).toBe(
      'inconclusive',
    );
  });
});

describe('authentication', () => {
  test('stops 3.4 → 3.5, not the later hops', () => {
    expect(refused({ from: '3.4', to: '3.5', auth: true })).toContain('rule/auth-during-hop');
    expect(planned({ auth: true }).atBest).toBe('pass');
  });
  test('is accepted knowingly at the price of a verdict', () => {
    expect(planned({ from: '3.4', to: '3.5', auth: true, accept: ['auth-during-hop'] }).atBest).toBe('inconclusive');
  });
  test('counts when only the live cluster has it', () => {
    const live = { releases: ['3.4.31'], voters: 3, learners: 0, tls: false, auth: true };
    expect(refused({ from: '3.4', to: '3.5', live })).toContain('rule/auth-during-hop');
  });
});

describe('TLS and authentication of a live cluster', () => {
  const live = { releases: ['3.5.33'], voters: 3, learners: 0, tls: true, auth: true, downgradeJob: false };
  test('are rehearsed unless the manifest says otherwise', () => {
    expect(rehearsedSecurity({ live })).toEqual({ tls: true, auth: true });
    expect(rehearsedSecurity({})).toEqual({ tls: false, auth: false });
    expect(rehearsedSecurity({ tls: true, auth: true, live: { ...live, tls: false, auth: false } })).toEqual({
      tls: true,
      auth: true,
    });
  });
  test('cannot be turned off: that would prove nothing about the live cluster', () => {
    expect(refused({ live, tls: false })).toContain('rule/live-security');
    expect(refused({ live, auth: false })).toContain('rule/live-security');
  });
  test('warn where they cannot be told, until the manifest says it', () => {
    const { auth: _, ...unclear } = live;
    const warnings = (change: Partial<PlanRequest>) =>
      planned({ live: unclear, ...change }).findings.filter(({ id }) => id === 'rule/live-security');
    expect(warnings({})).toMatchObject([{ severity: 'warning' }]);
    expect(warnings({ auth: false })).toEqual([]);
  });
});

describe('a live cluster', () => {
  const live = { releases: ['3.5.16', '3.5.16', '3.5.16'], voters: 3, learners: 0, tls: false };
  test('says what a floating from is', () => {
    const result = planned({ live });
    expect(wayOf(result.plan)).toEqual(['3.5.16', 'patch 3.5.33', '3.6.14', '3.7.1']);
    expect(result.assumed).toEqual([]);
  });
  test.each([
    ['another release than from', { from: '3.5.33', live }, 'runs 3.5.16'],
    ['another line than from', { from: '3.6', live }, 'runs 3.5.16'],
    ['different releases', { live: { ...live, releases: ['3.5.16', '3.5.30'] } }, 'different releases: 3.5.16, 3.5.30'],
    ['no release', { live: { ...live, releases: [] } }, 'No member'],
    ['another size', { live: { ...live, voters: 5 } }, 'members: 5'],
    ['a learner', { live: { ...live, learners: 1 } }, '1 learner;'],
    ['a downgrade job', { live: { ...live, downgradeJob: true } }, 'K5'],
    ['a release that cannot be had', { live: { ...live, releases: ['3.5.21'] } }, 'etcd 3.5.21'],
  ] as [string, Partial<PlanRequest>, string][])('with %s is refused', (_, change, words) => {
    const result = planUpgrade(requestOf(change), catalog);
    expect(result.ok).toBe(false);
    expect(result.findings.map((finding) => `${finding.message} ${finding.fix ?? ''}`).join('\n')).toContain(words);
  });
});

describe('preparations', () => {
  test('3.5 → 3.6: one restart pass with a low snapshot count, fresh raft snapshots, clean member lists (K6, K22)', () => {
    const { plan } = planned({ to: '3.6' });
    expect(kindsOf(plan, 0)).toEqual([
      'verify',
      'stage',
      'prepare 1',
      'prepare 2',
      'prepare 3',
      'renew-raft-snapshots',
      'verify',
      'upgrade 1',
      'upgrade 2',
      'hold',
      'upgrade 3',
      'wait-cluster-version',
      'verify',
    ]);
    const [prepare, renew, bucket] = [2, 5, 6].map((index) => stepsOf(plan, 0)[index]);
    expect(prepare).toMatchObject({ to: { release: '3.5.33', overrides: { 'snapshot-count': '1000' } } });
    expect(renew).toMatchObject({ reason: 'K22', snapshotCount: 1000 });
    expect(bucket).toMatchObject({ gates: [{ name: 'members-bucket-clean' }] });
    expect(stepsOf(plan, 0)[7]).toMatchObject({ to: { release: '3.6.14', overrides: {} } });
  });
  test('3.4 → 3.5: a write through every member first, and nowhere else (K29)', () => {
    const gatesOf = (plan: Plan, hop: number) => {
      const [entry] = stepsOf(plan, hop);
      return entry?.kind === 'verify' ? entry.gates.map(({ name }) => name) : [];
    };
    const { plan } = planned({ from: '3.4', to: '3.6' });
    const gates = gatesOf(plan, 0);
    expect(gates.indexOf('members-write')).toBe(gates.indexOf('hash-equal') - 1);
    expect(JSON.stringify(plan).match(/members-write/g)).toHaveLength(1);
    expect(JSON.stringify(planned({ from: '3.3', to: '3.4' }).plan)).not.toContain('members-write');
  });
  test('the pass never raises a snapshot count that is lower already', () => {
    const { plan } = planned({
      to: '3.6',
      settings: sameForAll({ flags: { 'snapshot-count': '50' }, environment: {} }),
    });
    expect(stepsOf(plan, 0)[2]).toMatchObject({ to: { overrides: { 'snapshot-count': '50' } } });
    expect(stepsOf(plan, 0)[5]).toMatchObject({ snapshotCount: 50 });
  });
  test('3.6 → 3.7: fresh raft snapshots at the count that members really have (K21)', () => {
    const countWith = (settings: EtcdSettings) => {
      const renew = stepsOf(planned({ from: '3.6', settings: sameForAll(settings) }).plan, 0).find(
        (step) => step.kind === 'renew-raft-snapshots',
      );
      expect(renew).toMatchObject({ reason: 'K21' });
      return renew?.kind === 'renew-raft-snapshots' ? renew.snapshotCount : undefined;
    };
    const none = { flags: {}, environment: {} };
    expect(countWith(none)).toBe(10_000);
    expect(countWith({ ...none, flags: { 'snapshot-count': '777' } })).toBe(777);
    expect(countWith({ ...none, environment: { ETCD_SNAPSHOT_COUNT: '888' } })).toBe(888);
    expect(countWith({ flags: { 'snapshot-count': '777' }, environment: {}, configFile: {} })).toBe(10_000);
    expect(countWith({ ...none, configFile: { 'snapshot-count': 999 } })).toBe(999);
    expect(countWith({ ...none, flags: { 'snapshot-count': '0' } })).toBe(10_000);
  });
  test('a very high count is lowered by a pass first', () => {
    const { plan } = planned({
      from: '3.6',
      settings: sameForAll({ flags: { 'snapshot-count': '200001' }, environment: {} }),
    });
    expect(kindsOf(plan, 0).slice(0, 6)).toEqual([
      'verify',
      'stage',
      'prepare 1',
      'prepare 2',
      'prepare 3',
      'renew-raft-snapshots',
    ]);
    expect(stepsOf(plan, 0)[5]).toMatchObject({ snapshotCount: 10_000 });
  });
  test('more entries get more time', () => {
    const timeOf = (count: string) => {
      const settings = sameForAll({ flags: { 'snapshot-count': count }, environment: {} });
      const renew = stepsOf(planned({ from: '3.6', settings }).plan, 0).find(
        (step) => step.kind === 'renew-raft-snapshots',
      );
      return renew?.kind === 'renew-raft-snapshots' ? renew.timeoutMs : 0;
    };
    expect(timeOf('200000')).toBeGreaterThan(10 * timeOf('100'));
  });
});

describe('settings that break a freeze without a word from etcd', () => {
  test.each([
    ['enable-v2 in the environment', '3.5', '3.6', { flags: {}, environment: { ETCD_ENABLE_V2: 'true' } }, 'K19'],
    ['enable-v2 in a file', '3.5', '3.6', { flags: {}, environment: {}, configFile: { 'enable-v2': true } }, 'K19'],
    [
      'lease checkpoints in the environment',
      '3.3',
      '3.4',
      { flags: {}, environment: { ETCD_EXPERIMENTAL_ENABLE_LEASE_CHECKPOINT: '1' } },
      'K3',
    ],
  ] as [string, string, string, EtcdSettings, string][])('%s is refused', (_, from, to, settings, known) => {
    expect(refused({ from, to, settings: sameForAll(settings) })).toContain(known);
  });
  test('off is off, and a flag is left to etcd, which refuses it aloud', () => {
    const off = sameForAll({ flags: {}, environment: { ETCD_ENABLE_V2: 'false' } });
    expect(planned({ to: '3.6', settings: off }).atBest).toBe('pass');
    const flag = sameForAll({ flags: { 'enable-v2': 'true' }, environment: {} });
    expect(planned({ to: '3.6', settings: flag }).atBest).toBe('pass');
  });
});

describe('small clusters', () => {
  test('are warned, and never asked for a margin that they cannot have', () => {
    for (const voters of [1, 2]) {
      const { plan, findings } = planned({ voters });
      expect(findings.some((finding) => finding.id === 'rule/members' && finding.severity === 'warning')).toBe(true);
      expect(JSON.stringify(plan)).not.toContain('quorum-margin');
    }
    expect(JSON.stringify(planned().plan)).toContain('quorum-margin');
  });
  test('a single member has no roll-back leg', () => {
    expect(JSON.stringify(planned({ voters: 1, depth: 'deep' }).plan)).not.toContain('roll-back');
  });
});

describe('accept', () => {
  test('what the plan does not need is noted, and costs nothing', () => {
    const result = planned({ accept: ['below-floor', 'known-bad'] });
    expect(result.atBest).toBe('pass');
    expect(result.findings.filter((finding) => finding.id === 'rule/accept-unused')).toHaveLength(2);
  });
});

test('a target out of support is a warning', () => {
  const { findings } = planned({ from: '3.3', to: '3.4' });
  expect(findings.find((finding) => finding.id === 'rule/line-support')?.severity).toBe('warning');
});

describe('settings that each member has in its own channel', () => {
  const flags = (values: Record<string, string>): EtcdSettings => ({ flags: values, environment: {} });
  const environment = (values: Record<string, string>): EtcdSettings => ({ flags: {}, environment: values });
  const file = (configFile: Record<string, unknown>): EtcdSettings => ({ flags: {}, environment: {}, configFile });

  test('make the plan of members that have them all in one, and stand beside it', () => {
    const shared = flags({ 'snapshot-count': '5000' });
    const own = { m2: environment({ ETCD_SNAPSHOT_COUNT: '5000' }), m3: file({ 'snapshot-count': 5000 }) };
    const { plan } = planned({ settings: { shared, own } });
    expect(plan.upgrade.settings).toEqual({ 'snapshot-count': '5000' });
    expect(plan.channels).toEqual({ shared, own });
    expect(plan.digest).toBe(planned({ settings: sameForAll(shared) }).plan.digest);
    expect(plan.upgrade).toEqual(planned({ settings: sameForAll(shared) }).plan.upgrade);
  });

  test('and differ are refused: which members, which flag, which values', () => {
    const own = { b: environment({ ETCD_SNAPSHOT_COUNT: '7' }) };
    const settings = { shared: flags({ 'snapshot-count': '5000' }), own };
    expect(refused({ memberNames: ['a', 'b', 'c'], settings })).toContain(
      'snapshot-count is 5000 on a and c, but 7 on b',
    );
  });

  test('break a freeze on the members that have them so', () => {
    const own = { m2: environment({ ETCD_ENABLE_V2: 'true' }) };
    const told = refused({ to: '3.6', settings: { shared: flags({ 'enable-v2': 'true' }), own } });
    expect(told).toContain('The settings on m2 turn enable-v2 on');
    expect(told).not.toContain('m1');
  });

  test.each([
    ['as a flag', flags({ 'v2-deprecation': 'not-yet' }), '3.6.14 does not start with --v2-deprecation=not-yet (K18)'],
    ['as a variable', environment({ ETCD_V2_DEPRECATION: 'not-yet' }), 'ETCD_V2_DEPRECATION=not-yet (K18)'],
  ])('K18: a value that 3.6 has given up is refused %s', (_, settings, words) => {
    expect(refused({ settings: sameForAll(settings) })).toContain(words);
    expect(planned({ from: '3.4', to: '3.5', settings: sameForAll(settings) }).atBest).toBe('pass');
  });

  test('K18: in a file the same value is ignored without a word, so that is said', () => {
    const { findings, atBest } = planned({ settings: sameForAll(file({ 'v2-deprecation': 'not-yet' })) });
    expect(atBest).toBe('pass');
    expect(findings.filter(({ id }) => id === 'rule/setting-refused')).toMatchObject([
      { severity: 'warning', message: expect.stringMatching(/3\.6\.14 takes .* and ignores it, silently \(K18\)/) },
    ]);
    const other = planned({ settings: sameForAll(file({ 'v2-deprecation': 'write-only' })) });
    expect(other.findings.map(({ id }) => id)).not.toContain('rule/setting-refused');
  });
});
