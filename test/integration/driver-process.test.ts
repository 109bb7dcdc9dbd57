// The process driver on real etcd: the conformance suite, and what only real processes can show.

import { spawn } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.ts';
import { memberPaths, runPaths } from '../../src/drivers/process/run-state.ts';
import { listRuns, removeRun } from '../../src/drivers/process/runs.ts';
import { spawnedService } from '../../src/drivers/process/spawned-service.ts';
import { isFound, seenRunning } from '../../src/engine/survey.ts';
import { sameForAll } from '../../src/plan/channels.ts';
import type { Capability } from '../../src/plan/needs.ts';
import { planUpgrade } from '../../src/plan/planner.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { bootId, identify } from '../../src/platform/process-identity.ts';
import {
  eventually,
  processesMentioning,
  startTestCluster,
  testProvisioner,
  testSpec,
  testStateDir,
} from '../support/cluster.ts';
import { driverConformance } from '../support/driver-conformance.ts';
import { driverKillCases } from '../support/driver-kill-cases.ts';
import { describeWithEtcd } from '../support/etcd-binaries.ts';
import { hostSubject } from '../support/host-subject.ts';

const FROM = '3.5.33';
const TO = '3.6.14';

describeWithEtcd([FROM, TO], 'process driver', () => {
  driverConformance(
    'process driver, etcd 3.5 → 3.6',
    () =>
      hostSubject({
        from: FROM,
        to: TO,
        serviceOf: (host, own, run, clock) =>
          spawnedService(host, own, { launcher: run.launchScript, database: own.database }, clock),
      }),
    driverKillCases,
  );

  it('finishes a switch whose tool was killed with SIGKILL in the middle', async () => {
    await using cluster = await startTestCluster({ release: FROM });
    const { driver, members, access, stateDir } = cluster;
    const [member] = members;
    if (member === undefined) throw new Error('no member');
    const before = await driver.inspect(member);
    const tool = spawn(
      process.execPath,
      [join(import.meta.dirname, '../support/switch-and-die.ts'), stateDir, 'test', member.name, TO],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const ended = new Promise((resolve) => tool.once('exit', (_, signal) => resolve(signal)));
    // The host script has begun once the second transaction has a claim.
    const transaction = join(driver.directory, 'members', member.name, 'transactions', '0002');
    await eventually('the switch begins', 20_000, async () => stat(join(transaction, 'begun')).catch(() => undefined));
    tool.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    // Its successor sees that the host is still at work, or that all is done; never an untouched member.
    const seen = await driver.inspect(member);
    expect(seen.changing === true || seenRunning({ host: seen })?.release === TO).toBe(true);
    const after = await eventually('the host finishes the switch', 20_000, async () => {
      const facts = await driver.inspect(member);
      return seenRunning({ host: facts })?.release === TO && facts.changing === false ? facts : undefined;
    });
    expect(after.process?.identity).not.toBe(before.process?.identity);
    expect(await driver.switchTo(member, { release: TO, overrides: {} })).toMatchObject({ outcome: 'running' });
    expect((await driver.inspect(member)).process).toEqual(after.process);
    expect((await access.status(member)).version).toBe(TO);
  });

  it('reports a member that does not stop in time instead of killing it, and recovers from there', async () => {
    await using cluster = await startTestCluster({ release: FROM, voters: 1 }, { stopLimitMs: 1_000 });
    const { driver, members, provisioner } = cluster;
    const [member] = members;
    if (member === undefined) throw new Error('no member');
    // An open watch makes etcd wait for about 7 s before it ends.
    const watch = await fetch(`${member.clientUrl}/v3/watch`, {
      method: 'POST',
      body: JSON.stringify({ create_request: { key: 'YQ==' } }),
    });
    await expect(driver.switchTo(member, { release: TO, overrides: {} })).rejects.toMatchObject({
      code: 'member-stop-failed',
      message: expect.stringMatching(/^m1 did not end within 1 s after SIGTERM\. It was not killed and nothing new/),
    });
    // It was left alone and ended by its own clean stop.
    const facts = await eventually('the old process ends by itself', 20_000, async () => {
      const seen = await driver.inspect(member);
      return seen.running === 'nothing' ? seen : undefined;
    });
    expect(facts.lastExit).toEqual({ code: null, signal: 'SIGTERM' });
    await watch.body?.cancel().catch(() => {});
    const patient = await provisioner.adopt('test');
    expect(await patient.driver.switchTo(member, { release: TO, overrides: {} })).toMatchObject({ outcome: 'running' });
  });

  it('stops a paused member all the same', async () => {
    await using cluster = await startTestCluster({ release: FROM });
    const { driver, members, access } = cluster;
    const [member] = members;
    if (member === undefined) throw new Error('no member');
    await driver.pause(member);
    await expect(access.status(member)).rejects.toMatchObject({ code: 'member-lost' });
    const switched = await driver.switchTo(member, { release: TO, overrides: {} });
    expect(switched, JSON.stringify(switched)).toMatchObject({ outcome: 'running' });
  });

  it('finds what somebody else has started on the data, leaves it alone, and takes it over when told to', async () => {
    await using cluster = await startTestCluster({ release: FROM });
    const { driver, members, access } = cluster;
    const [member] = members;
    if (member === undefined) throw new Error('no member');
    const own = memberPaths(runPaths(cluster.stateDir, 'test'), member.name);
    const before = await driver.inspect(member);
    const first = JSON.parse(await readFile(join(own.transactions, '0001', 'request.json'), 'utf8'));
    process.kill(before.process?.pid ?? 0, 'SIGKILL');
    await eventually('the member ends', 20_000, async () =>
      (await driver.inspect(member)).running === 'nothing' ? true : undefined,
    );
    const [command, ...args] = first.argv;
    const stranger = spawn(command, args, { env: first.environment, stdio: 'ignore', cwd: own.directory });
    const gone = new Promise((resolve) => stranger.once('exit', resolve));
    try {
      const found = await eventually('it is found', 20_000, async () => {
        const facts = await driver.inspect(member);
        return isFound(facts.running) ? facts : undefined;
      });
      expect(found.process?.pid).toBe(stranger.pid);
      expect(found.running).toEqual({ executable: await driver.digestOf(member, FROM) });
      expect(found.given).toEqual(found.settings);
      await eventually('it answers', 20_000, async () => access.status(member).catch(() => undefined));
      const to = { release: TO, overrides: {} };
      const from = { release: FROM, overrides: {} };
      const notOurs = expect.objectContaining({
        code: 'switch-refused',
        message: expect.stringContaining(`process ${stranger.pid} works on its data, which this run has not started`),
      });
      await expect(driver.switchTo(member, to)).rejects.toEqual(notOurs);
      await expect(driver.switchTo(member, from)).rejects.toEqual(notOurs);
      await expect(driver.switchTo(member, from, { finds: null })).rejects.toMatchObject({
        code: 'switch-refused',
      });
      await expect(driver.killAndRestart(member)).rejects.toEqual(notOurs);
      await expect(driver.destroy()).rejects.toMatchObject({
        code: 'run-in-progress',
        message: expect.stringContaining(`Process ${stranger.pid} works on the data of m1`),
      });
      const other = { pid: 1, identity: '1 boot 1' };
      await expect(driver.adopt(member, other, from)).rejects.toMatchObject({ code: 'switch-refused' });
      expect(isFound((await driver.inspect(member)).running)).toBe(true);
      if (found.process === null) throw new Error('no process');
      await driver.adopt(member, found.process, from);
      await driver.adopt(member, found.process, from);
      expect(await driver.inspect(member)).toMatchObject({ running: from, process: found.process, changing: false });
      expect(await driver.switchTo(member, from)).toEqual({ outcome: 'running', stopMs: 0, startMs: 0 });
      expect(await driver.switchTo(member, to)).toMatchObject({ outcome: 'running' });
      await gone;
      expect((await access.status(member)).version).toBe(TO);
    } finally {
      stranger.kill('SIGKILL');
    }
  });

  it('keeps the logs and nothing else when a run is destroyed', async () => {
    await using stateDir = await testStateDir();
    const provisioner = testProvisioner(stateDir.path);
    const { driver } = await provisioner.provision(testSpec({ release: FROM }));
    const logs = join(stateDir.path, 'logs');
    expect(await listRuns(stateDir.path)).toEqual(['test']);
    await driver.destroy({ keepLogsIn: logs });
    expect(await listRuns(stateDir.path)).toEqual([]);
    expect(await processesMentioning(stateDir.path)).toEqual([]);
    for (const name of ['m1', 'm2', 'm3']) expect(await readFile(join(logs, `${name}.log`), 'utf8')).toMatch(/etcd/);
    await expect(stat(driver.directory)).rejects.toMatchObject({ code: 'ENOENT' });
    await removeRun(stateDir.path, 'test');
  });

  it('leaves no host script behind, not even one that is slow to write down how its member has ended', async () => {
    await using stateDir = await testStateDir();
    const { driver } = await testProvisioner(stateDir.path).provision(testSpec({ release: FROM, voters: 1 }));
    const scripts = (await processesMentioning(stateDir.path)).filter((line) => line.includes('host.sh'));
    const [pid] = scripts.map((line) => Number(line.split(' ')[0]));
    if (pid === undefined) throw new Error('no script');
    process.kill(pid, 'SIGSTOP');
    await driver.destroy();
    expect(await processesMentioning(stateDir.path)).toEqual([]);
  });

  it('takes a process that a transaction has written down for its own, whatever else is written of it', async () => {
    await using stateDir = await testStateDir();
    const { driver } = await testProvisioner(stateDir.path).provision(testSpec({ release: FROM, voters: 1 }));
    const own = memberPaths(runPaths(stateDir.path, 'test'), 'm1');
    // Its end is written down already, and yet it holds the data for a moment longer.
    await writeFile(join(own.transactions, '0001', 'exit'), '2\n');
    const [member] = await driver.inventory();
    if (member === undefined) throw new Error('no member');
    expect((await driver.inspect(member)).running).toMatchObject({ release: FROM });
    await driver.destroy();
    expect(await listRuns(stateDir.path)).toEqual([]);
    expect(await processesMentioning(stateDir.path)).toEqual([]);
  });

  it('does not remove the run of another process that still lives', async () => {
    await using cluster = await startTestCluster({ release: FROM, voters: 1 });
    const file = join(cluster.driver.directory, 'cluster.json');
    const state = JSON.parse(await readFile(file, 'utf8'));
    const other = spawn('sleep', ['60']);
    try {
      await writeFile(file, JSON.stringify({ ...state, owner: await identify(other.pid ?? 0) }));
      await expect(removeRun(cluster.stateDir, 'test')).rejects.toMatchObject({ code: 'run-in-progress' });
      const [member] = cluster.members;
      if (member)
        expect((await cluster.driver.inspect(member)).running).toEqual(
          expect.objectContaining({ release: expect.any(String) }),
        );
    } finally {
      other.kill('SIGKILL');
      await writeFile(file, JSON.stringify(state));
    }
  });

  it('never signals a process that got the pid of a member later', async () => {
    await using cluster = await startTestCluster({ release: FROM, voters: 1 });
    const [member] = cluster.members;
    if (member === undefined) throw new Error('no member');
    const stranger = spawn('sleep', ['60']);
    const gone = new Promise((resolve) => stranger.once('exit', () => resolve('gone')));
    try {
      const before = await cluster.driver.inspect(member);
      const record = join(cluster.driver.directory, 'members', member.name, 'transactions', '0001', 'process');
      // As after a reboot: the recorded pid is somebody else's now.
      await writeFile(record, `${stranger.pid} ${await bootId()} 1\n`);
      // The real one still holds the data; whoever started it, by now it is none of ours.
      expect(await cluster.driver.inspect(member)).toMatchObject({
        process: before.process,
        running: expect.any(Object),
      });
      expect(isFound((await cluster.driver.inspect(member)).running)).toBe(true);
      process.kill(before.process?.pid ?? 0, 'SIGKILL');
      await eventually('the real one ends', 20_000, async () =>
        (await cluster.driver.inspect(member)).process === null ? true : undefined,
      );
      expect(await cluster.driver.inspect(member)).toMatchObject({ running: 'nothing', process: null });
      const result = await cluster.driver.switchTo(member, { release: TO, overrides: {} });
      expect(result).toMatchObject({ outcome: 'running' });
      expect(await Promise.race([gone, systemClock.sleep(200).then(() => 'alive')])).toBe('alive');
    } finally {
      stranger.kill('SIGKILL');
    }
  });

  it('gives concurrent runs ports of their own', async () => {
    await using stateDir = await testStateDir();
    const runs = await Promise.all(
      ['a', 'b', 'c'].map((runId) =>
        testProvisioner(stateDir.path).provision(testSpec({ release: FROM, voters: 1, runId })),
      ),
    );
    const urls = (await Promise.all(runs.map(({ driver }) => driver.inventory())))
      .flat()
      .flatMap(({ clientUrl, peerUrl }) => [clientUrl, peerUrl]);
    expect(new Set(urls).size).toBe(6);
    expect(await listRuns(stateDir.path)).toHaveLength(3);
  });

  it('lays settings and overrides over whichever channel the user has chosen', async () => {
    for (const settings of [
      { flags: { 'heartbeat-interval': '90', 'snapshot-count': '5000' }, environment: {} },
      { flags: {}, environment: { ETCD_HEARTBEAT_INTERVAL: '90', ETCD_SNAPSHOT_COUNT: '5000' } },
      { flags: {}, environment: {}, configFile: { 'heartbeat-interval': 90, 'snapshot-count': 5000 } },
    ]) {
      await using cluster = await startTestCluster({ release: FROM, voters: 1, settings: sameForAll(settings) });
      const { driver, access } = cluster;
      const [member] = cluster.members;
      if (member === undefined) throw new Error('no member');
      const logged = async () => {
        const lines: string[] = [];
        for await (const line of driver.logs(member, 0)) lines.push(line);
        return lines.filter((line) => line.includes('"starting an etcd server"')).at(-1) ?? '';
      };
      expect(await logged()).toContain('"heartbeat-interval":"90ms"');
      expect(await logged()).toContain('"snapshot-count":5000');
      await driver.switchTo(member, { release: FROM, overrides: { 'snapshot-count': '7' } });
      expect(await logged()).toContain('"heartbeat-interval":"90ms"');
      expect(await logged()).toContain('"snapshot-count":7');
      expect((await access.status(member)).version).toBe(FROM);
    }
  });

  it('lays a preparation over the channel of each member, where each has its own', async () => {
    const prepared = planUpgrade(
      {
        from: FROM,
        to: TO,
        voters: 3,
        accept: [],
        depth: 'quick',
        seed: 1,
        settings: mixed,
        capabilities: new Set<Capability>(['stop-start', 'kill', 'restore-data']),
        timeLimits: { gateMs: 1, soakMs: 1, dwellMs: 1 },
        obtainable: new Set([FROM, TO]),
      },
      loadCatalog(),
    );
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.findings));
    const steps = prepared.plan.upgrade.hops.flatMap((hop) => hop.steps).map(({ step }) => step);
    const to = steps.find((step) => step.kind === 'switch-member' && step.purpose === 'prepare');
    if (to?.kind !== 'switch-member') throw new Error('no preparation');
    await using cluster = await startTestCluster({ release: FROM, settings: prepared.plan.channels });
    const { driver, members } = cluster;
    const logged = async (member: (typeof members)[number]) => {
      const lines: string[] = [];
      for await (const line of driver.logs(member, 0)) lines.push(line);
      return lines.filter((line) => line.includes('"starting an etcd server"')).map(countIn);
    };
    for (const member of members) {
      expect(await driver.switchTo(member, to.to), member.name).toMatchObject({ outcome: 'running' });
      expect(await logged(member), member.name).toEqual(['5000', '1000']);
    }
  });
});

const mixed = {
  shared: { flags: { 'snapshot-count': '5000' }, environment: {} },
  own: {
    m2: { flags: {}, environment: { ETCD_SNAPSHOT_COUNT: '5000' } },
    m3: { flags: {}, environment: {}, configFile: { 'snapshot-count': 5000 } },
  },
};

function countIn(line: string): string | undefined {
  return /"snapshot-count":(\d+)/.exec(line)?.[1];
}
