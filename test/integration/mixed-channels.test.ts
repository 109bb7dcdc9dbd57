// One cluster, the same settings, three channels: one member by flags, one by variables, one by a configuration file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeWithEtcd } from '../support/etcd-binaries.ts';
import { runInProcess } from '../support/in-process.ts';
import { expectMachineKeptUp } from '../support/overloaded.ts';
import { openWorkplace } from '../support/rehearsal.ts';

const releases = ['3.4.31', '3.5.33', '3.6.14'];

describeWithEtcd(releases, 'members with the same settings in channels of their own', () => {
  it('are rehearsed as they are, and a preparation changes the setting where each has it (K10, K11)', async () => {
    using place = openWorkplace();
    writeFileSync(join(place.directory, 'm3.yaml'), 'name: etcd-3\nheartbeat-interval: 90\nsnapshot-count: 5000\n');
    const manifest = (etcd: string) =>
      place.manifest(
        `from: "3.4.31"
to: "3.6.14"
rehearsal: { depth: quick, timeLimits: { dwellMs: 300, soakMs: 300 }, workload: { rate: 40 } }
etcd:
  flags: { heartbeat-interval: 90, snapshot-count: 5000 }
${etcd}`,
        releases,
      );
    const run = (...args: readonly string[]) =>
      runInProcess([...args, '--output', place.output, '--offline'], { cwd: place.directory });
    const digestOfPlan = async () => {
      const { exitCode, stdout, stderr } = await run('plan', '--format', 'json');
      expect(exitCode, stderr).toBe(0);
      return JSON.parse(stdout).planDigest;
    };

    await manifest('');
    const byFlags = await digestOfPlan();
    await manifest(`  members:
    m2: { environment: { ETCD_HEARTBEAT_INTERVAL: "90", ETCD_SNAPSHOT_COUNT: "5000" } }
    m3: { configFile: m3.yaml }
`);
    expect(await digestOfPlan()).toBe(byFlags);

    const { exitCode, stderr } = await run('preflight');
    const report = place.report();
    expectMachineKeptUp(report);
    expect({ exitCode, reason: report.reason }, stderr.slice(-3000)).toEqual({
      exitCode: 0,
      reason: 'Every step, check and judge agrees.',
    });
    expect(report.planDigest).toBe(byFlags);
    const gateway = report.checks?.filter(({ check, release }) => check === 'http-gateway' && release === '3.4.31');
    expect(new Set(gateway?.map(({ member, seen }) => `${member}: ${seen}`))).toEqual(
      new Set(['m1: /v3 answers', 'm2: /v3 answers', 'm3: /v3 is off']),
    );
    for (const member of ['m1', 'm2', 'm3']) {
      const log = readFileSync(join(place.output, 'logs', `${member}.log`), 'utf8').split('\n');
      const starts = log.filter((line) => line.includes('"starting an etcd server"') && line.includes('"3.5.33"'));
      expect(starts.length, member).toBeGreaterThan(1);
      for (const line of starts) expect(line, member).toContain('"heartbeat-interval":"90ms"');
      expect(starts.at(0), member).toContain('"snapshot-count":5000');
      expect(starts.at(-1), member).toContain('"snapshot-count":1000');
    }
  });
});
