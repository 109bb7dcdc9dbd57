// Every compatibility check on real members of every line: what the catalog expects is what they show.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectationOf } from '../../src/catalog/lookups.ts';
import type { Check } from '../../src/checks/check.ts';
import { checks } from '../../src/checks/index.ts';
import { login } from '../../src/checks/login.ts';
import { type RunChecksOptions, runChecks } from '../../src/checks/run.ts';
import { createApplicationClient } from '../../src/etcd/application-client.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { createRandom } from '../../src/platform/random.ts';
import { type BareCluster, startBareCluster } from '../support/bare-cluster.ts';
import { startTestCluster } from '../support/cluster.ts';
import { describeWithEtcd, toolPath } from '../support/etcd-binaries.ts';

const lineOf = (release: string) => release.split('.').slice(0, 2).join('.');

function optionsFor(members: RunChecksOptions['members'], more: Partial<RunChecksOptions> = {}): RunChecksOptions {
  return {
    members,
    state: 'a test',
    expectationOf: (check, release) => expectationOf(check, lineOf(release)),
    credentials: {},
    clock: systemClock,
    random: createRandom(1),
    ...more,
  };
}

const wrongOnes = (results: Awaited<ReturnType<typeof runChecks>>) => results.filter(({ ok }) => !ok);

for (const release of ['3.4.31', '3.5.33', '3.6.14', '3.7.1']) {
  describeWithEtcd([release], `compatibility checks on ${release}`, (releases) => {
    test('all show what the catalog expects, and leave no key behind', async () => {
      await using cluster = await startBareCluster({
        binary: toolPath(releases.get(release) as never, 'etcd'),
        voters: 1,
      });
      const results = await runChecks(
        optionsFor(cluster.members.map(({ member, url }) => ({ name: member, clientUrl: url, release }))),
      );
      expect(wrongOnes(results)).toEqual([]);
      expect(results.map(({ check }) => check)).toEqual(checks.map(({ id }) => id));
      await using client = createApplicationClient(cluster.members, {});
      expect(await client.pool.getAll().count()).toBe(0);
    });
  });
}

describeWithEtcd(['3.5.33', '3.6.14'], 'compatibility checks in a mixed cluster', (releases) => {
  test('each member shows what the catalog expects of its own line', async () => {
    const binary = (release: string) => toolPath(releases.get(release) as never, 'etcd');
    await using cluster = await startBareCluster({ binary: binary('3.5.33'), voters: 3 });
    const [first, second, third] = cluster.members;
    if (!first || !second || !third) throw new Error('three members');
    await cluster.stop(first);
    await cluster.start(first, binary('3.6.14'));
    const members = [
      { name: first.member, clientUrl: first.url, release: '3.6.14' },
      { name: second.member, clientUrl: second.url, release: '3.5.33' },
      { name: third.member, clientUrl: third.url, release: '3.5.33' },
    ];
    const results = await runChecks(optionsFor(members));
    expect(wrongOnes(results)).toEqual([]);
    expect(results.length).toBe(3 * checks.length);
    const versions = results.filter(({ check }) => check === 'http-version').map(({ member, seen }) => [member, seen]);
    expect(versions).toContainEqual([first.member, 'etcdserver, etcdcluster, storage']);
    expect(versions).toContainEqual([second.member, 'etcdserver, etcdcluster']);
  });
});

for (const release of ['3.4.31', '3.5.33', '3.6.14', '3.7.1']) {
  describeWithEtcd([release], `compatibility checks on ${release} with TLS and authentication`, () => {
    test('all show what the catalog expects', async () => {
      await using cluster = await startTestCluster({ release, voters: 1, tls: true, auth: true });
      const members = cluster.members.map(({ name, clientUrl }) => ({ name, clientUrl, release }));
      expect(wrongOnes(await runChecks(optionsFor(members, { credentials: cluster.credentials })))).toEqual([]);
    });

    test('a member that lets everybody in although authentication should be on is seen', async () => {
      await using cluster = await startTestCluster({ release, voters: 1, tls: true });
      const [member] = cluster.members;
      if (member === undefined) throw new Error('no member');
      await using client = createApplicationClient(
        [{ member: member.name, url: member.clientUrl }],
        cluster.credentials,
      );
      const [first] = client.members;
      if (first === undefined) throw new Error('no connection');
      const target = { release, first, second: first, prefix: 'app/', clock: systemClock };
      const user = { name: 'root', password: 'any' };
      expect(await login.run({ ...target, credentials: { ...cluster.credentials, user } })).toBe(
        'a call without a login was answered',
      );
    });
  });
}

describeWithEtcd(['3.5.33'], 'compatibility checks that do not go well', (releases) => {
  let cluster: BareCluster;
  let members: RunChecksOptions['members'];
  beforeAll(async () => {
    cluster = await startBareCluster({ binary: toolPath(releases.get('3.5.33') as never, 'etcd'), voters: 1 });
    members = cluster.members.map(({ member, url }) => ({ name: member, clientUrl: url, release: '3.5.33' }));
  });
  afterAll(() => cluster[Symbol.asyncDispose]());
  const broken = (id: string, run: Check['run']): Check => ({ id, run });

  test('a check that throws, hangs, sees something else or is not in the catalog is not ok, and none is left out', async () => {
    const results = await runChecks(
      optionsFor(members, {
        checks: [
          broken('put', async () => Promise.reject(new Error('no luck'))),
          broken('get', () => new Promise(() => undefined)),
          broken('delete', async () => 'two keys deleted'),
          broken('unheard-of', async () => 'fine'),
          broken('not-found', async () => 'no key, count 0'),
        ],
      }),
    );
    const brief = results.map(({ check, expected, seen, ok, error }) => ({ check, expected, seen, ok, error }));
    expect(brief).toEqual([
      { check: 'put', expected: 'revision grows by one', seen: 'error', ok: false, error: 'no luck' },
      {
        check: 'get',
        expected: 'the value that was put',
        seen: 'error',
        ok: false,
        error: 'no result within 10000 ms',
      },
      { check: 'delete', expected: 'one key deleted', seen: 'two keys deleted', ok: false, error: undefined },
      {
        check: 'unheard-of',
        expected: 'unknown',
        seen: 'fine',
        ok: false,
        error: 'the catalog has no expectation for this check',
      },
      { check: 'not-found', expected: 'no key, count 0', seen: 'no key, count 0', ok: true, error: undefined },
    ]);
  });

  test('a member of another release than it should be is told', async () => {
    const others = members.map((member) => ({ ...member, release: '3.5.32' }));
    const wrong = wrongOnes(await runChecks(optionsFor(others)));
    expect(wrong.map(({ check }) => check)).toEqual(['maintenance-status', 'http-version']);
    for (const { seen } of wrong) expect(seen).toContain('3.5.33 instead of 3.5.32');
  });

  test('ends at once when it is told to', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('enough')), 300);
    const hangs = broken('get', () => new Promise(() => undefined));
    const started = systemClock.monotonicUs();
    const timeoutMs = 60_000;
    const running = runChecks(optionsFor(members, { checks: [hangs], signal: controller.signal, timeoutMs }));
    await expect(running).rejects.toThrow('enough');
    expect((systemClock.monotonicUs() - started) / 1000).toBeLessThan(timeoutMs / 2);
  });

  test('a check that meets another leader is made again, and has no result where it always does; a right one counts', async () => {
    // A member that is alone begins another term each time that it is started.
    const begins = async (): Promise<void> => {
      const [member] = cluster.members;
      if (member === undefined) throw new Error('no member');
      await cluster.stop(member);
      await cluster.start(member);
    };
    const told: string[] = [];
    const once = broken('put', async () => {
      told.push('tried');
      if (told.length > 1) return 'revision grows by one';
      await begins();
      throw new Error('etcdserver: leader changed');
    });
    const always = broken('put', async () => {
      await begins();
      throw new Error('etcdserver: leader changed');
    });
    const right = broken('put', async () => {
      await begins();
      return 'revision grows by one';
    });
    expect(await runChecks(optionsFor(members, { checks: [once] }))).toMatchObject([
      { ok: true, disturbed: ['etcdserver: leader changed'] },
    ]);
    expect(told.length).toBe(2);
    expect(await runChecks(optionsFor(members, { checks: [always] }))).toEqual([]);
    expect(await runChecks(optionsFor(members, { checks: [right] }))).toMatchObject([{ ok: true }]);
  });

  // The last one, for it leaves the cluster stopped.
  test('through a member that is down every check is an error', async () => {
    for (const member of cluster.members) await cluster.stop(member);
    const results = await runChecks(optionsFor(members));
    expect(results.length).toBe(checks.length);
    expect(results.filter(({ ok }) => ok)).toEqual([]);
    for (const { error } of results) expect(error).toBeTruthy();
  });
});
