// A tool that is killed or interrupted, on real etcd: what stays, what `status` says, and both ways on.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import { createRandom } from '../../src/platform/random.ts';
import { eventually } from '../support/cluster.ts';
import { describeWithEtcd } from '../support/etcd-binaries.ts';
import { expectMachineKeptUp } from '../support/overloaded.ts';
import { openWorkplace, smallSnapshots, type Workplace } from '../support/rehearsal.ts';
import { isFull, sampleOf, seedOfTests } from '../support/sample.ts';
import { statusOf } from '../support/status-of.ts';

const releases = ['3.6.14', '3.7.1'] as const;
const manifest = `from: "3.6.14"
to: "3.7.1"
${smallSnapshots}rehearsal:
  depth: quick
  timeLimits: { dwellMs: 200, soakMs: 1000 }
`;
/** The promise: from the signal to the end, milliseconds. */
const INTERRUPTION_LIMIT_MS = 5_000;

/** What the machine's other work costs at this moment: some starts of the program that do nearly nothing. */
async function slackMs(place: Workplace): Promise<number> {
  const begun = performance.now();
  await place.run(['status']);
  return 3 * (performance.now() - begun);
}

/** Both in the soak, elsewhere one of them: each is a whole rehearsal. */
const atOnce = sampleOf(
  'signals',
  [
    ['SIGINT', 130, 'interrupted'],
    ['SIGTERM', 143, 'terminated'],
  ] as const,
  1,
);
const whileJudged = sampleOf('signals while the history is judged', ['SIGKILL', 'SIGINT'], 1);

interface JournalLine {
  readonly type: string;
  readonly step?: string;
}

function journal(place: Workplace): JournalLine[] {
  return readFileSync(join(place.output, 'journal.jsonl'), 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as JournalLine);
}

const finished = (place: Workplace): number => journal(place).filter((line) => line.type === 'step-finished').length;

describeWithEtcd(releases, 'an interrupted rehearsal', () => {
  it('is killed after steps of a hop, resumed each time, and reaches the target with nothing lost', async () => {
    using place = openWorkplace();
    // The soak kills it after every step; elsewhere some lives get a few steps further.
    const random = createRandom(seedOfTests()).fork('killed after steps');
    const longest = isFull ? 1 : 6;
    await place.manifest(manifest, releases);
    let command = place.start(['preflight']);
    let kills = 0;
    for (;;) {
      const before = kills === 0 ? 0 : finished(place);
      const end = command.ended.then(() => 'ended' as const);
      const seen = command.sees(new RegExp(`(?:✓ [\\s\\S]*?){${1 + random.int(longest)}}`)).then(
        () => 'stepped' as const,
        () => 'ended' as const,
      );
      if ((await Promise.race([end, seen])) === 'ended') break;
      command.kill('SIGKILL');
      await command.ended;
      kills += 1;
      expect(finished(place), 'every life gets at least one step further').toBeGreaterThan(before);
      expect(kills, 'it must come to an end').toBeLessThan(40);
      command = place.start(['resume']);
    }
    const { exitCode, stderr } = await command.ended;
    const report = place.report();
    expectMachineKeptUp(report);
    expect(kills).toBeGreaterThanOrEqual(longest === 1 ? 10 : 2);
    expect(report.steps?.filter((step) => step.status !== 'ok')).toEqual([]);
    expect(report.clusterState).toContain('run 3.7.1');
    // Its clients were away in between, so no pass; but nothing may be lost, reordered or repeated.
    expect(
      { exitCode, verdict: report.verdict, failureReason: report.failureReason },
      `${report.reason}\n${stderr.slice(-2000)}`,
    ).toEqual({
      exitCode: 4,
      verdict: 'inconclusive',
      failureReason: 'client-gap',
    });
    expect(report.judges?.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    expect(report.judges?.find(({ judge }) => judge === 'durability')?.verdict).toBe('pass');
    expect(place.processes()).toEqual([]);
  });

  it('is killed while checks are made: made again, they are on keys that nobody has written, and hold', async () => {
    using place = openWorkplace();
    await place.manifest(manifest, releases);
    const command = place.start(['preflight']);
    const begun = (line: JournalLine): boolean => line.type === 'step-started' && line.step === '1.1.a1';
    await eventually('the first checks begin', 120_000, async () =>
      existsSync(join(place.output, 'journal.jsonl')) && journal(place).some(begun) ? true : undefined,
    );
    // A lease has to expire among them, so they are not done for a while; the quick ones are.
    await systemClock.sleep(1_000);
    command.kill('SIGKILL');
    await command.ended;
    expect(existsSync(join(place.output, 'checks.jsonl')), 'none was finished').toBe(false);
    const { exitCode, stderr } = await place.run(['resume']);
    const report = place.report();
    expectMachineKeptUp(report);
    expect(report.checks?.filter(({ ok }) => !ok)).toEqual([]);
    expect({ exitCode, reason: report.failureReason }, stderr.slice(-2000)).toEqual({
      exitCode: 4,
      reason: 'client-gap',
    });
  });

  it('is killed while a member is being switched, says so, and rolls back to the source', async () => {
    using place = openWorkplace();
    await place.manifest(manifest, releases);
    const command = place.start(['preflight']);
    await command.sees(/✓ 1\.4 /);
    await command.sees(/1\.5 m\d: stopping/);
    command.kill('SIGKILL');
    await command.ended;
    const clients = (line: string): boolean => line.includes('clients/index.js');
    await eventually('its clients are gone', 5_000, async () => (place.processes().some(clients) ? undefined : true));
    expect(place.processes().length, 'the members live on').toBeGreaterThanOrEqual(2);
    const status = await place.run(['status', '--format', 'json']);
    expect(status.exitCode).toBe(0);
    expect(statusOf(status.stdout)).toMatchObject({
      state: 'interrupted',
      side: 'before',
      nextStep: '1.5',
      commands: ['resume', 'rollback', 'cleanup'],
    });
    const rollback = await place.run(['rollback']);
    const report = place.report();
    expect(report.mode).toBe('rollback');
    expect(report.clusterState, rollback.stderr.slice(-2000)).toContain('run 3.6.14');
    expect(report.judges?.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    expect(rollback.exitCode).toBe(4);
    expect(place.processes()).toEqual([]);
  });

  it('refuses a roll-back past the point of no return, and can still be resumed', async () => {
    using place = openWorkplace();
    await place.manifest(manifest, releases);
    const command = place.start(['preflight']);
    await command.sees(/✓ 1\.8 /);
    command.kill('SIGKILL');
    await command.ended;
    const rollback = await place.run(['rollback']);
    expect(rollback.exitCode).toBe(2);
    expect(rollback.stdout).toContain('past-point-of-no-return');
    expect(place.processes().length, 'nothing was removed').toBeGreaterThanOrEqual(3);
    const resume = await place.run(['resume']);
    expect(place.report().clusterState, resume.stderr.slice(-2000)).toContain('run 3.7.1');
    expect(resume.exitCode).toBe(4);
    expect(place.processes()).toEqual([]);
  });

  const killedWhileJudged = async () => {
    using place = openWorkplace();
    await place.manifest(manifest, releases);
    const command = place.start(['preflight']);
    await command.sees(/✓ 1\.9\.a2 /);
    command.kill('SIGKILL');
    await command.ended;
    const status = statusOf((await place.run(['status', '--format', 'json'])).stdout);
    expect(status).toMatchObject({ state: 'interrupted', side: 'after', commands: ['resume', 'cleanup'] });
    expect(status?.cluster?.['members']).toHaveLength(3);
    const { exitCode, stderr } = await place.run(['resume']);
    const report = place.report();
    expectMachineKeptUp(report);
    expect({ exitCode, reason: report.failureReason }, stderr.slice(-2000)).toEqual({
      exitCode: 4,
      reason: 'client-gap',
    });
    expect(report.judges?.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    expect(place.processes()).toEqual([]);
    const again = await place.run(['resume']);
    expect({ exitCode: again.exitCode, told: again.stderr }).toMatchObject({
      exitCode: 2,
      told: expect.stringContaining('verdict inconclusive'),
    });
  };
  if (whileJudged.includes('SIGKILL')) {
    it('is killed while its history is judged: says so, and is judged by resume', killedWhileJudged);
  }

  const interruptedWhileJudged = async () => {
    using place = openWorkplace();
    await place.manifest(manifest, releases);
    const command = place.start(['preflight']);
    await command.sees(/✓ 1\.9\.a2 /);
    const begun = performance.now();
    command.kill('SIGINT');
    const { exitCode, stdout } = await command.ended;
    const endedMs = performance.now() - begun;
    expect(endedMs).toBeLessThan(INTERRUPTION_LIMIT_MS + (await slackMs(place)));
    expect(exitCode, stdout).toBe(130);
    expect(place.report()).toMatchObject({ verdict: 'error', failureReason: 'interrupted' });
    expect(place.report().reason).toContain('not judged yet');
    expect(place.processes().length, 'the members live on').toBeGreaterThanOrEqual(3);
    const resume = await place.run(['resume']);
    expect(resume.exitCode, resume.stderr.slice(-2000)).toBe(4);
    expect(place.processes()).toEqual([]);
  };
  if (whileJudged.includes('SIGINT')) {
    it(
      'ends soon after SIGINT while clients are read back and judged, and resume goes on with that',
      interruptedWhileJudged,
    );
  }

  it.each(atOnce)(
    'ends soon after %s, says what state the cluster is in, and cleanup removes it',
    async (signal, code, reason) => {
      using place = openWorkplace();
      await place.manifest(manifest, releases);
      const command = place.start(['preflight']);
      await command.sees(/1\.4 m\d: stopping/);
      const begun = performance.now();
      command.kill(signal);
      const { exitCode, stdout } = await command.ended;
      const endedMs = performance.now() - begun;
      expect(endedMs).toBeLessThan(INTERRUPTION_LIMIT_MS + (await slackMs(place)));
      expect(exitCode).toBe(code);
      const report = place.report();
      expect(report).toMatchObject({ verdict: 'error', failureReason: reason });
      expect(report.clusterState).toMatch(/m1|m2|m3/);
      expect(stdout).toContain(report.clusterState?.slice(0, 20));
      expect(stdout).toContain('status');
      const cleanup = await place.run(['cleanup']);
      expect(cleanup.exitCode).toBe(0);
      expect(cleanup.stderr).toContain('could have been resumed');
      expect(place.processes()).toEqual([]);
      expect(readdirSync(join(place.output, 'runs'))).toEqual([]);
    },
  );
});
