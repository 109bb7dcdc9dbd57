// Trouble that a rehearsal meets on its own machine: each has its code, one clear message, and leaves nothing behind.
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ProcessProvisionerOptions } from '../../src/drivers/process/provisioner.ts';
import type { ClusterSpec } from '../../src/drivers/throw-away.ts';
import { EtcdMigrateError } from '../../src/errors.ts';
import { sameForAll } from '../../src/plan/channels.ts';
import {
  eventually,
  processesMentioning,
  startTestCluster,
  testProvisioner,
  testSpec,
  testStateDir,
} from '../support/cluster.ts';
import { describeWithEtcd, etcdBinary } from '../support/etcd-binaries.ts';
import { requireOnCi } from '../support/require-on-ci.ts';

const FROM = '3.5.33';
const TO = '3.6.14';
const MAY_NOT_MOUNT = 'mounting a file system is not permitted here';
const isRoot = process.getuid?.() === 0;

/** Provisioning must fail; afterwards no process and no run is left. */
async function failureOf(
  stateDir: string,
  options: Partial<ProcessProvisionerOptions> = {},
  spec: Partial<ClusterSpec> = {},
): Promise<EtcdMigrateError> {
  const outcome = await testProvisioner(stateDir, options)
    .provision(testSpec({ release: FROM, ...spec }))
    .catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(EtcdMigrateError);
  expect(await processesMentioning(join(stateDir, 'runs'))).toEqual([]);
  expect(await readdir(join(stateDir, 'runs')).catch(() => [])).toEqual([]);
  return outcome as EtcdMigrateError;
}

async function script(directory: string, text: string): Promise<string> {
  const path = join(directory, 'etcd');
  await writeFile(path, `#!/bin/sh\n${text}\n`);
  await chmod(path, 0o755);
  return path;
}

/** A file system of its own, or null where we may not mount one. */
async function tryMount(path: string, options: string): Promise<AsyncDisposable | null> {
  await mkdir(path, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return {
    [Symbol.asyncDispose]: async () => {
      await eventually('the file system can be unmounted', 60_000, async () => {
        try {
          execFileSync('umount', [path], { stdio: 'ignore' });
          return true;
        } catch {
          return undefined;
        }
      });
    },
  };
}

describeWithEtcd([FROM, TO], 'trouble while making a cluster', () => {
  it('port taken: names the port and starts nothing', async () => {
    await using stateDir = await testStateDir();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    try {
      const failure = await failureOf(stateDir.path, { firstPort: address.port });
      expect(failure.code).toBe('port-taken');
      expect(failure.message).toContain(`Port ${address.port} on 127.0.0.1 is already in use`);
    } finally {
      server.close();
    }
  });

  it('port taken in the same moment: chooses others by itself', async () => {
    await using stateDir = await testStateDir();
    let starts = 0;
    // Says what etcd says, on the first start only.
    const unlucky = await script(
      stateDir.path,
      'echo "listen tcp 127.0.0.1:$$: bind: address already in use" >&2; exit 1',
    );
    const provisioner = testProvisioner(stateDir.path, {
      binaries: async (release) => (starts++ === 0 ? unlucky : etcdBinary(release)),
    });
    const { driver } = await provisioner.provision(testSpec({ release: FROM, voters: 1 }));
    expect(starts).toBe(2);
    const [member] = await driver.inventory();
    if (member) expect(await driver.inspect(member)).toMatchObject({ running: { release: FROM } });
  });

  it('a member that never becomes healthy: bounded, with the last observation of each', async () => {
    await using stateDir = await testStateDir();
    const sleeper = await script(stateDir.path, 'while :; do sleep 0.2; done');
    const failure = await failureOf(stateDir.path, {
      binaries: async () => sleeper,
      startGraceMs: 300,
      readyLimitMs: 1_000,
    });
    expect(failure.code).toBe('member-start-failed');
    expect(failure.message).toMatch(/not ready after [1-9]\d* s; all members were stopped and removed/);
    for (const name of ['m1', 'm2', 'm3']) expect(failure.message).toMatch(new RegExp(`${name}: .*ECONNREFUSED`));
  });

  it("a flag that etcd does not know: etcd's own last lines, and its log is kept", async () => {
    await using stateDir = await testStateDir();
    const logs = join(stateDir.path, 'logs');
    const failure = await failureOf(
      stateDir.path,
      { failureLogsIn: logs },
      { settings: sameForAll({ flags: { 'experimental-nonsense': 'true' }, environment: {} }) },
    );
    expect(failure.code).toBe('member-start-failed');
    expect(failure.message).toMatch(/ended with exit code 2.*flag provided but not defined: -experimental-nonsense/s);
    // The others may not have begun when the first one ended.
    const ended = /\bm\d\b/.exec(failure.message)?.[0];
    expect(await readdir(logs)).toContain(`${ended}.log`);
  });

  it('a binary that is not there', async () => {
    await using stateDir = await testStateDir();
    const failure = await failureOf(stateDir.path, { binaries: async () => '/nonexistent/etcd' });
    expect(failure).toMatchObject({ code: 'binary-invalid', message: expect.stringContaining('/nonexistent/etcd') });
  });

  it('a state directory that is a file', async () => {
    await using stateDir = await testStateDir();
    const file = join(stateDir.path, 'file');
    await writeFile(file, '');
    const failure = await failureOf(join(file, 'state'));
    expect(failure).toMatchObject({ code: 'no-permission', message: expect.stringContaining(file) });
  });

  it('a state directory that is not writable', async (context) => {
    await using stateDir = await testStateDir();
    const path = join(stateDir.path, 'sealed');
    // Permissions do not bind root, a read-only file system does.
    await using mounted = isRoot ? await tryMount(path, 'ro') : { [Symbol.asyncDispose]: () => chmod(path, 0o700) };
    if (mounted === null) {
      requireOnCi('a file system of its own', MAY_NOT_MOUNT);
      return context.skip(MAY_NOT_MOUNT);
    }
    if (!isRoot) await mkdir(path, { mode: 0o500 });
    const failure = await failureOf(path);
    expect(failure).toMatchObject({ code: 'no-permission', message: expect.stringContaining(path) });
  });

  it('a disk that is too small for the data directories', async (context) => {
    await using stateDir = await testStateDir();
    const path = join(stateDir.path, 'small');
    await using mounted = await tryMount(path, 'size=8m');
    if (mounted === null) {
      requireOnCi('a file system of its own', MAY_NOT_MOUNT);
      return context.skip(MAY_NOT_MOUNT);
    }
    const failure = await failureOf(path);
    expect(failure.code).toBe('no-space');
    expect(failure.message).toMatch(/no space left on device|disk is full/);
  });

  it('an abort in the middle leaves nothing behind', async () => {
    await using stateDir = await testStateDir();
    const sleeper = await script(stateDir.path, 'while :; do sleep 0.2; done');
    const abort = new AbortController();
    const outcome = testProvisioner(stateDir.path, { binaries: async () => sleeper }).provision(
      testSpec({ release: FROM }),
      abort.signal,
    );
    const refused = expect(outcome).rejects.toMatchObject({ code: 'interrupted' });
    await eventually('members run', 20_000, async () =>
      (await processesMentioning(join(stateDir.path, 'runs'))).length > 0 ? true : undefined,
    );
    abort.abort(new EtcdMigrateError('interrupted', 'stopped by the test'));
    await refused;
    expect(await processesMentioning(join(stateDir.path, 'runs'))).toEqual([]);
  });
});

describeWithEtcd(['3.6.14', '3.7.1'], 'trouble in a switch', () => {
  it('a new binary that exits 2 because of a removed flag: its own words, and the old one comes back', async () => {
    await using cluster = await startTestCluster({
      release: '3.6.14',
      voters: 1,
      settings: sameForAll({ flags: { 'experimental-initial-corrupt-check': 'true' }, environment: {} }),
    });
    const { driver, members, access } = cluster;
    const [member] = members;
    if (member === undefined) throw new Error('no member');
    const result = await driver.switchTo(member, { release: '3.7.1', overrides: {} });
    expect(result).toMatchObject({ outcome: 'exited', code: 2 });
    if (result.outcome !== 'exited') throw new Error('unreachable');
    expect(result.lastLines.join('\n')).toContain('flag provided but not defined: -experimental-initial-corrupt-check');
    expect(result).not.toHaveProperty('hostTrouble');
    expect(await driver.switchTo(member, { release: '3.6.14', overrides: {} })).toMatchObject({ outcome: 'running' });
    expect((await access.status(member)).version).toBe('3.6.14');
  });
});

describeWithEtcd(['3.5.33', '3.6.14', '3.7.1'], 'K21 without its preparation', () => {
  it('the 3.7 process ends, and its last lines quote the panic', async () => {
    await using cluster = await startTestCluster({ release: '3.5.33' });
    const { driver, members, access } = cluster;
    const [member] = members;
    if (member === undefined) throw new Error('no member');
    for (const each of members) await driver.switchTo(each, { release: '3.6.14', overrides: {} });
    await eventually('the cluster version is 3.6', 60_000, async () =>
      (await access.versions(member)).cluster.startsWith('3.6') ? true : undefined,
    );
    const begunMs = Date.now();
    const result = await driver.switchTo(member, { release: '3.7.1', overrides: {} });
    // It may answer for a moment before it has replayed its log.
    const gone = await eventually('the 3.7 process ends', 60_000, async () => {
      const facts = await driver.inspect(member);
      return facts.running === 'nothing' ? facts : undefined;
    });
    expect(gone.lastExit).toEqual({ code: 2, signal: null });
    const words: string[] = result.outcome === 'exited' ? [...result.lastLines] : [];
    if (result.outcome === 'running') for await (const line of driver.logs(member, begunMs)) words.push(line);
    expect(words.join('\n')).toMatch(/panic: unmarshal should never fail/);
    expect(await driver.switchTo(member, { release: '3.6.14', overrides: {} })).toMatchObject({ outcome: 'running' });
    expect((await access.status(member)).version).toBe('3.6.14');
  });
});
