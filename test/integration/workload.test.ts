// The whole workload on real members that stop, die and come back: nothing lost silently, everything accounted for.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FinalRecord, HistoryRecord, OperationRecord, WatchRecord } from '../../src/judge/history.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { createRandom } from '../../src/platform/random.ts';
import { startWorkloadApart } from '../../src/workload/own-process.ts';
import { openRecorder } from '../../src/workload/recorder.ts';
import { startWorkload, type WorkloadTotals } from '../../src/workload/workload.ts';
import { type BareCluster, startBareCluster } from '../support/bare-cluster.ts';
import { describeWithEtcd, toolPath } from '../support/etcd-binaries.ts';
import { clientsProgram } from '../support/in-process.ts';
import { silentLog } from '../support/silent-log.ts';

const release = '3.5.33';
const settings = {
  clients: 6,
  rate: 100,
  keys: 40,
  valueBytes: [16, 400] as [number, number],
  mix: { put: 40, get: 20, getSerializable: 15, range: 5, cas: 15, delete: 5 },
};

async function readHistory(file: string): Promise<HistoryRecord[]> {
  const text = await readFile(file, 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as HistoryRecord);
}
const only = <K extends HistoryRecord['k']>(records: readonly HistoryRecord[], kind: K) =>
  records.filter((record): record is Extract<HistoryRecord, { k: K }> => record.k === kind);
const writes = (operation: OperationRecord) => ['put', 'cas', 'delete'].includes(operation.op);
/** Whether the operation made an event at its revision. */
const changed = ({ op, swapped, deleted }: OperationRecord) => op === 'put' || swapped === true || deleted === true;

describeWithEtcd([release], 'the workload while members stop, die and come back', (releases) => {
  let directory: string;
  let records: HistoryRecord[];
  let totals: WorkloadTotals;
  let startedUs = 0;
  let stoppedUs = 0;
  const warnings: string[] = [];

  beforeAll(async () => {
    process.on('warning', ({ message }) => void warnings.push(message));
    directory = await mkdtemp(join(tmpdir(), 'workload-'));
    const file = join(directory, 'history.jsonl');
    const binary = toolPath(releases.get(release) as never, 'etcd');
    await using cluster: BareCluster = await startBareCluster({ binary, voters: 3 });
    const [one, two, three] = cluster.members;
    if (!one || !two || !three) throw new Error('three members');
    await using recorder = await openRecorder(file, systemClock);
    await using workload = await startWorkload({
      endpoints: cluster.members,
      credentials: {},
      settings,
      random: createRandom(7),
      recorder,
      clock: systemClock,
      log: silentLog,
      streams: true,
      compactEveryMs: 1500,
    });
    startedUs = systemClock.monotonicUs();
    await systemClock.sleep(2000);
    await cluster.stop(one);
    await cluster.start(one);
    await systemClock.sleep(1000);
    await cluster.stop(two, 'SIGKILL');
    await cluster.start(two);
    await systemClock.sleep(1000);
    // Every member goes once, so that every watcher loses its connection, wherever it was.
    await cluster.stop(three, 'SIGKILL');
    await cluster.start(three);
    await systemClock.sleep(2000);
    stoppedUs = systemClock.monotonicUs();
    await workload.stop();
    totals = await workload.totals();
    await workload.readBack(cluster.members);
    await recorder.flush();
    records = await readHistory(file);
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  test('Node sees no leak', () => {
    expect(warnings).toEqual([]);
  });

  test('every due operation has exactly one record, and the load was not thinned out', () => {
    const operations = only(records, 'op');
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
    expect(operations.length).toBe(totals.due);
    expect(totals.ok + totals.failed + totals.unknown).toBe(totals.due);
    const wanted = (settings.rate * (stoppedUs - startedUs)) / 1_000_000;
    expect(totals.due / wanted).toBeGreaterThan(0.97);
    expect(totals.due / wanted).toBeLessThan(1.03);
  });

  test('nothing failed, and little is in doubt', () => {
    expect(totals.failed).toBe(0);
    expect(totals.unknown / totals.due).toBeLessThan(0.02);
    expect(only(records, 'op').some(({ tries }) => (tries ?? 1) > 1)).toBe(true);
  });

  test('times are in order and outcomes carry what judges need', () => {
    for (const operation of only(records, 'op')) {
      expect(operation.start).toBeGreaterThanOrEqual(operation.due);
      if (operation.end !== undefined) expect(operation.end).toBeGreaterThanOrEqual(operation.start);
      if (operation.outcome === 'ok') {
        expect(operation.rev).toMatch(/^[1-9]\d*$/);
        expect(operation.via).toMatch(/^m[123]$/);
        expect(operation.end).toBeDefined();
      }
      if (operation.outcome === 'unknown') expect(operation.end).toBeUndefined();
      if (operation.outcome !== 'ok') expect(operation.error).toBeTruthy();
    }
    const byKind = Map.groupBy(only(records, 'op'), ({ op }) => op);
    expect([...byKind.keys()].sort()).toEqual(['cas', 'delete', 'get', 'get-serializable', 'put', 'range']);
    expect(JSON.stringify(records)).not.toContain('damaged:');
  });

  test('the watcher of everything saw each acknowledged change once, in order, with its value', () => {
    const all = only(records, 'watch').filter(({ watcher }) => watcher.includes('.w0/'));
    const closed = all.find(({ event }) => event === 'closed');
    const events = all.filter(({ event }) => event === 'put' || event === 'delete');
    const revisions = events.map(({ rev }) => Number(rev));
    expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
    const seen = new Map<string | undefined, WatchRecord>(events.map((event) => [event.rev, event]));
    const acknowledged = only(records, 'op').filter((each) => each.outcome === 'ok' && writes(each) && changed(each));
    expect(acknowledged.length).toBeGreaterThan(300);
    for (const { rev, key, val, op } of acknowledged) {
      expect(seen.get(rev)).toMatchObject({
        key,
        event: op === 'delete' ? 'delete' : 'put',
        ...(val && op !== 'delete' && { val }),
      });
    }
    expect(Number(closed?.rev)).toBe(revisions.at(-1));
  });

  test('every watcher lost its connection, was checked by a raw watch, and its own events agree', () => {
    const watchers = Map.groupBy(only(records, 'watch'), ({ watcher }) => watcher);
    let rechecked = 0;
    for (const events of watchers.values()) {
      const lost = events.some(({ event }) => event === 'lost');
      const checks = events.filter(({ event }) => event === 'rechecked');
      expect([lost, checks.length > 0]).toEqual([true, true]);
      for (const { rev, upTo, seen, error } of checks) {
        expect(error).toBeUndefined();
        const between = (at: string | undefined) =>
          BigInt(at ?? 0) >= BigInt(rev ?? 0) && BigInt(at ?? 0) <= BigInt(upTo ?? 0);
        const own = events.filter(({ event, rev: at }) => (event === 'put' || event === 'delete') && between(at));
        expect(seen).toEqual(own.map(({ rev: at }) => at));
        rechecked += 1;
      }
    }
    expect(rechecked).toBeGreaterThan(0);
  });

  test('kept leases stayed, abandoned ones went, and both were looked at', () => {
    const leases = Map.groupBy(only(records, 'lease'), ({ lease }) => lease);
    let kept = 0;
    let abandoned = 0;
    for (const events of leases.values()) {
      const has = (event: string) => events.some((each) => each.event === event);
      expect(has('granted') && has('key-gone')).toBe(true);
      if (has('abandoned')) abandoned += 1;
      if (has('renewed') && has('key-seen') && has('revoked') && !has('lost')) kept += 1;
    }
    expect(kept).toBeGreaterThanOrEqual(3);
    expect(abandoned).toBeGreaterThanOrEqual(3);
  });

  test('locks and elections changed hands, with growing tokens', () => {
    const names = Map.groupBy(only(records, 'hold'), ({ name }) => name);
    expect(names.size).toBe(4);
    for (const holds of names.values()) {
      const tokens = holds.filter(({ event }) => event === 'acquired').map(({ token }) => BigInt(token ?? 0));
      expect(tokens.length).toBeGreaterThan(5);
      expect(tokens).toEqual([...tokens].sort((a, b) => (a < b ? -1 : 1)));
      expect(new Set(holds.map(({ holder }) => holder)).size).toBe(3);
      const ends = holds.filter(({ event }) => event === 'released' || event === 'lost');
      expect(ends.length).toBe(tokens.length);
    }
  });

  test('the data read back is complete, and the same through every member', () => {
    const finals = Map.groupBy(only(records, 'final'), ({ member }) => member);
    expect([...finals.keys()].sort()).toEqual(['m1', 'm2', 'm3']);
    const data = [...finals.values()].map((pages: FinalRecord[]) => {
      expect(pages.at(-1)?.complete).toBe(true);
      return pages.flatMap(({ kvs }) => kvs);
    });
    expect(data[0]?.length).toBeGreaterThan(20);
    expect(data[1]).toEqual(data[0]);
    expect(data[2]).toEqual(data[0]);
  });
});

describeWithEtcd([release], 'a workload of several processes and pauses', (releases) => {
  test('a paused workload leaves a member no stream to wait for, and goes on as a new segment after an abort', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'workload-'));
    const file = join(directory, 'history.jsonl');
    const binary = toolPath(releases.get(release) as never, 'etcd');
    try {
      await using cluster = await startBareCluster({ binary, voters: 3 });
      const [one] = cluster.members;
      if (!one) throw new Error('a member');
      const start = async (streams: boolean) => {
        const recorder = await openRecorder(file, systemClock);
        const workload = await startWorkloadApart(clientsProgram, {
          endpoints: cluster.members,
          credentials: {},
          settings,
          random: createRandom(3),
          recorder,
          clock: systemClock,
          log: silentLog,
          streams,
          runOf: directory,
        });
        return { recorder, workload };
      };
      const first = await start(false);
      await systemClock.sleep(1000);
      const withStreams = await cluster.stop(one);
      await cluster.start(one);
      await first.workload.pauseStreams();
      const paused = await cluster.stop(one);
      await cluster.start(one);
      await first.workload.resumeStreams();
      expect(paused / withStreams).toBeLessThan(0.5);
      await systemClock.sleep(500);
      const { due, ok, failed, unknown } = await first.workload.totals();
      await first.workload.abort();
      // What was under way has no record, as after a kill.
      expect(due - ok - failed - unknown).toBeGreaterThanOrEqual(0);
      expect(due - ok - failed - unknown).toBeLessThan(50);
      await first.recorder.close();

      const second = await start(true);
      await systemClock.sleep(500);
      await second.workload.stop();
      await second.workload[Symbol.asyncDispose]();
      await second.recorder.close();
      const records = await readHistory(file);
      expect(only(records, 'segment').map(({ n }) => n)).toEqual([1, 2]);
      const operations = only(records, 'op');
      expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
      const values = operations.flatMap(({ val }) => (val === undefined ? [] : [val]));
      expect(new Set(values).size).toBe(values.length);
      const watchers = only(records, 'watch').filter(({ event }) => event === 'opened');
      expect(new Set(watchers.map(({ watcher }) => watcher)).size).toBe(9);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});
