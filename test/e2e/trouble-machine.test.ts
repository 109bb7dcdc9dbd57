// Trouble of the machine that rehearses: it must never be blamed on a release, nor leave anything behind.
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runDirectory } from '../../src/app/run/run-directory.ts';
import { ownOutputDirectory } from '../../src/app/shell/output-directory.ts';
import { describeWithEtcd } from '../support/etcd-binaries.ts';
import { expectMachineKeptUp } from '../support/overloaded.ts';
import { openWorkplace, smallSnapshots, type Workplace } from '../support/rehearsal.ts';
import { sampleOf } from '../support/sample.ts';
import { fillUp, mountDisk } from '../support/small-disk.ts';
import { expectTrouble, journalOf, standIn, troubleOf } from '../support/trouble.ts';

const FROM = '3.6.14';
const TO = '3.7.1';
const manifest = `from: "${FROM}"
to: "${TO}"
${smallSnapshots}rehearsal:
  depth: quick
  timeLimits: { dwellMs: 500, soakMs: 500 }
`;

/** Goes back by an hour some seconds after each start, as a clock does that is set. */
const jumpingClock = `
const jumpAfterMs = 6000, jumpMs = 3600_000;
const RealDate = Date, realNow = Date.now;
const now = () => realNow() - (performance.now() > jumpAfterMs ? jumpMs : 0);
globalThis.Date = class extends RealDate {
  constructor(...args) { args.length === 0 ? super(now()) : super(...args); }
  static now() { return now(); }
};
`;

/** Both in the soak, elsewhere one of them: each is a whole rehearsal. */
const clockJumps = sampleOf('clock jumps', ['and the run goes on', 'before a crash'], 1);

describeWithEtcd([FROM, TO], 'trouble of the machine', (releases) => {
  it.for([
    ['20 MB: not even the binaries fit', 'size=20m'],
    ["100 MB: etcd's own files do not fit", 'size=100m'],
  ] as const)('a full disk, %s', async ([, options], { skip }) => {
    using place = openWorkplace();
    using disk = mountDisk(place.output, options);
    if (disk === null) return skip('mounting a file system is not permitted here');
    await place.manifest(manifest, [FROM, TO]);
    const { report } = await troubleOf(place, 'error', 'no-space');
    expect(report.reason).toContain(place.output);
    expect(report.reason).toMatch(/no space|ENOSPC|full/i);
  });

  it('a disk that fills up in the middle of the run', async ({ skip }) => {
    using place = openWorkplace();
    using disk = mountDisk(place.output, 'size=600m');
    if (disk === null) return skip('mounting a file system is not permitted here');
    await place.manifest(manifest, [FROM, TO]);
    const command = place.start(['preflight', '--format', 'json']);
    await command.sees(/✓ 1\.2 /);
    fillUp(join(place.output, 'filler'));
    const report = expectTrouble(place, await command.ended, 'error', 'no-space');
    // There was no room for the end either, until the members were gone.
    const { stdout } = await place.run(['status']);
    expect(stdout).toMatch(/: (failed|held|ended), .*\n(.*\n)*verdict: error/);
    expect(stdout).not.toContain('next: etcd-migrate');
    expect(report.reason).toMatch(/no space|ENOSPC|full/i);
  });

  it('a directory that cannot be written', async ({ skip }) => {
    using place = openWorkplace();
    using disk = mountDisk(place.output, 'ro');
    if (disk === null) return skip('mounting a file system is not permitted here');
    await place.manifest(manifest, [FROM, TO]);
    const { report } = await troubleOf(place, 'error', 'no-permission');
    expect(report.reason).toContain(place.output);
    expect(report.reason).toMatch(/read-only|EROFS/i);
  });

  it('a runs directory that is a file', async () => {
    using place = openWorkplace();
    await place.manifest(manifest, [FROM, TO]);
    await ownOutputDirectory(runDirectory(place.output));
    writeFileSync(join(place.output, 'runs'), '');
    const result = await place.run(['preflight', '--format', 'json']);
    expect({ exitCode: result.exitCode, code: place.report().failureReason }).toEqual({
      exitCode: 3,
      code: 'no-permission',
    });
    expect(place.report().reason).toContain(join(place.output, 'runs'));
    expect(place.processes()).toEqual([]);
  });

  it('a port that somebody else takes while a member is switched: not the new release is to blame', async () => {
    using place = openWorkplace();
    const target = releases.get(TO);
    if (target === undefined) throw new Error(`no ${TO}`);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    try {
      const script = `#!/bin/sh\n[ "$1" = --version ] && exec ${target.tools['etcd']?.path} --version
exec ${target.tools['etcd']?.path} "$@" --listen-metrics-urls http://127.0.0.1:${address.port}\n`;
      await place.manifest(manifest, [FROM, TO], { [TO]: standIn(place, script, target) });
      const { report } = await troubleOf(place, 'error', 'port-taken');
      expect(report.reason).toContain(`127.0.0.1:${address.port}: bind: address already in use`);
      expect(report.clusterState).toMatch(/m1, m2 and m3 run 3\.6\.14/);
    } finally {
      server.close();
    }
  });

  const goesOn = async () => {
    using place = openWorkplace();
    await place.manifest(manifest, [FROM, TO]);
    const result = await place.run(['preflight'], { environment: jump(place) });
    const report = place.report();
    expectMachineKeptUp(report);
    expect({ exitCode: result.exitCode, verdict: report.verdict, reason: report.reason }).toEqual({
      exitCode: 0,
      verdict: 'pass',
      reason: 'Every step, check and judge agrees.',
    });
    expect(Date.parse(report.finishedAt ?? ''), 'the clock did jump').toBeLessThan(Date.parse(report.startedAt ?? ''));
    expectNoNegativeTime(place);
  };
  if (clockJumps.includes('and the run goes on')) {
    it('a clock that jumps back an hour: passes, and no time is negative', goesOn);
  }

  const crashes = async () => {
    using place = openWorkplace();
    await place.manifest(manifest, [FROM, TO]);
    const command = place.start(['preflight'], { environment: jump(place) });
    await command.sees(/✓ 1\.5 /);
    command.kill('SIGKILL');
    await command.ended;
    const { exitCode, stderr } = await place.run(['resume']);
    const report = place.report();
    expectMachineKeptUp(report);
    expect({ exitCode, reason: report.failureReason }, stderr.slice(-2000)).toEqual({
      exitCode: 4,
      reason: 'client-gap',
    });
    expect(report.clusterState).toContain('run 3.7.1');
    expect(report.judges?.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    expectNoNegativeTime(place);
    expect(place.processes()).toEqual([]);
  };
  if (clockJumps.includes('before a crash')) {
    it('a clock that jumps back before a crash: the run is resumed all the same', crashes);
  }
});

function jump(place: Workplace): Record<string, string> {
  const file = join(place.directory, 'jumping-clock.mjs');
  writeFileSync(file, jumpingClock);
  return { NODE_OPTIONS: `--import ${file}` };
}

function expectNoNegativeTime(place: Workplace): void {
  const report = place.report();
  const durations = [
    report.durationMs ?? 0,
    ...(report.steps ?? []).map((step) => step.durationMs ?? 0),
    ...(report.checks ?? []).map((check) => check.durationMs),
    ...journalOf(place).map((record) => record.durationMs ?? 0),
  ];
  expect(durations.filter((duration) => duration < 0)).toEqual([]);
  expect(report.durationMs).toBeLessThan(3_600_000);
  const instants = readFileSync(join(place.output, 'history.jsonl'), 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as { start?: number; end?: number });
  expect(instants.filter(({ start, end }) => start !== undefined && end !== undefined && end < start)).toEqual([]);
}
