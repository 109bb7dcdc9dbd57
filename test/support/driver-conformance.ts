// Owns what every ClusterDriver must do, whatever it drives: one suite, run against each of them on one cluster of its own.
// Must not know any driver; what only some can do is asked for by capability or given by the subject.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.ts';
import type { ClusterSpec, ProvisionedCluster, Provisioner } from '../../src/drivers/throw-away.ts';
import type { ClusterControl, ClusterView, HostFacts, Member } from '../../src/engine/ports.ts';
import { EtcdMigrateError } from '../../src/errors.ts';
import { effectiveSettings } from '../../src/plan/effective-settings.ts';
import type { Deployment } from '../../src/plan/steps.ts';
import { present } from '../../src/present.ts';

export interface ConformanceSubject extends AsyncDisposable {
  readonly provisioner: Provisioner;
  /** A cluster of three on `from`. */
  readonly spec: ClusterSpec;
  /** A release that `spec.release` may be replaced by. */
  readonly to: string;
  /** A deployment whose process ends by itself at once, and what its last lines say. */
  readonly failing: { readonly deployment: Deployment; readonly code: number; readonly words: RegExp };
  /** Whether `inspect` tells that a switch is under way. */
  readonly tellsChanges: boolean;
  /** How to speak to a cluster that the provisioner made. */
  access(cluster: ProvisionedCluster): ClusterView & ClusterControl;
  /** Wall time of the world that the driver lives in. */
  wallMs(): number;
  /** Lets time pass in that world. */
  pause(ms: number): Promise<void>;
}

/** The one cluster of a suite; before each test every member runs `from`. */
export interface Setup<Subject extends ConformanceSubject = ConformanceSubject> {
  readonly subject: Subject;
  readonly cluster: ProvisionedCluster;
  readonly driver: ProvisionedCluster['driver'];
  readonly access: ClusterView & ClusterControl;
  readonly members: readonly Member[];
  readonly member: Member;
  readonly from: Deployment;
  readonly to: Deployment;
  facts(): Promise<HostFacts>;
}

/** `more` are suites of the same driver that share its cluster. */
export function driverConformance<Subject extends ConformanceSubject>(
  name: string,
  makeSubject: () => Promise<Subject>,
  more: (setup: () => Setup<Subject>) => void = () => undefined,
): void {
  describe(`${name}: a ClusterDriver`, () => {
    let setup: Setup<Subject> | undefined;
    const ready = (): Setup<Subject> => {
      if (setup === undefined) throw new Error('the cluster was not made');
      return setup;
    };
    beforeAll(async () => {
      const subject = await makeSubject();
      try {
        setup = await setUp(subject);
      } catch (error) {
        await subject[Symbol.asyncDispose]();
        throw error;
      }
    });
    beforeEach(async () => {
      const { driver, members, from } = ready();
      for (const member of members) {
        expect(await driver.switchTo(member, from)).toMatchObject({ outcome: 'running' });
      }
    });
    afterAll(async () => {
      await setup?.driver[Symbol.asyncDispose]();
      await setup?.subject[Symbol.asyncDispose]();
    });
    conformance((title, check) => it(title, () => check(ready())));
    more(ready);
  });
}

async function setUp<Subject extends ConformanceSubject>(subject: Subject): Promise<Setup<Subject>> {
  const cluster = await subject.provisioner.provision(subject.spec);
  const { driver } = cluster;
  const members = await driver.inventory();
  const [member] = members;
  if (member === undefined) throw new Error('the cluster has no members');
  return {
    subject,
    cluster,
    driver,
    access: subject.access(cluster),
    members,
    member,
    from: { release: subject.spec.release, overrides: {} },
    to: { release: subject.to, overrides: {} },
    facts: () => driver.inspect(member),
  };
}

function conformance(test: (title: string, check: (setup: Setup) => Promise<void>) => void): void {
  test('lists every member once, each with addresses of its own', async ({ driver, members, subject }) => {
    expect(members).toHaveLength(subject.spec.voters);
    for (const property of ['name', 'clientUrl', 'peerUrl'] as const) {
      expect(new Set(members.map((member) => member[property])).size).toBe(members.length);
    }
    expect(await driver.inventory()).toEqual(members);
  });

  test("gives each member etcd's own id", async ({ access, members }) => {
    for (const member of members) expect((await access.status(member)).memberId).toBe(member.id);
    const listed = await access.memberList(members[0] as Member);
    expect(new Map(listed.map(({ name, id }) => [name, id]))).toEqual(
      new Map(members.map(({ name, id }) => [name, id])),
    );
  });

  test('tells the digest of what lies in place, which differs from release to release', async (setup) => {
    const { driver, member, from, to } = setup;
    await driver.stage(member, to.release);
    const digests = await Promise.all([from, to].map(({ release }) => driver.digestOf(member, release)));
    expect(new Set(digests).size).toBe(2);
    expect(digests).not.toContain(null);
  });

  test('provisions members that answer and accept writes', async ({ access, members, subject }) => {
    for (const member of members) {
      expect((await access.status(member)).version).toBe(subject.spec.release);
      const before = await access.read(member, 'linearizable');
      expect((await access.probeWrite(member)).revision).toBe(before.revision + 1n);
    }
  });

  test('sees what runs on a host', async ({ facts, from }) => {
    const seen = await facts();
    expect(seen.running).toEqual(from);
    expect(seen.process?.pid).toBeGreaterThan(0);
    expect(seen.lastExit).toBe('none');
    expect(seen.databaseBytes).toBeGreaterThan(0);
    expect(seen.freeBytes).toBeGreaterThan(0);
    expect(seen.walRoomBytes).toBeGreaterThan(0);
    expect(seen.raftSnapshots).toEqual([]);
  });

  test('stages a release without touching the process, any number of times', async ({ driver, member, facts, to }) => {
    const pid = (await facts()).process?.pid;
    await driver.stage(member, to.release);
    await driver.stage(member, to.release);
    expect((await facts()).process?.pid).toBe(pid);
  });

  test('switches one member and leaves its data and the others alone', async (setup) => {
    const { driver, access, member, members, facts, to, from } = setup;
    const written = await access.probeWrite(member);
    const before = await facts();
    await driver.stage(member, to.release);
    const result = await driver.switchTo(member, to);
    expect(result).toMatchObject({ outcome: 'running' });
    const after = await facts();
    expect(after.running).toEqual(to);
    expect(after.process?.pid).not.toBe(before.process?.pid);
    expect(after.lastExit).toHaveProperty('code');
    expect((await access.status(member)).version).toBe(to.release);
    expect((await access.read(member, 'serializable')).revision).toBeGreaterThanOrEqual(written.revision);
    for (const other of members.slice(1)) expect((await driver.inspect(other)).running).toEqual(from);
  });

  test('changes nothing when the deployment already runs', async ({ driver, member, facts, to }) => {
    await driver.stage(member, to.release);
    await driver.switchTo(member, to);
    const pid = (await facts()).process?.pid;
    expect(await driver.switchTo(member, to)).toEqual({ outcome: 'running', stopMs: 0, startMs: 0 });
    expect((await facts()).process?.pid).toBe(pid);
  });

  test('stops nothing and starts nothing where something else runs than when that was decided', async ({
    driver,
    member,
    facts,
    from,
    to,
  }) => {
    await driver.stage(member, to.release);
    const { process } = await facts();
    for (const finds of [null, '1 another-boot 1']) {
      await expect(driver.switchTo(member, to, { finds })).rejects.toMatchObject({ code: 'switch-refused' });
    }
    expect(await facts()).toMatchObject({ running: from, process });
    // What is wanted runs already: that is a success, as ever.
    expect(await driver.switchTo(member, from, { finds: null })).toMatchObject({ outcome: 'running' });
    expect(await facts()).toMatchObject({ running: from, process });
    expect(await driver.switchTo(member, to, present({ finds: process?.identity }))).toMatchObject({
      outcome: 'running',
    });
  });

  test('goes back to the release it came from while others have not moved', async (setup) => {
    const { driver, member, facts, from, to, access } = setup;
    await driver.stage(member, to.release);
    await driver.switchTo(member, to);
    expect(await driver.switchTo(member, from)).toMatchObject({ outcome: 'running' });
    expect((await facts()).running).toEqual(from);
    expect((await access.status(member)).version).toBe(from.release);
  });

  test('treats other overrides as another deployment', async ({ driver, member, facts, from }) => {
    const pid = (await facts()).process?.pid;
    const prepared: Deployment = { ...from, overrides: { 'snapshot-count': '1000' } };
    expect(await driver.switchTo(member, prepared)).toMatchObject({ outcome: 'running' });
    const after = await facts();
    expect(after.running).toEqual(prepared);
    expect(after.settings && effectiveSettings(after.settings, loadCatalog())).toMatchObject({
      'snapshot-count': '1000',
    });
    expect(after.process?.pid).not.toBe(pid);
    await driver.switchTo(member, from);
    expect((await facts()).running).toEqual(from);
  });

  test('says how a process ended that did not survive its start, and can go back', async (setup) => {
    const { driver, member, facts, from, subject } = setup;
    const { deployment, code, words } = subject.failing;
    await driver.stage(member, deployment.release);
    for (const attempt of ['first', 'again']) {
      const result = await driver.switchTo(member, deployment);
      expect(result, attempt).toMatchObject({ outcome: 'exited', code, signal: null });
      if (result.outcome !== 'exited') throw new Error('unreachable');
      expect(result.lastLines.join('\n')).toMatch(words);
      expect(result.lastLines.length).toBeLessThanOrEqual(20);
      expect(await facts()).toMatchObject({ running: 'nothing', process: null, lastExit: { code, signal: null } });
    }
    expect(await driver.switchTo(member, from)).toMatchObject({ outcome: 'running' });
    expect((await facts()).running).toEqual(from);
  });

  test('says while a switch is under way that it is, and not before or after, if it can know', async (setup) => {
    const { subject, driver, member, facts, to } = setup;
    await driver.stage(member, to.release);
    expect((await facts()).changing).toBe(subject.tellsChanges ? false : null);
    let ended = false;
    const switched = driver.switchTo(member, to).finally(() => {
      ended = true;
    });
    const seen: HostFacts[] = [];
    while (!ended) {
      seen.push(await facts());
      await subject.pause(20);
    }
    expect(await switched).toMatchObject({ outcome: 'running' });
    const last = await facts();
    expect(last).toMatchObject({ running: to });
    expect(last.changing).toBe(subject.tellsChanges ? false : null);
    expect(seen.some(({ changing }) => changing === true)).toBe(subject.tellsChanges);
    // Nothing runs, and yet nothing is lost: a switch is between its two processes.
    for (const { running, changing } of seen) {
      if (subject.tellsChanges && running === 'nothing') expect(changing).toBe(true);
    }
  });

  test('finishes an aborted switch on the host, and joins calls that come again', async (setup) => {
    const { driver, member, facts, to } = setup;
    await driver.stage(member, to.release);
    const abort = new AbortController();
    const first = driver.switchTo(member, to, { signal: abort.signal }).catch((error: unknown) => error);
    abort.abort(new EtcdMigrateError('interrupted', 'stopped by the test'));
    const again = await Promise.all([driver.switchTo(member, to), driver.switchTo(member, to)]);
    for (const result of again) expect(result).toMatchObject({ outcome: 'running' });
    await first;
    const { running, process } = await facts();
    const pid = process?.pid;
    expect(running).toEqual(to);
    // Neither of the later calls replaced the process once more.
    expect(await driver.switchTo(member, to)).toEqual({ outcome: 'running', stopMs: 0, startMs: 0 });
    expect((await facts()).process?.pid).toBe(pid);
  });

  test('kills a member without warning and brings it back as it was', async (setup) => {
    const { driver, member, facts, from, access } = setup;
    if (!driver.capabilities.has('kill')) return;
    const written = await access.probeWrite(member);
    const pid = (await facts()).process?.pid;
    expect(await driver.killAndRestart(member)).toMatchObject({ outcome: 'running' });
    const after = await facts();
    expect(after.running).toEqual(from);
    expect(after.process?.pid).not.toBe(pid);
    expect(after.lastExit).toEqual({ code: null, signal: 'SIGKILL' });
    expect((await access.read(member, 'linearizable')).revision).toBeGreaterThanOrEqual(written.revision);
  });

  test("gives etcd's own log lines since a moment", async ({ driver, member, to, subject }) => {
    const sinceWallMs = subject.wallMs();
    await driver.stage(member, to.release);
    await driver.switchTo(member, to);
    const all = await collect(driver.logs(member, 0));
    // Between the two the log may grow, and the last line of the first may be half of one.
    const since = await collect(driver.logs(member, sinceWallMs));
    const begin = all.lastIndexOf(since[0] ?? 'no line at all');
    expect(begin).toBeGreaterThan(0);
    const common = all.slice(begin);
    expect(since.slice(0, common.length - 1)).toEqual(common.slice(0, -1));
    expect(
      since
        .slice(common.length - 1)
        .join('\n')
        .startsWith(common.at(-1) ?? ''),
    ).toBe(true);
    expect(await collect(driver.logs(member, sinceWallMs + 3_600_000))).toEqual([]);
  });

  test('can be let go of and adopted again without touching a member', async (setup) => {
    const { subject, driver, members, from } = setup;
    const pids = await Promise.all(members.map(async (it) => (await driver.inspect(it)).process?.pid));
    await driver[Symbol.asyncDispose]();
    const adopted = await subject.provisioner.adopt(subject.spec.runId);
    expect(await adopted.driver.inventory()).toEqual(members);
    expect(adopted.credentials).toEqual(setup.cluster.credentials);
    for (const [index, it] of members.entries()) {
      expect(await adopted.driver.inspect(it)).toMatchObject({ running: from, process: { pid: pids[index] } });
    }
    expect(await adopted.driver.switchTo(setup.member, setup.to)).toMatchObject({ outcome: 'running' });
    await adopted.driver[Symbol.asyncDispose]();
  });

  test('says so when there is no run to adopt', async ({ subject }) => {
    await expect(subject.provisioner.adopt('no-such-run')).rejects.toMatchObject({ code: 'cluster-not-made' });
  });
}

async function collect(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}
