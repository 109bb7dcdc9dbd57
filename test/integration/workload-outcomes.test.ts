// What a client's record says when its server refuses, hangs or resets: checked against what etcd really did.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createApplicationClient, type Endpoint } from '../../src/etcd/application-client.ts';
import type { FinalRecord, HistoryRecord, OperationKind } from '../../src/judge/history.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { createWorkloadClient } from '../../src/workload/client.ts';
import { readBackThrough } from '../../src/workload/read-back.ts';
import type { PlannedOperation } from '../../src/workload/schedule.ts';
import { valueId } from '../../src/workload/values.ts';
import { type BareCluster, startBareCluster } from '../support/bare-cluster.ts';
import { eventually } from '../support/cluster.ts';
import { describeWithEtcd, toolPath } from '../support/etcd-binaries.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';

const release = '3.5.33';
const nobody = 'http://127.0.0.1:1';

describeWithEtcd([release], 'outcomes of operations against failing servers', (releases) => {
  let cluster: BareCluster;
  let etcd: string;
  let proxy: TcpProxy;
  let number = 0;

  beforeAll(async () => {
    const binary = toolPath(releases.get(release) as never, 'etcd');
    cluster = await startBareCluster({ binary, voters: 1 });
    etcd = cluster.members[0]?.url ?? '';
    proxy = await startTcpProxy(etcd);
  });
  afterAll(async () => {
    await proxy[Symbol.asyncDispose]();
    await cluster[Symbol.asyncDispose]();
  });
  beforeEach(() => {
    proxy.mode = 'pass';
    proxy.handled = () => systemClock.sleep(500);
    number += 1;
  });

  const operation = (op: OperationKind): PlannedOperation => ({
    id: number,
    dueUs: systemClock.monotonicUs(),
    client: 0,
    op,
    key: `app/kv/${number}`,
    ...((op === 'put' || op === 'cas') && { value: { id: valueId(1, number), sizeBytes: 20 } }),
  });

  /** Runs one operation; `warm` connects first, so that the failure meets an established connection. */
  async function run(op: OperationKind, endpoints: readonly Endpoint[], fail?: () => void, warm = true) {
    await using application = createApplicationClient(endpoints, {}, `t${number}`);
    const client = createWorkloadClient('c0', application, 0, new Map(), systemClock);
    if (warm) await client.run({ ...operation('get'), key: 'app/kv/warm' });
    fail?.();
    // Awaited here: the client is closed on return.
    return await client.run(operation(op));
  }
  async function reallyThere(): Promise<boolean> {
    await using direct = createApplicationClient([{ member: 'm1', url: etcd }], {}, 'direct');
    return (await direct.pool.get(`app/kv/${number}`).string()) !== null;
  }
  async function put(): Promise<void> {
    await using direct = createApplicationClient([{ member: 'm1', url: etcd }], {}, 'direct');
    await direct.pool.put(`app/kv/${number}`).value('before');
  }
  const viaProxy = () => [{ member: 'm1', url: proxy.url }];
  const through = (mode: TcpProxy['mode']) => () => {
    proxy.mode = mode;
  };

  test('a put that is acknowledged is ok, at the revision of its key', async () => {
    const record = await run('put', viaProxy());
    expect(record).toMatchObject({ outcome: 'ok', via: 'm1', val: `v1.${number}` });
    expect(record.tries).toBeUndefined();
    expect(BigInt(record.rev ?? 0)).toBeGreaterThan(0n);
    expect(record.end).toBeGreaterThanOrEqual(record.start);
    expect(await reallyThere()).toBe(true);
  });

  test.each(['put', 'cas', 'delete'] as const)(
    '%s: the connection breaks after the request arrived: unknown, not sent again',
    async (op) => {
      const isThereAfterwards = op !== 'delete';
      if (!isThereAfterwards) await put();
      // A busy etcd takes its time between taking a request and carrying it out.
      proxy.handled = () =>
        eventually(`${op} is done`, 4_000, async () => (await reallyThere()) === isThereAfterwards || undefined);
      const record = await run(op, [...viaProxy(), { member: 'm2', url: etcd }], through('lose-answers'));
      expect(record.outcome).toBe('unknown');
      expect(record.end).toBeUndefined();
      expect(record.rev).toBeUndefined();
      expect(record.tries).toBeUndefined();
      expect(record.error).toMatch(/UNAVAILABLE|CANCELLED|INTERNAL/);
      expect(await reallyThere()).toBe(isThereAfterwards);
    },
  );

  test('the connection breaks before the request arrives: unknown too, for the client cannot tell', async () => {
    const record = await run('put', [...viaProxy(), { member: 'm2', url: etcd }], through('reset-requests'));
    expect(record.outcome).toBe('unknown');
    expect(await reallyThere()).toBe(false);
  });

  test('a write that hangs is unknown after its deadline and is not sent again', async () => {
    const record = await run('put', [...viaProxy(), { member: 'm2', url: etcd }], through('hang'));
    expect(record).toMatchObject({ outcome: 'unknown' });
    expect(record.tries).toBeUndefined();
    expect(record.error).toMatch(/DEADLINE_EXCEEDED/);
  });

  test('a server that takes connections and never answers: unknown or never sent, but never acknowledged', async () => {
    proxy.mode = 'hang';
    const record = await run('put', viaProxy(), undefined, false);
    expect(['unknown', 'failed']).toContain(record.outcome);
    expect(await reallyThere()).toBe(false);
  });

  test.each(['get', 'get-serializable', 'range'] as const)(
    '%s: a read that fails or hangs is asked elsewhere',
    async (op) => {
      for (const mode of ['lose-answers', 'reset-requests', 'hang'] as const) {
        proxy.mode = 'pass';
        const record = await run(op, [...viaProxy(), { member: 'm2', url: etcd }], through(mode));
        expect(record).toMatchObject({ outcome: 'ok', via: 'm2', tries: 2 });
      }
    },
  );

  test.each(['put', 'cas', 'delete', 'get'] as const)(
    '%s: a refused connection is no attempt: sent to the next endpoint',
    async (op) => {
      const record = await run(
        op,
        [
          { member: 'm1', url: nobody },
          { member: 'm2', url: etcd },
        ],
        undefined,
        false,
      );
      expect(record).toMatchObject({ outcome: 'ok', via: 'm2', tries: 2 });
    },
  );

  test('all endpoints refuse: failed, with every try counted, within the deadline', async () => {
    const record = await run('put', [{ member: 'm1', url: nobody }], undefined, false);
    expect(record.outcome).toBe('failed');
    expect(record.tries ?? 1).toBeGreaterThan(5);
    expect(record.end).toBeDefined();
    expect(record.error).toMatch(/ECONNREFUSED/);
  });

  test('etcd refuses for good: failed at the first try', async () => {
    await using application = createApplicationClient([{ member: 'm1', url: etcd }], {}, 'large');
    const client = createWorkloadClient('c0', application, 0, new Map(), systemClock);
    const large = { ...operation('put'), value: { id: valueId(1, number), sizeBytes: 1_600_000 } };
    const record = await client.run(large);
    expect(record).toMatchObject({ outcome: 'failed', error: expect.stringMatching(/too large/) });
    expect(record.tries).toBeUndefined();
    expect(await reallyThere()).toBe(false);
  });

  test('compare-and-swap: starts from what the client knows, tells what was there when it fails', async () => {
    await using application = createApplicationClient([{ member: 'm1', url: etcd }], {}, 'cas');
    const client = createWorkloadClient('c0', application, 0, new Map(), systemClock);
    const next = (op: OperationKind, outdated = false) => {
      number += 1;
      return client.run({ ...operation(op), key: 'app/kv/cas', outdated });
    };
    const created = await next('cas');
    expect(created).toMatchObject({ expect: '0', swapped: true });
    const outdated = await next('cas', true);
    expect(outdated).toMatchObject({ swapped: false, got: { val: created.val, mod: created.rev } });
    const swapped = await next('cas');
    expect(swapped).toMatchObject({ expect: created.rev, swapped: true });
    expect(await next('delete')).toMatchObject({ deleted: true });
    expect(await next('delete')).toMatchObject({ deleted: false });
    expect(await next('get')).toMatchObject({ got: null });
  });

  test('a member that does not answer keeps nobody from reading the others back, and is named', async () => {
    await using application = createApplicationClient(
      [
        { member: 'm1', url: nobody },
        { member: 'm2', url: etcd },
      ],
      {},
      'read-back',
    );
    const records: FinalRecord[] = [];
    // A hundred times as quick as real: nobody waits for 15 s here.
    const quick = { ...systemClock, monotonicUs: () => systemClock.monotonicUs() * 100 };
    const recorder = {
      record: (record: HistoryRecord) => void records.push(record as FinalRecord),
      ready: async () => undefined,
    };
    const unread = await readBackThrough(application.members, 100, recorder, quick);
    expect(unread).toMatchObject([{ member: 'm1', why: expect.stringContaining('ECONNREFUSED') }]);
    expect(records.map(({ member, complete }) => [member, complete])).toEqual([['m2', true]]);
  });
});

describeWithEtcd([release], 'outcomes without a quorum', (releases) => {
  test('a write that is called failed never appears; every other one is told as unknown or ok', async () => {
    const binary = toolPath(releases.get(release) as never, 'etcd');
    await using cluster = await startBareCluster({ binary, voters: 3 });
    const [one, two, three] = cluster.members;
    if (!one || !two || !three) throw new Error('three members');
    await using application = createApplicationClient(cluster.members, {}, 'quorum');
    const client = createWorkloadClient('c0', application, 0, new Map(), systemClock);
    await client.run({ id: 0, dueUs: 0, client: 0, op: 'get', key: 'app/kv/warm' });
    const put = (id: number) =>
      client.run({
        id,
        dueUs: systemClock.monotonicUs(),
        client: 0,
        op: 'put',
        key: `app/kv/${id}`,
        value: { id: valueId(1, id), sizeBytes: 20 },
      });
    await Promise.all([cluster.stop(two, 'SIGKILL'), cluster.stop(three, 'SIGKILL')]);
    const during = [];
    for (let id = 1; id <= 30; id += 1) {
      during.push(put(id));
      await systemClock.sleep(50);
    }
    const records = await Promise.all(during);
    await Promise.all([cluster.start(two), cluster.start(three)]);
    const { outcome } = await put(100);
    expect(outcome).toBe('ok');
    await systemClock.sleep(1000);
    const keys = new Set(await application.pool.getAll().prefix('app/kv/').keys());
    expect(records.some((record) => record.outcome !== 'ok')).toBe(true);
    for (const record of records) {
      if (record.outcome === 'failed') expect(keys).not.toContain(record.key);
      if (record.outcome === 'ok') expect(keys).toContain(record.key);
    }
  });
});
