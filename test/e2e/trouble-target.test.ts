// A target release that does not come up: its member gets the old binary back and the cluster stays whole.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { makePlan } from '../../src/app/plan/plan-making.ts';
import { rehearsePlan } from '../../src/app/rehearse/rehearse-plan.ts';
import { composition } from '../../src/app/shell/composition.ts';
import { settle } from '../../src/app/shell/run-settings.ts';
import type { Surroundings } from '../../src/app/shell/surroundings.ts';
import { openTools } from '../../src/app/shell/tools.ts';
import type { Plan } from '../../src/plan/steps.ts';
import { renderTree } from '../../src/plan/tree.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { createRedactor } from '../../src/report/redact.ts';
import { describeWithEtcd } from '../support/etcd-binaries.ts';
import { clientsProgram } from '../support/in-process.ts';
import { openWorkplace, smallSnapshots, type Workplace } from '../support/rehearsal.ts';
import { sampleOf } from '../support/sample.ts';
import { expectTrouble, standIn, troubleOf } from '../support/trouble.ts';

/** All in the soak, elsewhere one of them: each is a whole rehearsal, and the old binary comes back in each. */
const ways = sampleOf('ways not to come up', ['never healthy', 'a removed flag', 'a setting of its own'], 1);

describeWithEtcd(['3.5.33', '3.6.14', '3.7.1'], 'a target that does not come up', (releases) => {
  const manifest = (etcd: string, rehearsal = ''): string => `from: "3.6.14"
to: "3.7.1"
${etcd}rehearsal:
  depth: quick
${rehearsal}  timeLimits: { dwellMs: 500, soakMs: 500, gateMs: 5000 }
`;

  const neverHealthy = async () => {
    using place = openWorkplace();
    const target = releases.get('3.7.1');
    if (target === undefined) throw new Error('no 3.7.1');
    const script = `#!/bin/sh\n[ "$1" = --version ] && exec ${target.tools['etcd']?.path} --version\nexec sleep 600\n`;
    await place.manifest(manifest(smallSnapshots), ['3.6.14', '3.7.1'], { '3.7.1': standIn(place, script, target) });
    const { report } = await troubleOf(place, 'fail', 'gate-failed');
    expect(report.reason).toMatch(/m\d on 3\.7\.1: .*ECONNREFUSED/s);
    expect(report.reason).toContain('is back on 3.6.14 and healthy');
    expect(report.clusterState).toMatch(/m1, m2 and m3 run 3\.6\.14; .*3 of 3 members up/);
    expect(readdirSync(join(place.output, 'logs')).length).toBeGreaterThan(0);
  };
  if (ways.includes('never healthy')) {
    it(
      'a member that starts and never becomes healthy: its gate fails in time, the old binary comes back',
      neverHealthy,
    );
  }

  const removedFlag = async () => {
    using place = openWorkplace();
    const etcd = 'etcd:\n  flags: { experimental-initial-corrupt-check: true, snapshot-count: 1000 }\n';
    await place.manifest(manifest(etcd), ['3.6.14', '3.7.1']);
    const { report } = await troubleOf(place, 'fail', 'member-start-failed');
    const words = 'flag provided but not defined: -experimental-initial-corrupt-check';
    expect(report.evidence?.join('\n')).toContain(words);
    expect(report.reason).toContain(words);
    expect(report.reason).toContain('ended with code 2');
    expect(report.reason).toContain('is back on 3.6.14 and healthy');
    expect(report.clusterState).toMatch(/m1, m2 and m3 run 3\.6\.14; .*3 of 3 members up/);
  };
  if (ways.includes('a removed flag')) {
    it("a removed flag: etcd's own words, and the old binary comes back", removedFlag);
  }

  const settingOfItsOwn = async () => {
    using place = openWorkplace();
    const target = releases.get('3.7.1');
    if (target === undefined) throw new Error('no 3.7.1');
    const script = `#!/bin/sh\nexec ${target.tools['etcd']?.path} "$@" --max-request-bytes 2000 --client-cert-auth=false\n`;
    const asked = manifest(smallSnapshots, '  tls: true\n');
    await place.manifest(asked, ['3.6.14', '3.7.1'], { '3.7.1': standIn(place, script, target) });
    const { report } = await troubleOf(place, 'fail', 'gate-failed');
    const words = 'max-request-bytes is 2000, planned not set, client-cert-auth is false, planned true';
    expect(report.reason).toContain(`runs with other settings: ${words}`);
    expect(report.clusterState).toMatch(/m1, m2 and m3 run 3\.6\.14; .*3 of 3 members up/);
  };
  if (ways.includes('a setting of its own')) {
    it('a binary that adds a setting of its own is not the one that the plan would run', settingOfItsOwn);
  }

  it('a setting that the target silently does without (K9): nothing fails, and yet it is no pass', async () => {
    using place = openWorkplace();
    writeFileSync(
      join(place.directory, 'etcd.conf.yaml'),
      'quota-backend-bytes: 4294967296\nexperimental-initial-corrupt-check: true\nsnapshot-count: 1000\n',
    );
    const etcd = 'members: 1\netcd:\n  configFile: etcd.conf.yaml\n';
    await place.manifest(manifest(etcd), ['3.6.14', '3.7.1']);
    const { report } = await troubleOf(place, 'fail', 'finding-blocks');
    expect(report.reason).toMatch(/experimental-initial-corrupt-check works on etcd 3\.6\.14, but etcd 3\.7\.1/);
    expect(report.findings?.filter(({ severity }) => severity === 'error')).toMatchObject([
      { id: 'rule/setting-lost', where: { file: 'etcd.conf.yaml', line: 2, column: 1 } },
    ]);
    expect(report.steps?.every(({ status }) => status === 'ok')).toBe(true);
  });

  it('3.5 → 3.6 → 3.7 without the preparation of K21: 3.7 panics, the verdict says why, the cluster stays whole', async () => {
    using place = openWorkplace();
    // However long the run lasts: by its clients' entries alone no member comes to a raft snapshot on 3.6.
    await place.manifest(
      `from: "3.5.33"
to: "3.7.1"
etcd: { flags: { snapshot-count: "1000000" } }
rehearsal:
  depth: quick
  timeLimits: { dwellMs: 300, soakMs: 300 }
  workload: { rate: 40 }
`,
      ['3.5.33', '3.6.14', '3.7.1'],
    );
    const { exitCode, stdout, stderr } = await rehearseWithout(place, (step) => {
      return step.kind === 'renew-raft-snapshots' || (step.kind === 'switch-member' && step.purpose === 'prepare');
    });
    const report = expectTrouble(place, { exitCode, stdout, stderr, signal: null }, 'fail', 'member-start-failed');
    expect(report.reason).toMatch(/m\d did not start on 3\.7\.1/);
    expect(report.reason).toMatch(/panic: unmarshal should never fail \(proto:\s*cannot parse/);
    expect(report.reason).toContain('K21');
    expect(report.reason).toContain('is back on 3.6.14 and healthy');
    expect(report.clusterState).toMatch(/m1, m2 and m3 run 3\.6\.14; .*3 of 3 members up/);
    expect(report.judges?.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
  });
});

type Step = Plan['upgrade']['hops'][number]['steps'][number]['step'];

/** Rehearses the plan of a workplace's manifest with some steps taken out of it. */
async function rehearseWithout(
  place: Workplace,
  taken: (step: Step) => boolean,
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  let stdout = '';
  let stderr = '';
  const errors = new Writable({
    write: (chunk: Buffer, _, done) => {
      stderr += chunk.toString();
      done();
    },
  });
  const surroundings: Surroundings = {
    environment: process.env,
    workingDirectory: place.directory,
    writeOut: (text) => {
      stdout += text;
    },
    errorStream: errors,
    signal: new AbortController().signal,
    clientsProgram,
    ...composition({ clientsProgram }),
    redactor: createRedactor(),
    insideActions: false,
  };
  const settings = settle({ output: place.output, format: 'json', offline: true }, surroundings);
  using tools = openTools(settings, surroundings, systemClock);
  const made = await makePlan(settings, surroundings, tools);
  const { upgrade } = made.plan;
  const hops = upgrade.hops.map((hop) => ({ ...hop, steps: hop.steps.filter(({ step }) => !taken(step)) }));
  const plan: Plan = { ...made.plan, upgrade: { ...upgrade, hops } };
  expect(plan.upgrade.hops.flatMap((hop) => hop.steps).length).toBeLessThan(
    upgrade.hops.flatMap((hop) => hop.steps).length,
  );
  const exitCode = await rehearsePlan(
    { ...made, plan },
    {
      driver: made.driver.name,
      manifest: made.manifest,
      tree: renderTree(plan).split('\n'),
      assumed: made.assumed,
      atBest: made.atBest,
      findings: made.findings,
      releases: [],
      binaries: {},
      startedAt: new Date().toISOString(),
      startedAtUs: tools.clock.monotonicUs(),
    },
    { settings, surroundings, publishers: [], tools },
  );
  return { exitCode, stdout, stderr };
}
