// The process that a rehearsal's clients have to themselves, on real members: it goes on while nobody takes what it sees,
// ends with whoever started it, and its own end is told.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HistoryRecord } from '../../src/judge/history.ts';
import { defaults } from '../../src/manifest/defaults.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { createRandom } from '../../src/platform/random.ts';
import { startWorkloadApart } from '../../src/workload/own-process.ts';
import { openRecorder, type Recorder } from '../../src/workload/recorder.ts';
import type { Workload } from '../../src/workload/workload.ts';
import { type BareCluster, startBareCluster } from '../support/bare-cluster.ts';
import { eventually } from '../support/cluster.ts';
import { describeWithEtcd, toolPath } from '../support/etcd-binaries.ts';
import { clientsProgram } from '../support/in-process.ts';
import { silentLog } from '../support/silent-log.ts';

const release = '3.6.14';

describeWithEtcd([release], "the process of a rehearsal's clients", (releases) => {
  let directory: string;
  let cluster: BareCluster;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'clients-process-'));
    cluster = await startBareCluster({ binary: toolPath(releases.get(release) as never, 'etcd'), voters: 1 });
  });
  afterAll(async () => {
    await cluster[Symbol.asyncDispose]();
    await rm(directory, { recursive: true, force: true });
  });

  const start = (name: string, recorder: Recorder, program = clientsProgram): Promise<Workload> =>
    startWorkloadApart(program, {
      endpoints: cluster.members,
      credentials: {},
      settings: { clients: 4, rate: 100, keys: 20, valueBytes: [16, 64], mix: defaults.rehearsal.workload.mix },
      random: createRandom(1),
      recorder,
      clock: systemClock,
      log: silentLog,
      streams: true,
      runOf: join(directory, name),
    });
  const pidOf = async (name: string): Promise<number | undefined> => {
    const pids = (await readdir('/proc')).filter((each) => /^\d+$/.test(each));
    for (const pid of pids) {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (line.split('\0').includes(join(directory, name))) return Number(pid);
    }
    return undefined;
  };

  it('goes on while nobody takes its records, and hands over all of them', async () => {
    const file = join(directory, 'slow.jsonl');
    await using recorder = await openRecorder(file, systemClock);
    let isBusy = false;
    let waited = false;
    const slow: Recorder = Object.assign(Object.create(recorder) as Recorder, {
      ready: async () => {
        while (isBusy) {
          waited = true;
          await systemClock.sleep(50);
        }
        await recorder.ready();
      },
    });
    const workload = await start('slow', slow);
    isBusy = true;
    await systemClock.sleep(500);
    const fromUs = systemClock.monotonicUs();
    await systemClock.sleep(3_000);
    const toUs = systemClock.monotonicUs();
    expect(waited).toBe(true);
    isBusy = false;
    await workload.stop();
    const { due, ok, failed, unknown } = await workload.totals();
    expect({ failed, unknown, ok }).toEqual({ failed: 0, unknown: 0, ok: due });
    await workload[Symbol.asyncDispose]();
    await recorder.flush();
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    const records = lines.map((line) => JSON.parse(line) as HistoryRecord);
    const ends = records.flatMap((record) => (record.k === 'op' ? [record.end ?? 0] : []));
    expect(ends.length).toBe(ok);
    // Three seconds in which nobody heard of them.
    expect(ends.filter((end) => fromUs < end && end < toUs).length).toBeGreaterThan(150);
    expect(records.filter((record) => record.k === 'mark' && record.event === 'stalled')).toEqual([]);
    expect(await pidOf('slow')).toBeUndefined();
  });

  it('is not ended by what a runner sends to all processes: the tool is asked, and decides', async () => {
    await using recorder = await openRecorder(join(directory, 'asked.jsonl'), systemClock);
    const workload = await start('asked', recorder);
    const pid = (await pidOf('asked')) ?? 0;
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.kill(pid, signal);
    await systemClock.sleep(500);
    await workload.stop();
    const { due, ok } = await workload.totals();
    expect(ok).toBe(due);
    await workload[Symbol.asyncDispose]();
    expect(await pidOf('asked')).toBeUndefined();
  });

  it('says by what signal it was ended, to whoever waits for it', async () => {
    await using recorder = await openRecorder(join(directory, 'killed.jsonl'), systemClock);
    const workload = await start('killed', recorder);
    const pid = await pidOf('killed');
    const stopping = workload.running.then(() => workload.stop());
    process.kill(pid ?? 0, 'SIGKILL');
    const expected = { code: 'tool-failed', message: expect.stringContaining('has ended (SIGKILL)') };
    await expect(stopping).rejects.toMatchObject(expected);
    await expect(workload.stop()).rejects.toMatchObject(expected);
    await expect(workload.readBack(cluster.members)).rejects.toMatchObject(expected);
    await workload.abort();
  });

  it('says what it printed last where it cannot begin', async () => {
    await using recorder = await openRecorder(join(directory, 'missing.jsonl'), systemClock);
    await expect(start('missing', recorder, join(directory, 'no-such-program.js'))).rejects.toMatchObject({
      code: 'tool-failed',
      message: expect.stringMatching(/has ended \(exit code 1\).*no-such-program/s),
    });
  });

  it('ends where the history cannot be written, which is told as that', async () => {
    const recorder = await openRecorder('/dev/full', systemClock);
    await expect(start('full', recorder)).rejects.toMatchObject({ code: 'no-space' });
    await recorder.close().catch(() => undefined);
    await eventually('it is gone', 5_000, async () => ((await pidOf('full')) === undefined ? true : undefined));
  });
});
